import { type Damaged, type Journals, type Kept, openJournals } from "../../doctor/journal.ts";
import { oneLine } from "../../guide/error.ts";
import { GuideError } from "../../guide/load.ts";
import type { Machine } from "../../machine/machine.ts";
import { holdAlone } from "../../machine/node/alone.ts";
import type { Io } from "../command.ts";
import { ownMachine } from "../own-machine.ts";
import { Refusal } from "../refusal.ts";
import { treatText } from "./text.ts";

/** The PC that is treated, and the records of what was done to it. */
export interface Patient {
  machine: Machine;
  journals: Journals;
  kept: Kept[];
}

/** One line for bad input of either command; a surprise goes on to the top. */
export async function guarded(io: Io, run: () => Promise<number>): Promise<number> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof Refusal || error instanceof GuideError)) throw error;
    const line = error instanceof GuideError ? error.words[io.lang] : error.message;
    io.err(`jochi: ${oneLine(line)}\n`);
    return 2;
  }
}

/** Refuses where the PC has no settings to change. */
export async function openMachine(io: Io): Promise<Machine> {
  const text = treatText[io.lang];
  const publicCa = io.env.JOCHI_PUBLIC_CA;
  const { readPublicCa } = await import("../public-ca.ts");
  const { diagnoseText } = await import("../diagnose-text.ts");
  const publicCaPems = publicCa ? [readPublicCa(publicCa, diagnoseText[io.lang])] : [];
  const machine = await ownMachine({ publicCaPems, env: io.env });
  if (machine === undefined) throw new Refusal(text.noMachine(process.platform));
  const elevated = await machine.system.elevated();
  if (elevated.state === "not-applicable") throw new Refusal(text.notWindows);
  return machine;
}

/** Refuses where a record cannot be understood: what it tells of must not be changed unseen. */
export async function openPatient(machine: Machine, io: Io): Promise<Patient> {
  const journals = openJournals(machine.system);
  const { kept, damaged } = await journals.list();
  const [first, ...more] = damaged.map((one) => damagedLine(one, io));
  for (const line of more) io.err(`jochi: ${oneLine(line)}\n`);
  if (first !== undefined) throw new Refusal(first);
  return { machine, journals, kept };
}

export function damagedLine({ file, problem, place }: Damaged, io: Io): string {
  const text = treatText[io.lang];
  return text.damaged(file, text.problems[problem], place);
}

/** Runs alone on this PC: two treatments at once would each see half of the other. */
export async function alone<T>(io: Io, run: () => Promise<T>): Promise<T> {
  const release = await holdAlone(`treatment ${io.env.JOCHI_LAB_SYSTEM ?? ""}`);
  if (release === undefined) throw new Refusal(treatText[io.lang].busy);
  try {
    return await run();
  } finally {
    release();
  }
}
