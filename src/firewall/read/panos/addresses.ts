import { anyAddress, maxV4, parseAddresses, parseV4 } from "../../address.ts";
import type { UnknownCode } from "../../policy.ts";
import { type Algebra, doubtful, type Members, surely } from "../members.ts";
import { named } from "./named.ts";
import { partOf, type Tree, wordOf, wordsOf } from "./tree.ts";

/** What rules and groups may refer to by name. */
export interface AddressBook {
  /** All of a list; the same list gives the same object. */
  list(names: readonly string[], negated: boolean): Members;
  one(name: string): Members;
}

const anyone = surely(anyAddress);

/** `scopes` are searched from the first: the nearest definition wins. */
export function addressBook(scopes: readonly Tree[], sets: Algebra): AddressBook {
  const lists = new Map<string, Members>();
  const one = named([["any", anyone]], define, unknown);

  function define(name: string): Members {
    for (const scope of scopes) {
      const object = partOf(scope, "address", name);
      if (object) return objectOf(name, object, sets);
      const group = partOf(scope, "address-group", name);
      if (group) return groupOf(name, group);
      if (partOf(scope, "external-list", name)) return unknown("dynamic-group", name);
      if (partOf(scope, "region", name)) return unknown("geography", name);
    }
    const literal = parseAddresses(name);
    if (literal) return surely(literal);
    if (name.startsWith("panw-")) return unknown("dynamic-group", name);
    return unknown(/^[A-Z]{2}$/.test(name) ? "geography" : "object-missing", name);
  }

  function groupOf(name: string, group: Tree): Members {
    const members = partOf(group, "static");
    const dynamic = partOf(group, "dynamic");
    if (dynamic && !members) return unknown("dynamic-group", name);
    if (!members || dynamic) return unknown("value", name);
    const names = wordsOf(members);
    // Which members of a circle count would depend on where it is entered: none is sure.
    const circle = names.map(one).find(({ perhaps }) => perhaps?.unknown.code === "object-cyclic");
    return circle?.perhaps ? doubtful(circle.perhaps.unknown) : all(names);
  }

  function all(names: readonly string[]): Members {
    return names.length === 1 ? one(names[0]!) : sets.joined(names.map(one));
  }

  function list(names: readonly string[], negated: boolean): Members {
    if (names.length === 1 && !negated) return one(names[0]!);
    const key = `${negated}\n${names.join("\n")}`;
    let found = lists.get(key);
    if (!found) {
      const plain = names.includes("any") ? anyone : all(names);
      found = negated ? sets.without(anyone, plain) : plain;
      lists.set(key, found);
    }
    return found;
  }

  return { list, one };
}

const kinds = ["ip-netmask", "ip-range", "fqdn", "ip-wildcard"];

function objectOf(name: string, object: Tree, sets: Algebra): Members {
  const [kind, ...more] = wordsOf(object).filter((word) => kinds.includes(word));
  const value = wordOf(partOf(object, kind ?? ""));
  if (kind === undefined || value === undefined || more.length > 0 || partOf(object, "entry")) {
    return unknown("value", name);
  }
  if (kind === "fqdn") {
    return surely({ v4: [], v6: [], names: [value.toLowerCase().replace(/\.$/, "")] });
  }
  if (kind === "ip-wildcard") return wildcardOf(value, sets) ?? unknown("value", name);
  const set = parseAddresses(value);
  return set ? surely(set) : unknown("value", name);
}

/** `10.20.1.0/0.0.248.255`: a bit that is set in the mask may be anything. */
function wildcardOf(text: string, sets: Algebra): Members | undefined {
  const [address, free] = text.split("/").map(parseV4);
  return address === undefined || free === undefined
    ? undefined
    : sets.masked(address, maxV4 - free);
}

function unknown(code: UnknownCode, what: string): Members {
  return doubtful({ code, what });
}
