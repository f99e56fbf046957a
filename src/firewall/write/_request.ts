import type { Opening, OpeningRequest } from "../opening.ts";
import { familiesOf, ofFamily, perSet } from "./_addresses.ts";
import type { NeedsPerson } from "./writer.ts";

/** What a firewall's rules can say beside addresses and ports. */
export interface Abilities {
  names: boolean;
  wildcards: boolean;
  inbound: boolean;
  /** A proxy carries no UDP. */
  tcpOnly?: boolean;
}

/** A request of which only what can be written is left. */
export interface Sorted extends OpeningRequest {
  needsPerson: readonly NeedsPerson[];
}

const hostName =
  /^(?=.{1,253}$)([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$/i;

/** Puts aside what this firewall cannot say and a person must do. */
export function sorted(request: OpeningRequest, abilities: Abilities): Sorted {
  const needsPerson: NeedsPerson[] = [];
  const openings = request.openings.filter((opening) => {
    const key = obstacle(opening, abilities);
    if (key) needsPerson.push({ opening, key });
    return key === undefined;
  });
  return { ...request, openings: narrowed(openings), needsPerson };
}

function obstacle(opening: Opening, abilities: Abilities): string | undefined {
  if (opening.direction === "inbound" && !abilities.inbound) return "firewall.person.inbound";
  if (opening.transport === "udp" && abilities.tcpOnly) return "firewall.person.udp";
  const names = namesOf(opening);
  const strange = names.find((name) => !isHostName(name));
  if (strange) return `firewall.person.${strange.includes("*") ? "wildcard" : "name"}`;
  if (names.length > 0 && !abilities.names) return "firewall.person.name";
  if (names.some(isWildcard) && !abilities.wildcards) return "firewall.person.wildcard";
  return familiesOf(opening).length > 0 ? undefined : "firewall.person.family";
}

/** The service's side where it is known by name only. */
export function namesOf({ sources, destinations }: Opening): readonly string[] {
  return [...sources.names, ...destinations.names];
}

export function isHostName(name: string): boolean {
  return hostName.test(bare(name));
}

export function isWildcard(name: string): boolean {
  return name.startsWith("*.");
}

/** `*.example.kr` → `example.kr`. */
export function bare(name: string): string {
  return isWildcard(name) ? name.slice(2) : name;
}

/** Without the addresses of a family that the other side lacks: no packet could have them. */
function narrowed(openings: readonly Opening[]): Opening[] {
  const only = perSet(ofFamily);
  return openings.map((opening) => {
    const [family, another] = familiesOf(opening);
    if (family === undefined || another !== undefined) return opening;
    const { sources, destinations } = opening;
    return { ...opening, sources: only(sources, family), destinations: only(destinations, family) };
  });
}

const zoneName = /^[A-Za-z0-9_.:/+*-]{1,63}$/;

/** The interface or zone that a packet of this opening comes from, and the one it goes to. */
export function crossing(
  { input, output }: OpeningRequest,
  { direction }: Pick<Opening, "direction">,
): { from: string | undefined; to: string | undefined } {
  for (const name of [input, output]) {
    if (name !== undefined && !zoneName.test(name)) throw new RangeError(`interface ${name}`);
  }
  return direction === "outbound" ? { from: input, to: output } : { from: output, to: input };
}
