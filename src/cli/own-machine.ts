import type { Machine } from "../machine/machine.ts";

/** What a command may say about the machine it looks at. */
export interface MachineChoice {
  /** Roots that count as publicly trusted beside those every browser ships. */
  publicCaPems: string[];
  env: NodeJS.ProcessEnv;
}

/** The PC that this program runs on; undefined on a system that nothing is known about. */
export async function ownMachine(choice: MachineChoice): Promise<Machine | undefined> {
  switch (process.platform) {
    case "linux":
      return (await import("../machine/linux.ts")).linuxMachine(choice);
    case "win32":
      return (await import("../machine/windows.ts")).windowsMachine(choice);
    default:
      return undefined;
  }
}
