import net from "node:net";
import type { NetworkGuard } from "../guard.ts";
import type {
  Connection,
  ConnectOutcome,
  ExchangeOutcome,
  HttpOptions,
  HttpOutcome,
  TlsOptions,
  TlsOutcome,
} from "../machine.ts";
import { socketFailure, tlsFailure } from "./codes.ts";
import { type ExchangeOptions, exchange } from "./exchange.ts";
import { type HttpResult, httpRequest } from "./http.ts";
import type { Trust } from "./trust.ts";
import { type Limits, within } from "./within.ts";

export interface Way {
  guard: NetworkGuard;
  trust(): Promise<Trust>;
}

export async function connect(
  way: Way,
  address: string,
  port: number,
  limits: Limits,
): Promise<ConnectOutcome> {
  if (!way.guard.allowsAddress(address)) return { ok: false, failure: "guarded", ms: 0 };
  // A name would start a look-up of its own, outside every limit.
  if (net.isIP(address) === 0) {
    return { ok: false, failure: "other", code: "ERR_INVALID_ADDRESS", ms: 0 };
  }
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    return { ok: false, failure: "other", code: "ERR_SOCKET_BAD_PORT", ms: 0 };
  }
  const startedAt = performance.now();
  const ms = () => performance.now() - startedAt;
  const socket = net.connect({ host: address, port, noDelay: true });
  const outcome = await within<ConnectOutcome>(
    limits,
    (why) =>
      why === "timeout"
        ? { ok: false, failure: "timeout", ms: ms() }
        : { ok: false, failure: "other", code: "ABORT_ERR", ms: ms() },
    (settle) => {
      const onConnect = () => {
        const took = ms();
        settle({ ok: true, connection: new NodeConnection(way, socket, port, took), ms: took });
      };
      const onError = (error: Error) => settle({ ok: false, ...socketFailure(error), ms: ms() });
      socket.once("connect", onConnect).once("error", onError);
      return () => socket.off("connect", onConnect).off("error", onError);
    },
  );
  if (!outcome.ok) {
    socket.on("error", () => {});
    socket.destroy();
  }
  return outcome;
}

class NodeConnection implements Connection {
  readonly ms: number;
  readonly #way: Way;
  #socket: net.Socket;
  #port: number;
  #secure = false;
  /** What went wrong while nobody was waiting for anything. */
  #error: Error | undefined;

  constructor(way: Way, socket: net.Socket, port: number, ms: number) {
    this.#way = way;
    this.#socket = socket;
    this.#port = port;
    this.ms = ms;
    this.#watch(socket);
  }

  async tls(options: TlsOptions): Promise<TlsOutcome> {
    const trust = await this.#way.trust();
    if (this.#isOver()) return { ok: false, ...tlsFailure(this.#reason()), ms: 0 };
    const { handshake } = await import("./handshake.ts");
    const { outcome, socket } = await handshake(this.#socket, trust, options);
    if (socket) {
      this.#socket = socket;
      this.#secure = true;
      this.#watch(socket);
    }
    return outcome;
  }

  async http(options: HttpOptions): Promise<HttpOutcome> {
    return (await this.request(options)).outcome;
  }

  /** As `http`, and also says whether and why the body was cut. */
  async request(options: HttpOptions): Promise<HttpResult> {
    if (this.#isOver()) {
      const outcome: HttpOutcome = { ok: false, ...socketFailure(this.#reason()), ms: 0 };
      return { outcome, cut: undefined, tunnel: false };
    }
    const target = { socket: this.#socket, port: this.#port, secure: this.#secure };
    const result = await httpRequest(target, options);
    if (result.tunnel) {
      this.#port = Number(/:(\d+)$/.exec(options.path)?.[1] ?? this.#port);
      this.#secure = false;
    }
    return result;
  }

  async exchange(request: Uint8Array, options: ExchangeOptions): Promise<ExchangeOutcome> {
    if (this.#isOver()) return { ok: false, ...socketFailure(this.#reason()), ms: 0 };
    return exchange(this.#socket, request, options);
  }

  close(): void {
    this.#socket.destroy();
  }

  /** What the other side sent before it closed can still be read. */
  #isOver(): boolean {
    return this.#socket.destroyed && this.#socket.readableLength === 0;
  }

  #reason(): Error {
    return this.#error ?? Object.assign(new Error("closed"), { code: "ECONNRESET" });
  }

  #watch(socket: net.Socket): void {
    socket.on("error", (error) => {
      this.#error ??= error;
    });
  }
}

export type { NodeConnection };
