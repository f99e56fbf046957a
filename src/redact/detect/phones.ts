import { type Detector, isBefore, type Match } from "./detector.ts";

const landlines = "2|3[1-3]|4[1-4]|5[1-5]|6[1-4]|70|50[0-9]|80|30[0-9]";
const called =
  /전화|연락|휴대|핸드폰|내선|팩스|문의|번호|tel|phone|mobile|fax|call|☎|☏|T\.|H\.P|HP/i;

const groupedLandline = new RegExp(
  `(?<![A-Za-z0-9_])(?<!\\d[-.])(?:\\(0(?:${landlines})\\)\\s?\\d{3,4}[-. ]\\d{4}|0(?:${landlines})([-. ])\\d{3,4}\\1\\d{4}|0(?:${landlines})\\)\\s?\\d{3,4}-\\d{4})(?![A-Za-z0-9_])(?![-.]\\d)`,
  "g",
);

const bareLandline = new RegExp(`(?<![A-Za-z0-9_])0(?:${landlines})\\d{7,8}(?![A-Za-z0-9_])`, "g");

/**
 * Telephone numbers of people and offices: mobile, landline, internet and personal numbers, with the
 * country's number or without. Those that everybody calls (1588-…, 112) are nobody's and stay.
 */
export const findPhones: Detector = function* (text) {
  const country =
    /(?<![\w+])(?:\+|00)82[-. )]{0,2}\(?0?\)?[-. ]?\d{1,3}[-. )]{0,2}\d{3,4}[-. ]?\d{4}(?!\d)(?![-.]\d)/g;
  yield* all(text, country);
  const mobile =
    /(?<![A-Za-z0-9_])(?<!\d[-.])\(?01[016789]\)?[-. ~]{0,2}\d{3,4}[-. ~]{0,2}\d{4}(?![A-Za-z0-9_])(?![-.]\d)/g;
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
};

function* all(text: string, pattern: RegExp): Generator<Match> {
  for (const { 0: whole, index } of text.matchAll(pattern)) {
    yield { start: index, end: index + whole.length, kind: "phone" };
  }
}
