import type { Socket } from "node:net";
import type { ExchangeOutcome } from "../machine.ts";
import { socketFailure } from "./codes.ts";
import { within } from "./within.ts";

export interface ExchangeOptions {
  timeoutMs: number;
  maxBytes: number;
  enough(bytes: Uint8Array): boolean;
}

/**
 * Sends bytes and collects the answer. An answer that stops short of `enough` is still an answer:
 * what came before the end or the limit is given back; only silence is a failure.
 */
export function exchange(
  socket: Socket,
  request: Uint8Array,
  options: ExchangeOptions,
): Promise<ExchangeOutcome> {
  const startedAt = performance.now();
  const ms = () => performance.now() - startedAt;
  let bytes = Buffer.alloc(0);
  const soFar = (otherwise: ExchangeOutcome): ExchangeOutcome =>
    bytes.length > 0 ? { ok: true, bytes: new Uint8Array(bytes), ms: ms() } : otherwise;
  return within<ExchangeOutcome>(
    options,
    () => soFar({ ok: false, failure: "timeout", ms: ms() }),
    (settle) => {
      const onData = (chunk: Buffer) => {
        const room = options.maxBytes - bytes.length;
        bytes = Buffer.concat([bytes, chunk.subarray(0, room)]);
        if (bytes.length >= options.maxBytes || options.enough(bytes)) {
          settle({ ok: true, bytes: new Uint8Array(bytes), ms: ms() });
        }
      };
      const onEnd = () => settle(soFar({ ok: false, failure: "closed", ms: ms() }));
      const onError = (error: Error) =>
        settle(soFar({ ok: false, ...socketFailure(error), ms: ms() }));
      socket.on("data", onData).once("end", onEnd).once("close", onEnd).once("error", onError);
      if (request.length > 0) socket.write(request);
      // The one before has paused it, so that nothing that comes between is lost.
      socket.resume();
      return () => {
        socket.pause();
        socket.off("data", onData).off("end", onEnd).off("close", onEnd).off("error", onError);
      };
    },
  );
}
