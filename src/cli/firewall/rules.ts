import { existsSync, mkdirSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { flowsOf } from "../../firewall/flow.ts";
import { openingsOf } from "../../firewall/merge.ts";
import { writers } from "../../firewall/write/index.ts";
import type { Written, WrittenFile } from "../../firewall/write/writer.ts";
import { loadGuide } from "../../guide/load.ts";
import { say } from "../../text/say.ts";
import type { Io } from "../command.ts";
import { writeWhole } from "../files.ts";
import { Refusal } from "../refusal.ts";
import { choiceOf, optionsOf, pathOf, shared, sourcesOf } from "./options.ts";
import { crossingOf } from "./reading.ts";
import { type FirewallText, firewallText } from "./text.ts";

/** `jochi firewall rules`: the guide's flows as rules of one vendor, or what takes them away. */
export async function rules(argv: string[], io: Io): Promise<number> {
  const { values } = optionsOf(argv, {
    ...shared,
    vendor: { type: "string" },
    in: { type: "string" },
    out: { type: "string" },
    remove: { type: "boolean", default: false },
    output: { type: "string" },
  });
  const vendor = choiceOf("--vendor", values.vendor, Object.keys(writers), io);
  const { sources } = sourcesOf(values.source, io);
  const { id, edition, endpoints } = loadGuide(values.guide);
  const guide = { id, edition };
  const openings = openingsOf(flowsOf({ endpoints }), sources, guide);
  const written = writers[vendor]!.write({
    guide,
    openings,
    ...crossingOf(values, io),
  });
  const files = values.remove ? written.remove : written.add;
  if (values.json) io.out(`${JSON.stringify(toJson(vendor, guide, files, written), null, 2)}\n`);
  else if (values.output === undefined) print(files, io);
  else save(files, pathOf(values.output, io), io);
  for (const line of openOf(written, io)) io.err(`${line}\n`);
  return 0;
}

function toJson(vendor: string, guide: object, files: readonly WrittenFile[], written: Written) {
  const needsPerson = written.needsPerson.map(({ opening, key }) => ({
    hosts: opening.hosts,
    key,
  }));
  return { schema: "jochi.firewall-rules/1", vendor, guide, files, needsPerson };
}

/** The screen gets the file that matters; the others are named. */
function print([first, ...rest]: readonly WrittenFile[], io: Io): void {
  if (!first) return;
  io.out(first.text);
  for (const { name } of rest) io.err(`${firewallText[io.lang].alsoFile(name)}\n`);
}

function save(files: readonly WrittenFile[], folder: string, io: Io): void {
  const text = firewallText[io.lang];
  makeFolder(folder, text);
  for (const { name, text: content } of files) {
    const file = join(folder, name);
    writeWhole(file, content, text);
    io.err(`${text.wrote(file)}\n`);
  }
}

/** Folder by folder: Node's own way never comes back from a place that takes no folder, /proc say. */
function makeFolder(folder: string, words: FirewallText): void {
  const missing: string[] = [];
  for (let at = resolve(folder); !existsSync(at); at = dirname(at)) missing.push(at);
  try {
    for (const each of missing.reverse()) mkdirSync(each);
    if (!statSync(folder).isDirectory()) throw new Refusal(words.notFolder(folder));
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(words.unwritable(folder, (error as NodeJS.ErrnoException).code ?? "unknown"));
  }
}

function openOf({ needsPerson }: Written, io: Io): string[] {
  if (needsPerson.length === 0) return [];
  const lines = needsPerson.flatMap(({ opening, key }) =>
    opening.hosts.map((host) => `  ${say(io.lang, key, { host })}`),
  );
  return [firewallText[io.lang].needsPerson, ...lines];
}
