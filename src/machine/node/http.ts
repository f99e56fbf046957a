import type { ClientRequest, IncomingMessage } from "node:http";
import { isIPv6, type Socket } from "node:net";
import type { Failure, TlsFailure } from "../failure.ts";
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
  const answered = (response: IncomingMessage, body: string, cut?: Failure): HttpResult => ({
    outcome: { ...answer(response, body), ms: ms() },
    cut,
    tunnel: false,
  });
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
      outgoing?.on("error", fail);
      outgoing?.on("response", (response) => {
        const body = new Beginning(options.maxBytes);
        partial = (cut) => answered(response, body.text(), cut);
        response.on("data", (chunk: Buffer) => {
          if (body.takes(chunk)) return;
          settle(answered(response, body.text(), "too-large"));
          response.destroy();
        });
        response.on("end", () => settle(answered(response, body.text())));
        response.on("error", (error) =>
          // The beginning of a page is enough to recognise it.
          body.length > 0 ? settle(answered(response, body.text(), "closed")) : fail(error),
        );
      });
      outgoing?.on("connect", async (response, socket, head) => {
        if (response.statusCode === 200) {
          if (head.length > 0) socket.unshift(head);
          return settle({ ...answered(response, ""), tunnel: true });
        }
        const timeoutMs = Math.min(refusalPageMs, remaining(options.timeoutMs, startedAt));
        const page = { timeoutMs, maxBytes: options.maxBytes };
        settle(answered(response, await refusalPage(socket as Socket, head, response, page)));
      });
      outgoing?.end();
      return () => outgoing?.off("error", fail).on("error", () => {});
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
      insecureHTTPParser: false,
    });
  } catch (error) {
    fail(error);
    return undefined;
  }
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

/** The first bytes of a body, and no more of them than was asked for. */
class Beginning {
  length = 0;
  readonly #chunks: Buffer[] = [];
  readonly #maxBytes: number;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  /** False where the body goes on beyond the limit. */
  takes(chunk: Buffer): boolean {
    const kept = chunk.subarray(0, this.#maxBytes - this.length);
    this.#chunks.push(kept);
    this.length += kept.length;
    return kept.length === chunk.length;
  }

  text(): string {
    return Buffer.concat(this.#chunks).toString("utf8");
  }
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
