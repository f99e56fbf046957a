import type { Verdict } from "../../evidence/verdict.ts";
import { type Guide, type Row, rowId, rowsOf } from "../../guide/guide.ts";
import type { DnsBehaviour, World } from "../../machine/world.ts";
import { rowsInLab, unled } from "../places.ts";
import { isHttps } from "./_rows.ts";
import type { Expectation, Fault } from "./fault.ts";
import { selectRows } from "./select.ts";

/** An office address that a blocking resolver gives out; nobody is there. */
export const sinkholeAddress = "10.10.9.9";

/** Hosts with rows in which a fault of their name can show itself. */
export function hostsOf(guide: Guide): string[] {
  return [...new Set(rowsOf(guide).map(({ host }) => host))];
}

/** Hosts whose certificate can tell a move from a forgery. */
export function provableHosts(guide: Guide): string[] {
  return hostsOf(guide).filter((host) => selectRows(guide, host).some(isHttps));
}

/** An address of the documentation ranges (RFC 5737) for one host of the guide. */
export function strangeAddress(world: World, host: string, net: "198.51.100" | "203.0.113") {
  return `${net}.${10 + Object.keys(world.names).indexOf(host.toLowerCase())}`;
}

/** Every living resolver answers this for a name. A dead one stays dead. */
export function answerFor(world: World, host: string, behaviour: DnsBehaviour): void {
  for (const resolver of Object.values(world.resolvers)) {
    if (resolver.otherwise.kind === "answer") {
      resolver.names[host.toLowerCase()] = structuredClone(behaviour);
    }
  }
}

/** Puts the servers of a host at another address too, behind an open firewall. */
export function serveAt(world: World, guide: Guide, host: string, address: string): void {
  for (const row of rowsOf(guide).filter((row) => row.host === host)) {
    const service = world.services[`${row.address}:${row.port}`];
    if (service) world.services[`${address}:${row.port}`] ??= structuredClone(service);
    world.firewall.rules.push({ address, port: row.port, action: "accept" });
  }
}

/** Documented rows of a host and the rows at the address where its name now leads. */
export function causeOnHost(
  guide: Guide,
  host: string,
  address: string,
  cause: Verdict,
): Expectation {
  const documented = rowsOf(guide).filter((row) => row.host === host);
  const rows = [...documented, ...selectRows(guide, `${host}|${address}`)];
  return { cause, subjects: rows.map(rowId) };
}

export function rowIds(rows: Row[]): string[] {
  return rows.map(rowId);
}

type Kind = Exclude<DnsBehaviour["kind"], "answer" | "addresses">;

/** Resolvers fail for one name, or (`*`) for every name. */
export function resolverFault(
  who: Pick<Fault, "id" | "title"> & { verdict: Verdict; kind: Kind },
): Fault {
  const { id, verdict, title, kind } = who;
  return {
    id,
    verdict,
    layer: "name",
    title,
    targets: (_world, guide) => [...new Set(rowsInLab(guide).map(({ host }) => host)), "*"],
    apply(world, target) {
      const broken = structuredClone(world);
      if (target !== "*") answerFor(broken, target, { kind });
      else {
        for (const resolver of Object.values(broken.resolvers)) {
          Object.assign(resolver, { otherwise: { kind }, names: {} });
        }
      }
      return broken;
    },
    expect: (_world, guide, target) => ({
      cause: verdict,
      subjects: rowIds(unled(guide, selectRows(guide, target))),
    }),
  };
}
