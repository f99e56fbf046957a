import { fileURLToPath } from "node:url";
import { type Lab, labSupport, startLab } from "../../src/lab/real/lab.ts";
import type { World } from "../../src/machine/world.ts";
import type { Question, Seen } from "./_observer.ts";
import { plainWorld } from "./_world.ts";

const support = labSupport();
/** For `{ skip }`: false, or the one line that says what is missing. */
export const skip = "missing" in support ? support.missing : false;

export interface Bench {
  lab: Lab;
  ask(question: Question): Promise<Seen>;
  /** Breaks a plain world, makes it real and asks. */
  askIn(change: (world: World) => void, question: Question): Promise<Seen>;
  set(change: (world: World) => void): Promise<void>;
}

/** One lab and one observer for the tests of a file. */
export async function openBench(): Promise<Bench> {
  const lab = await startLab(plainWorld());
  const worker = lab.worker(fileURLToPath(new URL("_observer.ts", import.meta.url)));
  const set = (change: (world: World) => void) => {
    const world = plainWorld();
    change(world);
    return lab.set(world);
  };
  const ask = async (question: Question) => (await worker.request(question)) as Seen;
  return {
    lab,
    set,
    ask,
    async askIn(change, question) {
      await set(change);
      return ask(question);
    },
  };
}
