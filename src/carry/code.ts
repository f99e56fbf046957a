import type { Finding } from "../evidence/report.ts";
import { type Certainty, owners } from "../evidence/verdict.ts";
import type { Guide } from "../guide/guide.ts";
import { checkDigits, isWhole } from "./check-digits.ts";
import { type CodeLists, codeLists, type Scope, scopeOf } from "./code-lists.ts";
import { CarryFault } from "./fault.ts";

export type { Scope } from "./code-lists.ts";

/** What a spoken code says about one cause. */
export interface SpokenFinding {
  cause: string;
  certainty: Exclude<Certainty, "ruled-out">;
  owner: (typeof owners)[number];
  where: Scope;
  /** All of that place; otherwise a part of it, or more things than the one that is named. */
  whole: boolean;
}

export interface Spoken {
  status: "healthy" | "unknown" | "found";
  findings: SpokenFinding[];
  /** There are more findings than were said. */
  more: boolean;
}

const certainties = ["confirmed", "likely", "possible"] as const;
const findingsMax = 3;
/** Healthy, unknown, one to three findings, three and more. */
const statuses = findingsMax + 3;
const groupDigits = 4;
const guideDigits = 4;
const tailDigits = 2;
const digitsMax = 24;
const bodyMax = 10n ** BigInt(digitsMax - guideDigits - tailDigits);

/**
 * A report's result as decimal digits to be read out over a telephone: which guide, what was found,
 * where, how surely and whose task it is, and two check digits. Groups of four digits; at most 24.
 *
 * @param findings of the report, in its order; those that are ruled out are not said
 * @param otherwise what to say where there is none
 */
export function spokenCode(
  guide: Guide,
  findings: readonly Pick<Finding, "cause" | "certainty" | "owner" | "subjects">[],
  otherwise: "healthy" | "unknown",
): string {
  const lists = listsOf(guide);
  const active = findings.filter(
    ({ cause, certainty }) => certainty !== "ruled-out" && lists.causes.includes(cause),
  );
  const said = active.slice(0, findingsMax).map((finding) => numberOf(finding, lists));
  const more = active.length > findingsMax;
  const status =
    said.length === 0 ? Number(otherwise === "unknown") : 1 + said.length + Number(more);
  const base = BigInt(basesOf(lists).reduce((product, one) => product * one, 1));
  const body = said.reduceRight((rest, one) => rest * base + BigInt(one), 0n);
  const number = body * BigInt(statuses) + BigInt(status);
  const width = widthFor(said.length, base);
  const digits = guideNumber(guide, lists) + number.toString().padStart(width, "0");
  return grouped(digits + checkDigits(digits));
}

/** The four digits at the beginning of every code made with this guide. */
export function guideNumber(guide: Guide, lists: CodeLists = listsOf(guide)): string {
  const { id, edition } = guide;
  const places = lists.scopes.map((scope) => ("id" in scope ? scope.id : scope.kind));
  const text = [id, edition, ...lists.causes, ...places].join("\n");
  return String(hash(text) % 10 ** guideDigits).padStart(guideDigits, "0");
}

/** The digits of a code as it was typed, with whatever separates groups left out; or a fault. */
export function digitsIn(typed: string): string {
  const digits = typed.replace(/[\s.,·-]/gu, "");
  if (!/^[0-9]+$/.test(digits)) throw new CarryFault("code-form", { typed: typed.slice(0, 60) });
  const fits = digits.length % groupDigits === 0 && digits.length <= digitsMax;
  if (!fits || digits.length < 2 * groupDigits) {
    throw new CarryFault("code-form", { typed: typed.slice(0, 60) });
  }
  if (!isWhole(digits)) throw new CarryFault("code-check", { typed: grouped(digits) });
  return digits;
}

/** Whose guide it is can be told before the guide is at hand. */
export function isMadeWith(digits: string, guide: Guide): boolean {
  return digits.slice(0, guideDigits) === guideNumber(guide);
}

/** What a code says, in the guide's own words. Throws CarryFault for whatever is no code of it. */
export function readCode(typed: string, guide: Guide): Spoken {
  const digits = digitsIn(typed);
  if (!isMadeWith(digits, guide)) {
    throw new CarryFault("code-guide", { number: digits.slice(0, guideDigits) });
  }
  const lists = listsOf(guide);
  const bases = basesOf(lists);
  const base = BigInt(bases.reduce((product, one) => product * one, 1));
  const number = BigInt(digits.slice(guideDigits, -tailDigits));
  const status = Number(number % BigInt(statuses));
  const count = status < 2 ? 0 : Math.min(findingsMax, status - 1);
  const body = number / BigInt(statuses);
  const width = digits.length - guideDigits - tailDigits;
  if (width !== widthFor(count, base) || body >= base ** BigInt(count)) {
    throw new CarryFault("code-form", { typed: typed.slice(0, 60) });
  }
  const findings = Array.from({ length: count }, (_, at) =>
    findingOf(Number((body / base ** BigInt(at)) % base), bases, lists),
  );
  const word = status === 0 ? "healthy" : status === 1 ? "unknown" : "found";
  return { status: word, findings, more: status === statuses - 1 };
}

function numberOf(
  { cause, certainty, owner, subjects }: Parameters<typeof spokenCode>[1][number],
  lists: CodeLists,
): number {
  const [where, whole] = scopeOf(lists, subjects);
  const parts = [
    lists.causes.indexOf(cause),
    certainties.indexOf(certainty as SpokenFinding["certainty"]),
    owners.indexOf(owner),
    lists.scopes.indexOf(where),
    Number(whole),
  ];
  const bases = basesOf(lists);
  return parts.reduce((number, part, at) => number * bases[at]! + part, 0);
}

function findingOf(number: number, bases: readonly number[], lists: CodeLists): SpokenFinding {
  const parts: number[] = [];
  for (const base of [...bases].reverse()) {
    parts.unshift(number % base);
    number = Math.floor(number / base);
  }
  const [cause, certainty, owner, where, whole] = parts as [number, number, number, number, number];
  return {
    cause: lists.causes[cause]!,
    certainty: certainties[certainty]!,
    owner: owners[owner]!,
    where: lists.scopes[where]!,
    whole: whole === 1,
  };
}

/** How many there are of each part of a finding. */
function basesOf({ causes, scopes }: CodeLists): number[] {
  return [causes.length, certainties.length, owners.length, scopes.length, 2];
}

function listsOf(guide: Guide): CodeLists {
  return codeLists(guide, (causes) => {
    const rest = causes * certainties.length * owners.length * 2;
    let fits = 0;
    while (BigInt(statuses) * BigInt(rest * (fits + 1)) ** BigInt(findingsMax) <= bodyMax)
      fits += 1;
    return fits;
  });
}

/** Digits between guide and check digits, so that the whole comes in groups of four. */
function widthFor(count: number, base: bigint): number {
  const largest = BigInt(statuses) * base ** BigInt(count) - 1n;
  const bare = guideDigits + largest.toString().length + tailDigits;
  return Math.ceil(bare / groupDigits) * groupDigits - guideDigits - tailDigits;
}

function grouped(digits: string): string {
  return digits.match(/.{1,4}/g)!.join(" ");
}

/** FNV-1a of 32 bits: nothing to keep secret, only to be told apart. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) {
    value = Math.imul(value ^ byte, 0x01000193) >>> 0;
  }
  return value;
}
