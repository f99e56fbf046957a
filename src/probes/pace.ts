/**
 * How long to wait for an answer. Round-trip times of addresses that answer shorten the wait for
 * those that do not; addresses that are known to live are given up sooner than those that may be
 * dead, because only the latter still owe an ICMP message.
 */
export interface Pace {
  /**
   * Something came back from an address. `ms` where a connection was opened: a refusal may come
   * from a firewall near by and says nothing about the way.
   */
  answered(address: string, ms?: number): void;
  /** A connection made while little else was going on: a better measure than any before. */
  measured(ms: number): void;
  /** Whether anything at all has come back from this address. */
  alive(address: string): boolean;
  /** Typical round trip, ms; a cautious guess until something has answered. */
  roundTripMs(): number;
  /** When to send each connection request, ms after the first. */
  attemptsAtMs(): readonly number[];
  /** When silence is taken for silence: ms after the first request. */
  silentAfterMs(address: string): number;
  /** When an address that has not answered on any port is asked on one that no row names, ms. */
  controlAfterMs(): number;
  /** How long a server may take for one answer on an open connection, ms. */
  answerWithinMs(): number;
}

const unknownRoundTripMs = 250;

/**
 * A router looks for a dead neighbour for three seconds (three ARP requests, one second apart)
 * before it says host unreachable; then one more round trip.
 */
const deadHostMs = 3_150;

/** At most this is added for the way there and back, so that a dead network ends in time. */
const waitForIcmpMs = 200;

/** Other addresses may be further away than the one that was measured. */
const quietFactor = 3;
const leastTypicalMs = 5;

/** A server that has not answered by then gets one more, longer chance and no third. */
const longestAnswerMs = 1_500;

/** Requests in units of the round trip: four, because one in fifty packets may be lost. */
const attemptUnits = [0, 1, 2.25, 3.75] as const;

export function createPace(): Pace {
  /** Address → shortest time in which it answered, ms; 0 where it only refused. */
  const alive = new Map<string, number>();
  const samples: number[] = [];
  let typicalMs = unknownRoundTripMs;
  let isMeasured = false;

  const unitMs = () => Math.min(Math.max(typicalMs * 2, 120), 400);

  const fastMs = () => {
    const last = attemptUnits[attemptUnits.length - 1] as number;
    return last * unitMs() + Math.max(3 * typicalMs, 200);
  };

  return {
    answered(address, ms) {
      alive.set(address, Math.min(ms ?? 0, alive.get(address) ?? Number.POSITIVE_INFINITY));
      if (ms === undefined || samples.length >= 64) return;
      samples.push(ms);
      samples.sort((a, b) => a - b);
      if (isMeasured) return;
      // The lower quartile: a busy PC makes answers look late, and nothing makes them look early.
      typicalMs = samples[Math.floor((samples.length - 1) / 4)] ?? unknownRoundTripMs;
    },
    measured(ms) {
      isMeasured = true;
      typicalMs = Math.min(typicalMs, Math.max(ms * quietFactor, leastTypicalMs));
    },
    alive: (address) => alive.has(address),
    roundTripMs: () => typicalMs,
    attemptsAtMs: () => attemptUnits.map((unit) => unit * unitMs()),
    silentAfterMs: (address) =>
      alive.has(address)
        ? Math.max(fastMs(), 3 * (alive.get(address) ?? 0))
        : Math.max(fastMs(), deadHostMs + Math.min(2 * typicalMs, waitForIcmpMs)),
    controlAfterMs: () => fastMs() * 0.6,
    answerWithinMs: () => Math.min(700 + 10 * typicalMs, longestAnswerMs),
  };
}
