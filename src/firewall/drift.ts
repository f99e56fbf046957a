import type { Evidence } from "../evidence/evidence.ts";
import type { DnsOutcome } from "../evidence/outcome.ts";
import type { EndpointResult } from "../evidence/report.ts";
import type { Verdict } from "../evidence/verdict.ts";
import { covers } from "../guide/block.ts";
import { addressesFor, type Guide, isLookedUp } from "../guide/guide.ts";
import { type Flow, flowsOf } from "./flow.ts";

/** One evidence file and what the diagnosis made of its rows. */
export interface Observation {
  file: string;
  evidence: Pick<Evidence, "startedAt" | "facts">;
  endpoints: readonly EndpointResult[];
}

/**
 * What to do with one line: `keep` what is documented and reached; `request` what a firewall holds
 * up although it is documented, and what is not documented and proved to be the service's; `remove`
 * what the service has left and nothing answers at; `check` with the provider what nobody else can
 * tell; `refuse` what another server answers for; `untold` where one PC cannot test it, or did not.
 */
export type DriftAdvice = "keep" | "request" | "remove" | "check" | "refuse" | "untold";

export interface DriftAddress {
  /** An address, or a block as the guide writes it; empty where the guide knows the name only. */
  address: string;
  documented: boolean;
  /** Whether the name led to it, or into it: of the files in which it led anywhere, how many. */
  resolved: { yes: number; of: number };
  /** Connections that were tried to it, or into it, one a file and address, and those made. */
  connected: { yes: number; of: number };
  verdicts: Verdict[];
  advice: DriftAdvice;
}

export interface DriftRow {
  host: string;
  /** `443`, `8000-8010`. */
  port: string;
  protocol: string;
  transport: Flow["transport"];
  direction: Flow["direction"];
  addresses: DriftAddress[];
}

/** What all files say of one host. */
interface Seen {
  /** File by file, the addresses that the name led to, where it led anywhere. */
  named: readonly ReadonlySet<string>[];
  /** Addresses outside the guide that a certificate proved to be the service's. */
  proved: ReadonlySet<string>;
  /** Addresses that answer for the name and are another server. */
  impostors: ReadonlySet<string>;
  results: readonly EndpointResult[];
  isDocumented(address: string): boolean;
}

/** Documented, resolved and connected addresses side by side, for each host and port of the guide. */
export function driftOf(
  guide: Pick<Guide, "endpoints">,
  observations: readonly Observation[],
): DriftRow[] {
  const resolved = observations.map(({ evidence }) => resolvedIn(evidence));
  const results = observations.flatMap(({ endpoints }) => endpoints);
  const testable = new Set(guide.endpoints.filter(isLookedUp).map(({ id }) => id));
  const rows = Map.groupBy(flowsOf(guide), ({ host, port, protocol, direction }) =>
    [host, port, protocol, direction].join(" "),
  );
  return [...rows.values()].map((flows): DriftRow => {
    const { host, port, protocol, transport, direction } = flows[0]!;
    const seen = flows.some(({ endpoint }) => testable.has(endpoint))
      ? seenOf(guide, host, resolved, results)
      : nothing;
    const own = seen.results.filter((result) => String(result.port) === port);
    // What runs over UDP is not tried; a TCP row of the same port says nothing of it.
    const tried = transport === "tcp" ? own : [];
    const documented = flows.map(({ address }) => address ?? "");
    const beside = [...seen.named.flatMap((set) => [...set]), ...tried.map((one) => one.address)]
      .filter((address) => !seen.isDocumented(address))
      .filter((address, at, all) => all.indexOf(address) === at);
    return {
      host,
      port,
      protocol,
      transport,
      direction,
      addresses: [
        ...[...new Set(documented)].map((address) => addressOf(address, true, seen, tried)),
        ...beside.map((address) => addressOf(address, false, seen, tried)),
      ],
    };
  });
}

const nothing: Seen = {
  named: [],
  proved: new Set(),
  impostors: new Set(),
  results: [],
  isDocumented: () => true,
};

function seenOf(
  guide: Pick<Guide, "endpoints">,
  host: string,
  resolved: readonly ReadonlyMap<string, ReadonlySet<string>>[],
  all: readonly EndpointResult[],
): Seen {
  const known = addressesFor(guide, host);
  // A host that is known by its name may be anywhere.
  const isDocumented = (address: string) => known.length === 0 || covers(known, address);
  const results = all.filter((result) => result.host === host);
  const judged = (wanted: readonly Verdict[]) =>
    new Set(
      results
        .filter(({ address, verdict }) => !isDocumented(address) && wanted.includes(verdict))
        .map(({ address }) => address),
    );
  return {
    named: resolved.flatMap((names) => names.get(host) ?? []),
    proved: judged(["ok", "ip.drift"]),
    // Nobody should open the way to these.
    impostors: judged(["dns.hijack", "dns.sinkhole"]),
    results,
    isDocumented,
  };
}

/** Name → addresses that any resolver gave for it; a name that led nowhere is not there. */
function resolvedIn({ facts }: Observation["evidence"]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { probe, with: given, fact } of facts) {
    if (probe !== "resolve" && probe !== "lookup") continue;
    const outcome = fact as DnsOutcome | undefined;
    const name = String(given.name);
    if (!outcome?.ok || outcome.addresses.length === 0) continue;
    found.set(name, new Set([...(found.get(name) ?? []), ...outcome.addresses]));
  }
  return found;
}

function addressOf(
  address: string,
  documented: boolean,
  seen: Seen,
  results: readonly EndpointResult[],
): DriftAddress {
  const inside = (other: string) => address === "" || covers([address], other);
  const rows = results.filter((result) => inside(result.address));
  const tried = rows.filter(({ layers }) => layers.tcp !== "not-tested");
  const facts = {
    address,
    documented,
    resolved: {
      yes: seen.named.filter((set) => [...set].some(inside)).length,
      of: seen.named.length,
    },
    connected: { yes: tried.filter(({ layers }) => layers.tcp === "ok").length, of: tried.length },
    verdicts: [...new Set(rows.map(({ verdict }) => verdict))].sort(),
  };
  return { ...facts, advice: documented ? adviceOnKnown(facts, seen) : adviceOnNew(facts, seen) };
}

type Facts = Omit<DriftAddress, "advice">;

/** What a firewall on the way is the reason of; a dead host or a closed port no opening can cure. */
const heldUp: readonly Verdict[] = ["tcp.drop", "tcp.reject"];

function adviceOnKnown({ resolved, connected, verdicts }: Facts, seen: Seen): DriftAdvice {
  if (connected.of === 0) return "untold";
  // Only a proved new address shows that the service has moved. Where the name leads to other
  // documented ones, they take turns; and a forged answer must not get the real one closed.
  const left = resolved.yes === 0 && seen.proved.size > 0 && !leadsToKnown(seen);
  if (connected.yes === 0 && left) return "remove";
  if (verdicts.some((verdict) => heldUp.includes(verdict))) return "request";
  return connected.yes > 0 ? "keep" : "check";
}

function leadsToKnown({ named, isDocumented }: Seen): boolean {
  return named.some((set) => [...set].some(isDocumented));
}

/** Whose an undocumented address is, only a certificate tells, whichever port it is shown on. */
function adviceOnNew({ address, resolved }: Facts, seen: Seen): DriftAdvice {
  if (seen.impostors.has(address)) return "refuse";
  return resolved.yes > 0 && seen.proved.has(address) ? "request" : "check";
}
