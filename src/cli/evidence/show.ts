import { parseArgs } from "node:util";
import { pack } from "../../carry/pack.ts";
import { plain } from "../../text/plain.ts";
import type { Io } from "../command.ts";
import { readEvidence } from "../evidence.ts";
import { Refusal } from "../refusal.ts";
import { pathOf } from "./options.ts";
import { evidenceText } from "./text.ts";

/** `jochi evidence show`: what an evidence file holds, without judging it. */
export async function show(argv: string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({
    args: argv,
    options: { json: { type: "boolean", default: false } },
    allowPositionals: true,
  });
  const text = evidenceText[io.lang];
  const [file, surplus] = positionals;
  if (file === undefined) throw new Refusal(text.needsFile);
  if (surplus !== undefined) throw new Refusal(text.oneFile(surplus));
  const evidence = readEvidence(pathOf(file, io), io);
  const json = JSON.stringify(evidence);
  const packed = pack(json);
  const { guide, platform, startedAt, durationMs, incomplete, symptom, facts } = evidence;
  const probes = Object.fromEntries(
    [...Map.groupBy(facts, ({ probe }) => probe)].map(([probe, all]) => [probe, all.length]),
  );
  const size = { bytes: Buffer.byteLength(json), packed: packed.length };
  if (values.json) {
    const found = { schema: "jochi.evidence-summary/1", guide, platform, startedAt, durationMs };
    io.out(`${JSON.stringify({ ...found, incomplete, symptom, probes, size }, null, 2)}\n`);
    return 0;
  }
  const rows: [string, string][] = [
    [text.shown.guide, `${guide.id}@${guide.edition}`],
    [text.shown.seen, `${startedAt} (${durationMs} ms)`],
    [text.shown.platform, platform],
    ...(symptom === undefined
      ? []
      : ([[text.shown.symptom, plain(symptom)]] as [string, string][])),
    [
      text.shown.facts,
      Object.entries(probes)
        .map(([probe, count]) => `${probe} ${count}`)
        .join(", "),
    ],
    [text.shown.size, text.bytes(size.bytes, size.packed)],
  ];
  io.out(rows.map(([name, value]) => `${name}: ${value}\n`).join(""));
  if (incomplete) io.out(`${text.incomplete}\n`);
  return 0;
}
