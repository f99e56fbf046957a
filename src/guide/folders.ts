import type { Guide } from "./guide.ts";

type Programs = Pick<Guide, "programs" | "files">;

/** Where a 64-bit Windows has what guides write with a variable. */
const folders: readonly [string, string][] = [
  ["%programfiles(x86)%", "c:\\program files (x86)"],
  ["%programfiles%", "c:\\program files"],
  ["%programdata%", "c:\\programdata"],
];

/** A path to compare with: small letters, no variable, nothing at its end. */
export function comparablePath(path: string): string {
  const small = path.toLowerCase().replaceAll("/", "\\").replace(/\\+$/, "");
  const known = folders.find(([variable]) => small.startsWith(variable));
  return known ? small.replace(known[0], known[1]) : small;
}

/** Whether a path lies in one of the folders. */
export function isInside(path: string, parents: readonly string[]): boolean {
  const own = comparablePath(path);
  return parents.some((parent) => own.startsWith(`${comparablePath(parent)}\\`));
}

/** The program in whose folder a required file or folder lies, by the guide's ids. */
export function programOfFile({ programs, files }: Programs, file: string): string | undefined {
  const paths = files.find(({ id }) => id === file)?.paths ?? [];
  const owner = programs.find(({ installFolders = [] }) =>
    paths.some((path) => isInside(path, installFolders)),
  );
  return owner?.id;
}
