import type { Connection, ConnectOutcome, Machine } from "../machine.ts";
import type { WorldProxy, WorldResolver, WorldService } from "../world.ts";

/** Where a service of the setup ended up. */
export interface Place {
  address: string;
  port: number;
}

export interface ContractSetup {
  services: Record<string, WorldService>;
  proxies: Record<string, WorldProxy>;
  resolvers: Record<string, WorldResolver>;
  names: Record<string, string[]>;
}

export interface Stage {
  machine: Machine;
  /** Of a service or proxy of the setup, or of `closed`, where nobody listens. */
  at(name: string): Place;
  /** What `resolve` is given for a resolver of the setup. */
  resolver(name: string): string;
  close(): Promise<void>;
}

export type Play = () => Stage;

export const host = "pay.contract.test";
export const deniedHost = "denied.contract.test";
export const limits = { timeoutMs: 2_000 };
/** For what is expected to stay silent. */
export const shortly = { timeoutMs: 150 };

const service = (given: Partial<WorldService> = {}): WorldService => ({
  protocol: "https",
  certificate: "valid",
  hosts: [host],
  tls: "1.2+",
  behaviour: "normal",
  ...given,
});

const proxy = (given: Partial<WorldProxy> = {}): WorldProxy => ({
  listening: true,
  authentication: "none",
  deniedHosts: [],
  ...given,
});

const resolver = (given: Partial<WorldResolver> = {}): WorldResolver => ({
  listening: true,
  otherwise: { kind: "answer" },
  names: {},
  ...given,
});

export const contractSetup = {
  services: {
    valid: service(),
    expired: service({ certificate: "expired" }),
    "not-yet-valid": service({ certificate: "not-yet-valid" }),
    "wrong-host": service({ certificate: "wrong-host" }),
    "self-signed": service({ certificate: "self-signed" }),
    "unknown-ca": service({ certificate: "unknown-ca" }),
    /** The machine's own store trusts the device's authority. */
    inspection: service({ certificate: "inspection" }),
    "tls-1.0": service({ tls: "1.0" }),
    alert: service({ tls: "alert" }),
    "client-certificate-1.2": service({ tls: "client-certificate-1.2" }),
    "client-certificate-1.3": service({ tls: "client-certificate-1.3" }),
    web: service({ protocol: "http" }),
    ldap: service({ protocol: "ldap" }),
    silent: service({ behaviour: "silent" }),
    reset: service({ behaviour: "reset" }),
    "accept-then-reset": service({ protocol: "http", behaviour: "accept-then-reset" }),
    fin: service({ behaviour: "fin" }),
    "plain-http": service({ behaviour: "plain-http" }),
    garbage: service({ behaviour: "garbage" }),
    "status-503": service({ protocol: "http", behaviour: "status-503" }),
    "http-silent": service({ protocol: "http", behaviour: "http-silent" }),
    "http-reset": service({ protocol: "http", behaviour: "http-reset" }),
  },
  proxies: {
    proxy: proxy({ deniedHosts: [deniedHost] }),
    "proxy-password": proxy({ authentication: "required" }),
  },
  resolvers: {
    resolver: resolver({
      names: {
        "two.contract.test": { kind: "addresses", addresses: ["198.51.100.1", "198.51.100.2"] },
        "servfail.contract.test": { kind: "servfail" },
        "refused.contract.test": { kind: "refused" },
        "nodata.contract.test": { kind: "nodata" },
        "silent.contract.test": { kind: "silent" },
      },
    }),
    "resolver-closed": resolver({ listening: false }),
  },
  names: { [host]: ["198.51.100.9"] },
} satisfies ContractSetup;

/** A connection for the length of one test; a failure to connect is the test's own. */
export async function withConnection<T>(
  stage: Stage,
  name: string,
  use: (connection: Connection) => Promise<T>,
): Promise<T> {
  const { address, port } = stage.at(name);
  const outcome: ConnectOutcome = await stage.machine.connect(address, port, limits);
  if (!outcome.ok) throw new Error(`${name}: ${outcome.failure} ${outcome.code}`);
  try {
    return await use(outcome.connection);
  } finally {
    outcome.connection.close();
  }
}
