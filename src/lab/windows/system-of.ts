import type { Guide } from "../../guide/guide.ts";
import { inOneTree, setKey } from "../../machine/memory/system-registry.ts";
import { emptySystem, type SystemWorld } from "../../machine/memory/system-world.ts";
import type { World, WorldPcFacts } from "../../machine/world.ts";
import { browserKeys, preferencesFiles } from "./browsers.ts";
import { explorerKeys } from "./explorer.ts";
import { type Key, number } from "./key.ts";
import { programKeys } from "./programs.ts";

const windowsPrograms = ["certutil", "control", "msiexec", "rundll32", "sc"];
const hostsFile = "C:\\Windows\\System32\\drivers\\etc\\hosts";
const servicesKey = "HKLM\\System\\CurrentControlSet\\Services";
/** Value `Start` of services: winsvc.h, SERVICE_AUTO_START and SERVICE_DISABLED. */
const automatic = 2;
const disabled = 4;

/**
 * The PC of a world as registry, files and programs, so that what Jochi does to a Windows PC can be
 * done to it: the PC facts that can be changed are read off it again as they are on Windows. Its
 * user is an administrator. Undefined where the world's PC is no Windows.
 */
export function systemOf(world: World, guide: Guide): SystemWorld | undefined {
  const { facts, hosts } = world.pc;
  if (facts === undefined) return undefined;
  const lines = hosts.map(({ address, name }) => `${address} ${name}\r\n`).join("");
  const system = emptySystem({
    elevated: true,
    files: [
      ...windowsPrograms.map((name) => file(`C:\\Windows\\System32\\${name}.exe`, "MZ")),
      file(hostsFile, `# hosts\r\n127.0.0.1 localhost\r\n${lines}`),
      ...preferencesFiles(facts).map(([path, content]) => file(path, content)),
    ],
    running: (facts.services ?? []).flatMap(({ name, state }) => (state === "running" ? name : [])),
  });
  const installed = programKeys(facts, guide);
  system.files.push(...installed.files.map((path) => file(path, "MZ")));
  system.programs.push(...installed.programs);
  for (const [path, values] of [
    ...explorerKeys(facts, world.pc.proxy),
    ...browserKeys(facts),
    ...serviceKeys(facts),
    ...installed.keys,
  ])
    setKey(system.registry, inOneTree(path, undefined), values);
  return system;
}

function serviceKeys({ services = [] }: WorldPcFacts): Key[] {
  return [
    [servicesKey, []],
    ...services
      .filter(({ state }) => state !== "absent" && state !== "unknown")
      .map(({ name, state }): Key => {
        const start = state === "disabled" ? disabled : automatic;
        return [`${servicesKey}\\${name}`, [number("Start", start)]];
      }),
  ];
}

function file(path: string, content: string) {
  return { path, base64: Buffer.from(content, "utf8").toString("base64") };
}
