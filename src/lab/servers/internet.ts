import type { Socket as UdpSocket } from "node:dgram";
import { isIPv4 } from "node:net";
import { splitAuthority } from "../../machine/memory/place.ts";
import type { World } from "../../machine/world.ts";
import { createCredentials } from "./credentials.ts";
import { dnsPort, openUdp, serveDnsStream } from "./dns-server.ts";
import { type Accept, createListeners } from "./listeners.ts";
import { createProxies, pacAnswer } from "./proxy.ts";
import { promptRefusals, serveWorlds, setKernel } from "./serve.ts";
import { createServices } from "./service.ts";
import { send, webServer } from "./web.ts";

/** One process for every server that is not on the PC: internet, proxies, PAC and resolvers. */

// A dead host has no address of its own, yet what listens there need not be taken down.
setKernel({ "ipv4/ip_nonlocal_bind": "1", ...promptRefusals });

const credentials = createCredentials();
const services = createServices(credentials);
const proxies = createProxies();
const listeners = createListeners();
const resolvers = new Map<string, UdpSocket>();
let current: World;

/** Where the PAC file lies as `address:port`, if its server is one of ours. */
function pacAuthority(world: World): string | undefined {
  const url = URL.parse(world.pc.proxy.pacUrl ?? "");
  if (url?.protocol !== "http:") return undefined;
  const address = isIPv4(url.hostname) ? url.hostname : world.names[url.hostname]?.[0];
  return address && `${address}:${url.port || 80}`;
}

function acceptors(world: World): Map<string, Accept> {
  const all = new Map<string, Accept>();
  for (const [authority, service] of Object.entries(world.services)) {
    all.set(authority, (socket) => void services.serve(socket, service, world));
  }
  const pacAt = pacAuthority(world);
  const pac = world.pc.pac;
  if (pacAt && pac !== undefined) {
    const web = webServer();
    web.on("request", (_request, response) => send(response, pacAnswer(pac)));
    all.set(pacAt, (socket) => void web.emit("connection", socket));
  }
  for (const [authority, proxy] of Object.entries(world.proxies)) {
    const visit = { proxy, world, pac: authority === pacAt ? pac : undefined };
    if (proxy.listening) all.set(authority, (socket) => proxies.serve(socket, visit));
    else all.delete(authority);
  }
  for (const [address, resolver] of Object.entries(world.resolvers)) {
    if (!resolver.listening) continue;
    const accept: Accept = (socket) => serveDnsStream(socket, () => current, address);
    all.set(`${address}:${dnsPort}`, accept);
  }
  for (const authority of all.keys()) {
    if (splitAuthority(authority) === undefined) throw new TypeError(`no address: ${authority}`);
  }
  return all;
}

async function setResolvers(world: World): Promise<void> {
  const wanted = Object.keys(world.resolvers).filter((at) => world.resolvers[at]!.listening);
  for (const [address, socket] of resolvers) {
    if (wanted.includes(address)) continue;
    resolvers.delete(address);
    await new Promise<void>((resolve) => socket.close(resolve));
  }
  const fresh = wanted.filter((address) => !resolvers.has(address));
  const opened = fresh.map(async (address) => {
    resolvers.set(address, await openUdp(address, () => current));
  });
  await Promise.all(opened);
}

const { publicCa, inspectionCa } = credentials;
serveWorlds({ "public-ca.pem": publicCa, "inspection-ca.pem": inspectionCa }, async (world) => {
  current = world;
  await Promise.all([listeners.set(acceptors(world)), setResolvers(world)]);
});
