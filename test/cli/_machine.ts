// What stands in for the Linux machine in processes that were started with _other-machine.ts.
import { loadGuide } from "../../src/guide/load.ts";
import { aim, applyFaults } from "../../src/lab/faults/apply.ts";
import { worldOf } from "../../src/lab/world-of.ts";
import type { Machine } from "../../src/machine/machine.ts";
import { memoryMachine } from "../../src/machine/memory.ts";

/** `stuck`, or faults of the plain-data world with commas between them. */
const named = process.env.JOCHI_TEST_MACHINE ?? "";

export function linuxMachine(): Machine {
  if (named === "stuck") return stuck();
  const guide = loadGuide("bankpay-transfer@2018.11");
  const healthy = worldOf(guide);
  const faults = named.split(",").filter((name) => name !== "");
  const aimed = faults.map((name) => aim(name, healthy, guide));
  return memoryMachine(applyFaults(healthy, guide, aimed));
}

/** Its settings can be read, but no question to it is ever answered, and it hears no signal. */
function stuck(): Machine {
  const machine = memoryMachine(worldOf(loadGuide("bankpay-transfer@2018.11")));
  const never = () => new Promise<never>(() => setInterval(() => {}, 1_000));
  return {
    ...machine,
    platform: "linux",
    now: Date.now,
    elapsed: () => performance.now(),
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, ms);
        signal?.addEventListener("abort", () => {
          clearTimeout(timer);
          resolve();
        });
      }),
    resolve: never,
    lookup: never,
    connect: never,
  };
}
