/** Lets so many through at once, and then so many each second. */
export interface Rate {
  take(): boolean;
}

export function createRate(
  { burst, perSecond }: { burst: number; perSecond: number },
  elapsed: () => number = () => performance.now(),
): Rate {
  let left = burst;
  let at = elapsed();
  return {
    take() {
      const now = elapsed();
      left = Math.min(burst, left + ((now - at) / 1_000) * perSecond);
      at = now;
      if (left < 1) return false;
      left -= 1;
      return true;
    },
  };
}
