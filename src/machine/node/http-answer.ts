import type { IncomingHttpHeaders } from "node:http";
import { keptHeaders } from "../../evidence/outcome.ts";
import type { HttpAnswer } from "../machine.ts";
import { pageText } from "../page-text.ts";
import { codeOf } from "./codes.ts";

const longestHeader = 1_000;

export interface Head {
  statusCode?: number | undefined;
  headers: IncomingHttpHeaders;
}

/** What is kept of an answer. */
export function answerOf({ statusCode, headers }: Head, body: Uint8Array): HttpAnswer {
  const kept: Record<string, string> = {};
  for (const name of keptHeaders) {
    const value = headers[name];
    if (value === undefined) continue;
    const line = Array.isArray(value) ? value.join(", ") : value;
    // The lenient parser lets control characters through.
    kept[name] = line.replace(/\p{Cc}/gu, " ").slice(0, longestHeader);
  }
  return { status: statusCode ?? 0, headers: kept, body: pageText(body, headers["content-type"]) };
}

/** The first bytes of a body, and no more of them than was asked for. */
export class Beginning {
  length = 0;
  readonly #chunks: Uint8Array[] = [];
  readonly #maxBytes: number;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  /** False where there is more than the limit. */
  takes(chunk: Uint8Array): boolean {
    const kept = chunk.subarray(0, Math.max(0, this.#maxBytes - this.length));
    this.#chunks.push(kept);
    this.length += kept.length;
    return kept.length === chunk.length;
  }

  bytes(): Buffer {
    return Buffer.concat(this.#chunks);
  }
}

/** What even the lenient parser refuses in a head, and every browser overlooks. */
const overlooked = new Set([
  "HPE_INVALID_HEADER_TOKEN",
  "HPE_INVALID_CONTENT_LENGTH",
  "HPE_UNEXPECTED_CONTENT_LENGTH",
  "HPE_INVALID_TRANSFER_ENCODING",
  "HPE_INVALID_VERSION",
  "HPE_INVALID_STATUS",
]);

/**
 * An answer whose head the parser gave up on, read line by line; what is no header is left out.
 * The body is what had come by then: enough to recognise a page, and nothing is passed on.
 */
export function overlook(
  error: unknown,
  before: Uint8Array,
  maxBytes: number,
): { answer: HttpAnswer; whole: boolean } | undefined {
  if (!overlooked.has(codeOf(error))) return undefined;
  // The parser holds the bytes it stumbled over; nobody else has seen them yet.
  const { rawPacket } = error as { rawPacket?: Uint8Array };
  const bytes = Buffer.concat([before, rawPacket ?? new Uint8Array()]);
  const text = bytes.toString("latin1");
  const status = /^(?:\r?\n)*HTTP\/\d\.\d ([1-9]\d\d)(?!\d)/.exec(text)?.[1];
  if (status === undefined) return undefined;
  const end = /\r?\n\r?\n/.exec(text);
  const headers: Record<string, string> = {};
  for (const line of text.slice(0, end?.index).trimStart().split(/\r?\n/).slice(1)) {
    const colon = line.indexOf(":");
    const name = line.slice(0, Math.max(0, colon)).trim().toLowerCase();
    if (name !== "") headers[name] ??= line.slice(colon + 1).trim();
  }
  const came = end ? bytes.subarray(end.index + end[0].length) : new Uint8Array();
  const announced = Number(headers["content-length"] ?? Number.NaN);
  const body = came.subarray(0, maxBytes);
  const answer = answerOf({ statusCode: Number(status), headers }, body);
  return { answer, whole: came.length >= announced && announced <= maxBytes };
}
