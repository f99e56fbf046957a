import { holderOf } from "./address.ts";
import { blockWords } from "./block-page.ts";
import type { Case } from "./case.ts";
import { isVouchedFor } from "./walk.ts";

/** Further off than this, Kerberos and certificates begin to fail. */
const toleratedMs = 300_000;

/** One server alone may be the one that is wrong. */
const witnessesLeast = 2;

export interface ClockResult {
  skewed: boolean;
  /** Positive where the PC's clock is behind the servers', ms. */
  offsetMs: number;
  /** Servers whose own clock was read. */
  servers: number;
  known: boolean;
}

/**
 * The PC's clock against the clocks of servers that have nothing to do with each other. One server
 * with a wrong clock is that server's trouble.
 */
export function judgeClock(the: Case): ClockResult {
  const offsets = new Map<string, number[]>();
  // What a proxy answers to plain http may carry the proxy's own date; a tunnel cannot.
  const tunnelled = the.book.all("proxied-row").filter(({ fact }) => fact.connect !== undefined);
  for (const { with: given, fact, at } of [...the.book.all("row"), ...tunnelled]) {
    const date = fact.http?.ok ? serverTime(fact.http.headers) : Number.NaN;
    // A filter's page carries the filter's clock, whatever name it stands under.
    if (fact.http?.ok && blockWords(fact.http, given.host, isVouchedFor(fact))) continue;
    if (Number.isNaN(date)) continue;
    const holder = holderOf(given.host);
    offsets.set(holder, [...(offsets.get(holder) ?? []), date - (the.startedAt + at)]);
  }
  const perHolder = [...offsets.values()].map(median);
  const offsetMs = perHolder.length === 0 ? 0 : median(perHolder);
  const agree = perHolder.filter((offset) => Math.abs(offset - offsetMs) < toleratedMs).length;
  const skewed =
    Math.abs(offsetMs) > toleratedMs && agree > perHolder.length / 2 && agree >= witnessesLeast;
  return { skewed, offsetMs, servers: perHolder.length, known: perHolder.length > 0 };
}

/** When the answer was sent: a cache hands out old dates and says in `age` how old, in seconds. */
function serverTime({ date, age }: Record<string, string>): number {
  const seconds = Number(age ?? 0);
  return Date.parse(date ?? "") + (Number.isFinite(seconds) ? seconds * 1_000 : 0);
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
