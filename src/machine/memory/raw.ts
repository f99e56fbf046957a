import type { World, WorldService } from "../world.ts";
import { ldapAnswer } from "./ldap-bytes.ts";
import { isCut, nameFilter, type Peer } from "./peer.ts";
import { alertBytes, alerts, readClientHello, serverFlight } from "./tls-bytes.ts";
import { webAnswer } from "./web.ts";

/** What comes back for raw bytes, and whether the connection ends after it. */
export type RawAnswer = { bytes: Uint8Array; ends: boolean } | "silent" | "reset";

/** The largest answer that a narrow way lets through. */
const narrowBytes = 1_200;
const nothing = new Uint8Array();
const closes: RawAnswer = { bytes: nothing, ends: true };
const banner = Buffer.from("SSH-2.0-OpenSSH_9.6\r\n");

export function rawAnswer(world: World, peer: Peer, request: Uint8Array, now: number): RawAnswer {
  const hello = readClientHello(request);
  if (peer.kind !== "service") {
    const agentAlert = { bytes: alertBytes(alerts.handshakeFailure), ends: true };
    return hello && peer.kind === "agent" ? agentAlert : badRequest();
  }
  const filter = hello && nameFilter(world, peer, hello.servername);
  if (filter) return filter === "drop" ? "silent" : "reset";

  const { service } = peer;
  if (service.behaviour === "silent") return "silent";
  if (isCut(service)) return "reset";
  if (service.behaviour === "fin") return closes;
  if (service.behaviour === "garbage") return { bytes: banner, ends: false };
  const answer = spoken(service, request, now + world.serverClockOffsetMs);
  if (answer === "silent" || answer === "reset" || !peer.narrow) return answer;
  return answer.bytes.length > narrowBytes ? "silent" : answer;
}

/** An answer in the language of the port. */
function spoken(service: WorldService, request: Uint8Array, at: number): RawAnswer {
  if (service.protocol === "tcp") return "silent";
  if (service.protocol === "ldap") {
    const bytes = ldapAnswer(request);
    return bytes ? { bytes, ends: false } : closes;
  }
  const plain = service.protocol === "http" || service.behaviour === "plain-http";
  return plain ? spokenHttp(service, request, at) : spokenTls(service, request);
}

function spokenTls(service: WorldService, request: Uint8Array): RawAnswer {
  const hello = readClientHello(request);
  if (hello === undefined) return closes;
  const fatal = (alert: number) => ({ bytes: alertBytes(alert), ends: true });
  if (service.tls === "1.0") return fatal(alerts.protocolVersion);
  if (service.tls === "alert") return fatal(alerts.internalError);
  if (hello.version === undefined) return fatal(alerts.handshakeFailure);
  const asks = service.tls.startsWith("client-certificate");
  return { bytes: serverFlight(hello.version, asks), ends: false };
}

function spokenHttp(service: WorldService, request: Uint8Array, at: number): RawAnswer {
  const text = Buffer.from(request).toString("latin1");
  const method = /^(GET|HEAD) /.exec(text)?.[1];
  if (method === undefined) return badRequest();
  if (service.behaviour === "http-silent") return "silent";
  if (service.behaviour === "http-reset") return "reset";
  const host = /\r\nhost: *(\S+)/i.exec(text)?.[1] ?? "";
  const { status, headers, body } = webAnswer(service.behaviour, { method: "GET", host }, at);
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const bytes = Buffer.from(`HTTP/1.1 ${status} \r\n${lines.join("")}\r\n${body}`);
  return { bytes, ends: false };
}

function badRequest(): RawAnswer {
  const bytes = Buffer.from("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n");
  return { bytes, ends: true };
}
