import { type Detector, isBefore } from "./detector.ts";

/**
 * How Korean banks write their account numbers, as lengths of the groups between hyphens: 국민,
 * 신한, 우리, 하나, 농협, 기업, 카카오뱅크, 토스뱅크, 케이뱅크, 우체국, 새마을금고, SC제일, 씨티, iM뱅크, 부산,
 * 경남, 광주, 전북, 제주, 수협, 신협, 산업, 저축은행 and securities firms.
 */
const shapes = new Set(
  (
    "6-2-6 3-2-4-3 3-3-6 3-2-6 4-3-6 3-6-5 3-4-4-2 3-6-2-3 4-2-7 4-4-4 4-2-6-1 4-4-4-1 3-6-3 3-2-6-1 " +
    "3-2-7 3-4-4-3 5-2-6 2-2-6 3-2-6-3 4-2-6 3-3-7 3-4-6 4-4-5 3-2-2-6 4-4-2 8-2 3-8-2 6-2-5 5-6-2 3-8"
  ).split(" "),
);

/** Shapes that dates, part numbers and the like have too: only beside a word about money. */
const doubtful = new Set("2-2-6 4-4-2 8-2 3-8-2 6-2-5 5-6-2 3-8 4-4-5 3-2-2-6 3-3-7".split(" "));

const money =
  /계좌|입금|출금|이체|송금|환불|급여|예금|은행|뱅크|농협|수협|신협|금고|우체국|account|acct|cms|a\/c|bank|iban/i;

/** Bank accounts: by their groups, or bare digits beside a word about accounts. */
export const findAccounts: Detector = function* (text) {
  const grouped =
    /(?<![A-Za-z0-9_])(?<![A-Za-z0-9][-.])\d{2,8}(?:-\d{1,8}){1,3}(?![A-Za-z0-9_])(?![-.][A-Za-z0-9])/g;
  for (const { 0: whole, index } of text.matchAll(grouped)) {
    const groups = whole.split("-");
    const shape = groups.map(({ length }) => length).join("-");
    const count = whole.replace(/-/g, "").length;
    const named = isBefore(text, index, money, 32);
    const known =
      shapes.has(shape) && (named || !doubtful.has(shape)) && (named || !isDate(groups));
    if (known || (named && count >= 10 && count <= 16)) {
      yield { start: index, end: index + whole.length, kind: "account" };
    }
  }
  for (const { 0: whole, index } of text.matchAll(
    /(?<![A-Za-z0-9])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?(?![A-Za-z0-9])/g,
  )) {
    if (isBefore(text, index, /iban/i))
      yield { start: index, end: index + whole.length, kind: "account" };
  }
  const spaced = /(?<![A-Za-z0-9_])\d{2,6}(?: \d{1,7}){1,3}(?![A-Za-z0-9_])/g;
  const bare = /(?<![A-Za-z0-9_])\d{10,16}(?![A-Za-z0-9_])/g;
  for (const pattern of [spaced, bare]) {
    for (const { 0: whole, index } of text.matchAll(pattern)) {
      const count = whole.replace(/ /g, "").length;
      if (count >= 10 && count <= 16 && isBefore(text, index, money, 32)) {
        yield { start: index, end: index + whole.length, kind: "account" };
      }
    }
  }
};

/** `2026-11-1234567` and `2026-1126-0930` are numbers of documents and times. */
function isDate([first = "", second = ""]: readonly string[]): boolean {
  if (!/^(19|20)\d\d$/.test(first)) return false;
  return Number(second.slice(0, 2)) >= 1 && Number(second.slice(0, 2)) <= 12;
}
