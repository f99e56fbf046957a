import { learnFrom, redactHost } from "./host.ts";
import { type Pen, take } from "./pen.ts";
import { isToken } from "./token.ts";

const parts =
  /^([a-z][a-z0-9+.-]*:(?:\/\/|\\\\))([^@\s/?#]*@)?(\[[^\]\s]*\]|[^:/?#\s\\]*)(:\d{0,5})?([^?#]*)(\?[^#]*)?(#.*)?$/is;

/** Words of paths that say what a page is for; digits may follow, or an ending. */
const plainSegment = /^(?:[A-Za-z][A-Za-z_-]{0,30}\d{0,3}|v\d{1,2}|\d{1,4})(?:\.[A-Za-z]{1,5})?$/;
const plainName = /^[A-Za-z_$][\w.[\]-]{0,40}$/;
const plainValue =
  /^(?:true|false|yes|no|on|off|[yn]|ko|en|ko[-_]kr|en[-_]us|utf-?8|euc-kr|\d{1,5})$/i;
/** What filters say of themselves in the address of their page. */
const ownWords =
  /^(?:category|cat|policy|rule|action|reason|type|mode|lang|charset|encoding|code|status|level|ver|version)$/i;

/**
 * An address of a page or file. Scheme, port and the plain words of its path stay; the host goes as
 * hosts do, and what stands behind the question mark goes but for its names. Undefined where the
 * text has not the form of a URL.
 */
export function redactUrl(pen: Pen, url: string): string | undefined {
  const match = parts.exec(url.replace(/^(file:\/\/)(?=[A-Za-z]:[\\/])/i, "$1/"));
  if (!match) return undefined;
  const [, scheme = "", before = "", host = "", port = "", path = "", query = "", fragment = ""] =
    match;
  const userinfo = before === "" ? "" : `${take(pen, "secret", before.slice(0, -1))}@`;
  const own = pen.words.says(`${host}${port}${path}`) || pen.words.says(`${host}${path}`);
  return (
    scheme +
    userinfo +
    redactHost(pen, host) +
    port +
    (own ? path : redactPath(pen, path, host !== "" && /^(?:file|smb):/i.test(scheme))) +
    (pen.words.says(path + query) ? query : redactQuery(pen, query)) +
    redactFragment(pen, fragment)
  );
}

/** The host of a URL, for what an organisation calls itself. */
export function learnFromUrl(pen: Pen, url: string): void {
  const host = parts.exec(url)?.[3];
  if (host) learnFrom(pen, host);
}

/** Folders in which each person has their own. */
const homes =
  /^(?:users|home|사용자|documents(?: |%20)and(?: |%20)settings|profiles|people|members)$/i;
const everybodys =
  /^(?:|public|default|all(?: |%20)users|login|logout|search|list|new|index\.\w+)$/i;

/** On somebody's own server the names of shares and folders are theirs too. */
function redactPath(pen: Pen, path: string, shared = false): string {
  return path
    .split(/([/;\\])/)
    .map((segment, at, all) => {
      if (homes.test(all[at - 2] ?? "") && !everybodys.test(segment) && !isToken(segment))
        return take(pen, "user", decode(segment));
      if (/^[/;\\]?$/.test(segment) || isToken(segment) || (plainSegment.test(segment) && !shared))
        return segment;
      if (pen.words.says(segment)) return segment;
      const [, name = segment, value] = /^([A-Za-z_]\w{0,40}=)(.*)$/s.exec(segment) ?? [];
      if (value !== undefined) return value === "" ? segment : name + take(pen, "secret", value);
      const [, stem = "", ending = ""] = /^(.*?)(\.[A-Za-z]{1,5})?$/s.exec(segment) ?? [];
      return stem === "" ? segment : take(pen, "url", stem) + ending;
    })
    .join("");
}

/** Names stay, values go: nobody can tell from outside which of them say who somebody is. */
export function redactQuery(pen: Pen, query: string): string {
  if (query === "") return query;
  const told = query
    .slice(1)
    .split(/([&;])/)
    .map((pair) => (/^[&;]?$/.test(pair) ? pair : redactPair(pen, pair)));
  return query[0] + told.join("");
}

function redactPair(pen: Pen, pair: string): string {
  const at = pair.indexOf("=");
  const name = at < 0 ? pair : pair.slice(0, at);
  const value = at < 0 ? "" : pair.slice(at + 1);
  if (at < 0) return isKept(pen, name) ? name : take(pen, "url", name);
  const told = plainName.test(name) ? name : take(pen, "url", name);
  if (/^(?:v|ver|version|rev|build)$/i.test(name) && /^[\d.]{1,16}$/.test(value)) return pair;
  const words = ownWords.test(name) && /^[A-Za-z][A-Za-z_-]{0,30}$/.test(value);
  return `${told}=${words || isKept(pen, value) ? value : redactValue(pen, value)}`;
}

function isKept(pen: Pen, value: string): boolean {
  if (value === "" || isToken(value) || plainValue.test(value)) return true;
  const decoded = decode(value);
  if (pen.words.says(decoded)) return true;
  // The page that was asked for is the guide's own.
  return (
    /^https?:\/\//i.test(decoded) && silently(pen, (quiet) => redactUrl(quiet, decoded)) === decoded
  );
}

function redactValue(pen: Pen, value: string): string {
  const decoded = decode(value);
  if (/^https?:\/\/[^?#]*$/i.test(decoded)) {
    const told = redactUrl(pen, decoded);
    if (told !== undefined) return decoded === value ? told : encodeURIComponent(told);
  }
  return take(pen, "secret", decoded);
}

function redactFragment(pen: Pen, fragment: string): string {
  const name = fragment.slice(1);
  if (/^[A-Za-z_-]{0,16}$/.test(name) || isToken(name)) return fragment;
  return name.includes("=")
    ? `#${redactQuery(pen, `?${name}`).slice(1)}`
    : `#${take(pen, "url", name)}`;
}

/** What it would come to, without a note of it. */
function silently<T>(pen: Pen, work: (pen: Pen) => T): T {
  return work({ ...pen, note: () => {} });
}

function decode(text: string): string {
  if (!text.includes("%")) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
