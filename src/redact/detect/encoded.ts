import { type Detector, groupsOf } from "./detector.ts";
import { isKoreanName } from "./korean-name.ts";

/** One syllable of Hangul as URLs, pages and JSON write it where they shun its own character. */
const syllable =
  "(?:%E[A-C](?:%[89AB][0-9A-F]){2}|%ED%[89][0-9A-F]%[89AB][0-9A-F]|&#(?:4[4-9]|5[0-5])\\d{3};|&#x(?:A[C-F]|[BC][0-9A-F]|D[0-7])[0-9A-F]{2};|\\\\{1,2}u(?:A[C-F]|[BC][0-9A-F]|D[0-7])[0-9A-F]{2})";
const written = new RegExp(
  `(?<=^|[=:"'>+\\s([])(${syllable}{2,4})(?=$|[&"'<,;)\\]\\\\\\s+]|님|씨)`,
  "gdi",
);
/** Syllables taken apart, as Macs write them in names of files. */
const apart = /(?<![\u1100-\u11ff가-힣])([\u1100-\u11ff]{4,12})(?![\u1100-\u11ff가-힣])/dg;

/** Names of people in another spelling than their own. */
export const findEncoded: Detector = function* (text) {
  for (const { start, end, value } of groupsOf(text, written, 1)) {
    if (isKoreanName(decoded(value), [3, 4])) yield { start, end, kind: "person" };
  }
  for (const { start, end, value } of groupsOf(text, apart, 1)) {
    if (isKoreanName(value.normalize("NFC"), [3, 4])) yield { start, end, kind: "person" };
  }
};

function decoded(text: string): string {
  if (text.startsWith("%")) return decodeURIComponent(text);
  const codes = [...text.matchAll(/&#x([0-9A-F]{4});|&#(\d{5});|u([0-9A-F]{4})/gi)];
  return String.fromCharCode(
    ...codes.map(([, hex, number, escaped]) =>
      number === undefined ? Number.parseInt(hex ?? escaped ?? "0", 16) : Number(number),
    ),
  );
}
