import { anyAddress, parseAddresses } from "../../address.ts";
import type { PolicyBuilder, Rule, Service } from "../../builder.ts";
import { type Algebra, doubtful, type Members, surely } from "../members.ts";
import type { AddressBooks } from "./addresses.ts";
import { numberOf } from "./applications.ts";
import { protocolNames } from "./predefined.ts";
import { find, type Statement, within, wordsIn } from "./statement.ts";
import { matchOf, type Zones } from "./zones.ts";

interface Objects {
  books: AddressBooks;
  zones: Zones;
  sets: Algebra;
}

const narrowing = [
  "source-address",
  "source-address-name",
  "source-port",
  "destination-port",
  "protocol",
  "application",
];

/**
 * Rules that rewrite destinations, in a chain before the policies: what they catch is judged by
 * another address than the one it was sent to, static rules before the others. Within a set the
 * first rule decides, and one that says `off` leaves a destination as it is.
 */
export function addTranslations(
  builder: PolicyBuilder,
  chain: number,
  security: Statement,
  objects: Objects,
): void {
  for (const kind of ["static", "destination"]) {
    for (const set of within(security, "nat", kind, "rule-set")) {
      const rules = within(set, "rule");
      if (rules.length === 0) continue;
      const inner = builder.chain(`nat ${kind} rule-set ${set.word}`);
      const { line } = set;
      const input = inputOf(set, objects.zones);
      builder.add({ chain, line, action: "jump", target: inner, input });
      for (const rule of rules) addTranslation(builder, inner, rule, objects);
    }
  }
}

function addTranslation(
  builder: PolicyBuilder,
  chain: number,
  rule: Statement,
  { books, sets }: Objects,
): void {
  const match = find(rule, "match");
  const off = find(rule, "then", "destination-nat", "off");
  // An exception that is narrower than it is read here would let too much through unchanged.
  if (off && narrowing.some((word) => find(match, word))) return;
  const written: Rule = { chain, line: rule.line, action: off ? "return" : "unclear" };
  const destination = destinationOf(match, books, sets);
  if (off && destination.perhaps) return;
  const set = destination.perhaps ? anyAddress : destination.sure;
  if (off && set.names.length > 0) return;
  if (!off) written.unknown = { code: "nat", what: rule.word };
  builder.add({ ...written, destination: set, services: off ? [{}] : servicesOf(match) });
}

function inputOf(set: Statement, zones: Zones): Rule["input"] {
  const from = wordsIn(set, "from", "zone");
  if (from.length > 0) return matchOf(from, zones);
  const interfaces = wordsIn(set, "from", "interface");
  const around = [...zones].filter(([, names]) => interfaces.some((name) => names.includes(name)));
  return interfaces.length === 0
    ? undefined
    : { names: [...interfaces, ...around.map(([zone]) => zone)], negated: false };
}

function destinationOf(
  match: Statement | undefined,
  books: AddressBooks,
  { joined }: Algebra,
): Members {
  const named = wordsIn(match, "destination-address-name");
  if (named.length > 0) return books.of(undefined, named);
  const all = wordsIn(match, "destination-address").map((text) => {
    const set = parseAddresses(text);
    return set ? surely(set) : doubtful({ code: "value", what: text });
  });
  return all.length > 0 ? joined(all) : surely(anyAddress);
}

/** As wide as it may be: what a rewriting rule leaves alone is not certain either way. */
function servicesOf(match: Statement | undefined): Service[] {
  const ports = within(match, "destination-port").flatMap((from) => {
    const to = wordsIn(from, "to")[0] ?? from.word;
    const [lo, hi] = [from.word, to].map((text) => numberOf(text, {}, 65_535));
    return lo === undefined || hi === undefined || hi < lo ? [] : [[lo, hi] as const];
  });
  const numbers = wordsIn(match, "protocol").map((word) => numberOf(word, protocolNames, 255));
  const protocols = numbers.length > 0 && !numbers.includes(undefined) ? numbers : [undefined];
  const whole = ports.length !== within(match, "destination-port").length || ports.length === 0;
  return protocols.flatMap((protocol): Service[] =>
    whole ? [{ protocol }] : ports.map((range) => ({ protocol, destinationPorts: range })),
  );
}
