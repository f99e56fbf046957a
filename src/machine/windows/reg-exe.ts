import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { longPath } from "../../windows/hive.ts";
import { parseRegFile } from "../../windows/parse-reg.ts";
import { type RegSection, writeRegFile } from "../../windows/reg-file.ts";
import type { View } from "../../windows/registry.ts";
import type { Failure } from "../failure.ts";
import { fileFailure } from "../node/codes.ts";
import { runProgram } from "./run.ts";

/**
 * What reg.exe came to. `refused`: it ended with another code than 0, which may mean that there is
 * no such key or that it may not be read; its words say which, and are translated.
 */
export type RegAnswer<T> =
  | { state: "found"; value: T }
  | { state: "refused"; code: number }
  | { state: "unreadable"; failure: Failure; code?: string | undefined };

export interface RegExe {
  /** A key with everything below it. */
  exported(path: string, view: View | undefined): Promise<RegAnswer<RegSection[]>>;
  /** Names of the keys right below one. `NO_OUTPUT` where there is none: then it said nothing. */
  children(path: string, view: View | undefined): Promise<RegAnswer<string[]>>;
  imported(sections: readonly RegSection[], view: View | undefined): Promise<RegAnswer<null>>;
  /** Takes a key away with everything below it; whoever calls has looked that nothing is. */
  deleted(path: string, view: View | undefined): Promise<RegAnswer<null>>;
}

export interface RegTexts {
  /** Texts (`REG_SZ`) right in a key, by their names in small letters; not those of keys below it. */
  texts(path: string, view: View | undefined): Promise<RegAnswer<ReadonlyMap<string, string>>>;
}

const timeoutMs = 20_000;
const mostOutput = 4_194_304;
const mostFile = 134_217_728;
const noOutput = { state: "unreadable", failure: "unreadable", code: "NO_OUTPUT" } as const;

/**
 * The registry through the system's own tool: no add-on that a site's rules would have to permit.
 * Text goes through files in UTF-16, because on the console it is cut down to one code page.
 *
 * @param temporary a folder in which nobody can exchange another one's files, where there is one;
 *   whatever runs for a user can write into his own, and so into what an administrator imports
 */
export function regExe(program: string, temporary = tmpdir()): RegExe & RegTexts {
  const withFolder = folderIn(temporary);
  const run = async (args: string[]): Promise<RegAnswer<Uint8Array>> => {
    const ran = await runProgram(program, args, { timeoutMs, maxBytes: mostOutput });
    if (ran.state === "unreadable") return ran;
    if (ran.state !== "found") return { state: "unreadable", failure: "other", code: "NO_REG_EXE" };
    const { code, output } = ran.value;
    return code === 0 ? { state: "found", value: output } : { state: "refused", code };
  };
  /** What the tool prints of a key: its values, and the names of the keys right below it. */
  const queried = <T>(path: string, view: View | undefined, read: (text: string) => T) =>
    onceMore(async (): Promise<RegAnswer<T>> => {
      const ran = await run(["query", path, ...viewArgs(view)]);
      if (ran.state !== "found") return ran;
      const text = new TextDecoder("euc-kr").decode(ran.value);
      return text.trim() === "" ? noOutput : { state: "found", value: read(text) };
    });
  return {
    exported: (path, view) =>
      onceMore(() =>
        withFolder(async (folder) => {
          const file = join(folder, "export.reg");
          const ran = await run(["export", path, file, "/y", ...viewArgs(view)]);
          return ran.state === "found" ? readExport(file) : ran;
        }),
      ),
    children: (path, view) => queried(path, view, (text) => namesIn(text, path)),
    texts: (path, view) => queried(path, view, textsIn),
    imported: (sections, view) =>
      withFolder(async (folder) => {
        const file = join(folder, "import.reg");
        await writeFile(file, Buffer.from(`\ufeff${writeRegFile(sections)}`, "utf16le"));
        return silent(await run(["import", file, ...viewArgs(view)]));
      }),
    deleted: async (path, view) => silent(await run(["delete", path, "/f", ...viewArgs(view)])),
  };
}

/**
 * On a busy PC the tool now and then ends well and has said nothing, or half of it. Reading changes
 * nothing, so it is asked once more; one that took all its time is not.
 */
async function onceMore<T>(read: () => Promise<RegAnswer<T>>): Promise<RegAnswer<T>> {
  const first = await read();
  return first.state === "unreadable" && first.failure === "unreadable" ? read() : first;
}

function silent(ran: RegAnswer<Uint8Array>): RegAnswer<null> {
  return ran.state === "found" ? { state: "found", value: null } : ran;
}

function viewArgs(view: View | undefined): string[] {
  return view === undefined ? [] : [`/reg:${view}`];
}

async function readExport(file: string): Promise<RegAnswer<RegSection[]>> {
  let size = 0;
  try {
    ({ size } = await stat(file));
  } catch {
    return noOutput;
  }
  if (size === 0) return noOutput;
  if (size > mostFile) return { state: "unreadable", failure: "too-large" };
  const parsed = parseRegFile((await readFile(file)).toString("utf16le"));
  if (parsed.ok) return { state: "found", value: parsed.sections };
  const { line, expected } = parsed.trouble;
  return { state: "unreadable", failure: "unreadable", code: `REG_FILE_${line}_${expected}` };
}

/** The tool names keys in full, each on a line of its own, and values indented between. */
function namesIn(text: string, path: string): string[] {
  const own = `${longPath(path) ?? path}\\`.toLowerCase();
  return text.split(/\r?\n/).flatMap((line) => {
    const written = line.trimEnd().replace(/\\wow6432node(?=\\)/i, "");
    const isBelow = written.toLowerCase().startsWith(own.replace(/\\wow6432node(?=\\)/i, ""));
    const name = isBelow ? written.slice(written.lastIndexOf("\\") + 1) : "";
    return name === "" ? [] : [name];
  });
}

/** Name, type and text stand in one line, four spaces before each. */
function textsIn(text: string): ReadonlyMap<string, string> {
  const lines = text.matchAll(/^ {4}(\S.*?) {4}REG_SZ {4}([^\r\n]*)/gm);
  return new Map(Array.from(lines, ([, name = "", data = ""]) => [name.toLowerCase(), data]));
}

/** A folder of its own for each call, gone afterwards whatever happened. */
function folderIn(temporary: string) {
  return async <T>(use: (folder: string) => Promise<RegAnswer<T>>): Promise<RegAnswer<T>> => {
    let folder: string | undefined;
    try {
      folder = await mkdtemp(join(temporary, "jochi-reg-")).catch(() =>
        mkdtemp(join(tmpdir(), "jochi-reg-")),
      );
      return await use(folder);
    } catch (error) {
      const { failure, code } = fileFailure(error);
      return { state: "unreadable", failure, code };
    } finally {
      if (folder !== undefined) await rm(folder, { recursive: true, force: true });
    }
  };
}
