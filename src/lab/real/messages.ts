import type { Words } from "../../guide/words.ts";
import type { World } from "../../machine/world.ts";

/** Where a command runs: on the PC, or on the firewall between it and the servers. */
export type Place = "client" | "router";

/** What the process outside says to the one inside. `id` joins answers to what they answer. */
export type ToLab =
  | { do: "set"; id: number; world: World }
  | {
      do: "start";
      id: number;
      where: Place;
      argv: string[];
      cwd: string;
      env: Record<string, string>;
      /** `inherit`: the command has the terminal itself; `pipe`: its output comes as messages. */
      stdio: "inherit" | "pipe";
    }
  | { do: "input"; id: number; text: string; end: boolean }
  | { do: "signal"; id: number; signal: NodeJS.Signals };

export type FromLab =
  | { id: number; event: "done" }
  | { id: number; event: "failed"; words: Words }
  | { id: number; event: "stdout" | "stderr"; base64: string }
  | { id: number; event: "exit"; code: number | null; signal: NodeJS.Signals | null };

/** File descriptors of the process inside that are the outer process's own 0, 1 and 2. */
export const outerStdio = [3, 4, 5] as const;
