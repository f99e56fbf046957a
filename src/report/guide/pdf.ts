import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { ownBytes } from "../../own/files.ts";
import { drawable } from "../request/pdf-glyphs.ts";
import type { GuideDocument } from "./document.ts";
import { template } from "./pdf-template.ts";

const folder = "assets/fonts";
/** Instead of a character that the fonts lack. */
const missing = "□";

/** A document as PDF/UA-1: A4, tagged, with its own fonts. The same document, the same bytes. */
export async function documentPdf(document: GuideDocument): Promise<Uint8Array> {
  const fonts = ["Regular", "Bold"].map((style) => ownBytes(`${folder}/JochiGothic-${style}.ttf`));
  const points = drawable(fonts[0]!);
  const json = JSON.stringify(document).replace(/\P{ASCII}/gu, (character) =>
    points.has(character.codePointAt(0)!) ? character : missing,
  );
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: fonts }] });
  const inputs = { document: json };
  return compiler.pdf({ mainFileContent: template, inputs }, { pdfStandard: "ua-1" });
}
