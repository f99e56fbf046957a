import type { Failure, TlsFailure } from "../failure.ts";
import type { HttpAnswer, HttpOptions } from "../machine.ts";
import type { World, WorldProxy, WorldService } from "../world.ts";
import { type Peer, peerBehindProxy } from "./peer.ts";
import { proxyAnswer, proxyRefusal, proxyTarget, webAnswer } from "./web.ts";

/** How one HTTP request ends; `tunnel` is who is at the other end from now on. */
export type Served =
  | { ok: true; answer: HttpAnswer; tunnel?: Peer }
  | { ok: false; failure: Exclude<Failure | TlsFailure, "timeout">; code: string }
  | "silent";

export type Session = "none" | "up";
type Request = Pick<HttpOptions, "method" | "path" | "host">;

const reset = { ok: false, failure: "reset", code: "ECONNRESET" } as const;
const closed = { ok: false, failure: "closed", code: "ECONNRESET" } as const;
const notHttp = { ok: false, failure: "other", code: "HPE_INVALID_CONSTANT" } as const;
const certificateRequired = {
  ok: false,
  failure: "client-certificate-required",
  code: "ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED",
} as const;

export function serve(
  world: World,
  peer: Peer,
  session: Session,
  request: Request,
  now: number,
): Served {
  const at = now + world.serverClockOffsetMs;
  if (peer.kind === "agent") {
    const headers = { date: new Date(now).toUTCString(), "content-type": "text/plain" };
    return { ok: true, answer: { status: 200, headers, body: peer.agent.answer } };
  }
  if (peer.kind === "proxy") return viaProxy(world, peer.proxy, request, at);
  return fromService(peer.service, session, request, at);
}

function fromService(
  service: WorldService,
  session: Session,
  request: Request,
  at: number,
): Served {
  switch (service.behaviour) {
    case "silent":
    case "http-silent":
      return "silent";
    case "reset":
    case "accept-then-reset":
    case "http-reset":
      return reset;
    case "fin":
      return closed;
    case "garbage":
      return notHttp;
    default:
  }
  if (service.protocol === "ldap") return closed;
  if (service.protocol === "tcp") return "silent";
  const wantsTls = service.protocol === "https" && service.behaviour !== "plain-http";
  if (wantsTls && session === "none") return closed;
  if (wantsTls && service.tls === "client-certificate-1.3") return certificateRequired;
  return { ok: true, answer: webAnswer(service.behaviour, request, at) };
}

function viaProxy(world: World, proxy: WorldProxy, request: Request, at: number): Served {
  const target = proxyTarget(request);
  if (target === undefined) return { ok: true, answer: proxyAnswer.badRequest(at) };
  const refusal = proxyRefusal(proxy, target, at);
  if (refusal) return { ok: true, answer: refusal };
  const peer = peerBehindProxy(world, target.host, target.port);
  if (peer?.kind !== "service") return { ok: true, answer: proxyAnswer.unavailable(at) };
  if (target.connect) return { ok: true, answer: proxyAnswer.connected(), tunnel: peer };
  const served = fromService(peer.service, "none", request, at);
  if (served === "silent" || served.ok) return served;
  return { ok: true, answer: proxyAnswer.unavailable(at) };
}
