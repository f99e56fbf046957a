import { isKoreanName } from "./detect/korean-name.ts";
import { redactHost } from "./host.ts";
import { publicLabels } from "./host-name.ts";
import { type Pen, take } from "./pen.ts";
import { isToken } from "./token.ts";

const attribute =
  /(^|[,\n;]\s{0,3}|\/|\\)(CN|OU|O|DC|L|ST|S|STREET|POSTALCODE|C|E|EMAIL|EMAILADDRESS|UID|SERIALNUMBER|GN|GIVENNAME|G|SN|SURNAME|T|TITLE|DESCRIPTION|OID\.[\d.]{1,60}|[\d.]{5,40})=("[^"]{0,1000}"|[^,\n;\\/]{0,1000})/gi;

/** What the Korean authorities for accredited certificates call their kinds of certificates. */
const kinds =
  /^(?:personal\w{0,12}|corporation\w{0,8}|AccreditedCA|licensedCA|RootCA|signGATE|CrossCert|TradeSign|SignKorea|KICA|NCASign|yessign(?:CA)?(?:[- ]\w+)*|inipass|GPKI|EPKI|NPKI|server|device|Government of Korea|Public of Korea)$/i;
const authorities =
  /^(?:yessign|SignKorea|KICA|CrossCert|TradeSign|NCASign|INIPASS|Government of Korea|금융결제원)$/i;

/**
 * The name in a certificate: `CN=홍길동()0012…, OU=personal4IB, O=yessign, C=kr`. Names of people
 * go, and so do hosts, addresses of streets and numbers of persons; who issued it stays.
 */
export function redactAttributes(pen: Pen, name: string): string {
  let out = "";
  let at = 0;
  for (const { start, end, put } of attributesOf(pen, name)) {
    out += name.slice(at, start) + put();
    at = end;
  }
  return out + name.slice(at);
}

/** The values in such a name that say who somebody is, each at its place. */
export function* attributesOf(
  pen: Pen,
  name: string,
): Generator<{ start: number; end: number; put: () => string }> {
  const found = [...name.matchAll(attribute)].map(
    ([, , key = "", value = ""]) => [key.toUpperCase(), unquoted(value)] as const,
  );
  if (found.length === 0) return;
  const has = (key: string, pattern: RegExp) =>
    found.some(([own, value]) => own === key && pattern.test(value));
  const own: Kind = {
    personal: has("OU", /^personal/i) || has("O", authorities),
    // A directory names its authority after its domain and machine: `HANBIT-DC01-CA`.
    ofDirectory: found.some(([key, value]) => key === "DC" && publicLabels(["x", value]) === 0),
    mailed: found.some(([key]) => /^E(?:MAIL)?/.test(key)),
  };
  for (const { 0: whole, 2: key = "", 3: value = "", index } of name.matchAll(attribute)) {
    const bare = unquoted(value);
    const result = redactAttribute(pen, key.toUpperCase(), bare, own);
    if (result === bare) continue;
    const start = index + whole.length - value.length;
    const put = () => (value.startsWith('"') ? `"${result}"` : result);
    yield { start, end: start + value.length, put };
  }
}

interface Kind {
  /** A certificate that Korean authorities give to persons. */
  personal: boolean;
  ofDirectory: boolean;
  /** Somebody's mail stands in it, so that the name is likely somebody's too. */
  mailed: boolean;
}

const unquoted = (value: string) => value.replace(/^"(.*)"$/s, "$1").trim();

function redactAttribute(
  pen: Pen,
  key: string,
  value: string,
  { personal, ofDirectory, mailed }: Kind,
): string {
  if (value === "" || isToken(value) || pen.words.says(value)) return value;
  switch (key) {
    case "CN":
      if (ofDirectory && /^[\w-]+-[\w-]+$/.test(value)) {
        const [, own = value, end = ""] = /^(.*?)(-CA)?$/.exec(value) ?? [];
        return take(pen, "machine", own) + end;
      }
      return redactCommonName(pen, value, personal, ofDirectory || mailed);
    case "DC": {
      const [label = "", ...rest] = value.split(/(?=\s)/);
      const open = publicLabels(["x", label]) === 0 && !isToken(label);
      return (open ? learnt(pen, label) : label) + rest.join("");
    }
    case "OU":
      return personal && !kinds.test(value) ? take(pen, "organisation", value) : value;
    case "STREET":
    case "POSTALCODE":
      return take(pen, "organisation", value);
    case "GN":
    case "GIVENNAME":
    case "G":
    case "SN":
    case "SURNAME":
      return take(pen, "person", value);
    case "UID":
      return take(pen, "user", value);
    case "E":
    case "EMAIL":
    case "EMAILADDRESS": {
      const [, local = value, domain] = /^([^@]*)@(.*)$/s.exec(value) ?? [];
      if (domain === undefined) return take(pen, "email", value);
      return `${take(pen, "email", local)}@${redactHost(pen, domain)}`;
    }
    case "SERIALNUMBER":
      return take(pen, "secret", value);
    default:
      return value;
  }
}

function learnt(pen: Pen, label: string): string {
  if (label.length >= 4 && !pen.words.says(label)) pen.learned.set(label.toLowerCase(), "host");
  return take(pen, "host", label);
}

/** Words in the names of authorities, services and groups, which no person is called by. */
const noPerson =
  /\b(?:CA|Root|Authority|Issuing|Server|Services?|Users|Computers|Admins?|Domain|Group|Certificate|Security|Network|Inc|Ltd|Trust|Web|Proxy|Gateway|Firewall|Inspection|Company|Bank|Configuration|Public|Key|Enterprise|Policy|Test)\b/i;

function redactCommonName(pen: Pen, value: string, personal: boolean, persons: boolean): string {
  const host = /^(?:\*\.)?(?:[\w-]{1,63}\.)+[\w-]{1,63}$/.test(value);
  if (host && publicLabels(value.split(".")) > 0) return redactHost(pen, value);
  if (/^[\da-f:.]{3,45}$/i.test(value) && /[.:]/.test(value)) return redactHost(pen, value);
  if (personal && !kinds.test(value) && isPersons(value)) return take(pen, "person", value);
  const [name = value] = /^[^(]*(?=\s?\()/.exec(value) ?? [];
  const korean = isKoreanName(name.trim(), [3]);
  const latin = /^[A-Z][a-z]+(?: [A-Z][a-z]+){1,2}$/.test(value) && !noPerson.test(value);
  if (korean || (persons && latin)) return take(pen, "person", value);
  if (/^[A-Z]{2,10}(?:-[A-Z][A-Z0-9]{0,7}){1,3}-\d{1,4}$/.test(value))
    return take(pen, "machine", value);
  // Programs that listen in on a developer's own PC: `hostname Fiddler`, `mkcert user@hostname`.
  const own = /^([a-z][a-z0-9]{1,20}-[a-z0-9-]{1,20})(?=\s|$)/i.exec(value)?.[1];
  if (own !== undefined && persons) return learnt(pen, own) + value.slice(own.length);
  // Devices are delivered with their own serial number for a name.
  if (/^(?=[A-Z0-9-]{10,40}$)(?=(?:.*\d){6})(?=.*[A-Z])/.test(value))
    return take(pen, "machine", value);
  return value;
}

/** Authorities write a person's name, something in brackets, and a number. */
function isPersons(value: string): boolean {
  return (
    isKoreanName(value) ||
    /\([^)]*\)-?\d*/.test(value) ||
    /\d{6,}/.test(value) ||
    /^[A-Z][a-z]+( [A-Z][a-z]+){1,3}$/.test(value)
  );
}
