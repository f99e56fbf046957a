import type { Socket } from "node:net";
import { TLSSocket } from "node:tls";
import { ldapAnswer } from "../../machine/memory/ldap-bytes.ts";
import { office } from "../../machine/memory/place.ts";
import { alertBytes, alerts, readClientHello } from "../../machine/memory/tls-bytes.ts";
import { webAnswer } from "../../machine/memory/web.ts";
import type { World, WorldService } from "../../machine/world.ts";
import { paymentAnswer } from "../payment/answer.ts";
import type { Credentials } from "./credentials.ts";
import { firstBytes } from "./first-bytes.ts";
import { formOf, handOver, send, webServer } from "./web.ts";

const banner = "SSH-2.0-OpenSSH_9.6\r\n";
/** A middlebox that cuts a connection does not wait for a client that says nothing. */
const impatienceMs = 100;

interface Visit {
  service: WorldService;
  world: World;
  clock: number;
  /** The TCP connection underneath, which alone can be reset. */
  raw: Socket;
}

/** Everything that a service of a world does with a connection it has accepted. */
export function createServices(credentials: Credentials) {
  const visits = new WeakMap<Socket, Visit>();
  const web = webServer();
  web.on("request", async (request, response) => {
    const visit = visits.get(request.socket);
    if (visit === undefined) return void request.socket.destroy();
    const { service, clock, raw, world } = visit;
    if (service.behaviour === "http-silent") return;
    if (service.behaviour === "http-reset") return void raw.resetAndDestroy();
    if (service.behaviour === "normal") {
      const fields = await formOf(request);
      if (fields === undefined) return void request.socket.destroy();
      const path = (request.url ?? "/").split("?")[0]!;
      const own = paymentAnswer(world, { host: request.headers.host ?? "", path, fields });
      if (own) return send(response, own);
    }
    const method = request.method === "HEAD" ? "HEAD" : "GET";
    send(
      response,
      webAnswer(service.behaviour, { method, host: request.headers.host ?? "" }, clock),
    );
  });

  const overTls = (visit: Visit, servername: string) => {
    const { service, raw, clock } = visit;
    const asks = service.tls.startsWith("client-certificate");
    const socket = new TLSSocket(raw, {
      isServer: true,
      secureContext: credentials.contextFor(service, servername, clock),
      requestCert: asks,
      rejectUnauthorized: asks,
      ALPNProtocols: ["http/1.1"],
    });
    visits.set(socket, visit);
    socket.on("error", () => socket.destroy());
    socket.once("secure", () => web.emit("connection", socket));
  };

  return {
    async serve(socket: Socket, service: WorldService, world: World): Promise<void> {
      const clock = Date.now() + world.serverClockOffsetMs;
      const visit: Visit = { service, world, clock, raw: socket };
      if (service.protocol === "tcp" && cutsOff(socket, service)) return;
      const first = await firstBytes(socket);
      if (first === undefined || socket.destroyed) return void socket.destroy();
      const hello = readClientHello(first);
      const filter = hello && filterFor(world, socket, hello.servername);
      if (filter === "reset") return void socket.resetAndDestroy();
      if (filter === "drop") return void socket.resume();
      if (misbehaves(socket, service)) return;

      if (service.protocol === "tcp") return void socket.resume();
      if (service.protocol === "ldap") return serveLdap(socket, first);
      if (service.protocol === "http" || service.behaviour === "plain-http") {
        visits.set(socket, visit);
        return handOver(web, socket, first);
      }
      if (hello === undefined) return void socket.end();
      if (service.tls === "alert") return void socket.end(alertBytes(alerts.internalError));
      socket.unshift(first);
      overTls(visit, hello.servername);
    },
  };
}

/** A filter stands between the PC and the internet: what a proxy fetches does not pass it. */
function filterFor(world: World, socket: Socket, servername: string) {
  if (socket.remoteAddress !== office.pc) return undefined;
  const asked = servername.toLowerCase();
  return world.firewall.sni.find(({ name }) => name.toLowerCase() === asked)?.action;
}

function misbehaves(socket: Socket, { behaviour }: WorldService): boolean {
  if (behaviour === "silent") socket.resume();
  else if (behaviour === "reset") socket.resetAndDestroy();
  else if (behaviour === "fin") socket.end();
  else if (behaviour === "garbage") socket.resume().write(banner);
  else return false;
  return true;
}

/** On a port where the client need not speak first, the cut comes without its word. */
function cutsOff(socket: Socket, service: WorldService): boolean {
  if (service.behaviour !== "reset" && service.behaviour !== "fin") return false;
  const cut = () => {
    clearTimeout(impatience);
    if (!socket.destroyed) misbehaves(socket, service);
  };
  const impatience = setTimeout(cut, impatienceMs);
  socket.once("data", cut);
  return true;
}

function serveLdap(socket: Socket, first: Buffer): void {
  const say = (request: Buffer) => {
    const bytes = ldapAnswer(request);
    if (bytes) socket.write(bytes);
    else socket.end();
  };
  socket.on("data", say);
  say(first);
  socket.resume();
}
