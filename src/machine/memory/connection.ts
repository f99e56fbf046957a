import type { Connection, HttpAnswer, HttpOptions } from "../machine.ts";
import { pageText } from "../page-text.ts";
import type { World } from "../world.ts";
import { type Served, type Session, serve } from "./application.ts";
import type { VirtualClock } from "./clock.ts";
import { type Handshake, handshake } from "./handshake.ts";
import type { Way } from "./path.ts";
import type { Peer } from "./peer.ts";
import { rawAnswer } from "./raw.ts";

/** What a simulated connection needs of the machine it belongs to. */
export interface Wire {
  world: World;
  clock: VirtualClock;
  /** The PC's wall clock. */
  now(): number;
  way: Way;
}

const nearMs = 0.3;
/** Packets of one exchange: the request, and an answer of usual size. */
const packets = { handshake: 4, page: 3, small: 2 } as const;

const timedOut = { ok: false, failure: "timeout" } as const;
const closedHere = { ok: false, failure: "closed" } as const;

export function openConnection(wire: Wire, first: Peer, ms: number): Connection {
  const { world, clock, way } = wire;
  const closing = new AbortController();
  let peer = first;
  let session: Session = "none";

  /** Waits for what takes `afterMs`; says how it came out, and how long it took. */
  const within = async (afterMs: number | "never", timeoutMs: number) => {
    const begun = clock.elapsed();
    const inTime = afterMs !== "never" && afterMs < timeoutMs;
    const open = await clock.wait(inTime ? afterMs : timeoutMs, closing.signal);
    return { arrived: open ? inTime : "closed", ms: clock.elapsed() - begun } as const;
  };

  const answerAfter = (answer: Handshake | Served, count: number) => {
    if (answer === "silent") return "never";
    return "near" in answer ? nearMs : way.talkMs(count);
  };

  return {
    ms,
    close: () => closing.abort(),

    async tls({ servername, timeoutMs }) {
      const outcome = handshake(world, peer, servername, wire.now());
      const waited = await within(answerAfter(outcome, packets.handshake), timeoutMs);
      if (waited.arrived === "closed") return { ...closedHere, ms: waited.ms };
      if (!waited.arrived || outcome === "silent") return { ...timedOut, ms: waited.ms };
      if (outcome.ok) {
        session = "up";
        return { ...outcome, ms: waited.ms };
      }
      const { failure, code } = outcome;
      return { ok: false, failure, code, ms: waited.ms };
    },

    async http(options) {
      const served = serve(world, peer, session, options, wire.now());
      const waited = await within(answerAfter(served, packets.page), options.timeoutMs);
      if (waited.arrived === "closed") return { ...closedHere, ms: waited.ms };
      if (!waited.arrived || served === "silent") return { ...timedOut, ms: waited.ms };
      if (!served.ok) return { ...served, ms: waited.ms };
      if (served.tunnel) peer = served.tunnel;
      return { ok: true, ...cut(served.answer, options), ms: waited.ms };
    },

    async exchange(request, { timeoutMs, maxBytes, enough }) {
      const answer = rawAnswer(world, peer, request, wire.now());
      const begun = clock.elapsed();
      const waited = await within(
        answer === "silent" ? "never" : way.talkMs(packets.small),
        timeoutMs,
      );
      if (waited.arrived === "closed") return { ...closedHere, ms: waited.ms };
      if (!waited.arrived || answer === "silent") return { ...timedOut, ms: waited.ms };
      if (answer === "reset") {
        return { ok: false, failure: "reset", code: "ECONNRESET", ms: waited.ms };
      }
      const bytes = Uint8Array.from(answer.bytes.subarray(0, maxBytes));
      const complete = answer.ends || bytes.length >= maxBytes || enough(bytes);
      // Bytes that are not enough are all there is: the wait for more lasts to the limit.
      if (!complete) await within("never", timeoutMs - waited.ms);
      const ms = clock.elapsed() - begun;
      return bytes.length > 0 ? { ok: true, bytes, ms } : { ...closedHere, ms };
    },
  };
}

function cut(answer: HttpAnswer, { method, maxBytes }: HttpOptions): HttpAnswer {
  const body = Buffer.from(method === "HEAD" ? "" : answer.body);
  return { ...answer, body: pageText(body.subarray(0, Math.max(0, maxBytes)), "charset=utf-8") };
}
