import type { Machine } from "../../src/machine/machine.ts";
import { sampleWorld } from "../../src/machine/memory/samples.ts";
import {
  type MemorySystem,
  type MemorySystemOptions,
  memorySystem,
} from "../../src/machine/memory/system.ts";
import { setKey } from "../../src/machine/memory/system-registry.ts";
import { emptySystem, type SystemWorld } from "../../src/machine/memory/system-world.ts";
import { memoryMachine } from "../../src/machine/memory.ts";
import { pcFacts } from "../../src/machine/windows/pc-facts.ts";
import type { RegistryValue } from "../../src/windows/registry.ts";

/** A PC of plain data whose facts are read from its own registry and files. */
export function patientOf(system: MemorySystem): Machine {
  return { ...memoryMachine(sampleWorld()), platform: "windows", system, pc: pcFacts(system) };
}

export function patient(options: MemorySystemOptions): { machine: Machine; system: MemorySystem } {
  const system = memorySystem(options);
  return { machine: patientOf(system), system };
}

export const sz = (name: string, data: string): RegistryValue => ({
  name,
  value: { type: "REG_SZ", data },
});
export const dword = (name: string, data: number): RegistryValue => ({
  name,
  value: { type: "REG_DWORD", data },
});
export const text = (path: string, content: string) => ({
  path,
  base64: Buffer.from(content, "latin1").toString("base64"),
});

export const zoneMap =
  "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings\\ZoneMap";
export const uninstall = "HKLM\\Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall";
export const services = "HKLM\\System\\CurrentControlSet\\Services";
const browsersFolder = "C:\\Program Files (x86)\\Microsoft\\Edge\\Application";

/** A PC with everything that Windows itself has, and nothing that the service needs. */
export function windowsPc(changes: Partial<SystemWorld> = {}): SystemWorld {
  const world = emptySystem({
    files: [
      ...["certutil", "sc", "rundll32", "msiexec", "control"].map((name) =>
        text(`C:\\Windows\\System32\\${name}.exe`, "MZ"),
      ),
      text("C:\\Windows\\System32\\drivers\\etc\\hosts", "# hosts\r\n127.0.0.1 localhost\r\n"),
      text(`${browsersFolder}\\msedge.exe`, "MZ"),
    ],
    ...changes,
  });
  put(world, "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings", [
    dword("ProxyEnable", 0),
  ]);
  put(world, "HKLM\\Software\\Clients\\StartMenuInternet\\Microsoft Edge", []);
  put(world, "HKLM\\Software\\Microsoft\\Internet Explorer", [sz("svcVersion", "11.0.19041.1")]);
  put(world, services, []);
  put(world, uninstall, []);
  put(world, `${uninstall.replace("Software", "Software\\WOW6432Node")}\\Microsoft Edge`, [
    sz("DisplayName", "Microsoft Edge"),
    sz("DisplayVersion", "146.0.3856.1"),
    sz("InstallLocation", browsersFolder),
  ]);
  return world;
}

export function put(world: SystemWorld, path: string, values: RegistryValue[]): SystemWorld {
  setKey(world.registry, path, values);
  return world;
}

/** Everything but Jochi's own journals: what undoing must bring back to the byte. */
export function bytesOf(world: SystemWorld): string {
  const files = world.files.filter(({ path }) => !/\\Jochi\\journal\\/i.test(path));
  return JSON.stringify({ ...world, files });
}
