import type { Service } from "../../builder.ts";
import type { Unknown } from "../../policy.ts";
import { pairsOf, type Ranges, rangesOf } from "../../ranges.ts";
import type { Services } from "../members.ts";
import { flat } from "./definitions.ts";
import { icmpRange, octet } from "./icmp-names.ts";
import { isPortOperator, type Ports, portOf, readPorts } from "./ports.ts";
import { icmp, icmpV6, protocolNames } from "./protocol-names.ts";
import type { PortGroup, Scope } from "./scope.ts";
import { lastWord, peek, skip, take, type Words, wordsOf } from "./words.ts";

/** A protocol by name or number; undefined numbers are every protocol. */
export function protocolsOf(word: string | undefined): (number | undefined)[] | undefined {
  if (word === undefined) return undefined;
  if (word === "tcp-udp") return [6, 17];
  const known = Object.hasOwn(protocolNames, word) ? protocolNames[word] : octet(word);
  return known === undefined ? undefined : [known === "every" ? undefined : known];
}

/** An object or group that stands where an entry has its protocol. */
export function namedServices(
  kind: "object" | "object-group",
  name: string,
  scope: Scope,
): Services {
  const key = `${kind} ${name}`;
  const known = scope.services.get(key);
  if (known) return known;
  const made = unfolded(kind, name, scope);
  scope.services.set(key, made);
  return made;
}

function unfolded(kind: "object" | "object-group", name: string, scope: Scope): Services {
  const table = kind === "object" ? scope.definitions.objects : scope.definitions.groups;
  const definition = table.get(name);
  if (!definition) return doubtfulServices({ code: "object-missing", what: name });
  if (!["service", "protocol", "ports"].includes(definition.kind)) {
    return doubtfulServices({ code: "application", what: name });
  }
  const { commands, unknown } =
    kind === "object"
      ? { commands: definition.commands, unknown: undefined }
      : flat(scope.definitions, name, scope.budget);
  const parts = commands
    .filter(({ text }) => !text.startsWith("description"))
    .map(({ text }) => member(wordsOf(text), scope));
  if (unknown) parts.push(doubtfulServices(unknown));
  return scope.algebra.joinedServices([...parts, { sure: [], perhaps: undefined }]);
}

/** `service-object tcp destination eq 443`, `protocol-object udp`, on IOS the bare `tcp eq 443`. */
function member(words: Words, scope: Scope): Services {
  const head = peek(words);
  if (head === "service-object" || head === "protocol-object" || head === "service") take(words);
  if (skip(words, "object")) {
    const name = take(words) ?? "";
    const definition = scope.definitions.objects.get(name);
    if (!definition) return doubtfulServices({ code: "object-missing", what: name });
    const own = definition.commands.filter(({ text }) => text.startsWith("service "));
    return scope.algebra.joinedServices([
      ...own.map(({ text }) => described(wordsOf(text.slice("service ".length)))),
      { sure: [], perhaps: undefined },
    ]);
  }
  return described(words);
}

function described(words: Words): Services {
  const protocols = protocolsOf(take(words));
  if (!protocols) return doubtfulServices({ code: "value", what: lastWord(words) });
  if (protocols[0] === icmp || protocols[0] === icmpV6) return describedIcmp(words, protocols[0]);
  let sourcePorts: Ports | undefined;
  if (skip(words, "source")) {
    sourcePorts = portSpec(words);
    if (!sourcePorts) return doubtfulServices({ code: "value", what: lastWord(words) });
  }
  let destinationPorts: Ports | undefined;
  if (skip(words, "destination") || peek(words) !== undefined) {
    destinationPorts = portSpec(words);
    if (!destinationPorts) return doubtfulServices({ code: "value", what: lastWord(words) });
  }
  if (peek(words) !== undefined) return doubtfulServices({ code: "value", what: peek(words)! });
  return {
    sure: protocols.map((protocol) => ({ protocol, sourcePorts, destinationPorts })),
    perhaps: undefined,
  };
}

/** IOS leaves out `eq`. */
function portSpec(words: Words): Ports | undefined {
  const word = peek(words);
  if (word === undefined) return undefined;
  if (isPortOperator(word)) return readPorts(words);
  take(words);
  const port = portOf(word);
  return port === undefined ? undefined : [port, port];
}

function describedIcmp(words: Words, protocol: number): Services {
  const word = take(words);
  if (word === undefined) return { sure: [{ protocol }], perhaps: undefined };
  const range = icmpRange(protocol, word, peek(words));
  return range
    ? { sure: [{ protocol, destinationPorts: range }], perhaps: undefined }
    : doubtfulServices({ code: "value", what: word });
}

/** Ports of a group that names its protocol itself, `object-group service X tcp`. */
export function groupPorts(name: string, scope: Scope): PortGroup {
  const known = scope.portGroups.get(name) ?? unfoldedPorts(name, scope);
  scope.portGroups.set(name, known);
  return known;
}

function unfoldedPorts(name: string, scope: Scope): PortGroup {
  const { commands, unknown } = flat(scope.definitions, name, scope.budget);
  let doubt = unknown;
  const all = commands.map(({ text }) => {
    const words = wordsOf(text);
    const ports = skip(words, "port-object") ? readPorts(words) : undefined;
    if (!ports || peek(words) !== undefined) doubt ??= { code: "value", what: lastWord(words) };
    return ports ?? [];
  });
  return {
    ports: rangesOf(all.flatMap((ports: Ranges<number>) => pairsOf(ports))),
    unknown: doubt,
  };
}

/** Messages of `object-group icmp-type X`. */
export function groupMessages(name: string, protocol: number, scope: Scope): Services {
  const { commands, unknown } = flat(scope.definitions, name, scope.budget);
  let doubt = unknown;
  const pairs = commands.flatMap(({ text }): [number, number][] => {
    const words = wordsOf(text);
    const range = skip(words, "icmp-object")
      ? icmpRange(protocol, take(words) ?? "", undefined)
      : undefined;
    if (!range) doubt ??= { code: "value", what: lastWord(words) };
    return range ? [range] : [];
  });
  const sure: Service[] = [{ protocol, destinationPorts: rangesOf(pairs) }];
  return { sure, perhaps: doubt && { list: [{ protocol }], unknown: doubt } };
}

export function doubtfulServices(unknown: Unknown, list: readonly Service[] = [{}]): Services {
  return { sure: [], perhaps: { list, unknown } };
}
