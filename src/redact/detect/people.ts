import type { Pen } from "../pen.ts";
import { type Detector, groupsOf, type Match } from "./detector.ts";
import { isKoreanName } from "./korean-name.ts";
import { afterLabel, labelled } from "./labelled.ts";
import { learn } from "./learn.ts";

/** Korean calls who does something by an ending: 열람자, 접속인, 세대주, 상담원, 담당관. */
const nameLabels =
  "성\\s?명|이\\s?름|성함|영문\\s?(?:명|이름|성명)|[가-힣]{1,10}(?:자|인|주|원|관|분|사|장|고객|담당|책임|이)(?:명|\\s?이름|\\s?성명)?|담당|(?:직원|사원|고객|회원|환자|대표|사용자|이용자)(?:명|\\s?이름)|[가-힣]{0,4}\\s?요청|처리|작성|기안|결재(?:선)?|승인|검토|참조|수신|발신|본인\\s?확인|연락처|(?:긴급|비상)\\s?연락(?:처|망)|name|nm|owner|applicant|contact(?:\\s?person)?|requester|customer|manager|writer|author|sender|receiver|depositor|holder|user|administrator|(?:requested|assigned|approved|created|modified|reported|reviewed|registered|prepared|sent)\\s(?:by|to)";
const titles =
  "대표이사|사용자|고객|회원|이용자|대리|과장|차장|부장|사원|주임|팀장|본부장|실장|국장|처장|소장|지점장|센터장|그룹장|파트장|이사|상무|전무|부사장|사장|회장|대표|(?:선임|책임|수석|전임)(?:연구원|매니저)?|연구원|연구위원|매니저|프로|계장|주무관|사무관|서기관|서기|주사보?|행원|간사|조합원|교수|강사|박사|기사|간호사|선생님|선생|원장|팀원|담당자|담당|장학사|부원장|간사|소령|중령|대령|대위|경감|경위|경사|의사|약사|변호사|세무사|회계사|드림|배상|올림|님|씨|귀하|귀중";
const particles = "은|는|이|가|을|를|께|께서|에게|도|으로|와|과|의|이나|님|입니다|외|한테|에|로";

/** Names of people: where a word announces them, where a title follows, or as certificates write them. */
export const findPeople: Detector = function* (text, pen) {
  for (const match of [...announced(text), ...titled(text), ...greeted(text), ...beside(text)]) {
    learn(pen as Pen | undefined, text.slice(match.start, match.end), "person");
    yield match;
  }
  yield* certified(text);
};

const announcement = afterLabel(nameLabels, "[가-힣]{1,5}(?: [가-힣]{1,3}){0,2}(?![가-힣])");

/** A name in Latin letters, as people write them: capitals at the beginning of each part. */
const latinName = "[A-Z][A-Za-z'-]{0,20}(?:,? [A-Z][A-Za-z'.-]{0,20}){1,3}";
const latinAnnouncement = afterLabel(nameLabels, `${latinName}(?![A-Za-z])`);

/** Words after which a name stands even without a sign between. */
const nameAfterWord = new RegExp(
  `(?<![가-힣])(?:예금주|성\\s?명|성함|이\\s?름|[가-힣]{1,10}(?:자|인|명|관|원|장|주|담당)|담당|(?:받는|보내는|받은|보낸)\\s?(?:분|사람)|대표이?사?|${titles})\\s{1,3}([가-힣]{3,4})(?=님|씨|입니다|(?![가-힣]))`,
  "gd",
);
/** `Requested by Gildong Hong` */
const byName =
  /\b(?:[Rr]equested|[Aa]ssigned|[Aa]pproved|[Cc]reated|[Mm]odified|[Rr]eported|[Rr]eviewed|[Rr]egistered|[Pp]repared|[Ss]ent) (?:by|to):?\s{1,2}([A-Z][A-Za-z'-]{1,20}(?: [A-Z][A-Za-z'-]{1,20}){1,2})/dg;

/** More names behind a first one: `결재: 홍길동 → 김철수, 이영희`. */
const next = /\s{0,2}(?:→|->|=>|>|,|·|\/|;|및|와|과|\|)\s{0,2}([가-힣]{3,4})(?=님|씨|[^가-힣]|$)/dy;
const listMost = 30;

function* listed(text: string, from: number): Generator<Match> {
  next.lastIndex = from;
  for (let count = 0; count < listMost; count += 1) {
    const place = next.exec(text)?.indices?.[1];
    if (!place || !isKoreanName(text.slice(...place), [3])) return;
    yield { start: place[0], end: place[1], kind: "person" };
  }
}

