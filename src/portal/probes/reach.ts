import type { PageReach } from "../../evidence/page-outcome.ts";

/** A server that takes longer is no use to a payer either. */
const answerMs = 5_000;
/** Browsers open six connections to one host at a time; these are different hosts. */
const together = 8;

export interface Target {
  host: string;
  port: number;
}

/** Asks each server for something and looks only at whether an answer ends: nothing of it is read. */
export async function reach(
  page: Window & typeof globalThis,
  targets: readonly Target[],
  signal: AbortSignal,
  onReach: (target: Target, seen: PageReach) => void,
): Promise<void> {
  const waiting = [...targets];
  const work = async () => {
    for (let next = waiting.shift(); next && !signal.aborted; next = waiting.shift()) {
      const seen = await reachOne(page, next, signal);
      // Given up before it could be known is not looked at.
      if (seen.answer === "answered" || !signal.aborted) onReach(next, seen);
    }
  };
  await Promise.all(Array.from({ length: together }, work));
}

async function reachOne(
  page: Window & typeof globalThis,
  { host, port }: Target,
  signal: AbortSignal,
): Promise<PageReach> {
  const stop = new page.AbortController();
  let late = false;
  const timer = page.setTimeout(() => {
    late = true;
    stop.abort();
  }, answerMs);
  const leave = () => stop.abort();
  signal.addEventListener("abort", leave, { once: true });
  const begun = page.performance.now();
  const seen = (answer: PageReach["answer"]): PageReach => ({
    answer,
    ms: Math.round(page.performance.now() - begun),
  });
  try {
    await page.fetch(`https://${host}:${port}/`, {
      mode: "no-cors",
      credentials: "omit",
      cache: "no-store",
      referrerPolicy: "no-referrer",
      signal: stop.signal,
    });
    return seen("answered");
  } catch {
    return seen(late ? "timeout" : "failed");
  } finally {
    page.clearTimeout(timer);
    signal.removeEventListener("abort", leave);
  }
}
