import { expand, leavesPc } from "./expand.ts";
import type { RegTexts } from "./reg-exe.ts";

/** Where a path leads, or why it leads nowhere. */
export type Place = { whole: string } | { code: "NOT_WHOLE" | "PROGRAM_FILES_UNKNOWN" };

/** Paths that begin with a variable, as whole ones. */
export interface Places {
  /** For what is only looked at. */
  toRead(path: string): Promise<Place>;
  /** For what is written or started. */
  toChange(path: string): Promise<Place>;
  /** Whether a whole path is another PC's, and none may be asked. */
  isGuarded(whole: string): boolean;
}

/**
 * What the variables stand for: values of this key in the view of 64 bits. Windows makes the variables
 * of it, those of a program of 32 bits from others ("WOW64 Implementation Details", Microsoft Learn).
 * A program of 32 bits does not come here: Node has none for Windows.
 */
const key = "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion";
const values: Readonly<Record<string, string>> = {
  programfiles: "ProgramFilesDir",
  programw6432: "ProgramFilesDir",
  "programfiles(x86)": "ProgramFilesDir (x86)",
  commonprogramfiles: "CommonFilesDir",
  commonprogramw6432: "CommonFilesDir",
  "commonprogramfiles(x86)": "CommonFilesDir (x86)",
};

/**
 * Folders of programs are those that the registry names, where only an administrator can write:
 * whatever starts a process gives it its variables, and so could say where things are put. Where the
 * registry cannot be read the variable is believed for what is looked at, and nothing is changed.
 */
export function placesOf(env: NodeJS.ProcessEnv, reg: RegTexts): Places {
  let kept: Promise<ReadonlyMap<string, string>> | undefined;
  const named = () => {
    kept ??= reg.texts(key, "64").then((answer) => {
      if (answer.state === "found") return answer.value;
      // It may be readable the next time.
      kept = undefined;
      return new Map();
    });
    return kept;
  };
  async function place(path: string, isChange: boolean): Promise<Place> {
    const [, variable = ""] = /^%([^%]+)%/.exec(path) ?? [];
    const value = values[variable.toLowerCase()];
    const own = value === undefined ? undefined : await namedAs(value);
    if (value !== undefined && own === undefined && isChange)
      return { code: "PROGRAM_FILES_UNKNOWN" };
    const known = own === undefined ? env : { [variable]: own };
    const whole = expand(known, path);
    return whole === undefined ? { code: "NOT_WHOLE" } : { whole };
  }
  async function namedAs(value: string): Promise<string | undefined> {
    const folder = (await named()).get(value.toLowerCase());
    return folder !== undefined && /^[a-z]:\\[^?\ufffd]+$/i.test(folder) ? folder : undefined;
  }
  return {
    toRead: (path) => place(path, false),
    toChange: (path) => place(path, true),
    isGuarded: (whole) => leavesPc(env, whole),
  };
}
