import { parseArgs } from "node:util";
import { digitsIn, isMadeWith, readCode } from "../../carry/code.ts";
import type { Guide } from "../../guide/guide.ts";
import { listGuides, loadGuide } from "../../guide/load.ts";
import type { Io } from "../command.ts";
import { Refusal } from "../refusal.ts";
import { evidenceText } from "./text.ts";
import { spokenLines } from "./words.ts";

/** `jochi evidence code`: what digits mean that somebody read out. */
export async function code(argv: string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({
    args: argv,
    options: { guide: { type: "string" }, json: { type: "boolean", default: false } },
    allowPositionals: true,
  });
  if (positionals.length === 0) throw new Refusal(evidenceText[io.lang].needsDigits);
  const typed = positionals.join(" ");
  // What is wrong with the digits is said before any guide is looked for.
  const digits = digitsIn(typed);
  const guide = values.guide === undefined ? guideOf(digits, io) : loadGuide(values.guide);
  const spoken = readCode(typed, guide);
  if (values.json) {
    const { id, edition } = guide;
    const found = { schema: "jochi.spoken-code/1", guide: { id, edition }, ...spoken };
    io.out(`${JSON.stringify(found, null, 2)}\n`);
  } else io.out(`${spokenLines(spoken, guide, io.lang).join("\n")}\n`);
  return 0;
}

function guideOf(digits: string, io: Io): Guide {
  const known = listGuides().map(({ id, edition }) => `${id}@${edition}`);
  for (const name of known) {
    const guide = loadGuide(name);
    if (isMadeWith(digits, guide)) return guide;
  }
  throw new Refusal(evidenceText[io.lang].noGuide(known.join(", ")));
}
