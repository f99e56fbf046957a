import { type Detector, isBefore, type Match } from "./detector.ts";
import { afterLabel, labelled } from "./labelled.ts";

/** What belongs to one person or one machine and is told by a label or by its form. */
export const findBelongings: Detector = function* (text) {
  yield* birthdays(text);
  yield* places(text);
  yield* numbers(text);
};

const day =
  "(?:19|20)?\\d{2}\\s?[-./년]\\s?(?:1[0-2]|0?[1-9])\\s?[-./월]\\s?(?:3[01]|[12]\\d|0?[1-9])(?:\\s?일)?(?![\\d])|(?:19|20)\\d{6}(?!\\d)|\\d{6}(?!\\d)|(?:0?[1-9]|[12]\\d|3[01])[-./ ](?:\\d{1,2}|[A-Za-z]{3,9})[-./, ]{1,2}(?:19|20)\\d{2}(?!\\d)|(?:1[0-2]|[1-9])월 ?(?:3[01]|[12]\\d|[1-9])일|[A-Z][a-z]{2,8} \\d{1,2},? (?:19|20)\\d{2}(?!\\d)";
const birthday = afterLabel(
  "생년월일(?:\\s?\\/\\s?[가-힣]{1,4})?|주민(?:등록)?번호\\s?(?:\\(앞\\)|앞\\s?(?:6\\s?)?자리)?|생년|생일|출생(?:일|년월일|년도)?|birth(?:day|[\\s_-]?date)?|date\\s?of\\s?birth|d\\.?o\\.?b\\.?",
  day,
  true,
);

function* birthdays(text: string): Generator<Match> {
  for (const { start, end } of labelled(text, birthday)) yield { start, end, kind: "birthday" };
}

const provinces =
  "(?:서울|부산|대구|인천|광주|대전|울산|세종)(?:특별자치시|특별시|광역시|시)?|(?:경기|강원|제주)(?:특별자치도|도)?|(?:충청|전라|경상)[남북]도|전북특별자치도|[충전경][남북]";
const street =
  "[가-힣0-9]{1,12}(?:로|길|동|읍|면|리|가)\\s?(?:지하\\s?)?(?:산\\s?)?\\d{1,5}(?:번?가?길)?(?:\\s?\\d{1,5})?(?:-\\d{1,5})?(?:번지)?";
const inside =
  "(?:,?\\s?(?:[가-힣A-Za-z0-9]{1,16}(?:아파트|빌딩|타워|빌라|오피스텔)\\s?)?(?:\\d{1,4}동\\s?)?(?:지하\\s?)?\\d{1,5}(?:호|층)(?:\\s?\\d{1,4}호)?)?";
const district = "(?:[가-힣0-9]{1,8}[읍면동가]\\s{1,2})?";
const postal = new RegExp(
  `(?<![가-힣])(?:(?:${provinces})\\s{1,2}(?:[가-힣]{1,5}[시군구]\\s{1,2}){0,2}|[가-힣]{2,4}시\\s{1,2}[가-힣]{1,4}[구군]\\s{1,2})${district}${street}${inside}`,
  "g",
);
/** A town without its province is one only where a word says so: `다시 포트로 8080` is none. */
const nearby = afterLabel(
  "주소|자택|집|배송지|거주지|소재지|근무지|사업장",
  `(?:[가-힣]{1,4}[시군구]\\s{1,2}){0,2}${district}${street}${inside}`,
  true,
);
const western =
  /(?<![\w-])(?:\d{1,5}(?:-\d{1,4})?,?\s[A-Z][a-z]{1,20}(?:-?\d{0,3}(?:beon)?)?-(?:ro|gil|daero|dong)(?:\s?\d{1,3}(?:beon)?-gil)?|[A-Z][a-z]{1,20}-(?:ro|gil|daero|dong)(?:\s\d{1,3}(?:beon)?-gil)?,?\s\d{1,5}(?:-\d{1,4})?)(?![\w-])/g;
const degrees = /(?<![\d.])-?\d{1,2}\.\d{4,12}\s?[,/ ]\s?-?\d{1,3}\.\d{4,12}(?![\d.])/g;

/** Where somebody lives or works: an address of a house, or a position on the earth. */
function* places(text: string): Generator<Match> {
  for (const pattern of [postal, western, degrees]) {
    for (const { 0: whole, index } of text.matchAll(pattern)) {
      yield { start: index, end: index + whole.length, kind: "place" };
    }
  }
  for (const { start, end } of labelled(text, nearby)) yield { start, end, kind: "place" };
}

const device = afterLabel(
  "imei|meid|s/?n|serial(?:[\\s_-]?(?:no|number))?\\.?|일련\\s?번호|시리얼(?:\\s?(?:번호|넘버))?|자산\\s?(?:관리\\s?)?번호|관리\\s?번호|asset(?:[\\s_-]?(?:tag|no|id|number))?\\.?|service\\s?tag",
  "(?=[A-Z0-9-]{0,20}\\d)[A-Z0-9][A-Z0-9-]{5,24}(?![\\w:])",
  true,
);
const insured = afterLabel(
  "(?:건강\\s?)?보험증?\\s?(?:번호)?|증권\\s?번호",
  "\\d{8,14}(?!\\d)",
  true,
);
const car = afterLabel(
  "차량(?:\\s?번호)?|차\\s?번호|자동차\\s?번호|번호판",
  "(?:[가-힣]{2}\\s?)?\\d{2,3}\\s?[가-힣]\\s?\\d{4}(?!\\d)",
  true,
);

/** Numbers of devices, insurances and cars. A certificate's own number says nothing about a person. */
function* numbers(text: string): Generator<Match> {
  for (const { start, end, groups } of labelled(text, device)) {
    if (isBefore(text, groups.index, /인증서|certificate|cert\b/i)) continue;
    yield { start, end, kind: "serial" };
  }
  for (const pattern of [insured, car]) {
    for (const { start, end } of labelled(text, pattern)) yield { start, end, kind: "serial" };
  }
}
