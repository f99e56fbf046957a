import type { ServerResponse } from "node:http";
import type { Failed } from "../portal/wire.ts";
import type { Refusal } from "./refusal.ts";

/** Sent with every answer: nothing is kept, framed, guessed, shared with or loaded from elsewhere. */
export const safeHeaders: Readonly<Record<string, string>> = {
  "Cache-Control": "no-store",
  "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
  "Cross-Origin-Embedder-Policy": "require-corp",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
  "X-DNS-Prefetch-Control": "off",
  "X-Frame-Options": "DENY",
};

export function answerJson(response: ServerResponse, status: number, value: unknown): void {
  answerBytes(response, status, "application/json; charset=utf-8", JSON.stringify(value));
}

/** @param more header lines that take the place of the usual ones */
export function answerBytes(
  response: ServerResponse,
  status: number,
  type: string,
  bytes: string | Uint8Array,
  more: Readonly<Record<string, string>> = {},
): void {
  const size = typeof bytes === "string" ? Buffer.byteLength(bytes) : bytes.byteLength;
  response.writeHead(status, {
    ...safeHeaders,
    ...more,
    "Content-Type": type,
    "Content-Length": size,
  });
  response.end(bytes);
}

/** A refused request may have more to say than was read; its connection is not used again. */
export function answerRefusal(response: ServerResponse, { status, trouble }: Refusal): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.setHeader("Connection", "close");
  const failed: Failed = { error: trouble };
  answerJson(response, status, failed);
}
