import { createHash } from "node:crypto";
import { basename } from "node:path";
import { openSource, pieces } from "../../bundle/container/source.ts";
import type { BundleFault } from "../../bundle/fault.ts";
import {
  checkoutOnly,
  type ReceiptGiven,
  type ReceiptKind,
  receiptKindOf,
  receiptKinds,
  writeReceipt,
} from "../../bundle/receipt.ts";
import type { Verified } from "../../bundle/verify.ts";
import { isPacked } from "../../own/files.ts";
import type { Io } from "../command.ts";
import { isSameFile, writeWhole } from "../files.ts";
import { Refusal } from "../refusal.ts";
import { pathIn } from "./media.ts";
import { receiptText } from "./receipt-text.ts";
import { bundleText } from "./text.ts";

/** A receipt that is to be written once the bundle has been looked at. */
export interface WantedReceipt {
  path: string;
  kind: ReceiptKind;
}

/** Refuses before anything is done what could not be written afterwards. */
export function wantedReceipt(
  file: string | undefined,
  bundle: string,
  io: Io,
): WantedReceipt | undefined {
  if (file === undefined) return undefined;
  const text = receiptText[io.lang];
  const kind = receiptKindOf(file);
  if (kind === undefined) throw new Refusal(text.badEnding(file, receiptKinds.join(", ")));
  if (isPacked && checkoutOnly.includes(kind)) throw new Refusal(text.noPdf);
  const path = pathIn(io, file);
  if (isSameFile(path, pathIn(io, bundle))) throw new Refusal(text.sameFile(file));
  return { path, kind };
}

/** The whole file, as it is compared again once it has been moved. */
type Measured = Omit<ReceiptGiven["file"], "name">;

/** What was found out about a bundle, and the file that it was found out about. */
export type Found = { verified: Verified; file: Measured } | BundleFault;

/** Writes it whole or not at all. `at`: the time by which the bundle was judged. */
export async function saveReceipt(
  { path, kind }: WantedReceipt,
  bundle: string,
  at: Date,
  found: Found,
  io: Io,
): Promise<void> {
  const refused = found instanceof Error;
  const result: ReceiptGiven["result"] = refused
    ? { is: "refused", fault: found }
    : { is: "verified", verified: found.verified };
  // Only what was refused is measured by its name: another file may stand there by now.
  const measured = refused ? await fileNamed(pathIn(io, bundle)) : found.file;
  const file = { name: basename(bundle), ...measured };
  const receipt = await writeReceipt(kind, { file, at, result }, io.lang);
  writeWhole(path, receipt, bundleText[io.lang]);
  io.err(`${receiptText[io.lang].wrote(path)}\n`);
}

async function fileNamed(path: string): Promise<Measured> {
  const source = await openSource(path);
  if (!source) return { bytes: 0, sha256: "-" };
  try {
    const hash = createHash("sha256");
    for await (const piece of pieces(source, 0, source.size)) hash.update(piece);
    return { bytes: source.size, sha256: hash.digest("hex") };
  } finally {
    await source.close();
  }
}
