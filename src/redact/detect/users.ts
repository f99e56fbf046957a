import { isToken } from "../token.ts";
import type { Detector, Match } from "./detector.ts";
import { isKoreanName } from "./korean-name.ts";
import { afterLabel, labelled } from "./labelled.ts";
import { learn } from "./learn.ts";

const labels =
  "[a-z]{0,6}_?(?:mb|mem|usr|user|login|cust|member|emp|owner|writer|acct)_?[a-z]{0,4}_?id|whoami|[sd]user|(?:현재\\s?)?로그인|current\\s?user|계정\\s?이름|사용자(?:\\s?(?:ID|아이디|계정|코드|번호|명|이름))?|로그인\\s?(?:ID|아이디|계정|사용자)?|로그온\\s?(?:ID|계정|사용자)?|접속\\s?(?:ID|아이디|계정)|접속자|이용자(?:\\s?ID)?|아이디|계정(?:명|\\s?이름)?|u(?:ser)?[\\s_-]?id|user(?:[\\s_-]?name|[\\s_-]?account|[\\s_-]?login)?|usr(?:[\\s_-]?(?:id|nm|name))?|(?:src|source|auth|client|remote|proxy|current|logged)[\\s_-]?user(?:[\\s_-]?name)?|log[io]n(?:[\\s_-]?(?:name|id|user|account))?|account(?:[\\s_-]?name|[\\s_-]?id)?|uid|upn|sam\\s?account\\s?name|principal|identity|subject\\s?user(?:\\s?name)?|member[\\s_-]?id|cust(?:omer)?[\\s_-]?id|login_hint|사용자\\(ID\\)";
