/** Milliseconds by the clock, and of all the process's threads. */
export interface Taken {
  wall: number;
  cpu: number;
}

export function taken(work: () => void): Taken {
  const [before, started] = [process.cpuUsage(), performance.now()];
  work();
  const wall = performance.now() - started;
  const { user, system } = process.cpuUsage(before);
  return { wall, cpu: (user + system) / 1_000 };
}
