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

/** Writes it whole or not at all. `at`: the time by which the bundle was judged. */
export async function saveReceipt(
  { path, kind }: WantedReceipt,
  bundle: string,
  at: Date,
  found: Verified | BundleFault,
  io: Io,
): Promise<void> {
  const result: ReceiptGiven["result"] =
    found instanceof Error ? { is: "refused", fault: found } : { is: "verified", verified: found };
  const file = { name: basename(bundle), ...(await measured(pathIn(io, bundle))) };
  const receipt = await writeReceipt(kind, { file, at, result }, io.lang);
  writeWhole(path, receipt, bundleText[io.lang]);
  io.err(`${receiptText[io.lang].wrote(path)}\n`);
}

/** The whole file, as it is compared again once it has been moved. */
async function measured(path: string): Promise<{ bytes: number; sha256: string }> {
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
