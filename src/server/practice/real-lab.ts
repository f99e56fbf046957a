import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Guide } from "../../guide/guide.ts";
import { type Lab, LabError, labSupport, startLab } from "../../lab/real/lab.ts";
import { treatedWorld } from "../../lab/windows/played-pc.ts";
import { systemOf } from "../../lab/windows/system-of.ts";
import { memorySystem } from "../../machine/memory/system.ts";
import { hostsFile } from "../../machine/windows/settings.ts";
import type { World } from "../../machine/world.ts";
import { breakable } from "./broken.ts";
import type { DemoPractice } from "./practice.ts";
import { type Inside, startInside } from "./talk-inside.ts";

/**
 * The simulated network made of namespaces, with the doctor on the PC in it. Undefined where
 * namespaces cannot be made here.
 *
 * @param source how the guide is found: its name or folder
 */
export async function realLab(
  guide: Guide,
  source: string,
  env: NodeJS.ProcessEnv,
): Promise<DemoPractice | undefined> {
  if ("missing" in labSupport()) return undefined;
  const { faults, broken } = breakable(guide);
  const lab = await startOrNot(() => startLab(broken([]), { env }));
  if (lab === undefined) return undefined;
  const folder = mkdtempSync(join(tmpdir(), "jochi-demo-"));
  let chosen: string[] = [];
  let changing: Promise<void> = Promise.resolve();
  const open = (world: World) => openInside(lab, { world, guide, source, folder });
  let inside = open(broken([]));

  const choose = (names: readonly string[]) => {
    const world = broken(names);
    const change = changing.then(async () => {
      inside.close();
      await lab.set(world);
      chosen = [...names];
      inside = open(world);
    });
    // The next one is tried whatever became of this one.
    changing = change.catch(() => {});
    return change;
  };

  return {
    choose,
    async carryOut(order, emit, signal) {
      await changing;
      if (inside.isOver()) await choose(chosen);
      return inside.ask(order, emit, signal);
    },
    demo: () => ({ lab: "real", faults, chosen }),
    async close() {
      inside.close();
      await lab.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The doctor inside, at the side of a PC whose registry and files lie in a file of their own. */
function openInside(
  lab: Lab,
  { world, guide, source, folder }: { world: World; guide: Guide; source: string; folder: string },
): Inside {
  const system = systemOf(world, guide);
  const file = join(folder, "pc.json");
  if (system !== undefined) writeFileSync(file, JSON.stringify(system), { mode: 0o600 });
  const env = {
    JOCHI_DEMO_GUIDE: source,
    ...(system !== undefined && { JOCHI_DEMO_SYSTEM: file }),
  };
  return startInside(lab, env, async () => {
    const now = memorySystem({ file });
    const hosts = await hostsFile(now);
    const lines = hosts.state === "found" ? hosts.value : [];
    await lab.set(treatedWorld(world, guide, now.world(), lines));
  });
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
