import type { IncomingMessage } from "node:http";
import { connect, isIPv4, type Socket } from "node:net";
import { pipeline } from "node:stream";
import { office } from "../../machine/memory/place.ts";
import { proxyAnswer, proxyRefusal, proxyTarget } from "../../machine/memory/web.ts";
import type { World, WorldProxy } from "../../machine/world.ts";
import { send, sendRaw, webServer } from "./web.ts";

const connectMs = 10_000;

interface Visit {
  proxy: WorldProxy;
  world: World;
  /** The PAC file, where it lies on the proxy's own port. */
  pac: string | undefined;
}

/** Forward proxies. They know the true names and have a way out of their own. */
export function createProxies() {
  const visits = new WeakMap<object, Visit>();
  const web = webServer();
  const clockOf = ({ world }: Visit) => Date.now() + world.serverClockOffsetMs;

  web.on("connect", async (request: IncomingMessage, socket: Socket, head: Buffer) => {
    socket.on("error", () => socket.destroy());
    const visit = visits.get(request.socket);
    if (visit === undefined) return void socket.destroy();
    const at = clockOf(visit);
    const target = proxyTarget({ method: "CONNECT", path: request.url ?? "" });
    if (target === undefined) return sendRaw(socket, proxyAnswer.badRequest(at));
    const refusal = proxyRefusal(visit.proxy, target, at);
    if (refusal) return sendRaw(socket, refusal);
    const onward = await reach(visit.world, target.host, target.port);
    if (onward === undefined) return sendRaw(socket, proxyAnswer.unavailable(at));
    socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
    if (head.length > 0) onward.write(head);
    pipeline(socket, onward, socket, () => {
      socket.destroy();
      onward.destroy();
    });
  });

  web.on("request", async (request, response) => {
    const visit = visits.get(request.socket);
    if (visit === undefined) return void request.socket.destroy();
    const at = clockOf(visit);
    const path = request.url ?? "";
    if (path.startsWith("/") && visit.pac !== undefined)
      return send(response, pacAnswer(visit.pac));
    const target = proxyTarget({ method: "GET", path });
    if (target === undefined) return send(response, proxyAnswer.badRequest(at));
    const refusal = proxyRefusal(visit.proxy, target, at);
    if (refusal) return send(response, refusal);
    const onward = await reach(visit.world, target.host, target.port);
    if (onward === undefined) return send(response, proxyAnswer.unavailable(at));
    const { pathname, search, host } = new URL(path);
    onward.write(`${request.method} ${pathname}${search} HTTP/1.1\r\nHost: ${host}\r\n`);
    onward.write("Via: 1.1 lab-proxy\r\nConnection: close\r\n\r\n");
    // The answer passes as it is; the connection ends with it.
    const client = request.socket;
    pipeline(onward, client, () => client.destroy());
  });

  return {
    serve(socket: Socket, visit: Visit): void {
      visits.set(socket, visit);
      web.emit("connection", socket);
    },
  };
}

async function reach(world: World, host: string, port: number): Promise<Socket | undefined> {
  const name = host.toLowerCase();
  const known = Object.hasOwn(world.names, name) ? world.names[name]! : [];
  for (const address of isIPv4(host) ? [host] : known) {
    const socket = await tryConnect(address, port);
    if (socket) return socket;
  }
  return undefined;
}

function tryConnect(address: string, port: number): Promise<Socket | undefined> {
  return new Promise((resolve) => {
    // Its own address: a filter between the PC and the internet does not take it for the PC.
    const localAddress = office.proxy.split(":")[0]!;
    const socket = connect({ host: address, port, localAddress });
    const finish = (result: Socket | undefined) => {
      clearTimeout(limit);
      resolve(result);
    };
    const limit = setTimeout(() => socket.destroy(), connectMs);
    socket.once("connect", () => finish(socket));
    socket.on("error", () => socket.destroy());
    socket.once("close", () => finish(undefined));
  });
}

export function pacAnswer(pac: string) {
  const headers = { "content-type": "application/x-ns-proxy-autoconfig" };
  return { status: 200, headers, body: pac };
}
