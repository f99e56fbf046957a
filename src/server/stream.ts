import type { ServerResponse } from "node:http";
import { safeHeaders } from "./answer.ts";
import { limits } from "./limits.ts";
import { troubleOf } from "./refusal.ts";

/** An answer that comes line by line while something goes on. */
export interface Stream {
  /** One value, one line. What the page does not read in time ends the stream. */
  write(value: unknown): void;
  /** Aborted when the page went away, reads nothing any more, or the stream has ended. */
  readonly signal: AbortSignal;
  end(): void;
}

/** How much of a stream may wait, and for how long. */
export type StreamLimits = Pick<typeof limits, "streamWaitingBytes" | "streamStallMs">;

/** An application/x-ndjson answer with status 200. It begins with its first line, and not before. */
export function openStream(response: ServerResponse, how: StreamLimits = limits): Stream {
  const gone = new AbortController();
  let stall: NodeJS.Timeout | undefined;
  const read = () => {
    clearTimeout(stall);
    stall = undefined;
  };
  const give = () => {
    read();
    gone.abort();
    response.destroy();
  };
  response.on("drain", read);
  response.on("error", give);
  response.on("close", () => {
    read();
    gone.abort();
  });

  return {
    signal: gone.signal,
    write(value) {
      if (response.writableEnded || response.destroyed) return;
      if (!response.headersSent)
        response.writeHead(200, { ...safeHeaders, "Content-Type": "application/x-ndjson" });
      if (response.write(`${JSON.stringify(value)}\n`)) return;
      if (response.writableLength > how.streamWaitingBytes) give();
      else stall ??= setTimeout(give, how.streamStallMs).unref();
    },
    end() {
      if (!response.writableEnded) response.end();
    },
  };
}

/**
 * Runs what writes a stream, to its end. What it throws before the first line is refused as
 * everywhere; later it is the stream's last line.
 */
export async function streamed(
  response: ServerResponse,
  run: (stream: Stream) => Promise<void>,
): Promise<void> {
  const stream = openStream(response);
  try {
    await run(stream);
  } catch (error) {
    if (!response.headersSent) throw error;
    stream.write({ type: "error", error: troubleOf(error).trouble });
  }
  stream.end();
}
