import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Session } from "../portal/wire.ts";
import { answerBytes, answerJson, answerRefusal } from "./answer.ts";
import { readBody } from "./body.ts";
import { watchConnections } from "./connections.ts";
import type { Desk } from "./desk.ts";
import { type Passed, passGate } from "./gate.ts";
import { watchIdle } from "./idle.ts";
import { limits } from "./limits.ts";
import { keepOpen } from "./open-pages.ts";
import type { Page } from "./page.ts";
import { createRate } from "./rate.ts";
import { Refusal, refuse, troubleOf } from "./refusal.ts";
import { createSessions } from "./session.ts";

export interface ServerOptions {
  desk: Desk;
  page: Page;
  /** 0: a free one. */
  port: number;
  /** With no request and no open page for so long, it ends. */
  idleMs: number;
  /** How long a request may take to arrive, where it is not as `limits` says. */
  patience?: Patience | undefined;
  /** Told when somebody comes with a code that is not, or no longer, the right one. */
  onStaleCode?(): void;
}

export interface Patience {
  headersMs: number;
  requestMs: number;
  checkEveryMs: number;
}

export interface LocalServer {
  readonly port: number;
  /** The address with a code that has not been used yet. It is worth a session: whoever has it is in. */
  address(): string;
  /** Resolves when nobody needed it any more, or after `close`. */
  readonly ended: Promise<"idle" | "closed">;
  close(): void;
}

/** Serves the page and its calls to this PC alone. Throws where the port cannot be had. */
export async function serve(options: ServerOptions): Promise<LocalServer> {
  const { desk, page } = options;
  const sessions = createSessions();
  const known = createRate(limits.known);
  const pages = keepOpen();
  const patience: Patience = options.patience ?? limits;
  const server = createServer({
    maxHeaderSize: limits.headerBytes,
    headersTimeout: patience.headersMs,
    requestTimeout: patience.requestMs,
    keepAliveTimeout: limits.keepAliveMs,
    connectionsCheckingInterval: patience.checkEveryMs,
    insecureHTTPParser: false,
    noDelay: true,
  });
  server.maxRequestsPerSocket = limits.requestsPerConnection;
  const connections = watchConnections(server);
  let port = 0;
  let over: (how: "idle" | "closed") => void = () => {};
  const ended = new Promise<"idle" | "closed">((resolve) => {
    over = resolve;
  });
  const close = (how: "idle" | "closed") => {
    idle.stop();
    server.close();
    connections.closeAll();
    over(how);
  };
  const idle = watchIdle(options.idleMs, () => {
    // A treatment whose page went away still has to be brought to its end.
    if (desk.busy) return false;
    close("idle");
    return true;
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const passed = passGate(request, port);
    const isKnown = hasToken(request);
    // The right code is let in below whatever else is asked on its connection.
    const isPatient = isKnown || connections.mayAsk(request.socket);
    if (passed.method === "POST" && passed.path === "/api/session")
      return openSession(request, response, isPatient);
    if (!isPatient) throw tooMany();
    if (passed.method !== "POST") {
      if (passed.path === "/") return givePage(passed, response);
      if (passed.path === "/favicon.ico") return answerBytes(response, 204, "image/x-icon", "");
    }
    const name = `${passed.method} ${passed.path}`;
    const { calls } = await loadCalls();
    const call = Object.hasOwn(calls, name) ? calls[name] : undefined;
    if (!isKnown) throw refuse("no-session");
    connections.trust(request.socket);
    if (!known.take()) throw tooMany();
    const leave = idle.enter();
    response.on("close", leave);
    if (name === "GET /api/open") return pages.open(response);
    if (call === undefined) throw new Refusal(404, "bad-request", "path");
    return call({ desk, request, response, query: passed.query });
  }

  function givePage({ query }: Passed, response: ServerResponse): void {
    if (query.size > 0) throw new Refusal(404, "bad-request", "path");
    answerBytes(response, 200, "text/html; charset=utf-8", page.html, {
      "Content-Security-Policy": page.contentSecurityPolicy,
    });
  }

  async function openSession(
    request: IncomingMessage,
    response: ServerResponse,
    isPatient: boolean,
  ): Promise<void> {
    const { asked, asks } = await loadCalls();
    const { once } = asked(asks.session, await readBody(request));
    const token = sessions.exchange(once);
    if (token === undefined) {
      if (!isPatient) throw tooMany();
      options.onStaleCode?.();
      throw refuse("code-used");
    }
    connections.trust(request.socket);
    idle.touch();
    const session: Session = { token };
    answerJson(response, 200, session);
  }

  function hasToken({ headers }: IncomingMessage): boolean {
    const found = /^Bearer ([A-Za-z0-9_-]{1,100})$/.exec(headers.authorization ?? "");
    return found !== null && sessions.knows(found[1]!);
  }

  const receive = (request: IncomingMessage, response: ServerResponse) => {
    response.on("error", () => response.destroy());
    answer(request, response).catch((error) => answerRefusal(response, troubleOf(error)));
  };
  const refuseExpectation = (_: IncomingMessage, response: ServerResponse) =>
    answerRefusal(response, new Refusal(417, "bad-request", "expect"));
  server.on("request", receive);
  server.on("checkContinue", refuseExpectation);
  server.on("checkExpectation", refuseExpectation);
  server.on("connect", (_, socket) => socket.destroy());
  server.on("upgrade", (_, socket) => socket.destroy());
  server.on("clientError", (error: NodeJS.ErrnoException, socket) => {
    if (!socket.writable || error.code === "ECONNRESET") return void socket.destroy();
    socket.end(`HTTP/1.1 ${statusFor(error.code)}\r\nConnection: close\r\n\r\n`);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen({ host: "127.0.0.1", port: options.port, exclusive: true }, resolve);
  }).catch((error) => {
    idle.stop();
    throw error;
  });
  port = (server.address() as AddressInfo).port;
  setImmediate(() => void loadCalls());
  return {
    port,
    address: () => `http://127.0.0.1:${port}/#once=${sessions.code()}`,
    ended,
    close: () => close("closed"),
  };
}

/** Loaded after the port is open: a browser needs longer to start than this takes. */
const loadCalls = async () => ({
  ...(await import("./calls.ts")),
  ...(await import("./asks.ts")),
});

const tooMany = () => new Refusal(429, "busy", "rate");

/** What the parser would not take, by its code. */
function statusFor(code: string | undefined): string {
  if (code === "HPE_HEADER_OVERFLOW") return "431 Request Header Fields Too Large";
  if (code === "ERR_HTTP_REQUEST_TIMEOUT") return "408 Request Timeout";
  return "400 Bad Request";
}
