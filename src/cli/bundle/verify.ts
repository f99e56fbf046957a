import { parseArgs } from "node:util";
import { BundleFault } from "../../bundle/fault.ts";
import { faultWords } from "../../bundle/said.ts";
import { writeStateFolder } from "../../bundle/trust-state.ts";
import type { Verified } from "../../bundle/verify.ts";
import { say } from "../../text/say.ts";
import type { Io } from "../command.ts";
import { Refusal } from "../refusal.ts";
import { anchorOf } from "./anchor.ts";
import { authoritiesOf } from "./authorities.ts";
import { believe } from "./believe.ts";
import { helpFor } from "./help.ts";
import { orRefusal, pathIn } from "./media.ts";
import { withBundle } from "./open.ts";
import { saveReceipt, wantedReceipt } from "./receipt.ts";
import { seenBefore } from "./seen.ts";
import { bundleText } from "./text.ts";
import { artefactLines, indented, missingLines } from "./told.ts";

const options = {
  root: { type: "string" },
  fingerprint: { type: "string" },
  state: { type: "string" },
  authorities: { type: "string" },
  receipt: { type: "string" },
  json: { type: "boolean", default: false },
} as const;

/** Whether a bundle may be used: it is trusted, and nothing in it is refused. */
export const mayBeUsed = ({ trust, refused }: Verified): boolean =>
  trust !== "first-seen" && refused.length === 0;

/** `jochi bundle verify FILE`: 0 it may be used, 1 it may not. */
export async function verifyCommand(argv: string[], io: Io): Promise<number> {
  if (helpFor("verify", argv, io)) return 0;
  const { values, positionals } = parseArgs({ args: argv, options, allowPositionals: true });
  const text = bundleText[io.lang];
  const [file, surplus] = positionals;
  if (file === undefined || surplus !== undefined) throw new Refusal(text.needsBundle);
  const anchor = anchorOf(values, io);
  const folder = values.state === undefined ? undefined : pathIn(io, values.state);
  const receipt = wantedReceipt(values.receipt, file, io);
  const states = await seenBefore(folder, io);
  const now = new Date();
  const roots = await authoritiesOf(values.authorities, io);
  try {
    const { verified, whole } = await withBundle(file, io, async (container) => {
      const verified = await believe(container, states, { anchor, now, roots });
      const whole = receipt && { bytes: container.bytes, sha256: await container.whole() };
      return { verified, whole };
    });
    // A bundle whose keys nobody vouches for must not become what later ones are judged by.
    if (folder !== undefined && verified.trust !== "first-seen")
      await orRefusal(io, () => writeStateFolder(folder, verified.next));
    if (receipt && whole) await saveReceipt(receipt, file, now, { verified, file: whole }, io);
    io.out(values.json ? verifiedJson(verified) : verifiedText(verified, io));
    return mayBeUsed(verified) ? 0 : 1;
  } catch (error) {
    if (!(error instanceof BundleFault)) throw error;
    if (receipt) await saveReceipt(receipt, file, now, error, io);
    const { code, entry, detail } = error;
    const told = { schema: "jochi.bundle-verify/1", accepted: false, code, entry, detail };
    if (values.json) io.out(`${JSON.stringify(told, null, 2)}\n`);
    io.err(`jochi bundle: ${faultWords(error, io.lang)} ${text.doNotUse}\n`);
    return 1;
  }
}

function verifiedJson(verified: Verified): string {
  const { next: _next, guides, ...told } = verified;
  const named = guides.map(({ id, edition }) => ({ id, edition }));
  const accepted = mayBeUsed(verified);
  const all = { schema: "jochi.bundle-verify/1", accepted, ...told, guides: named };
  return `${JSON.stringify(all, null, 2)}\n`;
}

function verifiedText(verified: Verified, { lang }: Io): string {
  const text = bundleText[lang];
  const { root, roles, trust, artefacts, plan, guides, refused, clockBehind, judgedAt } = verified;
  const roleLines = roles.map(({ name, threshold, signedBy, expires }) =>
    text.roleLine({ name, threshold, signedBy: signedBy.length, day: dayOf(expires) }),
  );
  const lines = [
    text.fingerprint(root.sha256, root.version),
    say(lang, `bundle.trust.${trust}`),
    ...(root.version > 1 ? [say(lang, "bundle.root.changed")] : []),
    ...(clockBehind ? [say(lang, "bundle.clock-behind", { day: dayOf(judgedAt) })] : []),
    text.signatures,
    ...indented(roleLines),
    text.contents,
    ...indented(artefacts.flatMap((one) => artefactLines(one, lang))),
  ];
  if (plan.missing.length > 0)
    lines.push(text.missing, ...indented(missingLines(plan.missing, guides, lang)));
  if (refused.length > 0) lines.push(`${text.notToBeUsed} ${text.refusedCount(refused.length)}`);
  lines.push(mayBeUsed(verified) ? text.verified : text.doNotUse);
  const open = artefacts.flatMap(({ checks }) => checks).filter(({ is }) => is === "cannot-tell");
  if (open.length > 0) lines.push(text.cannotTell(open.length));
  return `${lines.join("\n")}\n`;
}

const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10);
