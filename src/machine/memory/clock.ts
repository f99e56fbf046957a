/**
 * Time that passes only when nobody has anything left to do. Between two timers every promise chain
 * runs to its end, as it would on a real event loop; then the clock jumps to the next timer.
 */
export interface VirtualClock {
  /** Milliseconds since the clock was made. */
  elapsed(): number;
  /** Runs `wake` after `ms`; the answer cancels it. Of one instant, the first set comes first. */
  after(ms: number, wake: () => void): () => void;
  /** Ends after `ms`, or at once when the signal fires; `false` where the signal ended it. */
  wait(ms: number, signal?: AbortSignal): Promise<boolean>;
  /**
   * Real milliseconds to allow work outside this clock (a script engine that is being loaded)
   * before a jump of more than a second is made past it.
   */
  setPatience(realMs: number): void;
}

interface Timer {
  due: number;
  order: number;
  wake: (() => void) | undefined;
}

/** A longer jump than this may overtake work that is not on this clock. */
const longJumpMs = 1_000;

export function createClock(): VirtualClock {
  const timers = createQueue();
  let now = 0;
  let order = 0;
  let patienceMs = 0;
  let scheduled = false;

  const schedule = () => {
    if (scheduled || timers.first() === undefined) return;
    scheduled = true;
    setImmediate(turn);
  };

  const turn = () => {
    scheduled = false;
    const next = timers.first();
    if (next === undefined) return;
    if (patienceMs > 0 && next.due - now > longJumpMs) return void bePatient(next);
    fire();
  };

  /** Jumps unless something nearer than `next` turns up while really waiting. */
  const bePatient = (next: Timer) => {
    scheduled = true;
    const until = performance.now() + patienceMs;
    const look = () => {
      if (timers.first() === next && performance.now() < until) return void setTimeout(look, 1);
      scheduled = false;
      if (timers.first() === next) fire();
      else schedule();
    };
    look();
  };

  /** One timer a turn: what it sets off runs before the next one, even of the same instant. */
  const fire = () => {
    const timer = timers.take();
    if (timer === undefined) return;
    now = Math.max(now, timer.due);
    const wake = timer.wake;
    timer.wake = undefined;
    schedule();
    wake?.();
  };

  const clock: VirtualClock = {
    elapsed: () => now,
    setPatience: (realMs) => {
      patienceMs = realMs;
    },
    after(ms, wake) {
      const timer: Timer = { due: now + Math.max(0, ms || 0), order: order++, wake };
      timers.add(timer);
      schedule();
      return () => {
        timer.wake = undefined;
      };
    },
    wait: (ms, signal) => waitOn(clock, ms, signal),
  };
  return clock;
}

function waitOn(clock: VirtualClock, ms: number, signal?: AbortSignal): Promise<boolean> {
  if (signal?.aborted) return Promise.resolve(false);
  return new Promise((resolve) => {
    const abort = () => {
      cancel();
      resolve(false);
    };
    const cancel = clock.after(ms, () => {
      signal?.removeEventListener("abort", abort);
      resolve(true);
    });
    signal?.addEventListener("abort", abort, { once: true });
  });
}

/** A binary heap by due time, then by order of setting. Cancelled timers are skipped. */
function createQueue() {
  const heap: Timer[] = [];
  const before = (a: number, b: number) => {
    const [left, right] = [heap[a]!, heap[b]!];
    return left.due < right.due || (left.due === right.due && left.order < right.order);
  };
  const swap = (a: number, b: number) => {
    const held = heap[a]!;
    heap[a] = heap[b]!;
    heap[b] = held;
  };
  const pop = (): Timer | undefined => {
    const top = heap[0];
    const last = heap.pop();
    if (top === undefined || last === undefined || heap.length === 0) return top;
    heap[0] = last;
    for (let at = 0; ; ) {
      let least = at;
      for (const child of [2 * at + 1, 2 * at + 2]) {
        if (child < heap.length && before(child, least)) least = child;
      }
      if (least === at) return top;
      swap(at, least);
      at = least;
    }
  };
  const first = (): Timer | undefined => {
    while (heap.length > 0 && heap[0]!.wake === undefined) pop();
    return heap[0];
  };
  return {
    add(timer: Timer) {
      heap.push(timer);
      for (let at = heap.length - 1; at > 0; ) {
        const parent = (at - 1) >> 1;
        if (!before(at, parent)) break;
        swap(at, parent);
        at = parent;
      }
    },
    first,
    take: () => (first() === undefined ? undefined : pop()),
  };
}
