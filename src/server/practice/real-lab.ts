import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Guide } from "../../guide/guide.ts";
import type { PaymentChange } from "../../lab/payment/with-payment.ts";
import { type Lab, LabError, labSupport, startLab } from "../../lab/real/lab.ts";
import { withDoneByHand } from "../../lab/windows/by-hand.ts";
import { systemOf } from "../../lab/windows/system-of.ts";
import { worldNow } from "../../lab/windows/world-now.ts";
import { memorySystem } from "../../machine/memory/system.ts";
import type { SystemWorld } from "../../machine/memory/system-world.ts";
import type { World } from "../../machine/world.ts";
import { breakable } from "./broken.ts";
import type { DemoPractice } from "./practice.ts";
import { createShop } from "./shop.ts";
import { type Inside, startInside } from "./talk-inside.ts";

/** The simulated network made of namespaces, and what can be looked at in it. */
export interface RealLab extends DemoPractice {
  readonly lab: Lab;
  /** As it is now, with what was done to the PC. */
  world(): World;
}

/**
 * The simulated network made of namespaces, with the doctor on the PC in it. Undefined where
 * namespaces cannot be made here.
 *
 * @param source how the guide is found: its name or folder
 * @param payment what of the payment is otherwise than in the demonstration
 */
export async function realLab(
  guide: Guide,
  source: string,
  env: NodeJS.ProcessEnv,
  payment?: PaymentChange,
): Promise<RealLab | undefined> {
  if ("missing" in labSupport()) return undefined;
  const { faults, broken, leftAfter, installedBy } = breakable(guide, payment);
  const lab = await startOrNot(() => startLab(broken([]), { env }));
  if (lab === undefined) return undefined;
  const folder = mkdtempSync(join(tmpdir(), "jochi-demo-"));
  const pc = pcFile(join(folder, "pc.json"), guide);
  const shop = createShop(lab, guide, env);
  let chosen: string[] = [];
  let changing: Promise<void> = Promise.resolve();
  let base = broken([]);
  let world = base;
  pc.renew(base);
  let inside = open();

  /** The doctor inside, at the side of a PC whose registry and files lie in a file of their own. */
  function open(): Inside {
    const known = { JOCHI_DEMO_GUIDE: source, ...(pc.there() && { JOCHI_DEMO_SYSTEM: pc.file }) };
    return startInside(lab!, known, () => settle(base));
  }

  /** Makes the network go by what the PC is by now. */
  async function settle(next: World): Promise<void> {
    world = await pc.counted(next);
    await lab!.set(world);
  }

  function become(names: readonly string[], prepare: (next: World) => void): Promise<void> {
    const next = broken(names);
    const change = changing.then(async () => {
      inside.close();
      prepare(next);
      await settle(next);
      base = next;
      chosen = [...names];
      inside = open();
    });
    // The next one is tried whatever became of this one.
    changing = change.catch(() => {});
    return change;
  }

  const choose = (names: readonly string[]) => become(names, (next) => pc.renew(next));

  function done(task: string): Promise<void> {
    const left = leftAfter(chosen, task);
    const without = installedBy(task).map((fault) => broken([...left, fault]));
    return become(left, (next) => pc.redo([base, ...without], next));
  }

  return {
    lab,
    world: () => world,
    choose,
    done,
    async openShop() {
      await changing;
      await shop.open(world);
    },
    async carryOut(order, emit, signal) {
      await changing;
      if (inside.isOver()) await choose(chosen);
      return inside.ask(order, emit, signal);
    },
    demo: () => ({ lab: "real", faults, chosen, shop: shop.canOpen() }),
    async close() {
      shop.close();
      inside.close();
      await lab.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The PC's registry and files, where both sides of the lab's wall read them. */
function pcFile(file: string, guide: Guide) {
  let there = false;
  const write = (system: SystemWorld | undefined) => {
    there = system !== undefined;
    if (system) writeFileSync(file, JSON.stringify(system), { mode: 0o600 });
  };
  return {
    file,
    there: () => there,
    /** The PC of a world, to which nothing has been done yet. */
    renew: (world: World) => write(systemOf(world, guide)),
    /** The same PC, on which somebody has done what makes each of the worlds the one after. */
    redo(before: readonly World[], after: World) {
      const fresh = systemOf(after, guide);
      if (!there || !fresh) return write(fresh);
      const old = before.flatMap((each) => systemOf(each, guide) ?? []);
      const now = memorySystem({ file }).world();
      write(old.reduce((pc, each) => withDoneByHand(pc, each, fresh), now));
    },
    /** The world with everything that was done to its PC. */
    counted: async (world: World) =>
      there ? worldNow(world, guide, memorySystem({ file })) : world,
  };
}

async function startOrNot<T>(start: () => Promise<T>): Promise<T | undefined> {
  try {
    return await start();
  } catch (error) {
    // Some container forbids later what it allowed at first: the same page without namespaces.
    if (error instanceof LabError) return undefined;
    throw error;
  }
}
