import { type Element, Fields, oidOf, tag } from "./asn1.ts";
import { Malformed } from "./malformed.ts";
import type { Place } from "./verdict.ts";

/** One attribute of a distinguished name. */
export interface NameAttribute {
  /** CN, O and the like, or the object identifier in dotted form. */
  type: string;
  /** Null where the bytes are no text of the kind they say. */
  value: string | null;
}

/** A distinguished name, most general part first as in the certificate. */
export type Name = readonly NameAttribute[];

/** RFC 4519, section 2, and RFC 2985 for the address. */
const types: Readonly<Record<string, string>> = {
  "2.5.4.3": "CN",
  "2.5.4.4": "SN",
  "2.5.4.5": "serialNumber",
  "2.5.4.6": "C",
  "2.5.4.7": "L",
  "2.5.4.8": "ST",
  "2.5.4.9": "street",
  "2.5.4.10": "O",
  "2.5.4.11": "OU",
  "2.5.4.12": "title",
  "2.5.4.15": "businessCategory",
  "2.5.4.17": "postalCode",
  "0.9.2342.19200300.100.1.25": "DC",
  "1.2.840.113549.1.9.1": "emailAddress",
};

const maxAttributes = 64;

/** Every attribute of every part: a second CN is never lost, wherever it hides. */
export function nameOf(element: Element, where: Place): Name {
  if (element.tag !== tag.sequence) throw new Malformed(where);
  const attributes = element.children.flatMap((part) => {
    if (part.tag !== tag.set || part.children.length === 0) throw new Malformed(where);
    return part.children.map((attribute) => {
      const fields = new Fields(attribute, tag.sequence, where);
      const oid = oidOf(fields.next(), where);
      const value = textOf(fields.next());
      fields.end();
      return { type: types[oid] ?? oid, value };
    });
  });
  if (attributes.length > maxAttributes) throw new Malformed(where);
  return attributes;
}

/** A text in one of the forms of X.520's DirectoryString and the ones used in its place. */
function textOf({ tag: kind, content }: Element): string | null {
  const ascii = () => (content.every((byte) => byte < 0x80) ? latin(content) : null);
  switch (kind) {
    case 0x0c:
      return strictly("utf-8", content);
    case 0x12:
    case 0x13:
    case 0x16:
    case 0x1a:
      return ascii();
    case 0x14:
      return latin(content);
    case 0x1e:
      return content.length % 2 === 0 ? strictly("utf-16le", swapped(content)) : null;
    default:
      return null;
  }
}

const latin = (bytes: Uint8Array) => Buffer.from(bytes).toString("latin1");
const swapped = (bytes: Uint8Array) => Buffer.from(bytes).swap16();

function strictly(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** As one line, for people: `CN=…, O=…`, most special part first. Not for comparing. */
export function nameText(name: Name): string {
  const parts = name.map(({ type, value }) => `${type}=${quoted(value ?? "?")}`);
  return parts.reverse().join(", ");
}

const quoted = (value: string) =>
  /[,+="<>;\\]|^[\s#]|\s$/.test(value) ? `"${value.replace(/["\\]/g, "\\$&")}"` : value;

/** Whether two names may mean the same authority; whose key it is, the signature decides. */
export function alikeNames(a: Name, b: Name): boolean {
  return folded(a) === folded(b);
}

const folded = (name: Name) =>
  JSON.stringify(
    name.map(({ type, value }) => [type, value?.trim().replace(/\s+/g, " ").toLowerCase()]),
  );
