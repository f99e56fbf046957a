export interface Limits {
  timeoutMs: number;
  signal?: AbortSignal | undefined;
}

/** Timers take 31 bits; anything longer would fire at once. */
const longestMs = 2 ** 31 - 1;

/**
 * Waits for `start` to settle, and no longer than the limit. `start` returns what is to be undone
 * once the outcome is known (listeners, half-open handles); it runs exactly once in every case.
 */
export function within<T>(
  limits: Limits,
  onLimit: (why: "timeout" | "aborted") => T,
  start: (settle: (value: T) => void) => () => void,
): Promise<T> {
  return new Promise((resolve) => {
    const { signal } = limits;
    if (signal?.aborted) return resolve(onLimit("aborted"));
    let settled = false;
    let cleanUp: (() => void) | undefined;
    const settle = (value: T) => {
      if (settled) return;
      settled = true;
      clearTimeout(timer);
      signal?.removeEventListener("abort", abort);
      cleanUp?.();
      resolve(value);
    };
    const abort = () => settle(onLimit("aborted"));
    const timer = setTimeout(
      // After a long computation timers run before the input that came meanwhile is read; that
      // input gets its turn first, or a busy moment would look like a silent server.
      () => setImmediate(() => settled || settle(onLimit("timeout"))),
      Math.min(Math.max(0, limits.timeoutMs), longestMs),
    );
    signal?.addEventListener("abort", abort, { once: true });
    cleanUp = start(settle);
    if (settled) cleanUp();
  });
}

/** What remains of a limit that began at `startedAt` on the monotonic clock. */
export function remaining(timeoutMs: number, startedAt: number): number {
  return Math.max(0, timeoutMs - (performance.now() - startedAt));
}
