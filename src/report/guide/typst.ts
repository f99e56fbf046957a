import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { ownBytes } from "../../own/files.ts";
import { drawable } from "../request/pdf-glyphs.ts";

const folder = "assets/fonts";
/** Instead of a character that the fonts lack; the rules for accessible PDF forbid one without a glyph. */
const missing = "□";

/** What the compiler has against a document, on one line. */
export class TypstError extends Error {}

/**
 * PDF/UA-1 with its own fonts, from a template in Typst's language and what it shows, which it sees as
 * `sys.inputs.document`. The same input, the same bytes.
 *
 * @param alike what stands for a sign that the fonts lack, where another says the same
 * @throws TypstError
 */
export function typstPdf(
  template: string,
  data: unknown,
  alike: Readonly<Record<string, string>> = {},
): Uint8Array {
  const fonts = ["Regular", "Bold"].map((style) => ownBytes(`${folder}/JochiGothic-${style}.ttf`));
  const points = drawable(fonts[0]!);
  const document = JSON.stringify(data).replace(/\P{ASCII}/gu, (character) =>
    points.has(character.codePointAt(0)!) ? character : (alike[character] ?? missing),
  );
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: fonts }] });
  const source = { mainFileContent: template, inputs: { document } };
  try {
    return compiler.pdf(source, { pdfStandard: "ua-1" });
  } catch (error) {
    throw new TypstError(diagnosticOf(error), { cause: error });
  }
}

/** The compiler's errors have no message; what is wrong stands in their code, behind a number. */
function diagnosticOf(error: unknown): string {
  const { message, code } = error as { message?: unknown; code?: unknown };
  const words = [message, code].find((each) => typeof each === "string" && each !== "");
  return String(words ?? error)
    .replace(/^\d+: /, "")
    .replace(/\s+/g, " ")
    .trim();
}
