import type { ClientRequest, IncomingMessage } from "node:http";
import { isIPv6, type Socket } from "node:net";
import type { HttpOptions, HttpOutcome } from "../machine.ts";
import { streamFailure } from "./codes.ts";
import { exchange } from "./exchange.ts";
import { remaining, within } from "./within.ts";

/** The response headers that say something about the way or the clock; all others are dropped. */
const keptHeaders = [
  "date",
  "server",
  "via",
  "location",
  "content-type",
  "proxy-authenticate",
  "retry-after",
];
const longestHeader = 1_000;
const mostHeaderBytes = 32_768;
/** How long the page that comes with a refused CONNECT is waited for. */
const refusalPageMs = 500;

export interface HttpResult {
  outcome: HttpOutcome;
  /** The body went on beyond the limit. */
  truncated: boolean;
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
  const done = (outcome: HttpOutcome, truncated = false, tunnel = false): HttpResult => ({
    outcome,
    truncated,
    tunnel,
  });
  return within<HttpResult>(
    options,
    () => done({ ok: false, failure: "timeout", ms: ms() }),
    (settle) => {
      const fail = (error: unknown) =>
        settle(done({ ok: false, ...streamFailure(error), ms: ms() }));
      let outgoing: ClientRequest;
      try {
        outgoing = request({
          createConnection: () => target.socket,
          method: options.method,
          path: options.path,
          headers: headersFor(target, options),
          setHost: false,
          maxHeaderSize: mostHeaderBytes,
          insecureHTTPParser: false,
        });
      } catch (error) {
        // A path or host that no HTTP request can carry; the guide's schema should have refused it.
        fail(error);
        return () => {};
      }
      outgoing.on("error", fail);
      outgoing.on("response", async (response) => {
        const body = await readBody(response, options.maxBytes, fail);
        if (body) settle(done({ ...answer(response, body.text), ms: ms() }, body.truncated));
      });
      outgoing.on("connect", async (response, socket, head) => {
        const granted = response.statusCode === 200;
        if (granted && head.length > 0) socket.unshift(head);
        const limitMs = Math.min(refusalPageMs, remaining(options.timeoutMs, startedAt));
        const text = granted
          ? ""
          : await refusalPage(socket as Socket, head, response, { ...options, timeoutMs: limitMs });
        settle(done({ ...answer(response, text), ms: ms() }, false, granted));
      });
      outgoing.end();
      return () => outgoing.off("error", fail).on("error", () => {});
    },
  );
}

function headersFor(target: HttpTarget, options: HttpOptions): Record<string, string> {
  if (options.method === "CONNECT") return { Host: options.path, "User-Agent": "Jochi" };
  const usual = target.port === (target.secure ? 443 : 80);
  const name = isIPv6(options.host) ? `[${options.host}]` : options.host;
  const hasPort = /:\d+$/.test(name);
  return {
    Host: usual || hasPort ? name : `${name}:${target.port}`,
    "User-Agent": "Jochi",
    Accept: "*/*",
    Connection: "close",
  };
}

function answer(response: IncomingMessage, body: string) {
  const headers: Record<string, string> = {};
  for (const name of keptHeaders) {
    const value = response.headers[name];
    if (value === undefined) continue;
    headers[name] = (Array.isArray(value) ? value.join(", ") : value).slice(0, longestHeader);
  }
  return { ok: true as const, status: response.statusCode ?? 0, headers, body };
}

/** Undefined where the answer broke off before anything of its body came. */
function readBody(
  response: IncomingMessage,
  maxBytes: number,
  fail: (error: unknown) => void,
): Promise<{ text: string; truncated: boolean } | undefined> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const finish = (truncated: boolean) =>
      resolve({ text: Buffer.concat(chunks).toString("utf8"), truncated });
    response.on("data", (chunk: Buffer) => {
      const room = maxBytes - length;
      chunks.push(chunk.subarray(0, room));
      length += chunk.length;
      if (length <= maxBytes) return;
      finish(true);
      response.destroy();
    });
    response.on("end", () => finish(false));
    response.on("error", (error) => {
      // The beginning of a page is enough to recognise it.
      if (length > 0) return finish(true);
      fail(error);
      resolve(undefined);
    });
  });
}

/** The page a proxy sends with its refusal; Node hands over a CONNECT's socket unparsed. */
async function refusalPage(
  socket: Socket,
  head: Buffer,
  response: IncomingMessage,
  limits: { timeoutMs: number; maxBytes: number },
): Promise<string> {
  const announced = Number(response.headers["content-length"] ?? Number.NaN);
  const wanted = Math.min(limits.maxBytes, Number.isNaN(announced) ? limits.maxBytes : announced);
  if (head.length >= wanted) return head.subarray(0, wanted).toString("utf8");
  const rest = await exchange(socket, new Uint8Array(), {
    timeoutMs: limits.timeoutMs,
    maxBytes: wanted - head.length,
    enough: () => false,
  });
  return Buffer.concat([head, rest.ok ? rest.bytes : Buffer.alloc(0)]).toString("utf8");
}
