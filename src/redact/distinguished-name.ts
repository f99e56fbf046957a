import { isKoreanName } from "./detect/korean-name.ts";
import { redactHost } from "./host.ts";
import { publicLabels } from "./host-name.ts";
import { type Pen, take } from "./pen.ts";
import { isToken } from "./token.ts";

const attribute =
  /(^|[,\n;]\s{0,3}|\/|\\)(CN|OU|O|DC|L|ST|S|STREET|POSTALCODE|C|E|EMAIL|EMAILADDRESS|UID|SERIALNUMBER|GN|GIVENNAME|G|SN|SURNAME|T|TITLE|DESCRIPTION|OID\.[\d.]+|[\d.]{5,40})=("[^"]{0,1000}"|[^,\n;\\/]{0,1000})/gi;

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
  const found = [...name.matchAll(attribute)].map(
    ([, , key = "", value = ""]) => [key.toUpperCase(), unquoted(value)] as const,
  );
  if (found.length === 0) return name;
  const has = (key: string, pattern: RegExp) =>
    found.some(([own, value]) => own === key && pattern.test(value));
  const personal = has("OU", /^personal/i) || has("O", authorities);
  // A directory names its authority after its domain and machine: `HANBIT-DC01-CA`.
  const ofDirectory = found.some(
    ([key, value]) => key === "DC" && publicLabels(["x", value]) === 0,
  );
  return name.replace(attribute, (whole, before: string, key: string, value: string) => {
    const result = redactAttribute(pen, key.toUpperCase(), unquoted(value), personal, ofDirectory);
    if (result === unquoted(value)) return whole;
    return `${before}${key}=${value.startsWith('"') ? `"${result}"` : result}`;
  });
}

const unquoted = (value: string) => value.replace(/^"(.*)"$/s, "$1").trim();

function redactAttribute(
  pen: Pen,
  key: string,
  value: string,
  personal: boolean,
  ofDirectory: boolean,
): string {
  if (value === "" || isToken(value) || pen.words.says(value)) return value;
  switch (key) {
    case "CN":
      if (ofDirectory && /^[\w-]+-[\w-]+$/.test(value)) {
        const [, own = value, end = ""] = /^(.*?)(-CA)?$/.exec(value) ?? [];
        return take(pen, "machine", own) + end;
      }
      return redactCommonName(pen, value, personal);
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

function redactCommonName(pen: Pen, value: string, personal: boolean): string {
  const host = /^(?:\*\.)?(?:[\w-]{1,63}\.)+[\w-]{1,63}$/.test(value);
  if (host && publicLabels(value.split(".")) > 0) return redactHost(pen, value);
  if (/^[\da-f:.]{3,45}$/i.test(value) && /[.:]/.test(value)) return redactHost(pen, value);
  if (personal && !kinds.test(value) && isPersons(value)) return take(pen, "person", value);
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
