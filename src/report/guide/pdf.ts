import type { GuideDocument } from "./document.ts";
import { template } from "./pdf-template.ts";
import { typstPdf } from "./typst.ts";

/** A document as PDF/UA-1: A4, tagged, with its own fonts. The same document, the same bytes. */
export async function documentPdf(document: GuideDocument): Promise<Uint8Array> {
  return typstPdf(template, document);
}
