import { parseArgs } from "node:util";
import { progressOf } from "../../bundle/sign.ts";
import { lastRoot, readMetadata } from "../../bundle/verify/metadata.ts";
import { keysIn, readContents } from "../../bundle/verify.ts";
import type { Io } from "../command.ts";
import { Refusal } from "../refusal.ts";
import { helpFor } from "./help.ts";
import { withBundle } from "./open.ts";
import { bundleText } from "./text.ts";
import { artefactLines, indented, missingLines } from "./told.ts";

/** `jochi bundle show FILE`: what is in a bundle and how far its signatures are; trusts nothing. */
export async function showCommand(argv: string[], io: Io): Promise<number> {
  if (helpFor("show", argv, io)) return 0;
  const options = { json: { type: "boolean", default: false } } as const;
  const { values, positionals } = parseArgs({ args: argv, options, allowPositionals: true });
  const text = bundleText[io.lang];
  const [file, surplus] = positionals;
  if (file === undefined || surplus !== undefined) throw new Refusal(text.needsBundle);
  return withBundle(file, io, async (container) => {
    const metadata = await readMetadata(container);
    const { plan, guides, artefacts } = await readContents(container, metadata, {
      now: new Date(),
    });
    const root = lastRoot(metadata);
    const roles = progressOf(metadata);
    if (values.json) {
      const { sha256, signed } = root;
      const told = {
        schema: "jochi.bundle-show/1",
        root: { version: signed.version, sha256, keys: keysIn(metadata) },
        roles,
        plan,
        artefacts,
      };
      io.out(`${JSON.stringify(told, null, 2)}\n`);
      return 0;
    }
    const lines = [
      text.fingerprint(root.sha256, root.signed.version),
      text.contents,
      ...indented(artefacts.flatMap((one) => artefactLines(one, io.lang))),
    ];
    if (plan.missing.length > 0)
      lines.push(text.missing, ...indented(missingLines(plan.missing, guides, io.lang)));
    lines.push(text.signatures, ...indented(roles.map(text.signatureLine)), text.notVerified);
    io.out(`${lines.join("\n")}\n`);
    return 0;
  });
}
