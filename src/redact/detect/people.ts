import { isToken } from "../token.ts";
import { type Detector, groupsOf, type Match } from "./detector.ts";
import { isKoreanName } from "./korean-name.ts";

const nameLabels =
  "성\\s?명|이\\s?름|예금주(?:명)?|담당자(?:명)?|신청[인자](?:명)?|작성자|결재자|승인자|접속자(?:명)?|직원명|대표자(?:명)?|수취인|수신인|발신인|받는\\s?분|보내는\\s?분|고객명|회원명|환자명|소유자|등록자|요청자|사용자\\s?(?:이름|명|성명)|사용자|계정주|name|full\\s?name|display\\s?name|owner|applicant|contact";
const userLabels =
  "사용자(?:\\s?(?:ID|아이디|계정|코드|번호))?|로그인\\s?(?:ID|아이디|계정)?|접속\\s?(?:ID|아이디|계정)|아이디|계정(?:명)?|사번|사원\\s?번호|직원\\s?번호|학번|user(?:[\\s_-]?name|[\\s_-]?id|[\\s_-]?account)?|login(?:[\\s_-]?name|[\\s_-]?id)?|logon[\\s_-]?(?:name|user)|account[\\s_-]?name|employee[\\s_-]?(?:no|id|number)|emp[\\s_-]?(?:no|id)|사용자\\(ID\\)";
const titles =
  "대리|과장|차장|부장|사원|주임|팀장|본부장|실장|센터장|이사|상무|전무|부사장|사장|대표|선임|책임|수석|매니저|프로|계장|주무관|사무관|서기|조합원|교수|선생님|선생|원장|님|씨|귀하";
const particles = "은|는|이|가|을|를|께|께서|에게|도|으로|와|과|의|이나|님|입니다|외";

/** Names of people: where a word announces them, where a title follows, or as certificates write them. */
export const findPeople: Detector = function* (text) {
  yield* announced(text);
  yield* titled(text);
  yield* users(text);
  yield* certified(text);
};

const announcement = new RegExp(
  `(?<![A-Za-z가-힣])(?:${nameLabels})\\s{0,3}(?:\\([^)\\n]{1,12}\\)\\s?)?[:=]\\s{0,3}["'“]?([가-힣]{1,5}(?: [가-힣]{1,3}){0,2})(?![가-힣])`,
  "gdi",
);

const latinAnnouncement =
  /(?<![A-Za-z가-힣])(?:성\s?명|이\s?름|예금주|담당자|신청[인자]|(?:[Ff]ull|[Dd]isplay|[Uu]ser)\s?[Nn]ame|[Nn]ame|[Oo]wner|[Aa]pplicant|[Cc]ontact|[Rr]equester)\s{0,3}[:=]\s{0,3}["'“]?([A-Z][a-zA-Z-]{1,20}(?:,? [A-Z][a-zA-Z-]{0,20}){1,3})(?![A-Za-z])/dg;

/** Words after which a name stands even without a sign between. */
const nameAfterWord =
  /(?<![가-힣])(?:예금주|성명|신청[인자]|작성자|결재자|승인자|담당자|수취인|대표(?:자|이사)?|소유자|요청자|직원|팀장|부장|차장|과장|대리|사장)\s{1,3}([가-힣]{3,4})(?![가-힣])/dg;

function* announced(text: string): Generator<Match> {
  for (const { start, end, value } of groupsOf(text, nameAfterWord, 1)) {
    if (isKoreanName(value, [3])) yield { start, end, kind: "person" };
  }
  for (const { start, value } of groupsOf(text, announcement, 1)) {
    const words = value.split(" ");
    // `홍 길 동` as well as `홍길동 외 2명`: the longest beginning that is written as a name.
    for (let count = words.length; count > 0; count -= 1) {
      const name = words.slice(0, count).join(" ");
      const spaced = count === 1 || words[0]?.length === 1;
      if (!spaced || !isKoreanName(stripTitle(name))) continue;
      yield { start, end: start + stripTitle(name).length, kind: "person" };
      break;
    }
  }
  for (const { start, end } of groupsOf(text, latinAnnouncement, 1))
    yield { start, end, kind: "person" };
}

const stripTitle = (name: string) => name.replace(/(?<=[가-힣]{2})(님|씨)$/, "");

const beforeTitle = new RegExp(
  `(?<![가-힣])([가-힣]{3,4})\\s?(?:${titles})(?:(?:${particles})(?![가-힣])|(?![가-힣]))`,
  "gd",
);

/** `전산팀 염라온(내선 …)`: a department, and who in it. */
const inDepartment =
  /(?<=[가-힣A-Z](?:팀|부|실|과|센터|본부|지점|반)\s?[/>]?\s)([가-힣]{3,4})(?=\s?[([/,·|]|\s?$|\s{2})/dgm;

function* titled(text: string): Generator<Match> {
  for (const pattern of [beforeTitle, inDepartment]) {
    for (const { start, end, value } of groupsOf(text, pattern, 1)) {
      if (isKoreanName(value, [3])) yield { start, end, kind: "person" };
    }
  }
}

/** Values that are nobody's. */
const nobody =
  /^(?:\d{1,4}(?:명|개|건)?|system|administrator|admin|guest|anonymous|unknown|none|null|n\/a|user|users|root|local|yes|no|true|false|default|관리자|없음|알\s?수\s?없음|미상|익명|게스트|시스템|필요|확인|로그인|[-*.]+)$/i;

const userAnnouncement = new RegExp(
  `(?<![A-Za-z가-힣_-])(?:${userLabels})\\s{0,3}[:=]\\s{0,3}["'“]?([A-Za-z0-9가-힣][\\w.가-힣$-]{1,63})`,
  "gdi",
);

const staffNumber =
  /(?<![가-힣])(?:사번|사원\s?번호|직원\s?번호|학번)\s{1,3}([A-Za-z]{0,2}-?\d{4,12})(?![\w-])/dg;

function* users(text: string): Generator<Match> {
  for (const { start, end } of groupsOf(text, staffNumber, 1)) yield { start, end, kind: "user" };
  for (const { start, end, value } of groupsOf(text, userAnnouncement, 1)) {
    const bare = value.replace(/[.]+$/, "");
    const word = bare.replace(/(?<=[A-Za-z0-9])(?:님|은|는|이|가|의|으로)$/, "");
    // What follows may belong to it in a way that others know better: `DOMAIN\user`, `user@host`.
    if (/[\\@]/.test(text[end] ?? "") || nobody.test(word) || isToken(word)) continue;
    if (/^[가-힣]+$/.test(word) && !isKoreanName(word)) continue;
    yield { start, end: start + word.length, kind: /^[가-힣]+$/.test(word) ? "person" : "user" };
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
