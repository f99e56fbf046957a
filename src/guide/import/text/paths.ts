import { damagedPart } from "../../lint/paths.ts";

export interface FoundPath {
  printed: string;
  /** With backslashes where a won sign, or the W that became of one, stands. */
  path: string;
  damaged: boolean;
  /** Where it begins in the line. */
  at: number;
}

/** The path in a line: to its end, to a quotation mark, or to the first word in Korean. */
export function pathIn(text: string): FoundPath | undefined {
  const match = /(?<![A-Za-z])[A-Za-z]:[\\₩￦][^"“”‘’'<>|*?]*/.exec(text);
  if (!match) return undefined;
  const printed = match[0].replace(/\s+[가-힣(].*$/u, "").trim();
  const damaged = damagedPart(printed) !== undefined;
  const path = damaged ? repaired(printed) : printed;
  return { printed, path: path.replace(/\\+$/, ""), damaged, at: match.index };
}

/** A won sign is a backslash, and a W behind a backslash before another name is one more. */
function repaired(printed: string): string {
  return printed
    .replace(/[₩￦]/g, "\\")
    .split("\\")
    .map((name, at) => (at > 0 && damagedPart(`C:\\${name}`) ? name.slice(1) : name))
    .join("\\")
    .replace(/\\{2,}/g, "\\");
}

/** `… 밑에 addon 디렉토리`: the folder that has to be below the path. */
export function folderBelow(text: string): string | undefined {
  return /(?:밑|아래|안|하위)에\s+([A-Za-z0-9][\w.-]*)\s*(?:디렉토리|디렉터리|폴더)/.exec(
    text,
  )?.[1];
}

/** Folders that a sentence names. */
export function foldersIn(text: string): string[] {
  return [...text.matchAll(/([A-Za-z0-9][\w.-]*)\s*(?:디렉토리|디렉터리|폴더)/g)].map(
    ([, name]) => name!,
  );
}
