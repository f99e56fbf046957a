import { anyAddress } from "../../address.ts";
import type { PolicyBuilder, Service } from "../../builder.ts";
import type { Unknown } from "../../policy.ts";
import type { Action } from "../../table.ts";
import { addRule, anyServices, type Members, type Services, surely } from "../members.ts";
import { readAddress, single } from "./addresses.ts";
import { icmpRange } from "./icmp-names.ts";
import { type Conditions, readOptions } from "./options.ts";
import { isPortOperator, type Ports, readPorts } from "./ports.ts";
import { icmp, icmpV6 } from "./protocol-names.ts";
import type { PortGroup, Protocol, Scope } from "./scope.ts";
import {
  doubtfulServices,
  groupMessages,
  groupPorts,
  namedServices,
  protocolsOf,
} from "./services.ts";
import { lastWord, peek, skip, take, type Words } from "./words.ts";

/** One line of an access list. What was not read stays at everything, under an unknown. */
export interface Entry extends Conditions {
  line: number;
  action: Action;
  source: Members;
  destination: Members;
  services: Services;
}

const everywhere = surely(anyAddress);

/** The words behind `permit` or `deny` of an extended list, or of an IPv6 list. */
export function extendedEntry(line: number, words: Words, scope: Scope, family: 4 | 6 = 4): Entry {
  const entry = begun(line, words);
  if (entry.unknown) return entry;
  if (!readMatch(entry, words, scope, family)) {
    entry.unknown ??= { code: "value", what: lastWord(words) };
  }
  return entry;
}

/** A standard list of IOS knows sources only, and a bare address is a host. */
export function standardEntry(line: number, words: Words, scope: Scope): Entry {
  const entry = begun(line, words);
  if (entry.unknown) return entry;
  const bare = single(peek(words), scope);
  const next = words.all[words.at + 1];
  const isHost = bare && (next === undefined || !/^\d/.test(next));
  if (isHost) take(words);
  const source = isHost ? bare : readAddress(words, scope);
  if (!source) return { ...entry, unknown: { code: "value", what: lastWord(words) } };
  entry.source = source;
  readOptions(entry, words, scope);
  return entry;
}

export function addEntry(builder: PolicyBuilder, chain: number, entry: Entry): void {
  if (entry.idle) return;
  const { line, action, phases, unknown, source, destination, services } = entry;
  const isSure = !source.perhaps && !destination.perhaps && !services.perhaps;
  // Nearly every entry of a long list; no need to take it apart.
  if (isSure) {
    const match = { source: source.sure, destination: destination.sure, services: services.sure };
    builder.add({ chain, line, action, phases, unknown, ...match });
  } else addRule(builder, { chain, line, action, phases, unknown }, entry);
}

function begun(line: number, words: Words): Entry {
  const action = take(words);
  const known = action === "permit" || action === "deny";
  return {
    line,
    action: known ? action : "unclear",
    source: everywhere,
    destination: everywhere,
    services: anyServices,
    phases: undefined,
    unknown: known ? undefined : { code: "value", what: lastWord(words) },
    idle: false,
  };
}

/** False where the line ends early or says something that is not understood. */
function readMatch(entry: Entry, words: Words, scope: Scope, family: 4 | 6): boolean {
  const protocol = readProtocol(words, scope, family);
  if (!protocol) return false;
  entry.services = protocol.services;
  readIdentity(entry, words);
  const source = readAddress(words, scope);
  if (!source) return false;
  entry.source = source;
  readIdentity(entry, words);
  const from = protocol.hasPorts ? readEntryPorts(words, scope) : undefined;
  if (from === "not read") return false;
  const destination = readAddress(words, scope);
  if (!destination) return false;
  entry.destination = destination;
  readIdentity(entry, words);
  if (protocol.icmp !== undefined) {
    entry.services = readMessage(words, protocol.icmp, scope) ?? entry.services;
  }
  const to = protocol.hasPorts ? readEntryPorts(words, scope) : undefined;
  if (to === "not read") return false;
  if (from || to) entry.services = withPorts(protocol.services, from, to);
  readOptions(entry, words, scope);
  return true;
}

