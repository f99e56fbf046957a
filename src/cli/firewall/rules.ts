import { join } from "node:path";
import { flowsOf } from "../../firewall/flow.ts";
import { openingsOf } from "../../firewall/merge.ts";
import { writers } from "../../firewall/write/index.ts";
import type { Written, WrittenFile } from "../../firewall/write/writer.ts";
import { loadGuide } from "../../guide/load.ts";
import { say } from "../../text/say.ts";
import type { Io } from "../command.ts";
import { useFolder } from "../folder.ts";
import { choiceOf, optionsOf, pathOf, save, shared, sourcesOf } from "./options.ts";
import { crossingOf } from "./reading.ts";
import { firewallText } from "./text.ts";

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
  else {
    const folder = pathOf(values.output, io);
    useFolder(folder, firewallText[io.lang]);
    for (const { name, text } of files) save(text, join(folder, name), io);
  }
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

function openOf({ needsPerson }: Written, io: Io): string[] {
  if (needsPerson.length === 0) return [];
  const lines = needsPerson.flatMap(({ opening, key }) =>
    opening.hosts.map((host) => `  ${say(io.lang, key, { host })}`),
  );
  return [firewallText[io.lang].needsPerson, ...lines];
}
