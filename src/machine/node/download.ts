import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import type { IncomingMessage } from "node:http";
import { pipeline } from "node:stream/promises";
import { networkGuard } from "../guard.ts";

export interface DownloadOptions {
  env: NodeJS.ProcessEnv;
  /** The largest file that is taken, bytes. */
  maxBytes: number;
  signal: AbortSignal;
  /** Authorities in PEM to believe in place of Node's own. */
  ca?: string | undefined;
}

/** Why a file was not downloaded. */
export const downloadFailures = [
  "not-https",
  /** JOCHI_NETWORK=none. */
  "guarded",
  /** It leads to another server, which nobody was asked about. */
  "redirected",
  "status",
  "too-large",
  "timeout",
  "failed",
] as const;
export type DownloadFailure = (typeof downloadFailures)[number];

export type Downloaded =
  | { ok: true; bytes: number }
  | { ok: false; failure: DownloadFailure; code?: string };

/** Redirects within one server that are followed. */
const redirectsMost = 3;
const idleMs = 30_000;
const wholeMs = 30 * 60_000;

/**
 * Downloads one file to a path that is free, from exactly the server of the address. It is the one
 * thing that leaves for the Internet on somebody's word; nothing is kept of a download that failed.
 */
export async function download(
  url: string,
  path: string,
  options: DownloadOptions,
): Promise<Downloaded> {
  const whole = AbortSignal.any([options.signal, AbortSignal.timeout(wholeMs)]);
  const first = new URL(url);
  let at = first;
  for (let hop = 0; hop <= redirectsMost; hop += 1) {
    if (at.protocol !== "https:") return { ok: false, failure: "not-https" };
    if (at.host !== first.host) return { ok: false, failure: "redirected", code: at.host };
    const host = at.hostname.replace(/^\[|\]$/g, "");
    if (!networkGuard(options.env).allowsName(host)) return { ok: false, failure: "guarded" };
    const next = await attempt(at, path, options, whole);
    if (!(next instanceof URL)) return next;
    at = next;
  }
  return { ok: false, failure: "redirected" };
}

async function attempt(
  url: URL,
  path: string,
  options: DownloadOptions,
  whole: AbortSignal,
): Promise<Downloaded | URL> {
  try {
    const response = await answerOf(url, options, whole);
    const { statusCode = 0, headers } = response;
    if (statusCode >= 300 && statusCode < 400 && headers.location !== undefined) {
      response.destroy();
      return URL.canParse(headers.location, url.href)
        ? new URL(headers.location, url)
        : { ok: false, failure: "redirected" };
    }
    if (statusCode !== 200) {
      response.destroy();
      return { ok: false, failure: "status", code: String(statusCode) };
    }
    return await keep(response, path, options.maxBytes, whole);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const late = error instanceof Error && ["AbortError", "TimeoutError"].includes(error.name);
    return { ok: false, failure: late ? "timeout" : "failed", ...(code && { code }) };
  }
}

function answerOf(
  url: URL,
  { ca }: DownloadOptions,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const { request } = process.getBuiltinModule("node:https");
  return new Promise((resolve, reject) => {
    const asking = request(url, { signal, agent: false, ...(ca !== undefined && { ca }) }, resolve);
    asking.setTimeout(idleMs, () => asking.destroy(new DOMException("idle", "TimeoutError")));
    asking.on("error", reject).end();
  });
}

async function keep(
  response: IncomingMessage,
  path: string,
  maxBytes: number,
  signal: AbortSignal,
): Promise<Downloaded> {
  let bytes = 0;
  const counted = async function* (from: AsyncIterable<Uint8Array>) {
    for await (const piece of from) {
      bytes += piece.length;
      if (bytes > maxBytes) throw new TooLarge();
      yield piece;
    }
  };
  try {
    await pipeline(response, counted, createWriteStream(path, { flags: "wx" }), { signal });
    return { ok: true, bytes };
  } catch (error) {
    await rm(path, { force: true });
    if (error instanceof TooLarge) return { ok: false, failure: "too-large" };
    throw error;
  }
}

class TooLarge extends Error {}
