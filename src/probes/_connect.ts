import type { z } from "zod";
import type { TcpFact } from "../evidence/outcome.ts";
import type { Connection, ConnectOutcome } from "../machine/machine.ts";
import type { Hands } from "./probe.ts";

type Tcp = z.infer<typeof TcpFact>;

export interface Connected {
  tcp: Tcp;
  connection?: Connection;
  /** The connection came about and was gone before anything could be sent on it. */
  cut?: "reset" | "closed";
}

/** How often the waiting is reconsidered, ms: another port of the address may have answered. */
const reconsiderMs = 50;
const leastMs = 0.01;

/**
 * Connects with several staggered requests instead of one long wait, so that a lost packet is not
 * taken for a firewall. The first answer of any kind decides; the other requests are abandoned.
 */
export async function connectPatiently(
  { machine, pace, signal }: Hands,
  address: string,
  port: number,
): Promise<Connected> {
  const begun = machine.elapsed();
  const since = () => machine.elapsed() - begun;
  const abandon = new AbortController();
  const stop = AbortSignal.any([abandon.signal, signal]);
  const race = createRace(stop);
  let attempts = 0;

  while (!race.winner && !signal.aborted) {
    // One reading of the clock a turn: two would let the moment of a request slip between them.
    const now = since();
    const next = pace.attemptsAtMs()[attempts] ?? Number.POSITIVE_INFINITY;
    const silentAt = pace.silentAfterMs(address);
    if (now >= next) {
      attempts += 1;
      race.enter(machine.connect(address, port, { timeoutMs: 8_000, signal: stop }));
    } else if (now >= silentAt) {
      break;
    } else {
      // The least step: less than a clock can tell would be waited for without an end.
      const untilMs = Math.max(leastMs, Math.min(next - now, silentAt - now, reconsiderMs));
      await Promise.race([race.over, machine.sleep(untilMs, stop)]);
    }
  }
  abandon.abort();
  race.close();

  const { winner } = race;
  const ms = since();
  if (!winner) return { tcp: { outcome: "timeout", attempts, ms } };
  if (winner.ok) {
    pace.answered(address, winner.ms);
    return { tcp: { outcome: "ok", attempts, ms: winner.ms }, connection: winner.connection };
  }
  if (winner.failure === "refused") pace.answered(address);
  if (winner.failure === "reset" || winner.failure === "closed") {
    pace.answered(address);
    return { tcp: { outcome: "ok", attempts, ms }, cut: winner.failure };
  }
  const code = winner.code === undefined ? {} : { code: winner.code };
  // Its own time and not everybody's: a device that rejects answers the request it got at once.
  return { tcp: { outcome: winner.failure, ...code, attempts, ms: winner.ms } };
}

/** Keeps the first real answer and closes whatever comes after it. */
function createRace(abandoned: AbortSignal) {
  let settle: () => void = () => {};
  let closed = false;
  const race = {
    winner: undefined as ConnectOutcome | undefined,
    over: new Promise<void>((resolve) => {
      settle = resolve;
    }),
    enter(attempt: Promise<ConnectOutcome>) {
      attempt.then((outcome) => {
        // What we gave up ourselves is no answer of anybody's.
        const answer = outcome.ok || (outcome.failure !== "timeout" && !abandoned.aborted);
        if (!answer) return;
        if (race.winner || closed) {
          if (outcome.ok) outcome.connection.close();
          return;
        }
        race.winner = outcome;
        settle();
      });
    },
    close() {
      closed = true;
    },
  };
  return race;
}
