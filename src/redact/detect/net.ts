import { isIPv4 } from "../../evidence/ipv4.ts";
import { attributesOf } from "../distinguished-name.ts";
import { redactBlock, redactHost, redactPattern } from "../host.ts";
import { endingsInText } from "../host-name.ts";
import { isGiven, type Pen, take, takeAddress } from "../pen.ts";
import { isToken } from "../token.ts";
import { redactQuery, redactUrl } from "../url.ts";
import { type Detector, groupsOf, isBefore } from "./detector.ts";
import { learn } from "./learn.ts";

/** Addresses of pages: they hold hosts, paths and queries, and are looked into as a whole. */
export const findUrls: Detector = function* (text, pen) {
  const pattern =
    /(?<![A-Za-z0-9+.-])(?:https?|ftps?|wss?|ldaps?|file|smb|rtsp|socks[45]?|tcp):(?:\/\/|\\\\)(?:[^\s"'<>“”‘’`{}|^가-힣、。]|(?<=[/=?&가-힣])[가-힣]){1,4000}/gi;
  for (const { 0: whole, index } of text.matchAll(pattern)) {
    // What is behind a directory's host is a name as certificates have it, with spaces.
    const url = trimmed(/^ldaps?:\/\/[^/]*/i.exec(whole)?.[0] ?? whole);
    yield {
      start: index,
      end: index + url.length,
      kind: "url",
      put: (original) => redactUrl(pen, original) ?? original,
    };
  }
  // A path of the page's own server: only what stands behind the question mark says something.
  const relative =
    /(?<![\w/.:?-])\/[\w./%-]{1,300}(\?[\w%.~+*:@!$()-]{1,80}=[^\s"'<>“”]{1,2000})/dg;
  for (const { start, end } of groupsOf(text, relative, 1)) {
    yield {
      start,
      end,
      kind: "url",
      put: (original) => redactQuery(pen, original),
    };
  }
};

/** Signs at the end that belong to the sentence and not to the address. */
function trimmed(url: string): string {
  const bare = url
    .replace(/(?<=[\w/])(?:에서는?|으로|[로를을는은가의와과에]|입니다)$/, "")
    .replace(/[.,;:!?]+$/, "");
  const open = (bare.match(/\(/g) ?? []).length;
  const shut = (bare.match(/\)/g) ?? []).length;
  return shut > open ? bare.replace(/\)[^)]*$/, "") : bare;
}

/** Names as directories and certificates write them. */
export const findDistinguishedNames: Detector = function* (text, pen) {
  const pattern =
    /(?<![A-Za-z0-9])(?:CN|OU|DC|UID)=[^,;=\r\n<>"|]{1,200}(?:,\s?(?:CN|OU|O|DC|L|ST|C|UID|E|STREET|SERIALNUMBER)=[^,;=\\/\r\n<>"|]{1,200}){1,12}/gi;
  for (const { 0: whole, index } of text.matchAll(pattern)) {
    for (const { start, end, put } of attributesOf(pen, whole)) {
      yield { start: index + start, end: index + end, kind: "person", put };
    }
  }
};

export const findMails: Detector = function* (text, pen) {
  const pattern =
    /(?<![\w.+-])(?:[\w!#$%&*+/?^{|}~-][\w.!#$%&*+/?^{|}~-]{0,63}|[가-힣]{2,10})@((?:[\w가-힣-]{1,63}\.){0,5}[A-Za-z가-힣][\w-]{1,62})(?![\w-])/gu;
  for (const { 0: whole, index, 1: domain = "" } of text.matchAll(pattern)) {
    const local = whole.slice(0, -domain.length - 1);
    if (!domain.includes(".") && isBefore(text, index, /[\w/]$/, 1)) continue;
    learn(pen, local, "user");
    const put = () =>
      `${take(pen, "email", local)}@${redactHost(pen, domain.replace(/(?<=[A-Za-z])[가-힣]+$/, ""))}`;
    yield { start: index, end: index + whole.length, kind: "email", put };
    const behind = /^\s?[(<]([A-Z][a-z]{1,20}(?: [A-Z][a-z]{1,20}){1,2}|[가-힣]{2,5})[)>]/d.exec(
      text.slice(index + whole.length, index + whole.length + 80),
    )?.indices?.[1];
    const after = index + whole.length;
    if (behind)
      yield {
        start: after + behind[0],
        end: after + behind[1],
        kind: "person",
      };
  }
  for (const { 0: whole, 1: local = "", 2: domain = "", index } of text.matchAll(shyMail)) {
    const middle = whole.slice(local.length, whole.length - domain.length);
    const put = () => take(pen, "email", local) + middle + redactHost(pen, domain);
    yield { start: index, end: index + whole.length, kind: "email", put };
  }
};

/** `somebody (at) example.co.kr` and `somebody%40example.co.kr` */
const shyMail =
  /(?<![\w.+%-])([\w][\w.+-]{0,63})(?:\s?[([{<]\s?(?:at|골뱅이|@)\s?[)\]}>]\s?|%40|&#64;|\s?골뱅이\s?)((?:[\w-]{1,63}\.){1,5}[A-Za-z]{2,20})(?![\w-])/gi;

/** Addresses of network cards, in the three ways of writing them. */
export const findMacs: Detector = function* (text) {
  const pairs =
    /(?<![0-9A-Fa-f][:-]?)(?<![\w-])[0-9A-Fa-f]{2}([:-])(?:[0-9A-Fa-f]{2}\1){4}[0-9A-Fa-f]{2}(?![\w]|[:-][0-9A-Fa-f])/g;
  for (const { 0: whole, 1: sign, index } of text.matchAll(pairs)) {
    const certain = sign === ":" || /[A-F]/i.test(whole);
    if (certain || isBefore(text, index, /mac|물리|physical/i))
      yield { start: index, end: index + whole.length, kind: "mac" };
  }
  const duid = /DUID[ .]{0,40}:?\s{0,2}((?:[0-9A-Fa-f]{2}[-:]){7,19}[0-9A-Fa-f]{2})(?!\w)/dg;
  for (const { start, end } of groupsOf(text, duid, 1)) yield { start, end, kind: "mac" };
  // Eight pairs are a serial number or a part of a fingerprint, but for the middle that cards get.
  const eight =
    /(?<![0-9A-Fa-f][:-]?)(?<![\w-])[0-9A-Fa-f]{2}([:-])(?:[0-9A-Fa-f]{2}\1){6}[0-9A-Fa-f]{2}(?![\w]|[:-][0-9A-Fa-f])/g;
  for (const { 0: whole, index } of text.matchAll(eight)) {
    if (/^(?:..[:-]){3}ff[:-]fe/i.test(whole) || isBefore(text, index, /eui|mac/i))
      yield { start: index, end: index + whole.length, kind: "mac" };
  }
  const dotted = /(?<![\w.])[0-9A-Fa-f]{4}\.[0-9A-Fa-f]{4}\.[0-9A-Fa-f]{4}(?![\w]|\.\w)/g;
  for (const { 0: whole, index } of text.matchAll(dotted)) {
    if (/[a-f]/i.test(whole) || isBefore(text, index, /mac|물리|physical/i))
      yield { start: index, end: index + whole.length, kind: "mac" };
  }
  const bare = /(?<![\w-])[0-9A-Fa-f]{12}(?![\w-])/g;
  for (const { 0: whole, index } of text.matchAll(bare)) {
    if (
      isBefore(
        text,
        index,
        /mac\b|mac[\s_]?(?:주소|addr)|hw_?addr|ether\b|맥\s?주소|물리\s?주소|physical/i,
      )
    )
      yield { start: index, end: index + whole.length, kind: "mac" };
  }
};

/** A version has four numbers too: the word or sign before it tells. */
const versionBefore =
  /(?:version|ver|버전(?:\s?(?:정보|번호))?|판|release|build|빌드|revision|rev|update|업데이트|firmware|펌웨어|engine|엔진|에이전트|패치|patch|모듈|\bv|\bfw)\.?["']?\s{0,2}[:=>]?\s{0,2}["'([]?v?$|\.(?:dll|exe|sys|ocx|msi|cab|apk|dmg|rpm|deb)\s{1,2}[([]?v?$|[A-Za-z)]\/$|[A-Za-z]-$/i;
/** The name of a product: capitals, or a word of its trade. */
const productBefore =
  /(?:^|[^\w.])(?:[A-Z][A-Za-z0-9+_-]{1,30}|[a-z]{1,4}[A-Z][A-Za-z0-9]{1,30}|G\d|(?:[A-Z][A-Za-z0-9]{1,30} \d{1,5}[A-Z]?)|백신|프로그램|클라이언트|플러그인|브라우저|키보드보안|보안모듈|오피스)\)?\s{1,2}[([]?$/;
/** Words before an address, which are written in capitals too. */
const addressWord =
  /(?:^|[^A-Za-z가-힣-])(?:ip(?:v4)?|addr\w*|address|host\w*|server|gateway|gw|dns\w*|ns|(?<![A-Z][a-z]{2,20} )client|user\w*|name\w*|src|source|dst|dest\w*|proxy|peer|remote|local|nat|vip|wan|lan|ping|tracert|traceroute|telnet|connect\w*|tcp|udp|icmp|http|https|get|post|head|put|deny|denied|allow\w*|block\w*|accept|permit|reject|drop|pass|resolver|nameserver|router|node|site|url|forwarded\w*|google|cloudflare|quad9|amazon|aws|azure|kt|skb|sk|lg|lgu|kornet|verisign|opendns|주소|서버|아이피|출발지|목적지|공인|내부|단말)(?![A-Za-z])[\s:=,([]{0,4}[^.\d\n]{0,12}$|(?:^|[^A-Za-z])(?:from|to|at|on|by|via|for|with)\s{1,2}$/i;

/** `Some Product 5.0.42.1`: small numbers right behind a product's name, and no word of addresses near. */
function isVersion(text: string, index: number, address: string): boolean {
  if (isBefore(text, index, versionBefore)) return true;
  const [first = 0, second = 0] = address.split(".").map(Number);
  if (first > 45 || first === 10 || second > 30) return false;
  return isBefore(text, index, productBefore, 40) && !isBefore(text, index, addressWord, 40);
}

export const findAddresses: Detector = function* (text, pen) {
  const v4 =
    /(?<![\w.]|(?<!\d\.\d{1,3}\.\d{1,3}\.\d{1,3})(?<=\d)-)\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}(?!\d|\.\d|[A-Za-z_])(\/\d{1,2}(?!\d))?/g;
  let version = -1;
  for (const { 0: whole, 1: length, index } of text.matchAll(v4)) {
    const address = length === undefined ? whole : whole.slice(0, -length.length);
    if (!isIPv4(address)) continue;
    // `버전 1.0.0.1 → 1.0.0.2`
    const further =
      version >= 0 && /^\s?(?:→|->|~|,|\/|및|에서|-)\s?v?$/.test(text.slice(version, index));
    if (further || isVersion(text, index, address)) {
      version = index + address.length;
      continue;
    }
    const block = length !== undefined && Number(length.slice(1)) <= 32;
    const put = (original: string) =>
      block ? redactBlock(pen, original) : (takeAddress(pen, original) ?? original);
    yield {
      start: index,
      end: index + (block ? whole : address).length,
      kind: "address",
      put,
    };
  }
  const spaced =
    /(?<![\w.])\d{1,3}\s?\.\s\d{1,3}\s?\.\s?\d{1,3}\s?\.\s?\d{1,3}(?![\w]|\s?\.\s?\d)/g;
  for (const { 0: whole, index } of text.matchAll(spaced)) {
    if (!isBefore(text, index, /\bip\b|아이피|address|주소/i)) continue;
    const put = (original: string) => takeAddress(pen, original.replace(/\s/g, "")) ?? original;
    yield { start: index, end: index + whole.length, kind: "address", put };
  }
  const open = /(?<![\w.])\d{1,3}(?:\.\d{1,3}){1,2}\.\*(?![\w.])/g;
  for (const { 0: whole, index } of text.matchAll(open)) {
    if (isBefore(text, index, versionBefore)) continue;
    const put = (original: string) => redactPattern(pen, original);
    yield { start: index, end: index + whole.length, kind: "address", put };
  }
  const starred = /(?<![\w.])\d{1,3}\.\d{1,3}\.(?:\d{1,3}|[*xX]{1,3})\.[*xX]{1,3}(?![\w.])/g;
  for (const { 0: whole, index } of text.matchAll(starred)) {
    yield {
      start: index,
      end: index + whole.length,
      kind: "address",
      put: (original) => starredAddress(pen, original),
    };
  }
  const v6 =
    /(?<![\w:.])(?:[0-9A-Fa-f]{0,4}:){2,7}(?:[0-9A-Fa-f]{1,4}|(?:\d{1,3}\.){3}\d{1,3})?(?![\w:])(%[\w.-]{1,20})?/g;
  for (const { 0: whole, index } of text.matchAll(v6)) {
    const groups = whole.split(/[:%]/).filter((part) => part !== "");
    // Pairs of digits in a row are a serial number or a fingerprint.
    if (groups.length === 8 && groups.every((part) => part.length === 2)) continue;
    const sure =
      groups.length >= 3 || /^(?:[23fF][0-9A-Fa-f]{3}):/.test(whole) || whole.startsWith("::");
    // The length of a prefix behind zeros: a range, as standards name them.
    if (
      /^(?:fe80|fc00|fd00|ff0[0-9a-f]|2001|2001:db8|2002|64:ff9b|100|):?:?$/i.test(whole) &&
      text[index + whole.length] === "/"
    )
      continue;
    if (!sure || (/^\d{1,2}(?::\d{1,2})+$/.test(whole) && !whole.includes("::"))) continue;
    yield {
      start: index,
      end: index + whole.length,
      kind: "address",
      put: (original) => takeAddress(pen, original) ?? original,
    };
  }
};

function starredAddress(pen: Pen, text: string): string {
  if (isGiven(pen, text)) return text;
  const parts = text.split(".");
  const told = takeAddress(
    { ...pen, note: () => {} },
    parts.map((part) => (/^\d/.test(part) ? part : "0")).join("."),
  );
  if (told === undefined) return text;
  const result = parts.map((part, at) => (/^\d/.test(part) ? told.split(".")[at] : part)).join(".");
  if (result !== text) pen.note("address", result);
  return result;
}

/** Dotted words that are no hosts: names of software, and files. */
const noHosts =
  /^(?:asp|vb|ado|c#|f#|microsoft|system|paint|mono|ml|socket|ms)\.net$|^(?:socket|system|java|std|http|net)\.io$|\.(?:pac|exe|dll|js|css|html?|png|jpg|gif|ico|log|txt|xml|json|ini|sys|msi|cab|zip|ocx|cer|crt|der|pem|key|pfx|p7b|jsp|php|aspx?|do|java|class|py)$/i;

const label = "(?:[A-Za-z0-9_](?:[\\w-]{0,61}[A-Za-z0-9])?|[가-힣]{1,20})";
const host = new RegExp(
  `(?<![\\w%-]|[\\w*]\\.|\\.\\.)(?:\\*\\.)?(?:${label}\\.){1,8}(?:${endingsInText.join("|")})(?![\\w-]|\\.[A-Za-z0-9_])`,
  "gi",
);

/** A host within a regular expression, its dots escaped. */
const escapedHost = new RegExp(
  `(?<![\\w.%-])(?:[A-Za-z0-9](?:[\\w-]{0,61}[A-Za-z0-9])?\\\\{1,2}\\.){1,6}(?:${endingsInText.join("|")})(?![\\w-]|\\\\{1,2}\\.\\w)`,
  "gi",
);

/** What a server for remote logins says of itself behind its version, unless it is its system. */
const banner =
  /(?<![\w-])SSH-[12]\.\d{1,2}-[\w.-]{1,40} (?!Debian|Ubuntu|FreeBSD|NetBSD|Raspbian|OpenBSD)([\w.-]{2,60})/dg;

export const findHosts: Detector = function* (text, pen) {
  for (const { start, end } of groupsOf(text, banner, 1)) yield { start, end, kind: "host" };
  for (const { 0: whole, index } of text.matchAll(escapedHost)) {
    const sign = /\\{1,2}(?=\.)/.exec(whole)?.[0] ?? "";
    // With its dots escaped the host as a whole stands nowhere: each token is told by itself.
    const note: Pen["note"] = (kind, token) => {
      for (const part of token.split(".")) if (isToken(part)) pen.note(kind, part);
    };
    const put = (original: string) =>
      redactHost({ ...pen, note }, original.replaceAll(`${sign}.`, ".")).replaceAll(
        ".",
        `${sign}.`,
      );
    yield { start: index, end: index + whole.length, kind: "host", put };
  }
  for (const { 0: whole, index } of text.matchAll(host)) {
    if (noHosts.test(whole) || /^\d+\.\d+/.test(whole.replace(/\.[a-z-]+$/i, ""))) {
      if (!/arpa$/i.test(whole)) continue;
    }
    yield {
      start: index,
      end: index + whole.length,
      kind: "host",
      put: (original) => redactHost(pen, original),
    };
  }
};
