import { isToken } from "../token.ts";
import { type Detector, groupsOf, type Match } from "./detector.ts";

const names =
  "(?:j|php|asp)?sess(?:ion)?[_-]?(?:id|key|token)?|aspsessionid\\w{0,20}|sid|(?:access|refresh|id|csrf|xsrf|auth|bearer|api)?[_-]?token|auth(?:_?key)?|api[_-]?key|x-api-key|pass(?:word|wd|phrase|code)?|passwd|pwd|pw|client[_-]?secret|secret(?:[_-]?key)?|sig|otp|pin|saml(?:request|response)|ticket|cookie|비밀번호|암호|인증번호|보안카드\\s?번호|패스워드";

/** What stands behind such a name and is a state, not a secret. */
const states =
  /^(?:none|null|true|false|yes|no|on|off|invalid|valid|required|expired|missing|empty|ok|fail(?:ed)?|error|basic|ntlm|negotiate|kerberos|digest|bearer|enabled|disabled|default|unknown|denied|allowed|sha\d+\S*|[가-힣 ]+|[-*•.]+|\d{1,2})$/i;

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
        value.slice(0, at - 1),
      );
      if (!attribute && !isToken(one.trim()))
        yield { start: start + at, end: start + at + (end - at), kind: "secret" };
    }
  }
}

function* credentials(text: string): Generator<Match> {
  const pattern =
    /(?<![\w-])(?:basic|bearer|ntlm|negotiate|kerberos|token)\s+([A-Za-z0-9+/_~.-]{12,8000}={0,2})/dgi;
  for (const { start, end, value } of groupsOf(text, pattern, 1)) {
    if (!isToken(value) && (/[\d+/=]/.test(value) || /[a-z][A-Z]/.test(value)))
      yield { start, end, kind: "secret" };
  }
  const digest =
    /(?<![\w-])(?:username|nonce|cnonce|response|opaque|realm)\s?=\s?"([^"\r\n]{1,500})"/dgi;
  for (const { start, end, value } of groupsOf(text, digest, 1)) {
    if (!isToken(value)) yield { start, end, kind: "secret" };
  }
}

const secretAnnouncement = new RegExp(
  `(?<![A-Za-z가-힣])(?:${names})["']?\\s{0,2}(?:[=:]|%3D)\\s{0,2}["']?([^\\s"'&;,<>|]{3,2000})`,
  "gdi",
);

function* named(text: string): Generator<Match> {
  for (const { start, value } of groupsOf(text, secretAnnouncement, 1)) {
    const bare = value.replace(/[).\]}]+$/, "");
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
    /(?<![A-Za-z0-9])(?:ghp|gho|ghs|glpat|xox[abp])[_-][A-Za-z0-9-]{16,255}/g,
  ];
  for (const form of forms) {
    for (const { 0: whole, index } of text.matchAll(form)) {
      yield { start: index, end: index + whole.length, kind: "secret" };
    }
  }
}
