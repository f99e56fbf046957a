import type { Socket } from "node:dgram";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import type { AddressInfo, Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ContractSetup, Stage } from "../../contract/setup.ts";
import { linuxMachine } from "../../linux.ts";
import type { Machine } from "../../machine.ts";
import type { WorldService } from "../../world.ts";
import { authority, type Issued, selfSigned, validity } from "./certificates.ts";
import { resolverServer } from "./resolver.ts";
import { proxyServer, serviceServer } from "./services.ts";

const address = "127.0.0.1";

/** What a machine of this stage is to know. */
export interface StageRoots {
  /** Counts as publicly trusted. */
  publicCaPem: string;
  /** Is in the PC's own store alone: its certificate, and a file that holds it. */
  pcCaPem: string;
  pcStorePath: string;
}

/** The contract's setup for the machine of a Linux PC. */
export function linuxStage(setup: ContractSetup): Promise<Stage> {
  return loopbackStage(setup, async ({ publicCaPem, pcStorePath }) =>
    linuxMachine({
      publicCaPems: [publicCaPem],
      env: { SSL_CERT_FILE: pcStorePath, JOCHI_NETWORK: "none" },
    }),
  );
}

/** The contract's setup on loopback, with servers, certificates and resolvers of its own. */
export async function loopbackStage(
  setup: ContractSetup,
  make: (roots: StageRoots) => Promise<Machine>,
): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), "jochi-stage-"));
  const issuers = await makeIssuers();
  const storePath = join(folder, "pc-store.pem");
  await writeFile(storePath, issuers.inspection.pem);

  const servers: Server[] = [];
  const ports = new Map<string, number>();
  for (const [name, service] of Object.entries(setup.services)) {
    const server = serviceServer(service, await issuers.issue(service));
    servers.push(server);
    ports.set(name, await listening(server));
  }
  for (const [name, proxy] of Object.entries(setup.proxies)) {
    const server = proxyServer(proxy);
    servers.push(server);
    ports.set(name, await listening(server));
  }
  ports.set("closed", await unusedPort());
  const resolvers = await startResolvers(setup);

  return {
    machine: await make({
      publicCaPem: issuers.public.pem,
      pcCaPem: issuers.inspection.pem,
      pcStorePath: storePath,
    }),
    at: (name) => ({ address, port: ports.get(name) ?? 0 }),
    resolver: (name) => `${address}:${resolvers.ports.get(name)}`,
    async close() {
      resolvers.close();
      for (const server of servers) server.close();
      await rm(folder, { recursive: true });
    },
  };
}

async function makeIssuers() {
  const [publicCa, inspection, unknown] = await Promise.all([
    authority("Stage Public CA", true),
    authority("Stage Inspection CA", true),
    authority("Stage Unknown CA", false),
  ]);
  const issue = async ({
    certificate,
    hosts,
    protocol,
  }: WorldService): Promise<Issued | undefined> => {
    if (protocol !== "https") return undefined;
    if (certificate === "self-signed") return selfSigned(hosts);
    const issuer = { inspection, "unknown-ca": unknown }[certificate as string] ?? publicCa;
    const names = certificate === "wrong-host" ? ["other.contract.test"] : hosts;
    return issuer.issue(names, validity[certificate] ?? { from: -1, to: 30 });
  };
  return { public: publicCa, inspection, issue };
}

async function startResolvers(setup: ContractSetup) {
  const ports = new Map<string, number>();
  const sockets: Socket[] = [];
  for (const [name, resolver] of Object.entries(setup.resolvers)) {
    const socket = resolverServer(resolver, setup.names);
    await new Promise<void>((resolve) => socket.bind(0, address, resolve));
    ports.set(name, socket.address().port);
    if (resolver.listening) sockets.push(socket);
    else await new Promise<void>((resolve) => socket.close(() => resolve()));
  }
  const close = () => {
    for (const socket of sockets) socket.close();
  };
  return { ports, close };
}

function listening(server: Server): Promise<number> {
  // A test must not keep running because a server still has a visitor.
  server.unref();
  return new Promise((resolve) =>
    server.listen(0, address, () => resolve((server.address() as AddressInfo).port)),
  );
}

/** A port that was free a moment ago. */
async function unusedPort(): Promise<number> {
  const { createServer } = await import("node:net");
  const server = createServer();
  const port = await listening(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}
