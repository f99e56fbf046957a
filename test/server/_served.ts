import { request as httpRequest, type IncomingHttpHeaders } from "node:http";
import { connect, type Socket } from "node:net";
import { loadGuide } from "../../src/guide/load.ts";
import { createDesk, type Desk } from "../../src/server/desk.ts";
import { type Page, pageOf } from "../../src/server/page.ts";
import { createGuides, type Guides } from "../../src/server/practice/guides.ts";
import { memoryLab } from "../../src/server/practice/memory-lab.ts";
import type { Practice } from "../../src/server/practice/practice.ts";
import { type LocalServer, type ServerOptions, serve } from "../../src/server/server.ts";

export const testPage = pageOf(
  "<!doctype html><title>test</title><style>p{color:red}</style><p>test</p><script>1</script>",
);
export const guideName = "bankpay-transfer@2018.11";

export interface Served {
  server: LocalServer;
  desk: Desk;
  port: number;
  /** Of a session that was opened for the test. */
  token: string;
  stale: number;
  close(): Promise<void>;
}

export interface ServedOptions {
  practice?: Practice;
  guides?: Guides;
  page?: Page;
  /** False: nobody has asked for anything yet. */
  session?: boolean;
  idleMs?: number;
  patience?: ServerOptions["patience"];
}

/** A server over the in-memory network, or over a practice of the test's own. */
export async function served(options: ServedOptions = {}): Promise<Served> {
  const guides = options.guides ?? createGuides(guideName, true);
  const practice = options.practice ?? memoryLab(loadGuide(guideName), guides);
  const desk = createDesk({ practice, guides, lang: "ko" });
  const one: Served = {
    desk,
    port: 0,
    token: "",
    stale: 0,
    server: undefined as unknown as LocalServer,
    async close() {
      one.server.close();
      await desk.settled();
      await practice.close();
    },
  };
  one.server = await serve({
    desk,
    page: options.page ?? testPage,
    port: 0,
    idleMs: options.idleMs ?? 60_000,
    patience: options.patience,
    onStaleCode: () => {
      one.stale += 1;
    },
  });
  one.port = one.server.port;
  if (options.session !== false) one.token = await open(one);
  return one;
}

export const codeOf = ({ server }: Served): string =>
  new URLSearchParams(new URL(server.address()).hash.slice(1)).get("once")!;

async function open(one: Served): Promise<string> {
  const { json } = await call(one, "POST", "/api/session", { once: codeOf(one) }, { token: "" });
  return (json as { token: string }).token;
}

export interface Answered {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
  json: unknown;
}

export interface CallOptions {
  token?: string;
  headers?: Record<string, string | string[]>;
  signal?: AbortSignal;
  onText?(text: string): void;
}

/** A call as the page makes it, in every header line; `undefined` takes a line away. */
export function call(
  { port, token }: Pick<Served, "port" | "token">,
  method: string,
  path: string,
  body?: unknown,
  options: CallOptions = {},
): Promise<Answered> {
  const known = options.token ?? token;
  const text = body === undefined ? undefined : JSON.stringify(body);
  const headers = {
    Host: `127.0.0.1:${port}`,
    ...(method === "POST" && { Origin: `http://127.0.0.1:${port}` }),
    ...(known !== "" && { Authorization: `Bearer ${known}` }),
    ...(text !== undefined && {
      "Content-Type": "application/json",
      "Content-Length": String(Buffer.byteLength(text)),
    }),
    ...options.headers,
  };
  return new Promise((resolve, reject) => {
    const asked = httpRequest(
      { host: "127.0.0.1", port, method, path, headers, agent: false, signal: options.signal },
      (response) => {
        let got = "";
        response.setEncoding("utf8").on("data", (part: string) => {
          got += part;
          options.onText?.(part);
        });
        response.on("error", reject);
        response.on("end", () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: got,
            json: jsonOf(got),
          }),
        );
      },
    );
    asked.on("error", reject);
    asked.end(text);
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export const linesOf = (text: string): Record<string, unknown>[] =>
  text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Record<string, unknown>);

/** How long a test waits for a connection to end; a server that keeps it open fails the test. */
const patienceMs = 30_000;

/** Sends bytes as they are and gives back everything until the server ends the connection. */
export function raw(port: number, ...parts: (string | Buffer)[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1");
    let got = "";
    const limit = setTimeout(() => {
      socket.destroy();
      reject(new Error(`the connection stayed open after ${JSON.stringify(got.slice(0, 200))}`));
    }, patienceMs);
    const end = () => {
      clearTimeout(limit);
      resolve(got);
    };
    socket.setEncoding("latin1").on("data", (text: string) => {
      got += text;
    });
    socket.on("error", () => {});
    socket.on("close", end);
    socket.on("connect", () => {
      for (const part of parts) socket.write(part);
    });
  });
}

/** A connection that was made and says nothing. */
export function silent(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => resolve(socket));
    socket.once("error", reject);
  });
}

/** Whether the server still answers those who may ask. */
export async function answers(one: Served): Promise<boolean> {
  const { status, json } = await call(one, "GET", "/api/state");
  return status === 200 && (json as { lang: string }).lang === "ko";
}
