/**
 * Letters of other scripts that look like Latin ones in most typefaces, and letters and figures
 * that are taken for one another. Enough to warn; what decides is whether texts are equal.
 */
const drawn: Readonly<Record<string, string>> = {
  а: "a",
  в: "b",
  с: "c",
  ԁ: "d",
  е: "e",
  ё: "e",
  һ: "h",
  н: "h",
  і: "i",
  ї: "i",
  ј: "j",
  к: "k",
  ӏ: "l",
  м: "m",
  о: "o",
  р: "p",
  ԛ: "q",
  ѕ: "s",
  т: "t",
  у: "y",
  ѵ: "v",
  ԝ: "w",
  х: "x",
  α: "a",
  β: "b",
  ε: "e",
  η: "n",
  ι: "i",
  κ: "k",
  μ: "u",
  ν: "v",
  ο: "o",
  ρ: "p",
  τ: "t",
  υ: "u",
  χ: "x",
  ω: "w",
  ı: "i",
  ɡ: "g",
  ո: "n",
  օ: "o",
  ս: "u",
  "0": "o",
  "1": "i",
  l: "i",
  "|": "i",
};

/** Whether two different texts could be taken for each other by somebody who reads them. */
export function lookAlike(a: string, b: string): boolean {
  return a !== b && skeleton(a) === skeleton(b);
}

/** Compatible forms made one, marks and invisible signs dropped, letters as they are drawn. */
function skeleton(text: string): string {
  const plain = text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\p{M}\p{Cf}\p{Cc}\p{Z}\p{P}\p{S}]/gu, (mark) => (mark === "|" ? mark : ""));
  // Hangul is put together again, as taking marks away leaves its letters alone.
  return [...plain.normalize("NFC")].map((letter) => drawn[letter] ?? letter).join("");
}
