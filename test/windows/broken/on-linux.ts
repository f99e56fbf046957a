import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { walkKeys } from "../../../src/actions/key-drafts.ts";
import { aim, applyFaults } from "../../../src/lab/faults/apply.ts";
import { type Lab, startLab, type Worker } from "../../../src/lab/real/lab.ts";
import { memorySystem } from "../../../src/machine/memory/system.ts";
import type { Effect, SystemWorld } from "../../../src/machine/memory/system-world.ts";
import { emptySystem } from "../../../src/machine/memory/system-world.ts";
import { ownPath } from "../../../src/own/files.ts";
import { signedPe } from "../../../src/trust/stage/sign.ts";
import { parseRegFile } from "../../../src/windows/parse-reg.ts";
import type { RegistryKey, View } from "../../../src/windows/registry.ts";
import { guide, healthy } from "../../cli/_evidence.ts";
import { importInto } from "../_memory.ts";
import type { BrokenPc, Does } from "./case.ts";
import type { CommandAnswer } from "./command-worker.ts";
import { healthyFiles, healthyReg, healthyReg32, healthyServices } from "./healthy.ts";
import type { PlayedPc } from "./play.ts";

const header = "Windows Registry Editor Version 5.00\n\n";

/** The simulated network, and the command line on its client. */
export interface Bench {
  lab: Lab;
  worker: Worker;
}

export async function openBench(): Promise<Bench> {
  const lab = await startLab(healthy);
  const script = ownPath("test/windows/broken/command-worker.ts");
  return { lab, worker: lab.worker(script) };
}

/** The PC as plain data in a file, on which the real command line works inside the simulated network. */
export async function onLinux({ lab, worker }: Bench, broken: BrokenPc): Promise<PlayedPc> {
  const folder = mkdtempSync(join(tmpdir(), "jochi-broken-"));
  const file = join(folder, "pc.json");
  // As the machine itself would order it.
  const world = memorySystem({ world: worldOf(broken) }).world();
  writeFileSync(file, JSON.stringify(world));
  await setFaults(lab, broken.faults ?? []);
  return {
    jochi: (words) =>
      worker.request({ words, env: { JOCHI_LAB_SYSTEM: file } }) as Promise<CommandAnswer>,
    path: (path) => path,
    newFile: (name) => join(folder, name),
    async importFile(path) {
      const now = JSON.parse(readFileSync(file, "utf8")) as SystemWorld;
      const text = readFileSync(path).toString("utf16le");
      importInto(now, text);
      writeFileSync(file, JSON.stringify(memorySystem({ world: now }).world()));
      return text;
    },
    async snapshot() {
      const now = JSON.parse(readFileSync(file, "utf8")) as SystemWorld;
      const { registry, files, ...rest } = now;
      return [
        ...registry.flatMap((hive) => [...walkKeys(hive.name, hive)]).map(keyLine),
        ...files
          .filter(({ path }) => !/\\Jochi\\journal\\/i.test(path))
          .map(({ path, base64 }) => `${path} ${base64}`),
        JSON.stringify(rest),
      ];
    },
    faults: (faults) => setFaults(lab, faults),
    close: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

const keyLine = ([path, { values }]: [string, RegistryKey]) => `${path} ${JSON.stringify(values)}`;

/** A healthy network but for these. */
export async function setFaults(lab: Lab, faults: readonly string[]): Promise<void> {
  const aimed = faults.map((name) => aim(name, healthy, guide));
  await lab.set(applyFaults(healthy, guide, aimed));
}

function worldOf(broken: BrokenPc): SystemWorld {
  const world = emptySystem({ elevated: !broken.ordinary });
  const texts: [string | undefined, View | undefined][] = [
    [healthyReg, undefined],
    [healthyReg32, "32"],
    [broken.registry, undefined],
    [broken.registry32, "32"],
  ];
  for (const [text, view] of texts) if (text) importInto(world, header + text, view);
  const put = (path: string, content: Uint8Array | string | null) => {
    world.files = world.files.filter((each) => each.path.toLowerCase() !== path.toLowerCase());
    if (content === null) return;
    world.files.push({ path: whole(world, path), base64: Buffer.from(content).toString("base64") });
  };
  const signed = Object.entries(broken.signed ?? {}).map(([path, how]) => [path, signedPe(how)]);
  const own = { ...broken.files, ...broken.bytes, ...Object.fromEntries(signed) };
  const files: Record<string, Uint8Array | string | null> = { ...healthyFiles, ...tools(), ...own };
  for (const [path, content] of Object.entries(files)) put(path, content);
  const stopped = broken.stopped ?? [];
  world.running = healthyServices.filter((name) => !stopped.includes(name));
  for (const [path, does] of Object.entries(broken.programs ?? {}))
    world.programs.push({ path, code: 0, effects: effectsOf(does) });
  return world;
}

function whole(world: SystemWorld, path: string): string {
  return path.replace(/^%([^%]+)%/, (_, name: string) => world.variables[name] ?? "");
}

/** Windows' own programs, which the plain PC plays. */
function tools(): Record<string, string> {
  const names = ["certutil", "sc", "rundll32", "control", "msiexec", "mmc"];
  return Object.fromEntries(names.map((name) => [`C:\\Windows\\System32\\${name}.exe`, "MZ"]));
}

/** What a started program changes. Its keys are its own: it sets all their values. */
function effectsOf({ registry, registry32, files = {}, services = {} }: Does): Effect[] {
  const keys = (text: string | undefined, view?: View): Effect[] => {
    if (text === undefined) return [];
    const parsed = parseRegFile(header + text);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.trouble));
    return parsed.sections.map(({ path, remove, changes }) => ({
      do: "key",
      path,
      ...(view && { view }),
      values: remove
        ? null
        : changes.flatMap(({ name, value }) => (value ? [{ name, value }] : [])),
    }));
  };
  const written = Object.entries(files).map(
    ([path, content]): Effect =>
      content === null
        ? { do: "remove", path }
        : { do: "file", path, base64: Buffer.from(content).toString("base64") },
  );
  const run = Object.entries(services).map(
    ([name, { runs }]): Effect => ({ do: "service", name, running: runs }),
  );
  return [...keys(registry), ...keys(registry32, "32"), ...written, ...run];
}
