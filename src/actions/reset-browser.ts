import type { RegistryValue } from "../windows/registry.ts";
import { type Action, refuse, unread } from "./action.ts";
import { walkKeys } from "./key-drafts.ts";

/**
 * Opens the window in which Internet Explorer resets its settings; the person at the PC presses the
 * button. It cannot be undone as a whole: what can be given back afterwards are the settings that
 * are kept here, as they stood before.
 *
 * Source: InetCpl.cpl, ResetIEtoDefaults.
 */
export const resetBrowser: Action = {
  id: "reset-browser",
  async plan({ machine: { system } }) {
    const kept: { path: string; values: RegistryValue[] }[] = [];
    for (const path of touched) {
      const tree = await system.readKey(path);
      if (tree.state === "absent") continue;
      if (tree.state !== "found") return unread(tree, "Internet Explorer");
      for (const [at, { values }] of walkKeys(path, tree.value)) {
        if (kept.length >= keysMax) return refuse("too-much", path, { most: keysMax });
        kept.push({ path: at, values });
      }
    }
    return {
      changes: [
        {
          kind: "run",
          program: "%SystemRoot%\\System32\\rundll32.exe",
          args: ["InetCpl.cpl,ResetIEtoDefaults"],
          files: [],
          timeoutMs: 600_000,
          visible: true,
          done: { sign: "none" },
          back: { way: "none" },
          kept,
          about: [{ key: "treat.about.browser-reset", with: { count: kept.length } }],
        },
      ],
      refused: [],
    };
  },
};

const touched = [
  "HKCU\\Software\\Microsoft\\Internet Explorer\\Main",
  "HKCU\\Software\\Microsoft\\Internet Explorer\\New Windows",
  "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings",
];
/** So many fit into a journal. */
const keysMax = 5_000;
