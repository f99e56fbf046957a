import { isIPv4 } from "../evidence/ipv4.ts";
import { holderOf, isRole, publicLabels } from "./host-name.ts";
import { isGiven, type Pen, take, takeAddress } from "./pen.ts";
import { isToken, tokenFor } from "./token.ts";

const hostMost = 253;
/** Shorter than this a label says too little to be looked for in texts. */
const learnedLeast = 4;

/**
 * A host for a host. Each label goes by itself, so that names below one domain stay below one
 * domain; what is public at the end stays, and so does what a name is for (`www`, `proxy`).
 */
export function redactHost(pen: Pen, host: string): string {
  const address = takeAddress(pen, host.replace(/^\[([^\]]*)\]$/, "$1"));
  if (address !== undefined) return host.startsWith("[") ? `[${address}]` : address;
  if (host === "" || pen.words.isHost(host) || pen.words.says(host)) return host;
  const labels = host.split(".");
  const rooted = labels.length > 1 && labels.at(-1) === "";
  if (rooted) labels.pop();
  const open = labels.length - publicLabels(labels);
  const told = labels.map((label, at) => {
    if (at >= open || label === "" || label.includes("*") || isToken(label)) return label;
    return at < open - 1 && isRole(label) ? label : tokenFor(pen.keyed, "host", label);
  });
  const short = told.join(".").length <= hostMost;
  const result = short ? told.join(".") : tokenFor(pen.keyed, "host", host);
  if (result === labels.join(".")) return host;
  pen.note("host", result);
  return rooted ? `${result}.` : result;
}

/** Remembers what an organisation calls itself in its own names, to find it in texts too. */
export function learnFrom(pen: Pen, host: string): void {
  if (isIPv4(host) || host.includes(":") || pen.words.isHost(host)) return;
  const [label = ""] = holderOf(host).split(".");
  const telling = /[a-z가-힣]/i.test(label) && !/^[\d.-]+$/.test(label);
  if (label.length < learnedLeast || !telling || isToken(label) || isRole(label)) return;
  if (common.has(label.toLowerCase()) || pen.words.says(label)) return;
  pen.learned.set(label.toLowerCase(), "host");
}

/** Words that many networks use and that stand in texts for other reasons. */
const common = new Set(
  (
    "corp company group intranet internal office server proxy network security gateway firewall domain local " +
    "workgroup home test user admin administrator korea seoul bank cloud microsoft windows google naver kakao " +
    "daum chrome edge whale firefox internet explorer service portal mail file print public private default " +
    "blocked block warning filter policy access denied internet"
  ).split(" "),
);

/** `host:port`, with or without a scheme in front and a name and password before an `@`. */
export function redactHostPort(pen: Pen, text: string): string {
  const match =
    /^([a-z][a-z0-9+.-]*:\/\/|[a-z]+=)?(?:([^@\s/]*)@)?(\[[^\]\s]*\]|[^\s:/]+)(:\d{1,5})?(\/?)$/i.exec(
      text,
    );
  if (!match) {
    const bare = takeAddress(pen, text);
    return bare ?? (text === "" ? text : take(pen, "host", text));
  }
  const [, scheme = "", before, host = "", port = "", slash = ""] = match;
  const userinfo = before === undefined ? "" : `${take(pen, "secret", before)}@`;
  learnFrom(pen, host);
  return scheme + userinfo + redactHost(pen, host) + port + slash;
}

/** An answer of FindProxyForURL: `PROXY one:8080; SOCKS two:1080; DIRECT`. */
export function redactRoute(pen: Pen, route: string): string {
  return route
    .split(";")
    .map((choice) => {
      const [, before = "", word = "", space = "", target = "", after = ""] =
        /^(\s*)([A-Za-z0-9]*)(\s*)(\S*)(.*)$/s.exec(choice) ?? [];
      const known = /^(PROXY|HTTPS?|SOCKS[45]?|DIRECT|)$/i.test(word);
      const told = target === "" ? "" : redactHostPort(pen, target);
      return before + (known ? word : take(pen, "text", word)) + space + told + rest(pen, after);
    })
    .join(";");
}