function readProtocol(words: Words, scope: Scope, family: 4 | 6): Protocol | undefined {
  const word = take(words);
  if (word === "object" || word === "object-group") {
    const name = take(words);
    if (name === undefined) return undefined;
    const isProtocols =
      word === "object-group" && scope.definitions.groups.get(name)?.kind === "protocol";
    const services = namedServices(word, name, scope);
    return { services, hasPorts: isProtocols, icmp: undefined };
  }
  const key = `${family} ${word}`;
  const known = scope.protocols.get(key) ?? protocolOf(word, family);
  if (known) scope.protocols.set(key, known);
  return known;
}

function protocolOf(word: string | undefined, family: 4 | 6): Protocol | undefined {
  const found = protocolsOf(word);
  if (!found) return undefined;
  const protocols = found.map((each) => (each === icmp && family === 6 ? icmpV6 : each));
  const [first] = protocols;
  return {
    services: { sure: protocols.map((protocol) => ({ protocol })), perhaps: undefined },
    hasPorts: first === 6 || first === 17 || first === 132,
    icmp: first === icmp || first === icmpV6 ? first : undefined,
  };
}

/** Who sends, on an ASA that knows people and their groups: by word, the code of the doubt. */
const identities = new Map<string | undefined, Unknown["code"]>([
  ["user", "user"],
  ["user-group", "user"],
  ["object-group-user", "user"],
  ["security-group", "dynamic-group"],
  ["object-group-security", "dynamic-group"],
]);

function readIdentity(entry: Entry, words: Words): void {
  for (let code = identities.get(peek(words)); code; code = identities.get(peek(words))) {
    if (take(words) === "security-group") take(words);
    entry.unknown ??= { code, what: take(words) ?? "" };
  }
}

/** An operator, or a group that is known to hold ports; any other group is the next address. */
function readEntryPorts(words: Words, scope: Scope): PortGroup | "not read" | undefined {
  const word = peek(words);
  if (isPortOperator(word)) {
    const ports = readPorts(words);
    return ports ? { ports: held(ports, scope), unknown: undefined } : "not read";
  }
  const name = words.all[words.at + 1];
  if (word !== "object-group" || name === undefined) return undefined;
  if (scope.definitions.groups.get(name)?.kind !== "ports") return undefined;
  words.at += 2;
  return groupPorts(name, scope);
}

function held(ports: Ports, scope: Scope): Ports {
  if (ports.length === 2) return ports;
  const key = ports.join();
  const known = scope.ports.get(key);
  if (!known) scope.ports.set(key, ports);
  return known ?? ports;
}

function withPorts(
  protocols: Services,
  from: PortGroup | undefined,
  to: PortGroup | undefined,
): Services {
  const unknown = protocols.perhaps?.unknown ?? from?.unknown ?? to?.unknown;
  const list = [...protocols.sure, ...(protocols.perhaps?.list ?? [])];
  const sure = protocols.sure.map(
    ({ protocol }): Service => ({
      protocol,
      sourcePorts: from?.ports,
      destinationPorts: to?.ports,
    }),
  );
  return { sure, perhaps: unknown && { list, unknown } };
}

/** `echo`, `8`, `3 1`, a group of messages; undefined where none is said. */
function readMessage(words: Words, protocol: number, scope: Scope): Services | undefined {
  const word = peek(words);
  if (word === undefined) return undefined;
  if (word === "object-group") {
    take(words);
    const name = take(words);
    return name === undefined
      ? doubtfulServices({ code: "value", what: word }, [{ protocol }])
      : groupMessages(name, protocol, scope);
  }
  const range = icmpRange(protocol, word, words.all[words.at + 1]);
  if (!range) return undefined;
  take(words);
  if (/^\d+$/.test(peek(words) ?? "")) skip(words, peek(words)!);
  return { sure: [{ protocol, destinationPorts: range }], perhaps: undefined };
}