function* announced(text: string): Generator<Match> {
  for (const { start, end, value } of groupsOf(text, nameAfterWord, 1)) {
    if (isKoreanName(value, [3])) yield { start, end, kind: "person" };
  }
  for (const { start, value, groups } of labelled(text, announcement)) {
    if (isThing(text, groups)) continue;
    const words = value.split(" ");
    // `홍 길 동` as well as `홍길동 외 2명`: the longest beginning that is written as a name.
    for (let count = words.length; count > 0; count -= 1) {
      const name = words.slice(0, count).join(" ");
      const spaced = count === 1 || words[0]?.length === 1;
      if (!spaced || !isKoreanName(stripTitle(name))) continue;
      yield { start, end: start + stripTitle(name).length, kind: "person" };
      yield* listed(text, start + name.length);
      break;
    }
  }
  for (const { start, end, value, groups } of labelled(text, latinAnnouncement)) {
    if (isThing(text, groups)) continue;
    // The pattern takes labels in any capitals, the name not.
    if (isLatinName(value)) yield { start, end, kind: "person" };
  }
}

/** `제품 이름: …` and `Rule name: …` name a thing. */
function isThing(text: string, { 0: whole, index }: RegExpExecArray): boolean {
  if (/^(?:product|program|file|service|policy|rule|task|filter)/i.test(whole)) return true;
  if (!/^["']?(?:[가-힣]{0,10}(?:이\s?름|명)|name|nm)/i.test(whole)) return false;
  const before = /([A-Za-z가-힣]{1,20})[ _-]?$/.exec(
    text.slice(Math.max(0, index - 24), index),
  )?.[1];
  return before !== undefined && things.test(before);
}

const things =
  /(?:product|program|file|service|policy|rule|server|host|computer|device|domain|app|application|interface|filter|category|group|process|module|task|profile|class|event|site|tag|type|key|value|table|column|package|publisher|network|adapter|cipher|issuer|protocol|driver|certificate|common|realm|제품|프로그램|파일|서비스|정책|규칙|서버|호스트|컴퓨터|장치|도메인|어댑터|그룹|프로세스|모듈|작업|프로필|분류|사이트|인증서|주체|네트워크|연결|기기|바로가기|가기)$/i;

/** Words that begin with capitals in the middle of a line and name no person. */
const noPerson =
  /\b(?:not|there|world|everyone|friend|guest|policy|default|block(?:ed)?|access|denied|server|service|security|system|windows|microsoft|local|area|connection|network|proxy|web|online|agent|client|gateway|firewall|group|team|department|help|desk|support|center|admin\w*|user|customer|sir|madam|all|valued|member|team|the|inc|ltd|corp|co|certificate|authority|root|unknown|internet|bank\w*|category|finance|financial|business|shopping|required|error|page|site|filter|rule)\b/i;

function isLatinName(text: string): boolean {
  return new RegExp(`^${latinName}$`).test(text) && !noPerson.test(text);
}

const greeting =
  /(?:\b(?:[Dd]ear|[Hh]ello|[Hh]i|[Ww]elcome(?: back)?|[Gg]ood (?:morning|afternoon|evening)|[Tt]hank you|[Tt]hanks),?|\b(?:(?:[Ll]ogged|[Ss]igned)[ -](?:in|on) (?:as|user):?|[Aa]uthenticated as))\s{1,2}(?:Mr\.?\s|Ms\.?\s)?(?:<[a-z][^<>\n]{0,60}>)?([A-Z][A-Za-z'-]{1,20}(?:(?: [A-Z][A-Za-z'-]{1,20}){1,2}|(?=\s?[,!<])))/dg;
