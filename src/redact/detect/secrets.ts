import { isToken } from "../token.ts";
import { type Detector, groupsOf, type Match } from "./detector.ts";
import { afterLabel, labelled } from "./labelled.ts";

const names =
  "(?:j|php|asp)?sess(?:ion)?[_-]?(?:id|key|token)?|aspsessionid\\w{0,20}|sid|(?:access|refresh|id|csrf|xsrf|auth|bearer|api)?[_-]?token|auth(?:_?key)?|api[_-]?key|x-api-key|pass(?:word|wd|phrase|code)?|passwd|pwd|pw|client[_-]?secret|secret(?:[_-]?key)?|sig|otp|pin|saml(?:request|response)|ticket|cookie|csrf|xsrf|__?viewstate|nonce|비밀번호(?:\\s?힌트)?|비번|암호|인증번호|보안카드\\s?번호|패스워드";

/** What stands behind such a name and is a state, not a secret. */
const states =
  /^(?:none|null|true|false|yes|no|on|off|invalid|valid|required|expired|missing|empty|ok|fail(?:ed|ure)?|error|incorrect|wrong|correct|changed|reset|locked|accepted|rejected|not|hidden|ko|en|ko[-_]KR|en[-_]US|basic|ntlm|negotiate|kerberos|digest|bearer|enabled|disabled|default|unknown|denied|allowed|sha\d+\S*|[가-힣 ()]+|[-*•.]+|\d{1,2})$/i;

/** What opens doors: sessions, passwords, tokens, keys. */
export const findSecrets: Detector = function* (text) {
  yield* headers(text);
  yield* credentials(text);
  yield* named(text);
  yield* known(text);
};

function* headers(text: string): Generator<Match> {
  const pattern = /(?<![\w-])(?:set-)?cookie2?\s?:\s?([^\r\n"<>]{3,4000})/dgi;
  for (const { start, value } of groupsOf(text, pattern, 1)) {
    for (const { start: at, end, value: one } of groupsOf(
      value,
      /[^\s=;,]{1,200}=([^;\r\n]{1,2000})/dg,
      1,
    )) {
      const attribute = /(?:path|domain|expires|max-age|samesite|version)$/i.test(
        value.slice(Math.max(0, at - 12), at - 1),
      );
      const plain = /^\s*(?:ko|en|ko[-_]kr|en[-_]us|true|false|yes|no|on|off|\d{1,3})\s*$/i.test(
        one,
      );
      if (!attribute && !plain && !isToken(one.trim()))
        yield {
          start: start + at,
          end: start + at + (end - at),
          kind: "secret",
        };
    }
  }
}

/** What programs ask for by themselves, in words that say nothing about whose they are. */
const usualRealm =
  /^(?:(?:squid|proxy|proxy-caching|caching|web|server|internet|gateway|access|authentication|authorization|required|login|basic|secure|the|restricted|area|please|enter|your|fortigate|fortinet|bluecoat|mcafee)[\s,.-]{0,3})+$/i;

function* credentials(text: string): Generator<Match> {
  const pattern =
    /(?<![\w-])(?:basic|bearer|ntlm|negotiate|kerberos|token)\s{1,8}([A-Za-z0-9+/_~.-]{12,8000}={0,2})/dgi;
  for (const { start, end, value } of groupsOf(text, pattern, 1)) {
    if (!isToken(value) && (/[\d+/=]/.test(value) || /[a-z][A-Z]/.test(value)))
      yield { start, end, kind: "secret" };
  }
  const digest =
    /(?<![\w-])(?:username|nonce|cnonce|response|opaque|realm)\s?=\s?"([^"\r\n]{1,500})"/dgi;
  for (const { start, end, value } of groupsOf(text, digest, 1)) {
    if (!isToken(value) && !usualRealm.test(value)) yield { start, end, kind: "secret" };
  }
}

