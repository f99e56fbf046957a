import assert from "node:assert/strict";
import { it } from "node:test";
import { TypstError, typstPdf } from "./typst.ts";

it("what Typst has against a document is told in its own words, on one line", () => {
  const wrong: [RegExp, string][] = [
    [/^label `<a>` occurs multiple times in the document$/, "= x <a>\n= y <a>\n#link(<a>)[z]"],
    [/^unclosed delimiter$/, "#let x = ("],
    [/^panicked with: "a b"$/, '#panic("a b")'],
  ];
  for (const [words, template] of wrong) {
    assert.throws(
      () => typstPdf(template, {}),
      (error: unknown) => error instanceof TypstError && words.test(error.message),
      template,
    );
  }
});
