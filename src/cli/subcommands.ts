import { GuideError, oneLine } from "../guide/error.ts";
import { nearest } from "../guide/nearest.ts";
import type { Io } from "./command.ts";
import { LateRefusal, Refusal } from "./refusal.ts";

export type Run = (argv: string[], io: Io) => Promise<number>;

/** A command that is one word for several: what its words are, and what it says itself. */
export interface Family {
  name: string;
  /** Loaded only when named, as commands are. */
  subcommands: Readonly<Record<string, () => Promise<Run>>>;
  text: { noSubcommand: string; unknown(name: string, near: string | undefined): string };
  help(): string | Promise<string>;
  /** Each subcommand has a help of its own. */
  ownHelp?: true;
  /** What an error that only this family knows says; undefined for any other. */
  words?(error: unknown): string | undefined | Promise<string | undefined>;
}

const helps = ["--help", "-h"];

/** Runs the subcommand that the first word names. Bad input gets one line and exit code 2. */
export async function runSubcommand(family: Family, argv: string[], io: Io): Promise<number> {
  const { name: command, subcommands, text, help, ownHelp } = family;
  const refuse = (line: string) => {
    io.err(`jochi ${command}: ${oneLine(line)}\n`);
    return 2;
  };
  const [name, ...rest] = argv;
  if (name === undefined) return refuse(text.noSubcommand);
  if (helps.includes(name) || (!ownHelp && rest.some((word) => helps.includes(word)))) {
    io.out(`${await help()}\n`);
    return 0;
  }
  const load = Object.hasOwn(subcommands, name) ? subcommands[name] : undefined;
  if (!load) return refuse(text.unknown(name, nearest(name, Object.keys(subcommands))));
  try {
    const run = await load();
    return await run(rest, io);
  } catch (error) {
    const own = await family.words?.(error);
    if (own !== undefined) return refuse(own);
    if (error instanceof GuideError) return refuse(error.words[io.lang]);
    if (error instanceof LateRefusal) return refuse(await error.words());
    if (error instanceof Refusal) return refuse(error.message);
    throw error;
  }
}
