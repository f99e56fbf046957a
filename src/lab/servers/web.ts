import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import type { Duplex } from "node:stream";
import type { HttpAnswer } from "../../machine/machine.ts";

const idleMs = 30_000;
/** Far more than any form of a payment. */
const mostFormBytes = 64 * 1024;

/** An HTTP server that does not listen: connections are handed to it by whoever accepted them. */
export function webServer(): Server {
  const server = createServer({ keepAliveTimeout: idleMs, requestTimeout: idleMs });
  server.on("clientError", (_error, socket) => {
    const bytes = "HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n";
    if (socket.writable) socket.end(bytes);
    else socket.destroy();
  });
  return server;
}

/** Hands over a connection whose first bytes were read already; these are read again. */
export function handOver(server: Server, socket: Socket, first: Buffer): void {
  socket.unshift(first);
  server.emit("connection", socket);
  // It was paused after the first bytes, and an HTTP server expects one that flows.
  process.nextTick(() => socket.resume());
}

/** The Date is the server's own clock, which need not be this machine's. */
export function send(response: ServerResponse, answer: HttpAnswer): void {
  response.sendDate = false;
  response.writeHead(answer.status, {
    ...answer.headers,
    "content-length": Buffer.byteLength(answer.body),
  });
  response.end(answer.body);
}

/** The same on a bare connection, where a CONNECT was refused. */
export function sendRaw(socket: Duplex, answer: HttpAnswer): void {
  const lines = Object.entries(answer.headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const length = `content-length: ${Buffer.byteLength(answer.body)}\r\n`;
  socket.end(`HTTP/1.1 ${answer.status} \r\n${lines.join("")}${length}\r\n${answer.body}`);
}

/** The fields of a form that was posted; none where nothing was, `undefined` where it was cut off. */
export async function formOf(
  request: IncomingMessage,
): Promise<Record<string, string> | undefined> {
  if (request.method !== "POST") return {};
  const parts: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const part of request) {
      bytes += (part as Buffer).length;
      if (bytes > mostFormBytes) return undefined;
      parts.push(part as Buffer);
    }
  } catch {
    return undefined;
  }
  return Object.fromEntries(new URLSearchParams(Buffer.concat(parts).toString()));
}