function rest(pen: Pen, text: string): string {
  return text.trim() === "" ? text : ` ${take(pen, "text", text.trim())}`;
}

/**
 * An entry of a list of sites or exceptions: a host, an address, or either with stars, with or
 * without scheme, port and path. What holds for a name of the guide can say nothing that the guide
 * does not say.
 */
export function redactPattern(pen: Pen, entry: string): string {
  const trimmed = entry.trim();
  if (trimmed === "" || /^<-?\w+>$/.test(trimmed) || /^[*\d.]{0,2}$/.test(trimmed)) return entry;
  if (/^\d[\d.]*\/\d{1,2}$/.test(trimmed)) return redactBlock(pen, trimmed);
  const match =
    /^((?:\*|[a-z][a-z0-9+.-]*):(?:\/\/)?)?(?:([^@\s/]*)@)?(\[\*\.\]|\*\.|\.)?([^\s/:[\]]+|\[[0-9a-f:.]+\])(:(?:\*|\d{1,5}))?([/?#].*)?$/i.exec(
      trimmed,
    );
  if (!match)
    return trimmed.includes("*") && pen.words.isReached(trimmed)
      ? entry
      : take(pen, "host", trimmed);
  const [, scheme = "", before, wild = "", host = "", port = "", path = ""] = match;
  const userinfo = before === undefined ? "" : `${take(pen, "secret", before)}@`;
  const behind = /^\/?\*?$/.test(path) ? path : `/${take(pen, "url", path)}`;
  const reached = pen.words.isReached((wild === "" ? "" : "*.") + host);
  if (reached) return scheme + userinfo + wild + host + port + behind;
  return scheme + userinfo + wild + redactStarred(pen, host) + port + behind;
}

function redactStarred(pen: Pen, host: string): string {
  if (/^\d[\d.*-]*$/.test(host)) return redactRange(pen, host);
  if (!host.includes("*")) return redactHost(pen, host);
  const parts = host
    .split(".")
    .map((label) =>
      label.includes("*") && label !== "*"
        ? label.replace(/[^*]{1,253}/g, (text) => tokenFor(pen.keyed, "host", text))
        : label,
    );
  const told = redactHost(pen, parts.join("."));
  if (told === parts.join(".") && told !== host) pen.note("host", told);
  return told;
}

/** `10.1.*.*`, `10.1.` or `10.1.2.3-40`: the parts that are known, and stars and gaps as they were. */
function redactRange(pen: Pen, range: string): string {
  const parts = range.split(".");
  const lowest = parts.map((part) => /^\d{1,3}/.exec(part)?.[0] ?? "0");
  const base = [...lowest, "0", "0", "0"].slice(0, 4).join(".");
  const told = isGiven(pen, range) ? base : pen.addresses.pseudonym(base);
  if (told === undefined || parts.length > 4) return take(pen, "host", range);
  const numbers = told.split(".");
  const result = parts
    .map((part, at) => (/^\d/.test(part) ? (numbers[at] ?? part) : part))
    .join(".");
  if (told === base) return range;
  pen.note("address", result);
  return result;
}

/** A network for a network: no bit is set behind its prefix, where none was. */
export function redactBlock(pen: Pen, text: string): string {
  const [address = "", bits = ""] = text.split("/");
  const told = isGiven(pen, text) ? address : pen.addresses.pseudonym(address);
  if (told === undefined || Number(bits) > 32) return take(pen, "host", text);
  const behind = 32 - Number(bits);
  const value = (from: string) =>
    from.split(".").reduce((sum, part) => sum * 256n + BigInt(part), 0n);
  const plain = behind === 0 ? false : BigInt.asUintN(behind, value(address)) === 0n;
  const kept = plain ? (value(told) >> BigInt(behind)) << BigInt(behind) : value(told);
  const result = `${[24n, 16n, 8n, 0n].map((by) => (kept >> by) & 255n).join(".")}/${bits}`;
  if (result === text) return text;
  pen.note("address", result);
  return result;
}
