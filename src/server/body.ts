import type { IncomingMessage } from "node:http";
import { readJson } from "../evidence/read-json.ts";
import { EvidenceError } from "../evidence/trouble.ts";
import { limits } from "./limits.ts";
import { refuse } from "./refusal.ts";

/**
 * A request's body as JSON of limited size, depth and length, without keys that would reach an
 * object's prototype. Throws a Refusal.
 */
export async function readBody(request: IncomingMessage): Promise<unknown> {
  const text = await readText(request, limits.bodyBytes);
  try {
    return readJson(text);
  } catch (error) {
    if (error instanceof EvidenceError) throw refuse("bad-request", error.place);
    throw error;
  }
}

/** A request's body as text in UTF-8, of at most so many bytes. Throws a Refusal. */
export function readText(request: IncomingMessage, bytesMost: number): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  return new Promise((resolve, reject) => {
    // Whoever has left by now is not told of again.
    if (request.destroyed) return reject(refuse("stopped"));
    request.on("data", (part: Buffer) => {
      size += part.length;
      if (size > bytesMost) {
        request.pause();
        request.removeAllListeners("data");
        parts.length = 0;
        reject(refuse("too-large"));
      } else parts.push(part);
    });
    request.on("end", () => {
      try {
        resolve(new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(parts)));
      } catch {
        reject(refuse("bad-request", "utf-8"));
      }
    });
    request.on("error", () => reject(refuse("stopped")));
    request.on("close", () => reject(refuse("stopped")));
  });
}
