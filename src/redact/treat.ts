import { isKoreanName } from "./detect/korean-name.ts";
import { redactAttributes } from "./distinguished-name.ts";
import type { Treatment } from "./fields.ts";
import { redactHost, redactHostPort, redactPattern, redactRoute } from "./host.ts";
import { noting, type Pen, take, takeAddress } from "./pen.ts";
import type { RemovalKind } from "./removal.ts";
import { redactText } from "./scan.ts";
import { isToken, tokenFor } from "./token.ts";
import { learnFromUrl, redactUrl } from "./url.ts";

/**
 * Writes one text anew, as its place in the evidence asks for. `beside` is the key or name that it
 * stands under. The same texts stand in many places, and are worked on once.
 */
export function treat(pen: Pen, how: Treatment, text: string, beside: string): string {
  if (text === "" || how === "kept" || isToken(text)) return text;
  const id = `${how}\0${beside}\0${text}`;
  const known = pen.searched.get(id);
  if (known) {
    for (const [kind, token] of known.notes) pen.note(kind, token);
    return known.told;
  }
  const notes: [RemovalKind, string][] = [];
  const note: Pen["note"] = (kind, token) => {
    notes.push([kind, token]);
    pen.note(kind, token);
  };
  const told = treatAnew({ ...pen, note }, how, text, beside);
  pen.searched.set(id, { told, notes });
  return told;
}

function treatAnew(pen: Pen, how: Treatment, text: string, beside: string): string {
  const scan = (other: string) => redactText(pen, other);
  switch (how) {
    case "address":
      return redactServer(pen, text);
    case "host":
      return /\s/.test(text) ? scan(text) : redactHost(pen, text);
    case "host-port":
      return redactHostPort(pen, text);
    case "pattern":
      return redactPattern(pen, text);
    case "origin":
      return text
        .split(",")
        .map((part) => redactPattern(pen, part))
        .join(",");
    case "url":
      learnFromUrl(pen, text);
      return redactUrl(pen, text) ?? scan(text);
    case "route":
      return redactRoute(pen, text);
    case "name":
      return redactName(pen, text);
    case "device":
      return usualDevice.test(text) ? text : take(pen, "network", text);
    case "bytes":
      return redactBytes(pen, text);
    case "version":
      return isVersion(text) ? text : scan(text);
    case "title":
      // Names of programs end in versions far more often than in addresses.
      return withoutOwner(pen, text)
        .split(/((?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.]))/)
        .map((part, at) => (at % 2 === 1 && !inside.test(part) ? part : scan(part)))
        .join("");
    case "path":
      return pen.words.says(text) ? text : scan(text);
    case "header":
      if (beside === "via") return redactVia(pen, text);
      return scan(beside === "server" ? redactSelf(pen, text) : text);
    case "publisher":
      return isKoreanName(text, [3]) ? take(pen, "person", text) : scan(text);
    case "value":
      return redactValue(pen, text, beside);
    default:
      return scan(text);
  }
}

/** A text no longer than its place allows, with no half of a token at its end. */
export function fitted(pen: Pen, text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most).replace(/[\p{L}\p{N}-]*$/u, "");
  return cut === "" ? tokenFor(pen.keyed, "text", text) : cut;
}

/** An address, or the name or port beside it that some systems write. */
function redactServer(pen: Pen, text: string): string {
  return takeAddress(pen, text) ?? redactHostPort(pen, text);
}

/** `128.0.6613.120`, `v5.1-beta.3`: four numbers are a version here, and no address. */
function isVersion(text: string): boolean {
  return (
    /^[vr]?\d{1,7}(?:\.\d{1,7}){0,7}(?:[-+_ ]?[a-z]{1,12}\.?\d{0,7})?$/i.test(text) &&
    !/\d{8}/.test(text)
  );
}

const inside = /^(?:10|192\.168|172\.(?:1[6-9]|2\d|3[01]))\./;