const secretAnnouncement = afterLabel(names, "[^\\s\"'“”‘’;,<>|]{3,2000}");
/** Passwords and numbers for once, where their own form tells what a space before them does not. */
const besides = afterLabel(
  "(?:임시|초기|일회용|관리자|새)?\\s?(?:비밀\\s?번호|비번|암호|패스워드)[는은]?|인증\\s?(?:번호|코드|키)[는은]?|(?:세션|토큰)\\s?(?:ID|아이디|키|값)?|[가-힣A-Za-z0-9]{0,8}\\s?키|승인\\s?(?:번호|코드)|보안\\s?코드|passw(?:or)?d(?: is)?|passcode|otp(?:\\s?번호)?|pin(?:\\s?(?:code|번호))?|verification\\s?code|security\\s?code|확인\\s?코드",
  "\\d{4,8}(?![\\w]|[-.:]\\d|\\s?(?:자|회|분|초|개|번|년|월|일|만|원))|(?=[!-~]{0,30}\\d)(?=[!-~]{0,30}[A-Za-z])[!-~]{6,32}(?=[\\s\"'<가-힣]|$)",
  true,
);
/** What one would be asked for, were a password forgotten. */
const tailed = afterLabel(
  "[\\w가-힣-]{0,24}\\s?(?:key|token|secret|passw(?:or)?d|pwd|sess(?:ion)?(?:[\\s_-]?id)?|키|토큰|세션)",
  "(?=[^\\s\"'<>]{0,60}\\d)(?!HK|\\{|0x|[A-Z]:|\\d{1,5}\\b|\\d{1,9}(?:자|회|분|초|개|일))[\\w~!@#$%^&*+/.=-]{6,2000}",
);
const hint = afterLabel(
  "(?:비밀\\s?번호|비번|암호|패스워드|password)\\s?(?:힌트|찾기\\s?(?:질문|답변?)|확인\\s?답변|hint|answer)",
  "[^\\r\\n\"'<>|]{2,60}",
);
/** What `net use` and `runas` are told. */
const told = /\/(?:user|u):\s?\S{1,80}\s{1,2}(?:\/p(?:ass(?:word)?)?:)?([^\s/"'<>]{4,64})/dgi;

function* named(text: string): Generator<Match> {
  for (const pattern of [besides, told, hint, tailed]) {
    for (const { start, end, value, groups } of labelled(text, pattern)) {
      if (/public\s?key/i.test(text.slice(Math.max(0, groups.index - 10), start))) continue;
      if (!isToken(value) && (pattern === hint || !states.test(value)))
        yield { start, end, kind: "secret" };
    }
  }
  for (const { start, value, groups } of labelled(text, secretAnnouncement)) {
    // A cookie's header was read as such.
    if (/^cookie/i.test(groups[0]) && value.includes("=")) {
      if (!/\.cookie/i.test(text.slice(groups.index - 1, groups.index + 6))) continue;
      const from = start + value.indexOf("=") + 1;
      if (!isToken(text.slice(from, start + value.length)) && from < start + value.length)
        yield { start: from, end: start + value.length, kind: "secret" };
      continue;
    }
    const bare = value.replace(/&\w{1,40}=.*$/s, "").replace(/[).\]}]+$/, "");
    if (
      /^S-1-\d/i.test(bare) ||
      /public\s?key\s?$/i.test(text.slice(Math.max(0, groups.index - 12), groups.index))
    )
      continue;
    if (states.test(bare) || isToken(bare) || bare.startsWith("://") || bare.startsWith("//"))
      continue;
    yield { start, end: start + bare.length, kind: "secret" };
  }
}

/** Known by their own form. */
function* known(text: string): Generator<Match> {
  const forms = [
    /(?<![\w-])eyJ[\w-]{8,4000}\.[\w-]{4,4000}(?:\.[\w-]{0,4000})?/g,
    /-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----[A-Za-z0-9+/=\s\\rn]{0,10000}(?:-----END [A-Z ]{0,20}PRIVATE KEY-----)?/g,
    /(?<![A-Za-z0-9])(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Za-z0-9])/g,
    /(?<![A-Za-z0-9])(?:ghp|gho|ghs|ghu|ghr|glpat|xox[abprs]|npm|pypi)[_-][A-Za-z0-9_-]{16,255}/g,
    /(?<![A-Za-z0-9])(?:sk|pk|rk)_(?:live|test)_[A-Za-z0-9]{10,255}/g,
    /(?<![A-Za-z0-9])(?:AIza[\w-]{30,40}|ya29\.[\w-]{20,255}|SG\.[\w-]{16,64}\.[\w-]{16,64}|TlRMTVNTUA[A-Za-z0-9+/]{4,4000}={0,2})/g,
  ];
  for (const form of forms) {
    for (const { 0: whole, index } of text.matchAll(form)) {
      yield { start: index, end: index + whole.length, kind: "secret" };
    }
  }
}
