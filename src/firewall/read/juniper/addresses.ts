import {
  type AddressSet,
  anyAddress,
  anyV4,
  anyV6,
  noAddress,
  parseAddresses,
  parseV4,
} from "../../address.ts";
import { type Algebra, doubtful, type Members, surely } from "../members.ts";
import { find, preferred, type Statement, within, wordsIn } from "./statement.ts";

export interface AddressBooks {
  /**
   * The union of what the names stand for as seen from a zone, or from no zone; the same object for
   * the same names.
   */
  of(zone: string | undefined, names: readonly string[]): Members;
}

const builtIn: Record<string, AddressSet> = {
  any: anyAddress,
  "any-ipv4": anyV4,
  "any-ipv6": anyV6,
};

/** Sets in sets deeper than this are taken for a mistake. */
const deepest = 64;

/** Address books: those of a zone go before the global one. */
export function addressBooks(security: Statement, sets: Algebra): AddressBooks {
  const books = within(security, "address-book");
  const global = books.filter(({ word }) => word === "global");
  const byZone = new Map<string, Statement[]>();
  const known = new Map<Statement, Map<string, Members>>();
  const lists = new Map<string, Members>();

  function booksOf(zone: string | undefined): Statement[] {
    if (zone === undefined) return global;
    const found = byZone.get(zone);
    if (found) return found;
    const attached = books.filter((book) => find(book, "attach", "zone", zone));
    const own = find(security, "zones", "security-zone", zone, "address-book");
    const all = [...attached, ...(own ? [own] : []), ...global];
    byZone.set(zone, all);
    return all;
  }

  function named(zone: string | undefined, name: string): Members {
    if (Object.hasOwn(builtIn, name)) return surely(builtIn[name]!);
    const book = booksOf(zone).find(
      (each) => find(each, "address", name) ?? find(each, "address-set", name),
    );
    return book ? inBook(book, name, 0) : doubtful({ code: "object-missing", what: name });
  }

  function inBook(book: Statement, name: string, depth: number): Members {
    const members = known.get(book) ?? new Map<string, Members>();
    known.set(book, members);
    const found = members.get(name);
    if (found) return found;
    const cyclic = doubtful({ code: "object-cyclic", what: name });
    if (depth > deepest) return cyclic;
    // Whoever comes here again before it is known has gone round in a circle.
    members.set(name, cyclic);
    const resolved = resolve(book, name, depth);
    members.set(name, resolved);
    return resolved;
  }

  function resolve(book: Statement, name: string, depth: number): Members {
    const single = find(book, "address", name);
    if (single) return membersOf(single, sets);
    const set = find(book, "address-set", name);
    if (!set) return doubtful({ code: "object-missing", what: name });
    const inner = [...wordsIn(set, "address"), ...wordsIn(set, "address-set")];
    return sets.joined(inner.map((each) => inBook(book, each, depth + 1)));
  }

  return {
    of(zone, names) {
      const key = `${zone ?? ""}\n${names.join("\n")}`;
      const found = lists.get(key) ?? sets.joined(names.map((name) => named(zone, name)));
      lists.set(key, found);
      return found;
    },
  };
}

/** An address is one of several kinds, named by its first word; a bare prefix is its own name. */
function membersOf(address: Statement, sets: Algebra): Members {
  const kinds = preferred(within(address).filter(({ word }) => word !== "description"));
  const [kind, other] = kinds;
  const members = kind && !other ? membersIn(kind, sets) : undefined;
  return members ?? doubtful({ code: "value", what: address.word });
}

function membersIn(kind: Statement, sets: Algebra): Members | undefined {
  const [value, other] = within(kind);
  if (kind.word === "dns-name") return value && surely({ ...noAddress, names: [value.word] });
  if (kind.word === "wildcard-address") {
    // A set bit of the mask must match, unlike in an access list of Cisco.
    const [address, mask] = (value?.word ?? "").split("/").map(parseV4);
    return address === undefined || mask === undefined ? undefined : sets.masked(address, mask);
  }
  const [to = ""] = wordsIn(value, "to");
  const isRange = kind.word === "range-address";
  const set = parseAddresses(isRange ? `${value?.word}-${to}` : kind.word);
  return set && !(isRange && other) ? surely(set) : undefined;
}
