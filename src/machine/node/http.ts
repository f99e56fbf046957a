import type { ClientRequest, IncomingMessage } from "node:http";
import { isIPv6, type Socket } from "node:net";
import type { Failure, TlsFailure } from "../failure.ts";
import type { HttpAnswer, HttpOptions, HttpOutcome } from "../machine.ts";
import { streamFailure } from "./codes.ts";
import { exchange } from "./exchange.ts";
import { answerOf, Beginning, overlook } from "./http-answer.ts";
import { remaining, within } from "./within.ts";

const nothing = new Uint8Array();
const mostHeaderBytes = 32_768;
/** How long the page that comes with a refused CONNECT is waited for. */
const refusalPageMs = 500;

export interface HttpResult {
  outcome: HttpOutcome;
  /** Why the body is not whole, where the answer's beginning came and its end did not. */
  cut: Failure | undefined;
  /** CONNECT was granted: the socket now leads to the other end. */
  tunnel: boolean;
}

export interface HttpTarget {
  socket: Socket;
  /** For the Host header, where it is not the scheme's own port. */
  port: number;
  secure: boolean;
}

export function httpRequest(target: HttpTarget, options: HttpOptions): Promise<HttpResult> {
  // As a module, node:http also loads its lazy WebSocket exports, which costs 30 ms.
  const { request } = process.getBuiltinModule("node:http");
  const startedAt = performance.now();
  const ms = () => performance.now() - startedAt;
  const failed = (failure: Failure | TlsFailure, code?: string): HttpResult => ({
    outcome: { ok: false, failure, ...(code ? { code } : {}), ms: ms() },
    cut: undefined,
    tunnel: false,
  });
  const kept = (answer: HttpAnswer, cut?: Failure): HttpResult => ({
    outcome: { ok: true, ...answer, ms: ms() },
    cut,
    tunnel: false,
  });
  const answered = (response: IncomingMessage, body: Uint8Array, cut?: Failure) =>
    kept(answerOf(response, body), cut);
  /** Once the head of an answer is there, a body that does not end is no failure any more. */
  let partial: ((cut: Failure) => HttpResult) | undefined;
  return within<HttpResult>(
    options,
    () => partial?.("timeout") ?? failed("timeout"),
    (settle) => {
      const fail = (error: unknown) => {
        const { failure, code } = streamFailure(error);
        settle(failed(failure, code));
      };
      const outgoing = send(request, target, options, fail);
      const start = new Beginning(mostHeaderBytes);
      const keep = (chunk: Buffer) => void start.takes(chunk);
      const body = new Beginning(options.maxBytes);
      outgoing?.on("socket", (socket) => socket.on("data", keep));
      const onError = (error: unknown) => {
        // The beginning of a page is enough to recognise it.
        if (partial && body.length > 0) return settle(partial("closed"));
        const { method, maxBytes } = options;
        // What leads through a tunnel needs a parser that knows where the head ends.
        if (partial || method === "CONNECT") return fail(error);
        const seen = overlook(error, start.bytes(), method === "HEAD" ? 0 : maxBytes);
        if (!seen) return fail(error);
        settle(kept(seen.answer, seen.whole ? undefined : "closed"));
      };
      outgoing?.on("error", onError);
      outgoing?.on("response", (response) => {
        target.socket.off("data", keep);
        partial = (cut) => answered(response, body.bytes(), cut);
        response.on("data", (chunk: Buffer) => {
          if (body.takes(chunk)) return;
          settle(answered(response, body.bytes(), "too-large"));
          response.destroy();
        });
        response.on("end", () => settle(answered(response, body.bytes())));
        response.on("error", onError);
      });
      outgoing?.on("connect", async (response, socket, head) => {
        if (response.statusCode === 200) {
          if (head.length > 0) socket.unshift(head);
          return settle({ ...answered(response, nothing), tunnel: true });
        }
        const limits = { ...options, timeoutMs: remaining(options.timeoutMs, startedAt) };
        settle(answered(response, await refusalPage(target.socket, head, response, limits)));
      });
      outgoing?.end();
      return () => {
        target.socket.off("data", keep);
        outgoing?.off("error", onError).on("error", () => {});
      };
    },
  );
}

/** Undefined where no HTTP request can carry the path or host; the guide's schema refuses those. */
function send(
  request: typeof import("node:http").request,
  target: HttpTarget,
  options: HttpOptions,
  fail: (error: unknown) => void,
): ClientRequest | undefined {
  try {
    return request({
      createConnection: () => target.socket,
      method: options.method,
      path: options.path,
      headers: headersFor(target, options),
      setHost: false,
      maxHeaderSize: mostHeaderBytes,
      // Line ends without CR and odd bytes in a header: every browser copes. What strictness is for
      // does not apply, as one answer is read in part and never passed on or followed by another.
      insecureHTTPParser: true,
    });
  } catch (error) {
    fail(error);
    return undefined;
  }
}

function headersFor(target: HttpTarget, options: HttpOptions): Record<string, string> {
  if (options.method === "CONNECT") return { Host: options.path, "User-Agent": "Jochi" };
  // Through a proxy the whole address is asked for, and its host is meant, not the proxy.
  const whole = URL.canParse(options.path) ? new URL(options.path).host : undefined;
  if (whole !== undefined) return plainHeaders(whole);
  const usual = target.port === (target.secure ? 443 : 80);
  const name = isIPv6(options.host) ? `[${options.host}]` : options.host;
  const hasPort = /:\d+$/.test(name);
  return plainHeaders(usual || hasPort ? name : `${name}:${target.port}`);
}

function plainHeaders(host: string): Record<string, string> {
  return { Host: host, "User-Agent": "Jochi", Accept: "*/*", Connection: "close" };
}

/** The page a proxy sends with its refusal; Node hands over a CONNECT's socket unparsed. */
async function refusalPage(
  socket: Socket,
  head: Buffer,
  response: IncomingMessage,
  limits: { timeoutMs: number; maxBytes: number },
): Promise<Uint8Array> {
  const announced = Number(response.headers["content-length"] ?? Number.NaN);
  const wanted = Math.min(limits.maxBytes, Number.isNaN(announced) ? limits.maxBytes : announced);
  if (head.length >= wanted) return head.subarray(0, wanted);
  const rest = await exchange(socket, nothing, {
    timeoutMs: Math.min(refusalPageMs, limits.timeoutMs),
    maxBytes: wanted - head.length,
    enough: () => false,
  });
  return Buffer.concat([head, rest.ok ? rest.bytes : nothing]);
}
