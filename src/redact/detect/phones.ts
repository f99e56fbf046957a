import { type Detector, groupsOf, isBefore, type Match } from "./detector.ts";
import { afterLabel, labelled } from "./labelled.ts";

const landlines = "2|3[1-3]|4[1-4]|5[1-5]|6[1-4]|70|50[0-9]|30[0-9]";
const called =
  /전화|연락|휴대|핸드폰|내선|팩스|문의|번호|tel|phone|mobile|fax|call|☎|☏|T\.|H\.P|HP/i;

const groupedLandline = new RegExp(
  `(?<![A-Za-z0-9_])(?<!\\d[-.])(?:\\(0(?:${landlines})\\)\\s?\\d{3,4}[-. ]\\d{4}|0(?:${landlines})([-. ])\\d{3,4}\\1\\d{4}|0(?:${landlines})\\)\\s?\\d{3,4}-\\d{4})(?![A-Za-z0-9_])(?![-.]\\d)`,
  "g",
);

const bareLandline = new RegExp(`(?<![A-Za-z0-9_])0(?:${landlines})\\d{7,8}(?![A-Za-z0-9_])`, "g");

const labels =
  "(?:집|사내|사무실|직장|회사|자택|담당자?|대표|비상)?\\s?전화(?:번호)?|연락처|휴대(?:폰|전화)(?:번호)?|핸드폰(?:번호)?|팩스(?:번호)?|tel(?:ephone)?|phone(?:[\\s_-]?(?:no|number))?|mobile|cell|fax|h\\.?p|hp_?no|☎|☏|📞";
/** Behind such a label any digits in groups are a number that somebody answers. */
const announced = afterLabel(
  labels,
  "\\+?\\(?\\d[\\d]{0,4}[-.) ~]{0,2}\\d{1,5}(?:[-. ~]{1,2}\\d{2,5}){0,2}(?![\\w])(?![-.:]\\d)",
  true,
);
const extension = afterLabel(
  "내선(?:\\s?(?:번호|전화))?|구내(?:\\s?(?:번호|전화))?|교환|ext(?:ension)?\\.?|☎|☏",
  "(?:#|no\\.?\\s?)?\\d{3,5}(?:\\s?[,/]\\s?\\d{3,5}){0,4}(?![\\d]|[-.:]\\d|\\s?(?:개|회|명|초|분|회선))",
  true,
);

/** `063-220-4417(2207)` and `7119 (내선)` */
const behind =
  /(?<=\d{3,4}-\d{4}\s?|(?:phone|name)-[a-z]{8}\s?)\((\d{3,5})\)|(?<![\w.-])x?(\d{3,5})(?=\s?\((?:내선|구내|ext))/dg;

/**
 * Telephone numbers of people and offices: mobile, landline, internet and personal numbers, with the
 * country's number or without. Those that everybody calls (1588-…, 080-…, 112) are nobody's and stay.
 */
export const findPhones: Detector = function* (text) {
  const country =
    /(?<![\w+])(?:\+|00)82[-. )]{0,2}\(?0?\)?[-. ]?\d{1,3}[-. )]{0,2}\d{3,4}[-. ]?\d{4}(?!\d)(?![-.]\d)/g;
  yield* all(text, country);
  const mobile =
    /(?<![A-Za-z0-9_])(?<!\d[-.])\(?01[016789]\)?[-. ~]{0,3}\d{3,4}[-. ~]{0,3}\d{4}(?![A-Za-z0-9_])(?![-.]\d)/g;
  yield* all(text, mobile);
  const starred =
    /(?<![A-Za-z0-9_])01[016789][-. ]?(?:\d{3,4}|[*xX●]{3,4})[-. ]?(?:[*xX●]{4}|\d{4})(?![A-Za-z0-9_*])/g;
  yield* all(text, starred);
  yield* all(text, groupedLandline);
  for (const match of all(text, bareLandline)) if (isBefore(text, match.start, called)) yield match;
  const short = /(?<![A-Za-z0-9_])(?<!\d[-.])\d{3,4}-\d{4}(?![A-Za-z0-9_])(?![-.]\d)/g;
  for (const match of all(text, short)) {
    const everybodys = /^1[568]\d\d-/.test(text.slice(match.start, match.end));
    if (!everybodys && isBefore(text, match.start, /전화|연락처|내선|팩스|tel|fax|☎|☏/i, 16))
      yield match;
  }
  for (const { start, end } of labelled(text, extension)) yield { start, end, kind: "phone" };
  for (const { start, end, value } of labelled(text, announced)) {
    const digits = value.replace(/\D/g, "");
    // What everybody calls, and years.
    if (digits.length < 4 || /^(?:1[568]\d{6}|080\d{6,8}|(?:19|20)\d\d)$/.test(digits)) continue;
    if (/\d/.test(value) && digits.length <= 13) yield { start, end, kind: "phone" };
  }
  for (const [pattern, group] of [
    [behind, 1],
    [behind, 2],
  ] as const) {
    for (const { start, end } of groupsOf(text, pattern, group)) {
      yield { start, end, kind: "phone" };
    }
  }
};

function* all(text: string, pattern: RegExp): Generator<Match> {
  for (const { 0: whole, index } of text.matchAll(pattern)) {
    yield { start: index, end: index + whole.length, kind: "phone" };
  }
}