/** `홍길동의 PC`, `Gildong's iPhone`: what systems call a device after its owner. */
const owned =
  /(?<![가-힣])([가-힣]{3,4})(?=의\s?(?:PC|컴퓨터|노트북|iPhone|아이폰|iPad|아이패드|갤럭시|Galaxy|MacBook|Mac|프린터|휴대폰|핸드폰|폰|태블릿))|(?<![\w])([A-Z][a-z]{2,20}(?: [A-Z][a-z]{1,20})?)(?=['’]s\s(?:PC|iPhone|iPad|MacBook|Mac|Galaxy|Laptop|Phone|Computer))/dg;
/** `홍길동(전산실)` */
const besideDepartment =
  /(?<![가-힣])([가-힣]{3})(?=\s?[(/[]\s?[가-힣A-Z0-9]{1,12}(?:팀|부|실|과|센터|본부|지점|반)(?:\s?[가-힣]{1,4})?\s?[)\]])/dg;

function* greeted(text: string): Generator<Match> {
  for (const pattern of [greeting, byName]) {
    for (const { start, end, value } of groupsOf(text, pattern, 1)) {
      if (!noPerson.test(value)) yield { start, end, kind: "person" };
    }
  }
  for (const group of [1, 2]) {
    for (const { start, end, value } of groupsOf(text, owned, group)) {
      if (group === 2 ? !noPerson.test(value) : isKoreanName(value, [3]))
        yield { start, end, kind: "person" };
    }
  }
  for (const { start, end, value } of groupsOf(text, besideDepartment, 1)) {
    if (isKoreanName(value, [3])) yield { start, end, kind: "person" };
  }
}

const stripTitle = (name: string) => name.replace(/(?<=[가-힣]{2})(님|씨)$/, "");

/** `홍길동 010-…`: a name beside the number that its owner answers, or behind an account. */
const besideNumber =
  /(?<![가-힣])([가-힣]{3,4})(?=(?:님|씨)?\s?[(:/]?\s?(?:[☎☏]\s?)?(?:\(?0(?:2|[3-6]\d)[-.)]\d{3,4}-|\d{1,3}\.\d{1,3}\.\d{1,3}\.\d|\+82|01[016789])[-. )]?\s?\d)|(?<=\d{2}-\d{4,8}\s)([가-힣]{3})(?![가-힣])/dg;
/** `hong1 (홍길동)`, `귀하(홍길동)` */
const bracketed =
  /(?:귀하|고객|[가-힣]{2}자|직원|님|(?<![A-Za-z])[a-z][a-z0-9._-]{3,24})\s?[([]\s?([가-힣]{3})\s?[)\]]/dg;
/** `사용자는 홍길동입니다` */
const saidToBe = /[가-힣]{1,8}[자인명관주](?:은|는|이|가)\s([가-힣]{3})(?=입니다|이며|이고|님)/dg;
/** A cell or an entry of a page that holds nothing else. */
const inCell =
  />\s{0,8}([가-힣]{3})(?:님|씨)?\s{0,8}<\/(?:option|td|span|b|strong|dd|p|div|em|li|a)>/dgi;
/** Behind what was a number of the same person: `20190447/홍길동`. */
const besideToken = /(?<=(?:user|phone|pc)-[b-z]{8}\s?[/|,]\s?)([가-힣]{3})(?![가-힣])/dg;
/** `영문명 HONG GILDONG` */
const inCapitals =
  /(?:영문\s?(?:명|이름|성명)|성명\s?\(영문\)|Name in English)\s{0,3}[:=]?\s{0,3}([A-Z][A-Za-z-]{1,20}(?:,? [A-Z][A-Za-z-]{0,20}){1,3})(?![a-z])/dg;
/** `"Gildong Hong" <gildong@…>` */
const beforeMail =
  /(?:"([^"<>@\r\n]{2,40})"|(?<![A-Za-z가-힣])([A-Z][a-z-]{1,20}(?: [A-Z][a-z-]{1,20}){1,2}|[가-힣]{3}))\s?[<(](?=[^<>()@\s]{1,64}@|mail-)/dg;

function* beside(text: string): Generator<Match> {
  for (const [pattern, group] of [
    [besideNumber, 1],
    [besideNumber, 2],
    [bracketed, 1],
    [besideToken, 1],
    [inCell, 1],
    [saidToBe, 1],
  ] as const) {
    for (const { start, end, value } of groupsOf(text, pattern, group)) {
      if (isKoreanName(value, [3, 4])) yield { start, end, kind: "person" };
    }
  }
  for (const { start, end } of groupsOf(text, inCapitals, 1)) yield { start, end, kind: "person" };
  for (const group of [1, 2]) {
    for (const { start, end, value } of groupsOf(text, beforeMail, group)) {
      if (!noPerson.test(value)) yield { start, end, kind: "person" };
    }
  }
}

const beforeTitle = new RegExp(
  `(?<![가-힣])([가-힣]{3,4})[\\])"'”’]?\\s?(?:</?[a-z]{1,6}>)?\\s?(?:${titles})님?(?:(?:${particles})(?![가-힣])|(?![가-힣]))`,
  "gd",
);

/** `전산팀 염라온(내선 …)`: a department, and who in it. */
const inDepartment =
  /(?<=[가-힣A-Z](?:팀|부|실|과|센터|본부|지점|반)(?:\s?[/>]\s?|\s))([가-힣]{3,4})(?=님|\s?[([/,·|]|\s?$|\s{2})/dgm;

function* titled(text: string): Generator<Match> {
  for (const pattern of [beforeTitle, inDepartment]) {
    for (const { start, end, value } of groupsOf(text, pattern, 1)) {
      if (isKoreanName(value, [3])) yield { start, end, kind: "person" };
    }
  }
}

/** `홍길동(HONG GILDONG)0012345678901234567` and `홍길동()00123…`, as certificates for banking say. */
function* certified(text: string): Generator<Match> {
  const pattern =
    /(?<![가-힣A-Za-z])([가-힣]{2,10}|[A-Za-z][A-Za-z .]{1,40})\s?\([^()\r\n]{0,40}\)-?\d{6,30}/dg;
  for (const { 0: whole, index } of text.matchAll(pattern)) {
    yield { start: index, end: index + whole.length, kind: "person" };
  }
}
