import { type Detector, groupsOf, isBefore, type Match } from "./detector.ts";

/** Numbers by which Korea knows its people and companies, and the numbers of payment cards. */
export const findNumbers: Detector = function* (text) {
  for (const { start, end } of groupsOf(text, tail, 1))
    yield { start, end, kind: "resident-number" };
  for (const { start, end } of groupsOf(text, cardCode, 1)) yield { start, end, kind: "card" };
  yield* residents(text);
  yield* cards(text);
  yield* companies(text);
  yield* passports(text);
  yield* licences(text);
};

/**
 * Resident and foreigner registration numbers: day of birth, a digit for century and sex, six more.
 * Those given since October 2020 have no check digit any more, so a right one is asked for only
 * where thirteen digits in a row may as well be a time in milliseconds.
 */
function* residents(text: string): Generator<Match> {
  const pattern =
    /(?<![A-Za-z0-9_])(?<!\d[-.])(\d{2})(\d{2})(\d{2})(\s?[-~.]\s?| |)(\d)(\d{6}|[*xX●○■]{4,6})(?![A-Za-z0-9_])(?!-\d)/g;
  for (const found of text.matchAll(pattern)) {
    const [whole, year = "", month = "", day = "", gap = "", century = "", tail = ""] = found;
    const start = found.index;
    const named = isBefore(text, start, /주민|등록\s?번호|외국인|생년|RRN|jumin|resident|ssn/i);
    if (!isDay(month, day) && !named) continue;
    if (gap === "" && !named && !isLikely(year + month + day + century + tail)) continue;
    if ((century === "9" || century === "0") && !named && gap === "") continue;
    yield { start, end: start + whole.length, kind: "resident-number" };
  }
}

/** The second half alone. */
const tail = /주민(?:등록)?\s?번호\s?(?:뒷\s?자리|뒤\s?7?\s?자리)\s?[:=]?\s?(\d{7})(?!\d)/dg;
const cardCode =
  /(?<![A-Za-z])(?:CVC|CVV|CID|카드\s?(?:뒷|끝|마지막)\s?(?:4|네)\s?자리)2?\s{0,2}[:=]?\s{0,2}(\d{3,4})(?!\d)/dgi;

function isDay(month: string, day: string): boolean {
  const most = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][Number(month) - 1];
  return most !== undefined && Number(day) >= 1 && Number(day) <= most;
}

/** Times in milliseconds of the years 2017 to 2030 begin like birthdays of the years 15 to 19. */
function isLikely(digits: string): boolean {
  return isRight(digits) || !/^1[4-9]/.test(digits);
}

/** The check digit of resident numbers, and that of foreigners' which is two more. */
function isRight(digits: string): boolean {
  if (!/^\d{13}$/.test(digits)) return false;
  const weights = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5];
  const sum = weights.reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
  const own = (11 - (sum % 11)) % 10;
  const last = Number(digits[12]);
  return own === last || (own + 2) % 10 === last;
}

/** Payment cards, whole or with stars in the middle. */
function* cards(text: string): Generator<Match> {
  const pattern =
    /(?<![A-Za-z0-9_])(?<!\d[-.])(?:\d{4}([- .]?)\d{4}\1\d{4}\1\d{4}(?:\1\d{3})?|3[47]\d{2}([- ]?)\d{6}\2\d{5}|3[068]\d{2}([- ]?)\d{6}\3\d{4})(?![A-Za-z0-9_])(?![-.]\d)/g;
  for (const { 0: whole, index } of text.matchAll(pattern)) {
    const digits = whole.replace(/\D/g, "");
    const named = isBefore(text, index, /카드|card/i);
    if (named || (isIssued(digits) && isLuhn(digits)))
      yield { start: index, end: index + whole.length, kind: "card" };
  }
  const starred =
    /(?<![A-Za-z0-9_*])\d{4}[- ]?(?:[\d*xX]{4}[- ]?)?[*xX]{4}[- ]?[\d*]{3,4}(?![A-Za-z0-9_*])/g;
  for (const { 0: whole, index } of text.matchAll(starred)) {
    yield { start: index, end: index + whole.length, kind: "card" };
  }
}

/** First digits that are given to payment cards; 9 is given out within Korea. */
function isIssued(digits: string): boolean {
  const head = Number(digits.slice(0, 4));
  return /^[345689]/.test(digits) || (head >= 2221 && head <= 2720);
}

function isLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/** Registration numbers of businesses and of companies. */
function* companies(text: string): Generator<Match> {
  const business =
    /(?<![A-Za-z0-9_])(?<!\d-)(\d{3})([- ]?)(\d{2})\2(\d{5})(?![A-Za-z0-9_])(?!-\d)/g;
  for (const { 0: whole, 2: gap, index } of text.matchAll(business)) {
    const named = isBefore(text, index, /사업자|등록\s?번호|business|biz/i);
    const right = isRightBusiness(whole.replace(/\D/g, ""));
    if (gap === "-" ? named || right : named) {
      yield {
        start: index,
        end: index + whole.length,
        kind: "business-number",
      };
    }
  }
  const company = /(?<![A-Za-z0-9_])\d{6}-?\d{7}(?![A-Za-z0-9_])/g;
  for (const { 0: whole, index } of text.matchAll(company)) {
    if (isBefore(text, index, /법인/)) {
      yield {
        start: index,
        end: index + whole.length,
        kind: "business-number",
      };
    }
  }
}

function isRightBusiness(digits: string): boolean {
  const weights = [1, 3, 7, 1, 3, 7, 1, 3, 5];
  const sum = weights.reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
  return (10 - ((sum + Math.floor((5 * Number(digits[8])) / 10)) % 10)) % 10 === Number(digits[9]);
}

/** One letter and eight digits, or with a letter in the middle since December 2021. */
function* passports(text: string): Generator<Match> {
  const pattern =
    /(?<![A-Za-z0-9_\-/\\.])[MSRODG](?:\d{8}|\d{3}[A-Z]\d{4})(?![A-Za-z0-9_])(?!-\d)/g;
  for (const { 0: whole, index } of text.matchAll(pattern)) {
    const named = isBefore(text, index, /여권|passport/i, 32);
    const [, year, month = "", day = ""] = /^.(19|20)\d\d(\d\d)(\d\d)$/.exec(whole) ?? [];
    const day8 = year !== undefined && isDay(month, day);
    if (named || (whole.startsWith("M") && !day8)) {
      yield { start: index, end: index + whole.length, kind: "passport" };
    }
  }
}

const regions = "서울|부산|대구|인천|광주|대전|울산|경기|강원|충북|충남|전북|전남|경북|경남|제주";

const licenceNumber = new RegExp(
  `(?<![A-Za-z0-9_])(?<!\\d-)(?:(?:1[1-9]|2[0-8])-\\d{2}-\\d{6}-\\d{2}|(?:${regions})[ -]?(?:(?:1[1-9]|2[0-8])-)?\\d{2}-\\d{6}-\\d{2})(?![A-Za-z0-9_])(?!-\\d)`,
  "g",
);

function* licences(text: string): Generator<Match> {
  for (const { 0: whole, index } of text.matchAll(licenceNumber)) {
    yield { start: index, end: index + whole.length, kind: "licence" };
  }
  const bare = /(?<![A-Za-z0-9_])\d{12}(?![A-Za-z0-9_])/g;
  for (const { 0: whole, index } of text.matchAll(bare)) {
    if (isBefore(text, index, /면허|licen[cs]e\s?(no|number)/i)) {
      yield { start: index, end: index + whole.length, kind: "licence" };
    }
  }
}
