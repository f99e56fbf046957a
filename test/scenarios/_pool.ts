import { join } from "node:path";
import type { diagnose } from "../../src/doctor/diagnose.ts";
import type { DiagnoseRequest } from "../../src/lab/diagnose-worker.ts";
import { type Lab, startLab, type Worker } from "../../src/lab/real/lab.ts";
import type { World } from "../../src/machine/world.ts";

const workerScript = join(import.meta.dirname, "../../src/lab/diagnose-worker.ts");

type Outcome = Awaited<ReturnType<typeof diagnose>>;

/** A few labs that real scenarios take turns in. */
export interface Pool {
  /** Diagnoses one world on real sockets, in the first lab that is free. */
  diagnose(world: World, request: DiagnoseRequest): Promise<Outcome>;
  close(): Promise<void>;
}

export async function startPool(size: number, world: World): Promise<Pool> {
  const labs = await Promise.all(Array.from({ length: size }, () => startLab(world)));
  const free = labs.map((lab) => ({ lab, worker: lab.worker(workerScript) }));
  const waiting: (() => void)[] = [];

  async function take(): Promise<{ lab: Lab; worker: Worker }> {
    for (;;) {
      const one = free.pop();
      if (one) return one;
      await new Promise<void>((resolve) => waiting.push(resolve));
    }
  }

  return {
    async diagnose(next, request) {
      const one = await take();
      try {
        await one.lab.set(next);
        return (await one.worker.request(request, { timeoutMs: 60_000 })) as Outcome;
      } finally {
        free.push(one);
        waiting.shift()?.();
      }
    },
    async close() {
      await Promise.all(labs.map((lab) => lab.close()));
    },
  };
}
