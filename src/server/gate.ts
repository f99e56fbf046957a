import type { IncomingMessage } from "node:http";
import { limits } from "./limits.ts";
import { Refusal } from "./refusal.ts";

/** What of a request the gate looks at. */
export type Head = Pick<
  IncomingMessage,
  "method" | "url" | "httpVersion" | "headers" | "rawHeaders"
>;

/** Where a request leads once it may pass. */
export interface Passed {
  method: "GET" | "HEAD" | "POST";
  path: string;
  query: URLSearchParams;
}

/** Header lines that must not stand in a request twice: the second might be believed elsewhere. */
const single = new Set([
  "host",
  "origin",
  "authorization",
  "content-length",
  "content-type",
  "transfer-encoding",
  "sec-fetch-site",
  "sec-fetch-mode",
  "sec-fetch-dest",
]);

/**
 * Whether a request may be looked at at all: it must name this server as its host (a page of
 * another name that was bent to 127.0.0.1 does not), must come from the server's own page, and must
 * be plain. Throws a Refusal.
 */
export function passGate(head: Head, port: number): Passed {
  const { method, url = "", httpVersion, headers } = head;
  if (httpVersion !== "1.1") throw bad(505, "version");
  refuseTwice(head.rawHeaders);
  const host = headers.host ?? "";
  if (host !== `127.0.0.1:${port}` && host !== `localhost:${port}`) throw bad(421, "host");
  if (method !== "GET" && method !== "HEAD" && method !== "POST") throw bad(405, "method");
  if (url.length > limits.urlChars) throw bad(414, "address");
  const place = /^(\/[a-z0-9./_-]*)(?:\?([A-Za-z0-9.@=&_%-]*))?$/.exec(url);
  if (!place) throw bad(400, "address");
  const [, path = "/", query = ""] = place;
  checkOrigin(head, method, path, host);
  if (method === "POST") checkPost(headers, bodyBytesOf(path));
  else if (headers["transfer-encoding"] ?? (headers["content-length"] ?? "0") !== "0")
    throw bad(400, "body");
  return { method, path, query: new URLSearchParams(query) };
}

const bad = (status: number, detail: string) => new Refusal(status, "bad-request", detail);

function refuseTwice(raw: readonly string[]): void {
  const seen = new Set<string>();
  for (let at = 0; at < raw.length; at += 2) {
    const name = raw[at]!.toLowerCase();
    if (single.has(name) && seen.has(name)) throw bad(400, name);
    seen.add(name);
  }
}

/**
 * The page itself may be opened from anywhere a person clicks; it holds nothing that is secret.
 * Everything else is asked by that page alone.
 */
function checkOrigin({ headers }: Head, method: string, path: string, host: string): void {
  const { origin } = headers;
  const own = `http://${host}`;
  if (method === "POST" ? origin !== own : origin !== undefined && origin !== own)
    throw bad(403, "origin");
  const site = headers["sec-fetch-site"];
  if (site === undefined || site === "same-origin") return;
  const opens =
    headers["sec-fetch-mode"] === "navigate" && headers["sec-fetch-dest"] === "document";
  if (path === "/" && method === "GET" && (site === "none" || opens)) return;
  // A browser asks for the little picture of a page by itself.
  if (path === "/favicon.ico" && site === "none") return;
  throw bad(403, "sec-fetch-site");
}

/** A form of another site cannot send this type; asking for it first is refused as a method. */
function checkPost(headers: Head["headers"], bytesMost: number): void {
  if (!/^application\/json(?:; ?charset=utf-8)?$/i.test(headers["content-type"] ?? ""))
    throw bad(415, "content-type");
  if (headers["content-encoding"] !== undefined) throw bad(415, "content-encoding");
  const length = headers["content-length"];
  if (headers["transfer-encoding"] !== undefined) {
    if (headers["transfer-encoding"] !== "chunked" || length !== undefined)
      throw bad(400, "transfer-encoding");
  } else if (length === undefined) throw bad(411, "content-length");
  if (length !== undefined && Number(length) > bytesMost) throw new Refusal(413, "too-large");
}

/** How long the body of a call may be. Only who has a token has it read. */
function bodyBytesOf(path: string): number {
  return path === "/api/way-out" ? limits.evidenceBytes : limits.bodyBytes;
}
