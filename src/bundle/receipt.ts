import type { GuideDocument } from "../report/guide/document.ts";
import { documentText } from "../report/guide/plain-text.ts";
import type { Lang } from "../text/words.ts";
import { receiptDocument } from "./receipt/document.ts";
import type { ReceiptGiven } from "./receipt/given.ts";
import { receiptHtml } from "./receipt/html.ts";

export type { ReceiptGiven } from "./receipt/given.ts";

/** Endings of the files that a receipt can be. */
export const receiptKinds = ["txt", "html", "pdf"] as const;
export type ReceiptKind = (typeof receiptKinds)[number];

/** PDF is made by native code, which only a checkout has. */
export const checkoutOnly: readonly ReceiptKind[] = ["pdf"];

/** What a name ends in; undefined for any other. */
export function receiptKindOf(file: string): ReceiptKind | undefined {
  const ending = /\.([a-z]+)$/i.exec(file)?.[1]?.toLowerCase();
  return receiptKinds.find((kind) => kind === ending);
}

/** A receipt as one file. The same input gives the same bytes. */
export async function writeReceipt(
  kind: ReceiptKind,
  given: ReceiptGiven,
  lang: Lang,
): Promise<Uint8Array | string> {
  return write[kind](receiptDocument(given, lang));
}

const write: Record<ReceiptKind, (document: GuideDocument) => Promise<Uint8Array> | string> = {
  txt: documentText,
  html: receiptHtml,
  pdf: async (document) => (await import("../report/guide/pdf.ts")).documentPdf(document),
};
