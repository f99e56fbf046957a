import type { z } from "zod";
import { isIPv4 } from "../evidence/ipv4.ts";
import { isPattern } from "./host.ts";
import type { BrowsersFile } from "./schema/browser.ts";
import type { CausesFile } from "./schema/cause.ts";
import type { CertificatesFile } from "./schema/certificate.ts";
import type { Endpoint, EndpointsFile, Protocol } from "./schema/endpoint.ts";
import type { EstimatesFile } from "./schema/estimates.ts";
import type { FilesFile } from "./schema/file.ts";
import type { GuideFile } from "./schema/guide.ts";
import type { ProgramsFile } from "./schema/program.ts";
import type { RemediesFile } from "./schema/remedy.ts";
import type { SitesFile } from "./schema/site.ts";
import type { SymptomsFile } from "./schema/symptom.ts";

/** A whole guide: one folder of YAML, read and checked. */
export type Guide = z.infer<typeof GuideFile> &
  z.infer<typeof EndpointsFile> &
  z.infer<typeof SitesFile> &
  z.infer<typeof BrowsersFile> &
  z.infer<typeof ProgramsFile> &
  z.infer<typeof CertificatesFile> &
  z.infer<typeof FilesFile> &
  z.infer<typeof SymptomsFile> &
  z.infer<typeof CausesFile> &
  z.infer<typeof RemediesFile> &
  z.infer<typeof EstimatesFile>;

/** One documented opening: host, address, port. */
export interface Row {
  host: string;
  address: string;
  port: number;
  protocol: Protocol;
  group: string;
  endpoint: string;
  required: boolean;
}

type Endpoints = Pick<Guide, "endpoints">;

/**
 * Every documented row in the guide's order. Blocks of addresses, ranges of ports, UDP, patterns of
 * names and what comes from outside are flows for a firewall, but nothing that one PC could test;
 * neither is IPv6, because names are asked for their IPv4 addresses only.
 */
export function rowsOf(guide: Endpoints): Row[] {
  return guide.endpoints.flatMap((endpoint) =>
    endpoint.addresses.filter(isIPv4).flatMap((address) => rowsAt(endpoint, address)),
  );
}

/** In the place of an address where only the name could tell it. */
export const wherever = "-";

/**
 * Rows of endpoints of which no single address is documented, one for each port: a PC tests them at
 * the documented addresses that the name leads to. Until those are known they are `wherever`.
 */
export function openRowsOf(guide: Endpoints): Row[] {
  return guide.endpoints
    .filter(({ addresses }) => !addresses.some(isIPv4))
    .flatMap((endpoint) => rowsAt(endpoint, wherever));
}

/** What one PC could test of an endpoint if the host were at this address. */
export function rowsAt(endpoint: Endpoint, address: string): Row[] {
  const { id, host, group, required, ports } = endpoint;
  if (!isLookedUp(endpoint)) return [];
  return ports.flatMap(({ port, to, protocol }) =>
    protocol === "udp" || to !== undefined
      ? []
      : [{ host, address, port, protocol, group, endpoint: id, required }],
  );
}

/**
 * The rows of a host at an address that its name led to and that is not documented, one for each
 * port. Where only the name is documented, every address is right and there is no such row.
 */
export function rowsBeside(guide: Endpoints, host: string, address: string): Row[] {
  const own = guide.endpoints.filter((endpoint) => endpoint.host === host);
  if (own.length === 0 || addressesFor(guide, host).length === 0) return [];
  const rows = own.flatMap((endpoint) => rowsAt(endpoint, address));
  return [...new Map(rows.map((row) => [row.port, row])).values()];
}

/** Names that a PC looks up, each once. */
export function namesOf(guide: Endpoints): string[] {
  return [...new Set(guide.endpoints.filter(isLookedUp).map(({ host }) => host))];
}

/** Addresses and blocks that are documented for a name, or for a pattern that it falls under. */
export function addressesFor(guide: Endpoints, name: string): string[] {
  return addressBook(guide)(name);
}

/** The same for many names of one guide: each is found without going through all endpoints. */
export function addressBook(guide: Endpoints): (name: string) => string[] {
  const known = new Map<string, number[]>();
  for (const [at, { host, direction }] of guide.endpoints.entries()) {
    if (direction === "inbound") continue;
    const key = host.toLowerCase();
    const same = known.get(key);
    if (same) same.push(at);
    else known.set(key, [at]);
  }
  return (name) => {
    const labels = name.toLowerCase().split(".");
    const found = [...(known.get(labels.join(".")) ?? [])];
    for (let from = 1; from < labels.length; from += 1) {
      found.push(...(known.get(`*.${labels.slice(from).join(".")}`) ?? []));
    }
    return [...new Set(found)]
      .sort((a, b) => a - b)
      .flatMap((at) => guide.endpoints[at]!.addresses);
  };
}

/** Whether a PC opens connections to this host by its name. */
export function isLookedUp({ host, direction }: Endpoint): boolean {
  return direction !== "inbound" && !isPattern(host);
}

/** The name by which a row is called in reports, checks and findings. */
export function rowId(row: Pick<Row, "host" | "address" | "port">): string {
  return `${row.host}|${row.address}:${row.port}`;
}
