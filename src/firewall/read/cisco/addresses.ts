import {
  type AddressSet,
  anyAddress,
  anyV4,
  anyV6,
  maxV4,
  parseAddresses,
  parseV4,
} from "../../address.ts";
import { doubtful, type Members, surely } from "../members.ts";
import { type Definition, flat } from "./definitions.ts";
import type { Scope } from "./scope.ts";
import { lastWord, peek, skip, take, type Words, wordsOf } from "./words.ts";

const none: AddressSet = { v4: [], v6: [], names: [] };

/**
 * An address as an entry writes it: `any`, `host A`, `A MASK`, `P/L`, an object, a group, an
 * interface. Undefined where it is none of these.
 */
export function readAddress(words: Words, scope: Scope): Members | undefined {
  const word = take(words);
  switch (word) {
    case undefined:
      return undefined;
    case "any":
      return shared(scope, "any", () => surely(scope.any));
    case "any4":
      return shared(scope, "any4", () => surely(anyV4));
    case "any6":
      return shared(scope, "any6", () => surely(anyV6));
    case "host":
      return single(take(words), scope);
    case "interface":
      return ownAddress(take(words), scope);
    case "object":
    case "object-group": {
      const name = take(words);
      if (name === undefined) return undefined;
      const read = word === "object" ? objectAddresses : groupAddresses;
      return shared(scope, `${word} ${name}`, () => read(name, scope));
    }
    case "object-group-network-service":
      return doubtful({ code: "application", what: take(words) ?? word });
    default:
      return network(word, words, scope);
  }
}

/** A single address, or the name that the file gives one. */
export function single(word: string | undefined, scope: Scope): Members | undefined {
  const text = word === undefined ? undefined : (scope.names.get(word) ?? word);
  if (text === undefined) return undefined;
  const v4 = parseV4(text);
  if (v4 !== undefined) return surely({ v4: [v4, v4], v6: [], names: [] });
  return text.includes(":") && !/[/-]/.test(text) ? plain(text, scope) : undefined;
}

function plain(text: string, scope: Scope): Members | undefined {
  if (!text.includes(":")) {
    const set = parseAddresses(text);
    return set && surely(set);
  }
  return shared(scope, `= ${text}`, () => {
    const set = parseAddresses(text);
    return set && surely(set);
  });
}

function network(word: string, words: Words, scope: Scope): Members | undefined {
  const text = scope.names.get(word) ?? word;
  if (text.includes("/")) return plain(text, scope);
  const mask = take(words);
  const address = text === "0" ? 0 : parseV4(text);
  const bits = mask === "0" ? 0 : mask === undefined ? undefined : parseV4(mask);
  if (address === undefined || bits === undefined) return undefined;
  const wildcard = scope.masks === "netmask" ? maxV4 - bits : bits;
  return masked(address, wildcard, scope);
}

/** Everything that agrees with an address where the wildcard has no bit. */
function masked(address: number, wildcard: number, scope: Scope): Members | undefined {
  const last = wildcard + 1;
  if (Number.isInteger(Math.log2(last))) {
    const lo = address - (address % last);
    return surely({ v4: [lo, lo + wildcard], v6: [], names: [] });
  }
  const make = () => scope.algebra.masked(address, maxV4 - wildcard);
  return shared(scope, `${address} ${wildcard}`, make);
}

function ownAddress(name: string | undefined, scope: Scope): Members | undefined {
  if (name === undefined) return undefined;
  const own = scope.interfaces.get(name);
  return shared(scope, `interface ${name}`, () =>
    own ? surely(own) : doubtful({ code: "value", what: `interface ${name}` }),
  );
}

/** Network objects; those that look at what is spoken are none and stay in doubt. */
function objectAddresses(name: string, scope: Scope): Members {
  const object = scope.definitions.objects.get(name);
  if (!object) return doubtful({ code: "object-missing", what: name });
  if (object.kind !== "network") return otherKind(object, name);
  const members = object.commands.flatMap(({ text }) => {
    const words = wordsOf(text);
    switch (take(words)) {
      case "nat":
      case "description":
        return [];
      case "host":
        return single(take(words), scope) ?? notRead(words);
      case "subnet":
        return network(take(words) ?? "", words, { ...scope, masks: "netmask" }) ?? notRead(words);
      case "range":
        return between(words) ?? notRead(words);
      case "fqdn": {
        if (!skip(words, "v4")) skip(words, "v6");
        const host = take(words);
        return host === undefined
          ? notRead(words)
          : surely({ ...none, names: [host.toLowerCase()] });
      }
      default:
        return notRead(words);
    }
  });
  return members.length === 0
    ? doubtful({ code: "object-missing", what: name })
    : scope.algebra.joined(members);
}

function groupAddresses(name: string, scope: Scope): Members {
  const group = scope.definitions.groups.get(name);
  if (group && group.kind !== "network") return otherKind(group, name);
  const { commands, unknown } = flat(scope.definitions, name, scope.budget);
  const inGroup: Scope = { ...scope, masks: "netmask" };
  const members = commands.map(({ text }) => {
    const words = wordsOf(text);
    skip(words, "network-object");
    const range = peek(words) === "range" ? between({ ...words, at: words.at + 1 }) : undefined;
    return range ?? readAddress(words, inGroup) ?? notRead(words);
  });
  return scope.algebra.joined([surely(none), ...members, ...(unknown ? [doubtful(unknown)] : [])]);
}

function between(words: Words): Members | undefined {
  const set = parseAddresses(`${take(words)}-${take(words)}`);
  return set && surely(set);
}

function notRead(words: Words): Members {
  return doubtful({ code: "value", what: lastWord(words) });
}

function otherKind({ word }: Definition, name: string): Members {
  const code =
    word === "user" ? "user" : word === "network-service" ? "application" : "dynamic-group";
  return doubtful({ code, what: name }, anyAddress);
}

/** The same object for the same words, so that a set is held and judged once. */
function shared(
  { sets }: Scope,
  key: string,
  make: () => Members | undefined,
): Members | undefined {
  const known = sets.get(key);
  if (known) return known;
  const made = make();
  if (made) sets.set(key, made);
  return made;
}
