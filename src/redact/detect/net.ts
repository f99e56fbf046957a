import { isIPv4 } from "../../evidence/ipv4.ts";
import { redactAttributes } from "../distinguished-name.ts";
import { redactBlock, redactHost } from "../host.ts";
import { endingsInText } from "../host-name.ts";
import { isGiven, type Pen, take, takeAddress } from "../pen.ts";
import { tokenFor } from "../token.ts";
import { redactQuery, redactUrl } from "../url.ts";
import { type Detector, groupsOf, isBefore, type Match } from "./detector.ts";

/** Addresses of pages: they hold hosts, paths and queries, and are looked into as a whole. */
export const findUrls: Detector = function* (text, pen) {
  const pattern =
    /(?<![A-Za-z0-9+.-])(?:https?|ftps?|wss?|ldaps?|file|smb|rtsp|socks[45]?|tcp):(?:\/\/|\\\\)(?:[^\s"'<>“”‘’`{}|^가-힣、。]|(?<=[/=?&가-힣])[가-힣]){1,4000}/gi;
  for (const { 0: whole, index } of text.matchAll(pattern)) {
    const url = trimmed(whole);
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
    yield { start, end, kind: "url", put: (original) => redactQuery(pen, original) };
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
    const put = (original: string) => redactAttributes(pen, original);
    yield { start: index, end: index + whole.length, kind: "person", put };
  }
};

export const findMails: Detector = function* (text, pen) {
  const pattern =
    /(?<![\w.+-])(?:[\w!#$%&*+/?^{|}~-][\w.!#$%&*+/?^{|}~-]{0,63}|[가-힣]{2,10})@((?:[\w가-힣-]{1,63}\.){0,5}[A-Za-z가-힣][\w-]{1,62})(?![\w-])/gu;
  for (const { 0: whole, index, 1: domain = "" } of text.matchAll(pattern)) {
    const local = whole.slice(0, -domain.length - 1);
    if (!domain.includes(".") && isBefore(text, index, /[\w/]$/, 1)) continue;
    const put = () =>
      `${take(pen, "email", local)}@${redactHost(pen, domain.replace(/(?<=[A-Za-z])[가-힣]+$/, ""))}`;
    yield { start: index, end: index + whole.length, kind: "email", put };
  }
};

/** Addresses of network cards, in the three ways of writing them. */
export const findMacs: Detector = function* (text) {
  const pairs =
    /(?<![0-9A-Fa-f][:-]?)(?<![\w-])[0-9A-Fa-f]{2}([:-])(?:[0-9A-Fa-f]{2}\1){4}[0-9A-Fa-f]{2}(?![\w]|[:-][0-9A-Fa-f])/g;
  for (const { 0: whole, 1: sign, index } of text.matchAll(pairs)) {
    const certain = sign === ":" || /[A-F]/i.test(whole);
    if (certain || isBefore(text, index, /mac|물리|physical/i))
      yield { start: index, end: index + whole.length, kind: "mac" };
  }
  const dotted = /(?<![\w.])[0-9A-Fa-f]{4}\.[0-9A-Fa-f]{4}\.[0-9A-Fa-f]{4}(?![\w]|\.\w)/g;
  for (const { 0: whole, index } of text.matchAll(dotted)) {
    if (/[a-f]/i.test(whole) || isBefore(text, index, /mac|물리|physical/i))
      yield { start: index, end: index + whole.length, kind: "mac" };
  }
  const bare = /(?<![\w-])[0-9A-Fa-f]{12}(?![\w-])/g;
  for (const { 0: whole, index } of text.matchAll(bare)) {
    if (isBefore(text, index, /mac\b|mac\s?(?:주소|addr)|물리\s?주소|physical/i))
      yield { start: index, end: index + whole.length, kind: "mac" };
  }
};

/** A version has four numbers too: the word or sign before it tells. */
const versionBefore =
  /(?:version|ver|버전|판|release|build|빌드|revision|rev|update|업데이트|\bv)\.?\s{0,2}[:=]?\s{0,2}$|[A-Za-z)]\/$|[A-Za-z]-$/i;

export const findAddresses: Detector = function* (text, pen) {
  const v4 =
    /(?<![\w.]|\d-)\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}(?!\d|\.\d|[A-Za-z_])(\/\d{1,2}(?!\d))?/g;
  for (const { 0: whole, 1: length, index } of text.matchAll(v4)) {
    const address = length === undefined ? whole : whole.slice(0, -length.length);
    if (!isIPv4(address) || isBefore(text, index, versionBefore)) continue;
    const block = length !== undefined && Number(length.slice(1)) <= 32;
    const put = (original: string) =>
      block ? redactBlock(pen, original) : (takeAddress(pen, original) ?? original);
    yield { start: index, end: index + (block ? whole : address).length, kind: "address", put };
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
  `(?<![\\w.%-])(?:\\*\\.)?(?:${label}\\.){1,8}(?:${endingsInText.join("|")})(?![\\w-]|\\.[A-Za-z0-9_])`,
  "gi",
);

export const findHosts: Detector = function* (text, pen) {
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

/** Names met elsewhere in the evidence. */
export const findLearned: Detector = function* (text, pen): Generator<Match> {
  if (pen.learned.size === 0) return;
  const low = text.toLowerCase();
  for (const [name, kind] of pen.learned) {
    for (let at = low.indexOf(name); at >= 0; at = low.indexOf(name, at + name.length)) {
      const end = at + name.length;
      const alone = !/[a-z0-9]/i.test(low[at - 1] ?? " ") && !/[a-z0-9]/i.test(low[end] ?? " ");
      if (!alone) continue;
      const put = (original: string) => {
        const token = tokenFor(pen.keyed, kind, original);
        pen.note(kind, token);
        return token;
      };
      yield { start: at, end, kind, put };
    }
  }
};