const value = "[A-Za-z0-9가-힣][\\w.가-힣$-]{1,63}";
const announcement = afterLabel(labels, value);
/** After these a word in Latin letters is somebody's even without a sign between. */
const quoted =
  /\b(?:[Uu]ser|USER|[Aa]ccount|[Ll]ogin|사용자|계정)\s{1,2}["'“‘[<(]([A-Za-z][\w.-]{2,39})["'”’\]>)]/dg;
const inSentence =
  /\b[Uu]ser ([a-z][\w.-]{2,39})(?= (?:from|by|at|on|denied|blocked|logged|failed|via)\b|\s?$)/dgm;
const close =
  /(?<![A-Za-z가-힣])(?:사용자\s?(?:ID|아이디|계정|명)|로그인\s?(?:ID|아이디|계정)|접속\s?(?:ID|아이디|계정)|아이디|계정\s?ID|계정명?|[Uu]ser(?:name| ?ID)|[Ll]ogged (?:in|on) as|[Cc]urrent user(?: is)?|[Ss]igned in as|[Aa]uthenticated as)\s{1,3}["'“‘[(]?([A-Za-z][\w.-]{2,39})(?![\w@\\(])/dg;

/** With the name of a domain before it, in letters of any size. */
const inDomain = afterLabel(
  `${labels}|ntlm\\s?user|(?:x-)?authenticated[\\s_-]?user`,
  "[A-Za-z][\\w.-]{1,30}\\\\{1,2}[A-Za-z0-9][\\w.$-]{1,63}(?![\\\\\\w])",
  true,
);
/** `ID: hong1`, where no other word says whose. */
const plainId =
  /(?<![A-Za-z가-힣\d_-]|[A-Za-z가-힣] )ID(?:\s{0,3}[:=]\s{0,3}| (?=[\w.-]{3,25}(?:\s?[/|,)]|$)))([a-z][a-z0-9._-]{2,24})(?![\w@\\-])/dg;

/** `"id":"hong01"` */
const jsonId = /["']id["']\s?:\s?["']([a-z]{2,20}\d{1,8})["']/dg;

const staffLabels =
  "등록\\s?번호|면허(?:\\s?번호)?|pt|patient[\\s_-]?(?:id|no)|사번|행번|교번|직번|학번|군번|(?:사원|직원|임직원|교직원|행원|회원|고객|환자|조합원|수험|학생)\\s?(?:번호|코드|no\\.?)|(?:employee|emp|staff|student|member|customer|personnel)[\\s_-]?(?:no|id|number|num|code)\\.?";
const staffNumber = afterLabel(
  staffLabels,
  "[A-Za-z]{0,4}-?\\d[\\d-]{2,14}[A-Za-z]?(?![\\w-])",
  true,
);

/** What a word about its state stands for is nobody. */
const nobody =
  /^(?:\d{1,4}(?:명|개|건)?|system|administrators?|admin|guests?|anonymous|unknown|none|null|undefined|n\/a|na|user|users|username|userid|name|id|root|local|yes|no|true|false|default|everyone|public|all|any|agent|account|login|logon|logout|password|required|invalid|valid|expired|locked|disabled|enabled|denied|failed|failure|blocked|allowed|success|missing|empty|not|is|was|has|and|or|the|for|from|with|control|interface|policy|group|error|nobody|관리자|없음|알\s?수\s?없음|미상|익명|게스트|시스템|필요|확인|로그인|[-*.]+)$/i;

/** What people call themselves towards machines, and the numbers that organisations give them. */
export const findUsers: Detector = function* (text, pen) {
  for (const { start, end } of labelled(text, staffNumber)) yield { start, end, kind: "user" };
  for (const match of [...within(text), ...announced(text), ...logged(text)]) {
    const { start, end, kind } = match;
    learn(pen, text.slice(start, end), kind === "person" ? "person" : "user");
    yield match;
  }
};

function* within(text: string): Generator<Match> {
  for (const { start, end, value: found, groups } of labelled(text, inDomain)) {
    // With a space alone between, `User Data\Default` is a folder.
    if (!/[:=>|]/.test(groups[0].slice(0, -found.length)) && !/^[a-z][\w.-]*\\+[a-z]/.test(found))
      continue;
    if (!/^(?:NT|BUILTIN|HK\w+)\\|-[b-z]{8,10}$/i.test(found)) yield { start, end, kind: "user" };
  }
}

function* announced(text: string): Generator<Match> {
  for (const pattern of [announcement, close, plainId, quoted, inSentence, jsonId]) {
    for (const { start, end, value: found } of labelled(text, pattern)) {
      const bare = found.replace(/[.]+$/, "");
      const word = bare.replace(/(?<=[A-Za-z0-9])(?:님|은|는|이|가|의|으로)$/, "");
      // What follows may belong to it in a way that others know better: `DOMAIN\user`, `user@host`.
      if (/[\\@]/.test(text[end] ?? "") || nobody.test(word) || isToken(word)) continue;
      if (/^\d+(?:\.\d+)+$/.test(word)) continue;
      if (/^[가-힣]+$/.test(word) && !isKoreanName(word)) continue;
      yield {
        start,
        end: start + word.length,
        kind: /^[가-힣]+$/.test(word) ? "person" : "user",
      };
    }
  }
}

/** Lines of logs have no labels: what stands beside the address of who asked, or before the peer. */
const lines = [
  // A line of values between commas: the address, and who had it.
  /(?<=\d{1,3}(?:\.\d{1,3}){3},)([A-Za-z][\w.$-]{2,39})(?=,)/dg,
  // Behind a name, once that is gone: `홍길동(hong1)`, `홍길동 / 20190447`.
  /(?<![A-Za-z])(?:name|user)-[b-z]{8}(?:님|씨)?\s?[(/[|]\s?([A-Za-z][\w.-]{2,39}|[A-Z]{0,3}\d{5,12})(?=\s?(?:[)/\]|]|$))/dgm,
  /\b(?:for|by|from|user|to) ([a-z][\w.$-]{2,39}) (?:from|at) (?=\d{1,3}(?:\.\d{1,3}){3}(?!\d))/dg,
  /(?<![\w.])(?:DENY|DENIED|ALLOW|ALLOWED|BLOCK|BLOCKED|PERMIT|ACCEPT|REJECT|DROP|PASS)(?:ED)?\s{1,3}([A-Za-z][\w.$-]{2,39})\s{1,3}(?=\d{1,3}(?:\.\d{1,3}){3}(?!\d))/dg,
  /(?<=\S)\s([A-Za-z][\w.$-]{2,39})\s(?=(?:HIER_|DEFAULT_PARENT|FIRSTUP_|NONE\/|DIRECT\/)\S)/dg,
  /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3} (?:- )?([A-Za-z][\w.$-]{2,39}) (?:- )?(?=\[\d)/dg,
  /(?<![A-Za-z0-9])S-1-(?:5-21|12-1)-[\d-]{10,60}\s?[(/]\s?([A-Za-z가-힣][\w.가-힣-]{2,39})(?=\s?[)/])/dg,
];

function* logged(text: string): Generator<Match> {
  for (const pattern of lines) {
    for (const { start, end, value: word } of labelled(text, pattern)) {
      if (!nobody.test(word) && !isToken(word)) yield { start, end, kind: "user" };
    }
  }
}
