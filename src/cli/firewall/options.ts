import { isAbsolute, join } from "node:path";
import { type ParseArgsOptionsConfig, parseArgs } from "node:util";
import { type AddressSet, noAddress, parseAddresses } from "../../firewall/address.ts";
import { union } from "../../firewall/ranges.ts";
import type { Io } from "../command.ts";
import { defaultGuide } from "../default-guide.ts";
import { isSameFile, writeWhole } from "../files.ts";
import { Refusal } from "../refusal.ts";
import { firewallText } from "./text.ts";

/** Options that several subcommands share. */
export const shared = {
  guide: { type: "string", default: defaultGuide },
  source: { type: "string", multiple: true },
  json: { type: "boolean", default: false },
} satisfies ParseArgsOptionsConfig;

/** Words that no option asks for are refused: a second file that is not looked at is a trap. */
export function optionsOf<T extends ParseArgsOptionsConfig>(
  argv: string[],
  options: T,
  allowPositionals = false,
) {
  return parseArgs({ args: argv, options, strict: true, allowPositionals });
}

/** What is written must not take the place of what is read. */
export function keepApart(
  output: string | undefined,
  inputs: readonly (string | undefined)[],
  io: Io,
): void {
  if (output === undefined) return;
  for (const input of inputs) {
    if (input === undefined || input === "-") continue;
    if (isSameFile(pathOf(output, io), pathOf(input, io))) {
      throw new Refusal(firewallText[io.lang].sameFile(output));
    }
  }
}

/** Writes what a command found: whole into the file that was named, else on standard output. */
export function tell(text: string, output: string | undefined, io: Io): void {
  if (output === undefined) io.out(text);
  else save(text, output, io);
}

/** Writes a file whole, and says on standard error where it is. */
export function save(content: string | Uint8Array, output: string, io: Io): void {
  const words = firewallText[io.lang];
  const file = pathOf(output, io);
  writeWhole(file, content, words);
  io.err(`${words.wrote(file)}\n`);
}

export function pathOf(file: string, { cwd }: Io): string {
  return isAbsolute(file) ? file : join(cwd, file);
}

/** Every `--source`, as one set and as it was written. */
export function sourcesOf(given: readonly string[] | undefined, io: Io) {
  const text = firewallText[io.lang];
  const words = (given ?? []).flatMap((value) => value.split(",")).map((word) => word.trim());
  if (words.length === 0) throw new Refusal(text.missing("--source"));
  const sets = words.map((word) => {
    const set = parseAddresses(word);
    if (!set) throw new Refusal(text.badSource(word));
    return set;
  });
  return { words, sources: sets.reduce(joined, noAddress) };
}

function joined(a: AddressSet, b: AddressSet): AddressSet {
  return { v4: union(a.v4, b.v4), v6: union(a.v6, b.v6), names: [] };
}

/** One of several words, or a line that names them. */
export function choiceOf<T extends string>(
  option: string,
  value: string | undefined,
  choices: readonly T[],
  io: Io,
): T {
  const text = firewallText[io.lang];
  if (value === undefined) throw new Refusal(text.missingChoice(option, choices.join(", ")));
  const known = choices.find((choice) => choice === value);
  if (known === undefined) throw new Refusal(text.badChoice(option, value, choices.join(", ")));
  return known;
}
