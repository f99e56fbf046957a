import type { z } from "zod";
import type { BrowsersFile } from "./schema/browser.ts";
import type { CausesFile } from "./schema/cause.ts";
import type { CertificatesFile } from "./schema/certificate.ts";
import type { EndpointsFile, Protocol } from "./schema/endpoint.ts";
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
  z.infer<typeof RemediesFile>;

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

/**
 * Every documented row in the guide's order. Blocks of addresses, ranges of ports, UDP and what
 * comes from outside are flows for a firewall, but nothing that one PC could test.
 */
export function rowsOf(guide: Pick<Guide, "endpoints">): Row[] {
  return guide.endpoints.flatMap(({ id, host, group, required, direction, addresses, ports }) => {
    if (direction === "inbound") return [];
    const singles = addresses.filter((address) => !address.includes("/"));
    return singles.flatMap((address) =>
      ports.flatMap(({ port, to, protocol }) =>
        protocol === "udp" || to !== undefined
          ? []
          : [{ host, address, port, protocol, group, endpoint: id, required }],
      ),
    );
  });
}

/** The name by which a row is called in reports, checks and findings. */
export function rowId(row: Pick<Row, "host" | "address" | "port">): string {
  return `${row.host}|${row.address}:${row.port}`;
}
