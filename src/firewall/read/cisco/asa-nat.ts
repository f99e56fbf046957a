import { type AddressSet, anyAddress } from "../../address.ts";
import type { PolicyBuilder } from "../../builder.ts";
import { isAny } from "../../policy.ts";
import { pairsOf, type Ranges } from "../../ranges.ts";
import type { Members } from "../members.ts";
import { readAddress, single } from "./addresses.ts";
import type { AsaFacts } from "./asa-facts.ts";
import { peek, skip, take, type Words, wordsOf } from "./words.ts";

/** Packets whose destination is rewritten on their way: where they end, rules do not say. */
interface Rewrite {
  line: number;
  /** Where they come in; `any` is everywhere. */
  input: string;
  source: AddressSet;
  destination: AddressSet;
}

/**
 * A stage before the others for packets to addresses that are translated. That the source of a
 * packet is translated changes nothing: access lists speak of real addresses (ASA 8.3 and later).
 */
export function addRewrites(builder: PolicyBuilder, facts: AsaFacts): void {
  const rewrites = facts.nat.flatMap(({ command, object }): Rewrite[] => {
    const words = wordsOf(command.text);
    if (words.all.at(-1) === "inactive") return [];
    if (take(words) === "static") return oldStatic(facts, command.line, words);
    const pair = interfacePair(words);
    if (!pair) return [];
    return object === undefined
      ? twice(facts, command.line, pair, words)
      : ofObject(facts, command.line, pair, object, words);
  });
  if (rewrites.length === 0) return;
  const chain = builder.chain("nat");
  for (const { line, input, source, destination } of rewrites) {
    builder.add({
      chain,
      line,
      action: "unclear",
      source,
      destination,
      input: input === "any" ? undefined : { names: [input], negated: false },
      unknown: { code: "nat", what: "nat" },
    });
  }
  builder.stage({ chain, otherwise: "permit", line: 0 });
}

/** `(inside,outside)`: where the real and where the mapped addresses are. */
function interfacePair(words: Words): { real: string; mapped: string } | undefined {
  const found = /^\(([^,()]+),([^,()]+)\)$/.exec(take(words) ?? "");
  return found ? { real: found[1]!, mapped: found[2]! } : undefined;
}

/** `nat (inside,outside) static MAPPED …` inside an object. */
function ofObject(
  { scope }: AsaFacts,
  line: number,
  { mapped }: { mapped: string },
  object: string,
  words: Words,
): Rewrite[] {
  if (!skip(words, "static")) return [];
  const real = readAddress(wordsOf(`object ${object}`), scope);
  const to = mappedAddress(words, mapped, scope, real);
  if (real && same(real, to) && !words.all.includes("service")) return [];
  return [{ line, input: mapped, source: anyAddress, destination: to }];
}

/**
 * `source static REAL MAPPED [destination static MAPPED REAL] [service …]`. Packets from the real
 * side are rewritten where the destination differs; packets to the real side where the source does.
 */
function twice(
  { scope }: AsaFacts,
  line: number,
  pair: { real: string; mapped: string },
  words: Words,
): Rewrite[] {
  while (peek(words) !== undefined && peek(words) !== "source") take(words);
  take(words);
  const isStatic = take(words) === "static";
  const real = sideOf(take(words), scope, pair.real);
  const mapped = sideOf(take(words), scope, pair.mapped);
  const hasDestination = skip(words, "destination") && skip(words, "static");
  const seen = sideOf(hasDestination ? take(words) : "any", scope, pair.real);
  const behind = sideOf(hasDestination ? take(words) : "any", scope, pair.mapped);
  const service = words.all.indexOf("service");
  const changesPorts = service > 0 && words.all[service + 1] !== words.all[service + 2];
  const found: Rewrite[] = [];
  if (changesPorts || !staysSame(seen, behind)) {
    found.push({ line, input: pair.real, source: real.set, destination: seen.set });
  }
  if (isStatic && (changesPorts || !staysSame(real, mapped))) {
    found.push({ line, input: pair.mapped, source: behind.set, destination: mapped.set });
  }
  return found;
}

interface Side {
  word: string | undefined;
  set: AddressSet;
}

function sideOf(word: string | undefined, scope: AsaFacts["scope"], side: string): Side {
  return { word, set: namedOrAny(word, scope, side) };
}

/** Two objects that are not known are no reason to think that they are one. */
function staysSame(a: Side, b: Side): boolean {
  return a.word === b.word || (!isAny(a.set) && sameSets(a.set, b.set));
}

/** Before 8.3: `static (inside,outside) [tcp|udp] MAPPED [PORT] REAL [PORT] netmask MASK`. */
function oldStatic({ scope }: AsaFacts, line: number, words: Words): Rewrite[] {
  const pair = interfacePair(words);
  if (!pair) return [];
  if (skip(words, "tcp") || skip(words, "udp")) {
    return [{ line, input: pair.mapped, source: anyAddress, destination: own(take(words)) }];
  }
  const mapped = take(words);
  const real = take(words);
  const mask = words.all[words.all.indexOf("netmask") + 1];
  if (mapped === real) return [];
  const isNetwork = mask !== undefined && mask !== "255.255.255.255" && mapped !== "interface";
  const network = isNetwork ? readAddress(wordsOf(`${mapped} ${mask}`), scope)?.sure : undefined;
  return [{ line, input: pair.mapped, source: anyAddress, destination: network ?? own(mapped) }];

  function own(word: string | undefined): AddressSet {
    return namedOrAny(word, scope, pair!.mapped);
  }
}

/** An address written in place stands for as many as there are real ones. */
function mappedAddress(
  words: Words,
  side: string,
  scope: AsaFacts["scope"],
  real: Members | undefined,
): AddressSet {
  const word = take(words);
  const first = single(word, scope)?.sure.v4[0];
  const size = real && sizeOf(real.sure.v4);
  if (first === undefined || size === undefined) return namedOrAny(word, scope, side);
  return { v4: [first, Math.min(first + size - 1, 0xffff_ffff)], v6: [], names: [] };
}

function sizeOf(ranges: Ranges<number>): number | undefined {
  const sizes = pairsOf(ranges).map(([lo, hi]) => hi - lo + 1);
  return sizes.length === 1 ? sizes[0] : undefined;
}

/** An object, a group, an address or an interface's own; everything where that is not known. */
function namedOrAny(word: string | undefined, scope: AsaFacts["scope"], side: string): AddressSet {
  if (word === undefined || word === "any") return anyAddress;
  const { objects, groups } = scope.definitions;
  const text =
    word === "interface"
      ? `interface ${side}`
      : objects.has(word)
        ? `object ${word}`
        : groups.has(word)
          ? `object-group ${word}`
          : `host ${word}`;
  const found = readAddress(wordsOf(text), scope);
  return found && !found.perhaps ? found.sure : anyAddress;
}

function same(members: Members, set: AddressSet): boolean {
  return members.perhaps === undefined && sameSets(members.sure, set);
}

function sameSets(a: AddressSet, b: AddressSet): boolean {
  return (
    String(a.v4) === String(b.v4) &&
    String(a.v6) === String(b.v6) &&
    String(a.names) === String(b.names)
  );
}
