import type { Evidence, Fact } from "../evidence/evidence.ts";
import type { ProbeId } from "../evidence/facts.ts";
import { placeOf } from "../evidence/trouble.ts";
import type { Guide } from "../guide/guide.ts";
import { addressesBy } from "./address.ts";
import { type Fields, fields, mostOf } from "./fields.ts";
import type { Pen } from "./pen.ts";
import { type PublicWords, publicWordsOf } from "./public-words.ts";
import type { Removal } from "./removal.ts";
import { hmac } from "./sha256.ts";
import { hexFor } from "./token.ts";
import { fitted, treat } from "./treat.ts";

export { type Removal, type RemovalKind, removalKinds } from "./removal.ts";

export interface Redacted {
  /** Evidence of the same format, marked as redacted. */
  evidence: Evidence;
  /** Everything that was taken out, in the order of the file; never what it was. */
  removals: Removal[];
}

/** Shorter keys could be guessed, and with them every address. */
export const keyBytesLeast = 16;

/**
 * Evidence without people and places, from which the same diagnosis follows. What the guide says
 * stays; addresses become others of the same kind and nearness, hosts and names become tokens, and
 * what Korea keeps of its people (numbers, accounts, telephones) goes wherever it stands. The same
 * key gives the same tokens. Throws RangeError where the key has less than 16 bytes.
 */
export function redact(evidence: Evidence, guide: Guide, key: Uint8Array): Redacted {
  if (key.length < keyBytesLeast) throw new RangeError(`a key of ${key.length} bytes`);
  const keyed = hmac(key);
  const words = remembering(publicWordsOf(guide));
  const keyId = hexFor(keyed, "0123456789abcdef");
  const removals = new Map<string, Removal>();
  let where: PropertyKey[] = [];
  const pen: Pen = {
    keyed,
    words,
    addresses: addressesBy(keyed, words.blocks),
    again: evidence.redacted?.key === keyId,
    given: new Set(),
    learned: new Map(),
    searched: new Map(),
    note: (kind, token) => {
      const place = placeOf(where);
      const id = `${place} ${kind} ${token}`;
      const known = removals.get(id);
      if (known) known.times += 1;
      else removals.set(id, { where: place, kind, token, times: 1 });
    },
  };
  const at = (path: PropertyKey[]) => {
    where = path;
  };
  // Names are met in one place and stand in another that comes before it.
  rewrite({ ...pen, searched: new Map(), note: () => {} }, evidence, at);
  const told = rewrite(pen, evidence, at);
  const all = [...removals.values()];
  const count = all.reduce((sum, { times }) => sum + times, evidence.redacted?.removals ?? 0);
  const redacted = { method: "jochi.redaction/1" as const, key: keyId, removals: count };
  return { evidence: { ...told, redacted }, removals: all };
}

/** The same short texts are asked about again and again. */
function remembering(words: PublicWords): PublicWords {
  const said = new Map<string, boolean>();
  const says = (text: string) => {
    const known = said.get(text) ?? words.says(text);
    said.set(text, known);
    return known;
  };
  return { ...words, says };
}

type At = (path: PropertyKey[]) => void;

function rewrite(pen: Pen, evidence: Evidence, at: At): Evidence {
  const text = (key: "gatheredBy" | "symptom", most: number) => {
    at([key]);
    return fitted(pen, treat(pen, "text", evidence[key] ?? "", key), most);
  };
  return {
    ...evidence,
    gatheredBy: text("gatheredBy", 40),
    ...(evidence.symptom !== undefined && { symptom: text("symptom", 80) }),
    facts: evidence.facts.map((fact, index) => rewriteFact(pen, fact, index, at)),
  };
}

function rewriteFact(pen: Pen, fact: Fact, index: number, at: At): Fact {
  const own = fields[fact.probe as ProbeId];
  const path = ["facts", index];
  const result: Fact = { ...fact };
  const writer = (table: Fields): Writer => ({ pen, at, table, probe: fact.probe });
  result.with = rewriteValue(
    writer(own.with),
    fact.with,
    [...path, "with"],
    "with",
  ) as Fact["with"];
  if (fact.fact !== undefined) {
    result.fact = rewriteValue(writer(own.fact), fact.fact, [...path, "fact"], "fact");
  }
  if (fact.error !== undefined) {
    at([...path, "error"]);
    result.error = fitted(pen, treat(pen, "text", fact.error, "error"), 80);
  }
  return result;
}

interface Writer {
  pen: Pen;
  at: At;
  table: Fields;
  probe: string;
}

/** `key` is the last key on the way here that is not a place in a list. */
function rewriteValue(
  writer: Writer,
  value: unknown,
  path: PropertyKey[],
  key: string,
  beside = key,
): unknown {
  if (typeof value === "string") {
    writer.at(path);
    const how = writer.table[key] ?? "text";
    const told = treat(writer.pen, how, value, beside);
    return fitted(writer.pen, told, mostOf(writer.probe, key));
  }
  if (Array.isArray(value)) {
    return value.map((each, index) => rewriteValue(writer, each, [...path, index], key, beside));
  }
  if (typeof value !== "object" || value === null) return value;
  return rewriteObject(writer, value as Record<string, unknown>, path, key);
}

function rewriteObject(
  writer: Writer,
  value: Record<string, unknown>,
  path: PropertyKey[],
  key: string,
): Record<string, unknown> {
  const record = key === "routes" || key === "headers";
  const told: Record<string, unknown> = {};
  for (const [own, each] of Object.entries(value)) {
    if (record) {
      writer.at([...path, key]);
      const name = treat(writer.pen, key === "routes" ? "host-port" : "text", own, key);
      told[name] = rewriteValue(writer, each, [...path, name], key, own);
    } else {
      const beside = own === "values" && typeof value.name === "string" ? value.name : own;
      told[own] = rewriteValue(writer, each, [...path, own], own, beside);
    }
  }
  return withFingerprints(writer, value, told, path);
}

/** Who has a certificate finds its name by its fingerprint: where that went, this goes too. */
function withFingerprints(
  { pen, at }: Writer,
  before: Record<string, unknown>,
  after: Record<string, unknown>,
  path: PropertyKey[],
): Record<string, unknown> {
  const changed = before.subject !== after.subject || before.issuer !== after.issuer;
  if (!changed) return after;
  for (const key of ["sha256", "sha1"]) {
    const own = before[key];
    if (typeof own !== "string" || pen.words.says(own)) continue;
    const token = hexFor(pen.keyed, own);
    at([...path, key]);
    pen.note("certificate", token);
    after[key] = token;
  }
  return after;
}
