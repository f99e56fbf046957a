import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { commands } from "../../src/cli/commands.ts";
import { memorySystem } from "../../src/machine/memory/system.ts";
import type { SystemWorld } from "../../src/machine/memory/system-world.ts";
import { troubled } from "../doctor/_worlds.ts";
import { run } from "../house/_run.ts";
import { nosInstallerFile } from "../windows/broken/installers.ts";

const preload = fileURLToPath(new URL("../doctor/_killed-at.ts", import.meta.url));
let count = 0;

/** A Windows PC on the closed side, kept in a file, and the command line as it works on it. */
export interface ClosedPc {
  file: string;
  world(): SystemWorld;
  /** In this process, in English. */
  jochi(...words: string[]): Promise<{ code: number; out: string; err: string }>;
  /** In a process of its own, which is killed before the PC is changed for the n-th time. */
  killed(at: number, ...words: string[]): ReturnType<typeof run>;
}

export function closedPc(folder: string, world: SystemWorld): ClosedPc {
  count += 1;
  const file = join(folder, `pc-${count}.json`);
  // In the order in which the PC of the lab keeps things.
  writeFileSync(file, JSON.stringify(memorySystem({ world }).world()));
  const env = { JOCHI_LAB_SYSTEM: file, JOCHI_NETWORK: "none" };
  return {
    file,
    world: () => JSON.parse(readFileSync(file, "utf8")) as SystemWorld,
    async jochi(name = "", ...words) {
      const told = { out: "", err: "" };
      const command = await commands[name]!();
      const code = await command.run(words, {
        out: (text) => {
          told.out += text;
        },
        err: (text) => {
          told.err += text;
        },
        lang: "en",
        env,
        cwd: folder,
        signal: new AbortController().signal,
      });
      return { code, ...told };
    },
    killed: (at, ...words) =>
      run(words, {
        env: {
          ...env,
          NODE_OPTIONS: `--import=${preload}`,
          JOCHI_TEST_KILLED_AT: String(at),
        },
      }),
  };
}

/** A PC without NOS; the installer does what NOS's does, wherever it is started from. */
export function withoutNos(installer: Uint8Array, elevated = true): SystemWorld {
  const world = troubled(elevated);
  const place = `C:\\jochi-files\\${nosInstallerFile}`;
  world.files = world.files.filter(({ path }) => path !== place);
  world.files.push({ path: place, base64: Buffer.from(installer).toString("base64") });
  const setup = world.programs.find(({ path }) => path === place)!;
  setup.effects.push({ do: "service", name: "nossvc", running: true });
  return world;
}

const records = /\\Jochi\\(journal\\|bundles\.json$)/i;

/** Everything but Jochi's own records: what undoing must bring back to the byte. */
export function stateOf(world: SystemWorld): string {
  const files = world.files.filter(({ path }) => !records.test(path));
  return JSON.stringify({ ...world, files });
}

/** Jochi's own files on a PC but for its records. */
export const ownFiles = ({ files }: SystemWorld): string[] =>
  files.map(({ path }) => path).filter((path) => /\\Jochi\\/i.test(path) && !records.test(path));

/** What the PC remembers of bundles, as bytes; undefined where it remembers none. */
export const memoryOf = ({ files }: SystemWorld): string | undefined =>
  files.find(({ path }) => /\\Jochi\\bundles\.json$/i.test(path))?.base64;
