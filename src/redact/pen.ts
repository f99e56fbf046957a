import type { Addresses } from "./address.ts";
import type { PublicWords } from "./public-words.ts";
import type { RemovalKind } from "./removal.ts";
import type { Keyed } from "./sha256.ts";
import { isToken, tokenFor } from "./token.ts";

/** What everything that takes something out is handed. */
export interface Pen {
  keyed: Keyed;
  words: PublicWords;
  addresses: Addresses;
  /** The addresses were replaced before, by this very key: they stay as they are. */
  again: boolean;
  /** Pseudonyms of addresses that stand in the text already. */
  given: ReadonlySet<string>;
  /** Names of people, machines and organisations met so far, which go wherever they stand. */
  learned: Map<string, RemovalKind>;
  /** Texts that were searched before, and what was taken out of them. */
  searched: Map<string, { told: string; notes: [RemovalKind, string][] }>;
  /** Called once for everything that was taken out. */
  note(kind: RemovalKind, token: string): void;
}

/** The token for a text, noted; a text that is a token already stays and is not noted. */
export function take(pen: Pen, kind: RemovalKind, text: string): string {
  if (isToken(text)) return text;
  const token = tokenFor(pen.keyed, kind, text);
  pen.note(kind, token);
  return token;
}

/** The pseudonym of an address, noted; undefined where the text is no address. */
export function takeAddress(pen: Pen, text: string): string | undefined {
  const [, bare = "", zone = ""] = /^([^%]*)(%[\w.-]{1,40})?$/.exec(text) ?? [];
  const token = pen.addresses.pseudonym(bare);
  if (token === undefined) return undefined;
  if (token === bare || isGiven(pen, bare)) return text;
  pen.note("address", token);
  return token + zone;
}

/** The same pen, and a way to go over what it wrote without taking pseudonyms for addresses. */
export function noting(pen: Pen): { pen: Pen; after: () => Pen } {
  const given = new Set(pen.given);
  const note: Pen["note"] = (kind, token) => {
    if (kind === "address") given.add(token);
    pen.note(kind, token);
  };
  return { pen: { ...pen, note }, after: () => ({ ...pen, given }) };
}

/** Whether an address, or a range of them, is a pseudonym already. */
export function isGiven(pen: Pen, text: string): boolean {
  return pen.again || pen.given.has(text);
}
