/** Knows when nobody has wanted anything for so long that the server may end. */
export interface Idle {
  /** Somebody asked for something. */
  touch(): void;
  /** From now until the answer is called, somebody is there. */
  enter(): () => void;
  stop(): void;
}

/** @param quiet called when nobody was there for `idleMs`, and again after as long while it says no */
export function watchIdle(idleMs: number, quiet: () => boolean): Idle {
  let inside = 0;
  let timer: NodeJS.Timeout | undefined;
  let over = false;
  const touch = () => {
    clearTimeout(timer);
    if (over || inside > 0) return;
    timer = setTimeout(() => {
      if (quiet()) over = true;
      else touch();
    }, idleMs);
  };
  touch();
  return {
    touch,
    enter() {
      inside += 1;
      clearTimeout(timer);
      let left = false;
      return () => {
        if (left) return;
        left = true;
        inside -= 1;
        touch();
      };
    },
    stop() {
      over = true;
      clearTimeout(timer);
    },
  };
}
