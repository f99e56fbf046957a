import { parseArgs } from "node:util";
import { diffBundles, isSame } from "../../bundle/diff.ts";
import { readMetadata } from "../../bundle/verify/metadata.ts";
import { oneLine } from "../../guide/error.ts";
import type { Io } from "../command.ts";
import { Refusal } from "../refusal.ts";
import { helpFor } from "./help.ts";
import { withBundle } from "./open.ts";
import { bundleText } from "./text.ts";

/** `jochi bundle diff BEFORE AFTER`: 0 where both hold the same. */
export async function diffCommand(argv: string[], io: Io): Promise<number> {
  if (helpFor("diff", argv, io)) return 0;
  const options = { json: { type: "boolean", default: false } } as const;
  const { values, positionals } = parseArgs({ args: argv, options, allowPositionals: true });
  const text = bundleText[io.lang];
  const [before, after, surplus] = positionals;
  if (before === undefined || after === undefined || surplus !== undefined)
    throw new Refusal(text.needsTwo);
  const one = await withBundle(before, io, readMetadata);
  const other = await withBundle(after, io, readMetadata);
  const diff = diffBundles(one, other);
  if (values.json)
    io.out(`${JSON.stringify({ schema: "jochi.bundle-diff/1", ...diff }, null, 2)}\n`);
  else {
    const lines = [
      ...diff.added.map((name) => `+ ${name}  ${text.added}`),
      ...diff.removed.map((name) => `- ${name}  ${text.removed}`),
      ...diff.changed.map(
        ({ name, what }) => `~ ${name}  ${text.changed}: ${what.map(text.field).join(", ")}`,
      ),
      ...diff.roles.map((role) => `~ ${role}  ${text.changed}: ${text.signatures}`),
    ].map(oneLine);
    io.out(`${(lines.length > 0 ? lines : [text.same]).join("\n")}\n`);
  }
  return isSame(diff) ? 0 : 1;
}
