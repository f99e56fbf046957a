import { lookup, Resolver } from "node:dns/promises";
import { readFileSync } from "node:fs";
import { get } from "node:http";
import { connect } from "node:net";
import { networkInterfaces } from "node:os";
import { connect as connectTls, getCACertificates, type TLSSocket } from "node:tls";
import { serveRequests } from "../../src/lab/real/serve-requests.ts";

/**
 * Plain sockets of Node on the client, with nothing of Jochi in between: what an ordinary program
 * would see. Runs as a worker of the lab.
 */
export type Question =
  | { ask: "tcp"; address: string; port: number; send?: string; limitMs?: number }
  | { ask: "ports"; address: string; first: number; count: number; step?: 0; limitMs?: number }
  | { ask: "tls"; address: string; port: number; servername: string; limitMs?: number }
  | { ask: "http"; url: string; limitMs?: number }
  | { ask: "dns"; server: string; name: string; limitMs?: number }
  | { ask: "lookup"; name: string }
  | { ask: "pc" };

export interface Seen {
  /** `ok`, an error code, or `timeout`; `.read` where the error came while reading. */
  code: string;
  ms: number;
  bytes?: string;
  status?: number;
  headers?: Record<string, unknown>;
  addresses?: string[];
  authorized?: boolean;
  verify?: string;
  issuer?: string;
  protocol?: string | null;
  pc?: Record<string, unknown>;
  /** Code → how many connections ended with it. */
  counts?: Record<string, number>;
}

const defaultMs = 500;
/** An answer of a busy machine comes late, and one test alone waits for silence. */
const dnsMs = 3_000;

async function observe(question: Question): Promise<Seen> {
  const start = performance.now();
  const seen = await look(question).catch((error) => ({ code: codeOf(error) }));
  return { ms: performance.now() - start, ...seen };
}

function codeOf(error: NodeJS.ErrnoException): string {
  return error.syscall === "read" ? `${error.code}.read` : (error.code ?? error.message);
}

async function look(question: Question): Promise<Omit<Seen, "ms">> {
  switch (question.ask) {
    case "tcp":
      return tcp(question);
    case "ports":
      return ports(question);
    case "tls":
      return tls(question);
    case "http":
      return http(question.url, question.limitMs);
    case "dns": {
      const resolver = new Resolver({ timeout: question.limitMs ?? dnsMs, tries: 1 });
      resolver.setServers([question.server]);
      return { code: "ok", addresses: await resolver.resolve4(question.name) };
    }
    case "lookup": {
      const found = await lookup(question.name, { all: true, family: 4 });
      return { code: "ok", addresses: found.map(({ address }) => address) };
    }
    case "pc":
      return { code: "ok", pc: pc() };
  }
}

function pc() {
  const { env } = process;
  return {
    env,
    interfaces: Object.keys(networkInterfaces()),
    resolvConf: readFileSync("/etc/resolv.conf", "utf8"),
    roots: getCACertificates("system").length,
    facts: env.JOCHI_LAB_PC_FACTS && JSON.parse(readFileSync(env.JOCHI_LAB_PC_FACTS, "utf8")),
  };
}

function tcp(question: Extract<Question, { ask: "tcp" }>): Promise<Omit<Seen, "ms">> {
  const { address, port, send, limitMs = defaultMs } = question;
  return new Promise((resolve, reject) => {
    const socket = connect({ host: address, port });
    let connected = false;
    const finish = (seen: Omit<Seen, "ms">) => {
      clearTimeout(limit);
      socket.destroy();
      resolve(seen);
    };
    const limit = setTimeout(() => finish({ code: connected ? "silent" : "timeout" }), limitMs);
    socket.on("error", reject);
    socket.on("connect", () => {
      connected = true;
      if (send === undefined) finish({ code: "ok" });
      else socket.write(Buffer.from(send, "hex"));
    });
    socket.on("data", (bytes) => finish({ code: "ok", bytes: bytes.toString("hex") }));
    socket.on("end", () => finish({ code: "end" }));
  });
}

/** Many connections at the same time, each to the next port or all to one. */
async function ports(question: Extract<Question, { ask: "ports" }>) {
  const { address, first, count, step = 1, limitMs } = question;
  const each = Array.from({ length: count }, (_, at) =>
    observe({ ask: "tcp", address, port: first + at * step, ...(limitMs && { limitMs }) }),
  );
  const counts: Record<string, number> = {};
  for (const { code } of await Promise.all(each)) counts[code] = (counts[code] ?? 0) + 1;
  return { code: "ok", counts };
}

function tls(question: Extract<Question, { ask: "tls" }>): Promise<Omit<Seen, "ms">> {
  const { address, port, servername, limitMs = defaultMs } = question;
  const ca = readFileSync(process.env.JOCHI_PUBLIC_CA ?? "", "utf8");
  return new Promise((resolve, reject) => {
    const socket: TLSSocket = connectTls({
      host: address,
      port,
      servername,
      ca: [ca, ...getCACertificates("system")],
    });
    const limit = setTimeout(() => {
      socket.destroy();
      resolve({ code: "timeout" });
    }, limitMs);
    socket.on("error", (error) => {
      clearTimeout(limit);
      reject(error);
    });
    socket.on("secureConnect", () => {
      clearTimeout(limit);
      const issuer = String(socket.getPeerCertificate().issuer?.CN);
      resolve({ code: "ok", issuer, protocol: socket.getProtocol() });
      socket.destroy();
    });
  });
}

function http(url: string, limitMs = defaultMs): Promise<Omit<Seen, "ms">> {
  return new Promise((resolve, reject) => {
    const request = get(url, { agent: false }, (response) => {
      let bytes = "";
      response.setEncoding("utf8").on("data", (text) => {
        bytes += text;
      });
      response.on("end", () => {
        clearTimeout(limit);
        resolve({ code: "ok", status: response.statusCode ?? 0, headers: response.headers, bytes });
      });
    });
    const limit = setTimeout(() => {
      request.destroy(Object.assign(new Error(), { code: "timeout" }));
    }, limitMs);
    request.on("error", (error) => {
      clearTimeout(limit);
      reject(error);
    });
  });
}

serveRequests((value) => observe(value as Question));