/** Names that systems give to network devices themselves. */
const usualDevice =
  /^(?:lo|(?:eth|wlan|docker|virbr|tun|tap|ppp|wwan|usb)\d{1,3}|en[ops]\w{1,8}|wl[ops]\w{1,8}|br-[0-9a-f]{12}|(?:이더넷|Ethernet|로컬 영역 연결|Local Area Connection|Wi-?Fi|WLAN|무선 네트워크 연결|Wireless Network Connection|Loopback Pseudo-Interface|Bluetooth (?:네트워크 연결|Network Connection)|VMware Network Adapter VMnet|VirtualBox Host-Only (?:Ethernet Adapter|Network)|Npcap Loopback Adapter|Teredo Tunneling Pseudo-Interface|vEthernet \((?:Default Switch|WSL)[^)]{0,40}\)|Tailscale|WireGuard Tunnel)(?: ?\*? ?#?\d{1,3})?)$/i;

const relays =
  /^(?:varnish|google|squid|vegur|cloudfront|akamai|nginx|haproxy|envoy|iis|proxy|cache|lab-proxy)$/i;

/** The name in a certificate: its parts by what they are, and what is left as any text. */
function redactName(pen: Pen, name: string): string {
  const own = noting(pen);
  return redactText(own.after(), redactAttributes(own.pen, name));
}

/** `1.1 proxy01 (squid/3.5), 1.1 varnish`: the second word of each is what a relay calls itself. */
function redactVia(pen: Pen, text: string): string {
  const own = noting(pen);
  const told = text.replace(
    /(^|,)(\s*(?:[A-Za-z]+\/)?\d(?:\.\d)?\s+)([^\s,()]+)/g,
    (whole, comma, before, name) =>
      relays.test(name) ? whole : comma + before + redactHostPort(own.pen, name),
  );
  return redactText(own.after(), told);
}

/** `홍길동의 도구`: a program that somebody called after themselves. */
function withoutOwner(pen: Pen, title: string): string {
  return title.replace(/^[가-힣]{3}(?=의 )/, (name) =>
    isKoreanName(name, [3]) ? take(pen, "person", name) : name,
  );
}

/** `gw01-hq/nginx`: what a server calls itself before what it is. */
function redactSelf(pen: Pen, text: string): string {
  if (/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*-[a-z0-9]*\d+$/.test(text)) return take(pen, "host", text);
  return text.replace(/^([a-z][a-z0-9]*-[a-z0-9-]*\d[a-z0-9-]*)(?=\/[a-z])/i, (name) =>
    isToken(name) ? name : take(pen, "host", name),
  );
}

/** A policy's value: an entry of a list of sites, or anything else. */
function redactValue(pen: Pen, text: string, policy: string): string {
  const ofSites = /urls|sites|origins|hosts|domains|list|servers|homepage|startup|proxy/i.test(
    policy,
  );
  const plain = /^(?:\d{1,10}|true|false|\*)$/i.test(text);
  if (plain || !ofSites || /[\s;,"{}]/.test(text)) return plain ? text : redactText(pen, text);
  if (/^[a-z]+:\/\/[^/]+\/./i.test(text) && !text.includes("*"))
    return redactUrl(pen, text) ?? redactPattern(pen, text);
  return redactPattern(pen, text);
}

/** First bytes of an answer, in hex: where they are text that says something, it is written over. */
function redactBytes(pen: Pen, hex: string): string {
  const codes = (hex.match(/../g) ?? []).map((byte) => Number.parseInt(byte, 16));
  const text = String.fromCharCode(...codes).replace(/[^\x20-\x7e\r\n]/g, "\0");
  let noted = false;
  const quiet: Pen = {
    ...pen,
    note: () => {
      noted = true;
    },
  };
  const told = text.replace(/[\x20-\x7e\r\n]{4,}/g, (run) => {
    noted = false;
    redactText(quiet, run);
    return noted ? run.replace(/[^\r\n]/g, "x") : run;
  });
  if (told === text) return hex;
  pen.note("text", "x");
  return codes
    .map((code, at) => (told[at] === text[at] ? code : 0x78).toString(16).padStart(2, "0"))
    .join("");
}
