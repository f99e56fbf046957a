import { type BaseBlock, fromBER } from "asn1js";
import { Malformed } from "./malformed.ts";
import type { Place } from "./verdict.ts";

/** First bytes of the elements that are read here (X.690, 8.1.2). */
export const tag = {
  boolean: 0x01,
  integer: 0x02,
  bits: 0x03,
  octets: 0x04,
  null: 0x05,
  oid: 0x06,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
  /** `[n]` around other elements, and `[n]` in place of a primitive's own tag. */
  around: (n: number) => 0xa0 | n,
  inPlace: (n: number) => 0x80 | n,
};

/** One element: its whole encoding, what stands in it, and the elements it is made of. */
export interface Element {
  readonly tag: number;
  readonly bytes: Uint8Array;
  readonly content: Uint8Array;
  /** Empty for a primitive. */
  readonly children: readonly Element[];
}

/** A signature with its certificates has some hundreds of elements, about twelve levels deep. */
const limits = {
  maxDepth: 40,
  maxNodes: 20_000,
  maxContentLength: 8 << 20,
  parseEmbedded: false,
};

/** Reads the element at the start of `bytes`; with `rest`, what follows it is the caller's business. */
export function decode(bytes: Uint8Array, where: Place, rest: "none" | "any" = "none"): Element {
  // A copy: asn1js keeps views, and the caller's buffer may be used again.
  const { offset, result } = decoded(Uint8Array.from(bytes), where);
  if (offset < 0 || (rest === "none" && offset !== bytes.length)) throw new Malformed(where);
  return elementOf(result, where);
}

function decoded(bytes: Uint8Array, where: Place) {
  try {
    return fromBER(bytes as Uint8Array<ArrayBuffer>, limits);
  } catch {
    // Whatever it trips over stands in the input.
    throw new Malformed(where);
  }
}

/**
 * As DER wants it: one-byte tags, definite lengths in their shortest form. What BER permits
 * beyond that would let one signature be written in many ways.
 */
function elementOf(block: BaseBlock, where: Place): Element {
  const bytes = block.valueBeforeDecodeView;
  const length = block.lenBlock.length;
  const header = 2 + (length < 0x80 ? 0 : Math.ceil(length.toString(16).length / 2));
  const first = bytes[0];
  if (first === undefined || (first & 0x1f) === 0x1f || bytes.length !== header + length)
    throw new Malformed(where);
  const { value } = block.valueBlock as unknown as { value?: unknown };
  const constructed = (first & 0x20) !== 0;
  const blocks = constructed && Array.isArray(value) ? (value as BaseBlock[]) : [];
  const children = blocks.map((child) => elementOf(child, where));
  const inside = children.reduce((sum, child) => sum + child.bytes.length, 0);
  if (constructed && inside !== length) throw new Malformed(where);
  return { tag: first, bytes, content: bytes.subarray(header), children };
}

/** The elements of a sequence or set, taken one after the other. */
export class Fields {
  readonly #elements: readonly Element[];
  readonly #where: Place;
  #at = 0;

  constructor(element: Element | undefined, expected: number, where: Place) {
    this.#where = where;
    this.#elements = ofTag(element, expected, where).children;
  }

  /** The next element, which must have this tag; any tag where none is given. */
  next(expected?: number): Element {
    const element = this.#elements[this.#at];
    if (!element || (expected !== undefined && element.tag !== expected))
      throw new Malformed(this.#where);
    this.#at += 1;
    return element;
  }

  /** The next element where it has one of these tags. */
  optional(...expected: number[]): Element | undefined {
    const element = this.#elements[this.#at];
    if (!element || !expected.includes(element.tag)) return undefined;
    this.#at += 1;
    return element;
  }

  /** Nothing may follow. */
  end(): void {
    if (this.#at !== this.#elements.length) throw new Malformed(this.#where);
  }
}

export function ofTag(element: Element | undefined, expected: number, where: Place): Element {
  if (element?.tag !== expected) throw new Malformed(where);
  return element;
}

/** The one element that stands in another. */
export function only(element: Element, expected: number, where: Place): Element {
  if (element.children.length !== 1) throw new Malformed(where);
  return ofTag(element.children[0], expected, where);
}

/** An object identifier in dotted form. */
export function oidOf(element: Element | undefined, where: Place): string {
  const { content } = ofTag(element, tag.oid, where);
  const arcs: bigint[] = [];
  let arc = 0n;
  let begins = true;
  for (const byte of content) {
    if (begins && byte === 0x80) throw new Malformed(where);
    arc = (arc << 7n) | BigInt(byte & 0x7f);
    begins = (byte & 0x80) === 0;
    if (!begins) continue;
    if (arcs.length === 0) {
      const first = arc < 40n ? 0n : arc < 80n ? 1n : 2n;
      arcs.push(first, arc - first * 40n);
    } else arcs.push(arc);
    arc = 0n;
  }
  if (!begins || content.length === 0 || content.length > 64) throw new Malformed(where);
  return arcs.join(".");
}

/** An integer that is small and not negative. */
export function smallOf(element: Element | undefined, where: Place): number {
  const { content } = ofTag(element, tag.integer, where);
  const value = Number.parseInt(hex(content), 16);
  if (content.length > 5 || !(value >= 0) || content[0]! > 0x7f) throw new Malformed(where);
  return value;
}

/** `true` and `false` have one encoding each (X.690, 11.1). */
export function booleanOf(element: Element, where: Place): boolean {
  const [value] = ofTag(element, tag.boolean, where).content;
  if (element.content.length !== 1 || (value !== 0 && value !== 0xff)) throw new Malformed(where);
  return value === 0xff;
}

const short = /^(\d{2})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/;
const long = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\.\d{1,9})?Z$/;

/** Milliseconds since 1970. Times are in UTC and have seconds (RFC 5280, 4.1.2.5; RFC 3161, 2.4.2). */
export function timeOf(element: Element, where: Place): number {
  const text = Buffer.from(element.content).toString("latin1");
  const form = element.tag === tag.utcTime ? short : long;
  const match = form.exec(text);
  const isTime = element.tag === tag.utcTime || element.tag === tag.generalizedTime;
  if (!match || !isTime) throw new Malformed(where);
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number) as number[];
  // Two digits stand for 1950 to 2049.
  const full = form === long ? year! : year! < 50 ? year! + 2_000 : year! + 1_900;
  const time = Date.UTC(full, month! - 1, day!, hour!, minute!, second!);
  const same = new Date(time);
  const real = same.getUTCMonth() === month! - 1 && same.getUTCDate() === day && hour! < 24;
  if (!real || minute! > 59 || second! > 59 || full < 1_900) throw new Malformed(where);
  return time + Math.floor(Number(match[7] ?? 0) * 1_000);
}

/** Lower-case hex. */
export const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;
