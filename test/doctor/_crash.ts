import { isOpen, isUnfinished, openJournals } from "../../src/doctor/journal.ts";
import type { Prepared, Remedy } from "../../src/doctor/prepare.ts";
import { prepare } from "../../src/doctor/prepare.ts";
import { settleInterrupted } from "../../src/doctor/resume.ts";
import { type Treated, treat } from "../../src/doctor/treat.ts";
import { undo } from "../../src/doctor/undo.ts";
import type { Guide } from "../../src/guide/guide.ts";
import type { Machine } from "../../src/machine/machine.ts";
import type { MemorySystem } from "../../src/machine/memory/system.ts";
import type { System } from "../../src/machine/system.ts";
import type { RegistryValue } from "../../src/windows/registry.ts";

const never = new AbortController().signal;

/** As `jochi treat REMEDY --yes` goes: what was cut off first, then what is still missing. */
export async function treatNow(machine: Machine, guide: Guide, remedy: Remedy, files?: string) {
  const journals = openJournals(machine.system);
  const { kept } = await journals.list();
  const cutOff = kept.filter(isUnfinished).at(-1);
  const settled = cutOff && (await settleInterrupted(machine, journals, cutOff));
  const resumed = settled?.is === "open" ? cutOff : undefined;
  const prepared: Prepared = await prepare({ machine }, guide, remedy, files);
  const nothing = prepared.entries.length === 0 && resumed === undefined;
  const treated: Treated | undefined = nothing
    ? undefined
    : await treat(prepared, { machine, guide, journals, signal: never, resumed });
  return { prepared, treated };
}

/** As `jochi undo --all --yes`. */
export async function undoAll(machine: Machine) {
  const journals = openJournals(machine.system);
  const { kept } = await journals.list();
  const walked = [];
  for (const one of kept.filter(isOpen).reverse()) walked.push(await undo(machine, journals, one));
  return walked;
}

/** The same PC, whose registry is written value by value, so that a crash leaves half a key. */
export function valueByValue(system: MemorySystem): System {
  return {
    ...system,
    async writeKey({ path, view, values }) {
      const read = await system.readKey(path, view);
      const now = read.state === "found" ? read.value.values : [];
      const place = { path, ...(view && { view }) };
      const wanted = values ?? [];
      const named = (list: RegistryValue[], name: string) => list.find((one) => one.name === name);
      let current = [...now];
      const write = async (next: RegistryValue[]) => {
        current = next;
        return system.writeKey({ ...place, values: current });
      };
      for (const { name } of now) {
        if (named(wanted, name)) continue;
        const done = await write(current.filter((one) => one.name !== name));
        if (!done.ok) return done;
      }
      for (const value of wanted) {
        const done = await write([...current.filter((one) => one.name !== value.name), value]);
        if (!done.ok) return done;
      }
      return system.writeKey({ ...place, values });
    },
  };
}
