import { enableCompileCache } from "node:module";
import { oneLine } from "../guide/error.ts";
import { nearest } from "../guide/nearest.ts";
import { isPacked, ownBytes, ownPath } from "../own/files.ts";
import { lookupHelperWord } from "../own/lookup-word.ts";
import { mainArguments } from "./arguments.ts";
import type { Command, Io } from "./command.ts";
import { commands } from "./commands.ts";
import { dialogue, wantsDialogue } from "./dialogue.ts";
import { openOutput, whenWritten } from "./output.ts";
import { type MainText, mainText } from "./text.ts";
import { lineFor } from "./trouble.ts";

/** How long a command may clean up after the first Ctrl-C. */
const CLEANUP_MS = 10_000;

const { lang, badLang, rest } = mainArguments(process.argv.slice(2), process.env);
const text = mainText[lang];
const stop = new AbortController();
let stoppedBy: number | undefined;

const io: Io = {
  out: openOutput(1, notWritten),
  err: openOutput(2, () => {}),
  lang,
  env: process.env,
  cwd: process.cwd(),
  signal: stop.signal,
};

if (!isPacked) enableCompileCache(ownPath(".cache/compile"));
guardSignals();
process.on("uncaughtException", (error) => end(fail(error)));

void main().catch(fail).then(end);

async function main(): Promise<number> {
  if (badLang !== undefined) return refuse(text.badLang(badLang));
  const [name, ...argv] = rest;
  if (isPacked && name === lookupHelperWord) {
    const { beLookupHelper } = await import("../machine/node/lookup-helper.ts");
    return beLookupHelper();
  }
  if (wantsDialogue(rest)) {
    return dialogue(io, {
      page: async () => (await commands.start!()).run([], io),
      words: async () => (await commands.diagnose!()).run([], io),
    });
  }
  if (name === undefined) return refuse(text.noCommand);
  if (name === "--help" || name === "-h" || name === "help") return help();
  if (name === "--version") return version();
  if (name.startsWith("-")) return refuse(text.unknownOption(name));
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!load) return refuse(text.unknownCommand(name, nearest(name, Object.keys(commands))));
  const command = await load();
  return command.run(argv, io);
}

async function help(): Promise<number> {
  const known: Command[] = await Promise.all(Object.values(commands).map((load) => load()));
  const rows: [string, string][] = known.map(({ name, summary }) => [name, summary[lang]]);
  io.out(
    `${text.usage}\n\n  jochi COMMAND [OPTION…]\n\n${text.commands}\n${table(rows)}\n\n${table(text.options)}\n\n${text.more}\n`,
  );
  return 0;
}

function table(rows: MainText["options"]): string {
  return rows.map(([left, right]) => `  ${left.padEnd(14)}${right}`).join("\n");
}

function version(): number {
  const file = ownBytes("package.json").toString("utf8");
  io.out(`jochi ${(JSON.parse(file) as { version: string }).version}\n`);
  return 0;
}

function refuse(line: string): number {
  io.err(`jochi: ${oneLine(line)}\n`);
  return 2;
}

function fail(error: unknown): number {
  // A command that was stopped may end by throwing; that is no surprise.
  if (stop.signal.aborted) return 2;
  if (process.env.JOCHI_DEBUG && error instanceof Error) io.err(`${error.stack}\n`);
  return refuse(lineFor(error, text));
}

/** Leaves with `code`, after what was written has been taken; a stopped run tells its signal. */
function end(code: number): void {
  process.exitCode = stoppedBy ?? code;
  whenWritten(() => process.exit());
}

/** A reader that went away (`jochi … | head`) is no error: the run keeps its own exit code. */
function notWritten(error: NodeJS.ErrnoException): void {
  // Windows says EOF of a pipe that nobody reads any more.
  if (["EPIPE", "EOF", "ERR_STREAM_DESTROYED"].includes(error.code ?? "")) return;
  refuse(text.notWritten(error.code ?? error.message));
  process.exit(2);
}

/** The first signal asks the command to clean up, the second does not wait for it. */
function guardSignals(): void {
  for (const [name, number] of [
    ["SIGHUP", 1],
    ["SIGINT", 2],
    ["SIGTERM", 15],
  ] as const) {
    process.on(name, () => {
      if (stoppedBy !== undefined) process.exit(stoppedBy);
      stoppedBy = 128 + number;
      stop.abort(new Error(name));
      setTimeout(() => process.exit(stoppedBy), CLEANUP_MS).unref();
    });
  }
}
