import { type Guide, namesOf, rowsAt } from "../guide/guide.ts";
import { office } from "../machine/memory/place.ts";
import type { World, WorldAgent, WorldPcFacts, WorldService } from "../machine/world.ts";
import { placesOf } from "./places.ts";

/** The closed network in which everything that the guide asks for holds. */
export function worldOf(guide: Guide): World {
  const places = placesOf(guide);
  const names: World["names"] = {};
  const byHost = Map.groupBy(places, ({ endpoint }) => endpoint.host);
  for (const name of namesOf(guide)) {
    const own = byHost.get(name) ?? [];
    names[name.toLowerCase()] = [...new Set(own.map(({ address }) => address))];
  }
  for (const { name, address } of guide.agents) if (name) names[name.toLowerCase()] = [address];
  const rows = places.flatMap(({ endpoint, address }) => rowsAt(endpoint, address));
  const services: World["services"] = {};
  for (const { host, address, port, protocol } of rows) {
    const name = host.toLowerCase();
    const service = services[`${address}:${port}`] ?? healthyService(protocol);
    if (!service.hosts.includes(name)) service.hosts.push(name);
    services[`${address}:${port}`] = service;
  }
  return {
    pc: {
      online: true,
      defaultRoute: true,
      resolvers: [...office.resolvers],
      hosts: [],
      proxy: { bypass: [] },
      agents: healthyAgents(guide),
      trustsInspectionCa: false,
      facts: healthyFacts(guide),
    },
    link: { delayMs: 0, jitterMs: 0, loss: 0 },
    names,
    resolvers: Object.fromEntries(
      office.resolvers.map((address) => [
        address,
        { listening: true, otherwise: { kind: "answer" }, names: {} },
      ]),
    ),
    firewall: {
      policy: "drop",
      rules: rows.map(({ address, port }) => ({ address, port, action: "accept" })),
      mtuBlackholes: [],
      sni: [],
    },
    deadHosts: [],
    services,
    proxies: {},
    serverClockOffsetMs: 0,
  };
}

function healthyService(protocol: WorldService["protocol"]): WorldService {
  return { protocol, certificate: "valid", hosts: [], tls: "1.2+", behaviour: "normal" };
}

/** Agents that the guide does not require are absent: their absence must be no fault. */
function healthyAgents(guide: Guide): WorldAgent[] {
  return guide.agents.map(({ id, ports, expect, required }) => ({
    id,
    port: ports.first,
    listening: required,
    certificate: "own",
    answer: expect ?? "ok",
  }));
}

/** As Windows comes: the pop-up blocker works in the Internet zone and below it only. */
const usualZones = [
  { zone: 1, popupBlocker: false },
  { zone: 2, popupBlocker: false },
  { zone: 3, popupBlocker: true },
  { zone: 4, popupBlocker: true },
];

/** A Windows PC on which every requirement of the guide holds. */
function healthyFacts(guide: Guide): WorldPcFacts {
  const programs = guide.programs.filter(({ required }) => required);
  return {
    browsers: guide.browsers.slice(0, 1).map(({ browser, minimumVersion }) => ({
      id: browser,
      version: `${browser === "ie" ? 11 : minimumVersion}.0`,
      default: true,
    })),
    programs: programs.map((program) => ({
      name: installedName(program),
      version: program.minimumVersion ?? "2026.1.1.1",
      ...(program.publisher !== undefined && { publisher: program.publisher }),
      state: "complete",
      ...((program.services ?? program.processes) && { running: true }),
    })),
    zoneEntries: guide.sites.map(({ pattern }) => ({ entry: pattern, zone: 2 })),
    zoneSettings: { machineOnly: false, listFromPolicy: false, zones: usualZones },
    services: programs.flatMap(({ services = [] }) =>
      services.map((name, at) => ({ name, state: at === 0 ? "running" : "absent" }) as const),
    ),
    popups: guide.browsers.slice(0, 1).map(({ browser }) => ({
      browser,
      blocked: false,
      allowed: guide.popups.flatMap(({ origins }) => origins),
    })),
    rootCertificates: guide.certificates.map(installedRoot),
    paths: [
      ...programs.flatMap(({ installFolders }) => installFolders?.slice(0, 1) ?? []),
      ...guide.files.flatMap(({ paths }) => paths.slice(0, 1)),
    ],
    unreadable: {},
  };
}

/** A display name that the guide's pattern matches. */
export function installedName({ uninstallNames }: { uninstallNames: string[] }): string {
  return (uninstallNames[0] ?? "").replace(/\*$/, "").trim();
}

const farFuture = Date.UTC(2038, 0, 1);

/** Of several candidates the one that is longest in force, as the store would list it. */
function installedRoot({ candidates }: Guide["certificates"][number]) {
  const end = ({ notAfter }: (typeof candidates)[number]) =>
    notAfter === undefined ? farFuture : Date.parse(notAfter);
  const best = candidates.reduce((a, b) => (end(b) > end(a) ? b : a));
  const sha256 = best.sha256 ?? "0".repeat(64);
  const { subject, sha1 } = best;
  return { sha256, ...(sha1 && { sha1 }), subject, notAfter: end(best), distrusted: false };
}
