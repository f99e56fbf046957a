import type { Configuration, Objects, PlainRule, PlainService } from "./configuration.ts";

/** A packet between zones; undefined where it is not known which. */
export interface PlainPacket {
  from: string | undefined;
  to: string | undefined;
  source: number;
  destination: number;
  protocol: "tcp" | "udp";
  sourcePort: number;
  port: number;
}

type Answer = "yes" | "no" | "perhaps";

/**
 * Rule after rule, member after member, as the manual says it: `permit rule 3`, `deny` for a default.
 * It shares no code with the reader, so that both can only be wrong together by chance.
 */
export function interpret(configuration: Configuration, packet: PlainPacket): Set<string> {
  const found = new Set<string>();
  for (const rule of configuration.rules) {
    if (rule.disabled) continue;
    const answer = matches(configuration, rule, packet);
    if (answer !== "no") found.add(`${verdict(rule.action)} ${rule.name}`);
    if (answer === "yes") return found;
  }
  const same = overZones(configuration, packet, (from, to) => from === to);
  for (const [name, applies, own] of [
    ["intrazone-default", same !== "no", "allow"],
    ["interzone-default", same !== "yes", "deny"],
  ] as const) {
    if (applies) found.add(`${verdict(configuration.defaults[name] ?? own)} ${name}`);
  }
  return found;
}

function verdict(action: string): string {
  return action === "allow" ? "permit" : "deny";
}

function matches(configuration: Configuration, rule: PlainRule, packet: PlainPacket): Answer {
  const scopes = [configuration.objects, configuration.shared];
  const source = anyOf(rule.source, (name) => inAddress(scopes, name, packet.source));
  const destination = anyOf(rule.destination, (name) =>
    inAddress(scopes, name, packet.destination),
  );
  return allOf([
    overZones(configuration, packet, (from, to) => {
      const wanted = has(rule.from, from) && has(rule.to, to);
      if (rule.type === "intrazone") return wanted && from === to;
      return rule.type === "interzone" ? wanted && from !== to : wanted;
    }),
    rule.negateSource ? opposite(source) : source,
    rule.negateDestination ? opposite(destination) : destination,
    anyOf(rule.service, (name) => inService(scopes, name, packet)),
    has(rule.application, "") ? "yes" : "perhaps",
  ]);
}

function has(list: readonly string[], word: string): boolean {
  return list.includes("any") || list.includes(word);
}

/** Tries every zone in the place of one that is not known; two may have no name in the file. */
function overZones(
  { zones }: Configuration,
  packet: PlainPacket,
  test: (from: string, to: string) => boolean,
): Answer {
  const all = [...zones, "elsewhere 1", "elsewhere 2"];
  const answers = (packet.from === undefined ? all : [packet.from]).flatMap((from) =>
    (packet.to === undefined ? all : [packet.to]).map((to) => test(from, to)),
  );
  if (answers.every((answer) => answer)) return "yes";
  return answers.some((answer) => answer) ? "perhaps" : "no";
}

/** Whether a group leads back to itself, or to one that does. */
function isCircular(
  name: string,
  membersOf: (name: string) => readonly string[],
  open: string[] = [],
): boolean {
  if (open.includes(name)) return true;
  return membersOf(name).some((each) => isCircular(each, membersOf, [...open, name]));
}

function inAddress(scopes: Objects[], name: string, address: number): Answer {
  if (name === "any") return "yes";
  const nearest = (each: string) => scopes.find((s) => s.addresses[each] ?? s.groups[each]);
  if (isCircular(name, (each) => nearest(each)?.groups[each] ?? [])) return "perhaps";
  for (const { addresses, groups } of scopes) {
    const object = addresses[name];
    if (object) {
      const [kind, value] = object;
      if (kind === "fqdn") return "perhaps";
      return kind === "ip-range" ? inRange(value, address) : inBlock(value, address);
    }
    const group = groups[name];
    if (group) return anyOf(group, (each) => inAddress(scopes, each, address));
  }
  return /^[\d./]+$/.test(name) ? inBlock(name, address) : "perhaps";
}

function inBlock(text: string, address: number): Answer {
  const [first = "", bits = "32"] = text.split("/");
  const size = 2 ** (32 - Number(bits));
  return said(Math.floor(number(first) / size) === Math.floor(address / size));
}

function inRange(text: string, address: number): Answer {
  const [lo = "", hi = ""] = text.split("-");
  return said(number(lo) <= address && address <= number(hi));
}

export function number(address: string): number {
  return address.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
}

const builtIn: Record<string, PlainService> = {
  "service-http": { protocol: "tcp", port: "80,8080" },
  "service-https": { protocol: "tcp", port: "443" },
};

function inService(scopes: Objects[], name: string, packet: PlainPacket): Answer {
  if (name === "any") return "yes";
  // Which ports those are, only the firewall knows.
  if (name === "application-default") return "perhaps";
  const nearest = (each: string) => scopes.find((s) => s.services[each] ?? s.serviceGroups[each]);
  if (isCircular(name, (each) => nearest(each)?.serviceGroups[each] ?? [])) return "perhaps";
  for (const { services, serviceGroups } of scopes) {
    const group = serviceGroups[name];
    if (group) return anyOf(group, (each) => inService(scopes, each, packet));
    if (services[name]) return byPorts(services[name], packet);
  }
  return builtIn[name] ? byPorts(builtIn[name], packet) : "perhaps";
}

function byPorts(service: PlainService, packet: PlainPacket): Answer {
  const { protocol, port, sourcePort = "0-65535" } = service;
  const known = inPorts(port, packet.port) && inPorts(sourcePort, packet.sourcePort);
  return said(protocol === packet.protocol && known);
}

function inPorts(text: string, port: number): boolean {
  return text.split(",").some((part) => {
    const [lo = "", hi = lo] = part.split("-");
    return Number(lo) <= port && port <= Number(hi);
  });
}

function said(holds: boolean): Answer {
  return holds ? "yes" : "no";
}

function opposite(answer: Answer): Answer {
  return answer === "perhaps" ? "perhaps" : said(answer === "no");
}

function anyOf<T>(list: readonly T[], test: (each: T) => Answer): Answer {
  const answers = list.map(test);
  return answers.includes("yes") ? "yes" : answers.includes("perhaps") ? "perhaps" : "no";
}

function allOf(answers: readonly Answer[]): Answer {
  return answers.includes("no") ? "no" : answers.includes("perhaps") ? "perhaps" : "yes";
}
