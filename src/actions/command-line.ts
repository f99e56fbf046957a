import type { System } from "../machine/system.ts";

/** A program and its arguments, taken out of a command line without any shell. */
export interface CommandLine {
  program: string;
  args: string[];
}

export type ParsedCommand =
  | { is: "command"; command: CommandLine }
  /** The program it names is not there. */
  | { is: "missing"; program: string }
  /** Nothing that can be started safely: no full path, no program, or something that runs others. */
  | { is: "unclear" };

const longest = 4_096;
/** What starts whatever its arguments say, so that a checked program would be no check. */
const starters = /\\(cmd|powershell|pwsh|wscript|cscript|mshta|rundll32|regsvr32|explorer)\.exe$/i;
/** Programs of Windows itself, many of which start others. */
const tools = /\\(system32|syswow64|sysnative|winsxs|microsoft\.net)\\/i;
/** Other variables, and those that a user sets himself, would hide what is started. */
const variables =
  "ProgramFiles|ProgramFiles\\(x86\\)|ProgramW6432|CommonProgramFiles|CommonProgramFiles\\(x86\\)|ProgramData|SystemDrive|SystemRoot|windir|LocalAppData|AppData|UserProfile";
const fullPath = new RegExp(`^(?:[a-z]:|%(?:${variables})%)\\\\[^:*?"<>|]*\\.exe$`, "i");
const dots = /\\\.{1,2}\\/;

/**
 * What an `UninstallString` starts. Without quotes Windows tries each space in turn as the end of
 * the program's name; here the shortest name is taken that ends in `.exe` and is a file. A product
 * of the Windows Installer is removed by the installer itself, whatever its entry says to do.
 *
 * Source: learn.microsoft.com, CreateProcess (lpApplicationName) and CommandLineToArgvW.
 */
export async function parseCommand(system: System, text: string): Promise<ParsedCommand> {
  const line = text.replaceAll("\0", "").trim();
  if (line === "" || line.length > longest) return { is: "unclear" };
  const installer = /^"?(?:[^"]*\\)?msiexec(?:\.exe)?"?\s+\/[ix]\s*(\{[0-9a-f-]{36}\})/i.exec(line);
  if (installer) {
    const program = "%SystemRoot%\\System32\\msiexec.exe";
    return { is: "command", command: { program, args: ["/x", installer[1]!] } };
  }
  const quoted = /^"([^"]+)"(.*)$/s.exec(line);
  const choices = quoted ? [[quoted[1]!, quoted[2]!]] : splits(line);
  const safe = choices.filter(([program]) => isSafe(program!.replaceAll("/", "\\")));
  for (const [program, rest] of safe) {
    const fact = await system.fileFact(program!);
    if (fact.state === "found" && fact.value.kind === "file")
      return { is: "command", command: { program: program!, args: splitArguments(rest!) } };
  }
  const [first] = safe;
  return first ? { is: "missing", program: first[0]! } : { is: "unclear" };
}

function isSafe(program: string): boolean {
  const unsafe = [starters, tools, dots].some((pattern) => pattern.test(program));
  return fullPath.test(program) && !unsafe;
}

/** Each way to end the program's name at a space, the shortest name first. */
function splits(line: string): string[][] {
  const ends = [...line.matchAll(/\.exe(?=\s|$)/gi)].map(({ index }) => index + 4);
  return ends.map((end) => [line.slice(0, end), line.slice(end)]);
}

/** As CommandLineToArgvW splits: backslashes are special only before a quotation mark. */
export function splitArguments(text: string): string[] {
  const args: string[] = [];
  let current: string | undefined;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const slashes = /^\\+(?=")/.exec(text.slice(at))?.[0].length ?? 0;
    if (slashes > 0) {
      current = (current ?? "") + "\\".repeat(Math.floor(slashes / 2));
      at += slashes;
      if (slashes % 2 === 1) current += '"';
      else at -= 1;
    } else if (text[at] === '"') {
      quoted = !quoted;
      current ??= "";
    } else if (!quoted && /\s/.test(text[at]!)) {
      if (current !== undefined) args.push(current);
      current = undefined;
    } else current = (current ?? "") + text[at]!;
  }
  if (current !== undefined) args.push(current);
  return args;
}
