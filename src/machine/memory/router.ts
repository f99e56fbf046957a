import type { VirtualClock } from "./clock.ts";

/** Linux's net.ipv4.icmp_ratelimit: one message a second for each receiver, */
const messageMs = 1_000;
/** of which six may be saved up (XRLIM_BURST_FACTOR). */
const mostSaved = 6;
/** A request sent again after a second finds a message saved, whatever sums of floats say. */
const roundingMs = 0.001;
/** Three unanswered ARP requests, one second apart, before a router gives a host up. */
const arpMs = 3_060;

/** The router between the PC and everything else, in what it says by ICMP. */
export interface Router {
  /** Turns one packet away now; whether the PC is told. */
  turnsAway(): boolean;
  /**
   * Keeps one packet for a host that is dead. `tell` is called, by `settle`, where the PC is told
   * that the host was given up; the answer is the time at which that is decided.
   */
  keep(address: string, tell: () => void): number;
  /** Decides about every packet whose time has come. */
  settle(): void;
  /** Messages sent to the PC so far. */
  messages(): number;
}

interface Kept {
  due: number;
  tells: (() => void)[];
}

/**
 * Sets no timer of its own: what nobody waits for must not make the clock jump. Whatever was due
 * meanwhile is made up for, in its order, before the next message.
 */
export function createRouter(clock: VirtualClock): Router {
  /** By the address that is being looked for. */
  const kept = new Map<string, Kept>();
  let savedMs = mostSaved * messageMs;
  let countedAt = 0;
  let messages = 0;

  const mayTell = (at: number) => {
    savedMs = Math.min(mostSaved * messageMs, savedMs + at - countedAt);
    countedAt = at;
    if (savedMs < messageMs - roundingMs) return false;
    savedMs = Math.max(0, savedMs - messageMs);
    messages += 1;
    return true;
  };

  const settle = () => {
    const now = clock.elapsed();
    const over = [...kept].filter(([, { due }]) => due <= now);
    for (const [address, { due, tells }] of over.sort(([, a], [, b]) => a.due - b.due)) {
      kept.delete(address);
      // Each packet that was kept costs a message, also those of one and the same attempt.
      for (const tell of tells) if (mayTell(due)) tell();
    }
  };

  return {
    settle,
    turnsAway() {
      settle();
      return mayTell(clock.elapsed());
    },
    keep(address, tell) {
      settle();
      const sought = kept.get(address) ?? { due: clock.elapsed() + arpMs, tells: [] };
      kept.set(address, sought);
      sought.tells.push(tell);
      return sought.due;
    },
    messages() {
      settle();
      return messages;
    },
  };
}
