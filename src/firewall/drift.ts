import type { Evidence } from "../evidence/evidence.ts";
import type { DnsOutcome } from "../evidence/outcome.ts";
import type { EndpointResult } from "../evidence/report.ts";
import type { Guide } from "../guide/guide.ts";

/** One evidence file and what the diagnosis made of its rows. */
export interface Observation {
  file: string;
  evidence: Pick<Evidence, "startedAt" | "facts">;
  endpoints: readonly EndpointResult[];
}

/**
 * What to do with one address of a row:
 * keep what is documented and needed; request what is needed and not open, or not documented;
 * remove what is documented, no name leads to and nothing answers; check what nobody can tell;
 * refuse what another server answers for.
 */
export type DriftAdvice = "keep" | "request" | "remove" | "check" | "refuse";

export interface DriftAddress {
  address: string;
  documented: boolean;
  /** Whether the name led to it: of the files in which the name led anywhere, how many. */
  resolved: { yes: number; of: number };
  /** Files in which a connection was made, and in which one was tried. */
  connected: { yes: number; of: number };
  verdicts: string[];
  advice: DriftAdvice;
}

export interface DriftRow {
  host: string;
  port: number;
  protocol: string;
  addresses: DriftAddress[];
}

/** Documented, resolved and connected addresses side by side, for each host and port of the guide. */
export function driftOf(
  guide: Pick<Guide, "endpoints">,
  observations: readonly Observation[],
): DriftRow[] {
  const resolved = observations.map(({ evidence }) => resolvedIn(evidence));
  return guide.endpoints.flatMap(({ host, addresses, ports }) =>
    ports.map(({ port, protocol }) => {
      const results = observations.map(({ endpoints }) =>
        endpoints.filter((result) => result.host === host && result.port === port),
      );
      const known = new Set([
        ...addresses,
        ...resolved.flatMap((names) => [...(names.get(host) ?? [])]),
        ...results.flatMap((all) => all.map(({ address }) => address)),
      ]);
      const told = [...known].map((address) =>
        addressOf(address, addresses.includes(address), host, resolved, results),
      );
      return { host, port, protocol, addresses: told };
    }),
  );
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
  host: string,
  resolved: readonly Map<string, Set<string>>[],
  results: readonly EndpointResult[][],
): DriftAddress {
  const named = resolved.flatMap((names) => names.get(host) ?? []);
  const rows = results.flatMap((all) => all.filter((result) => result.address === address));
  const tried = rows.filter(({ layers }) => layers.tcp !== "not-tested");
  const facts = {
    address,
    documented,
    resolved: { yes: named.filter((set) => set.has(address)).length, of: named.length },
    connected: { yes: tried.filter(({ layers }) => layers.tcp === "ok").length, of: tried.length },
    verdicts: [...new Set(rows.map(({ verdict }) => verdict))].sort(),
  };
  return { ...facts, advice: adviceOn(facts) };
}

/** Answers that are not the service's own: nobody should open the way to them. */
const impostors = ["dns.hijack", "dns.sinkhole"];

function adviceOn(facts: Omit<DriftAddress, "advice">): DriftAdvice {
  const { documented, resolved, connected, verdicts } = facts;
  if (verdicts.some((verdict) => impostors.includes(verdict)) && !documented) return "refuse";
  const used = resolved.yes > 0;
  if (documented) {
    if (connected.yes > 0) return "keep";
    if (used) return connected.of > 0 ? "request" : "check";
    // The name leads elsewhere and nothing answers here.
    return resolved.of > 0 && connected.of > 0 ? "remove" : "check";
  }
  // Whose it is, only a certificate tells; without one a person has to ask the provider.
  const proved = verdicts.some((verdict) => verdict === "ip.drift" || verdict === "ok");
  return used && proved ? "request" : "check";
}
