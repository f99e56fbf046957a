import { diagnose } from "../../doctor/diagnose.ts";
import { outcomesHere } from "../../doctor/outcomes.ts";
import { toldFacts } from "../../evidence/told.ts";
import type { Guide } from "../../guide/guide.ts";
import { tellable } from "../../guide/told.ts";
import type { Machine } from "../../machine/machine.ts";
import { holdAlone } from "../../machine/node/alone.ts";
import type { DiagnoseAsk, Judged } from "../../portal/wire.ts";
import { refuse } from "../refusal.ts";
import { listJournals, showUndo, undoOne } from "./journals.ts";
import type { About, Emit, Order } from "./practice.ts";
import { createTreating, type Treating } from "./treating.ts";

/** A PC that orders are carried out on. */
export interface Patient {
  /** As it is now: what was read of an earlier one must not be believed. */
  machine(): Promise<Machine>;
  guide(name: string): Guide;
  /** No two processes of this PC change what goes by the same name at the same time. */
  alone: string;
  /** The folder with installers and certificate files, where there is one. */
  files?: string | undefined;
}

type CarryOut = (order: Order, emit: Emit, signal: AbortSignal) => Promise<unknown>;

/** Everything that can be asked of a PC, carried out on it by the doctor in this process. */
export function carrierFor(patient: Patient): CarryOut {
  const treating = createTreating(patient.files);
  return async (order, emit, signal) => {
    const machine = await patient.machine();
    switch (order.do) {
      case "about":
        return about(machine);
      case "diagnose":
        return judged(machine, patient.guide(order.guide), order, emit, signal);
      case "preview":
        return treating.preview(machine, patient.guide(order.guide), order);
      case "treat":
        return alone(patient, () => treatment(machine, patient, order, treating, emit, signal));
      case "journal":
        return listJournals(machine);
      case "undo-preview":
        return showUndo(machine, order.id);
      case "undo":
        return alone(patient, () => undoOne(machine, order.id, emit));
    }
  };
}

async function about(machine: Machine): Promise<About> {
  const elevated = await machine.system.elevated();
  return { platform: machine.platform, treat: elevated.state !== "not-applicable" };
}

async function judged(
  machine: Machine,
  guide: Guide,
  { symptom, answers = {} }: Pick<DiagnoseAsk, "symptom" | "answers">,
  emit: Emit,
  signal: AbortSignal,
): Promise<Judged> {
  if (symptom !== undefined && !guide.symptoms.some(({ id }) => id === symptom))
    throw refuse("bad-request", "symptom");
  const known = tellable(guide);
  for (const [question, answer] of Object.entries(answers))
    if (!known.get(question)?.includes(answer)) throw refuse("bad-request", "answers");
  const helped = await outcomesHere(machine.system, guide);
  const found = await diagnose(machine, guide, {
    symptom,
    given: [...toldFacts(answers), ...(helped ? [helped] : [])],
    signal,
    provisional: true,
    onEvent: emit,
  });
  if (signal.aborted) throw refuse("stopped");
  return found;
}

/** The treatment, and then a fresh diagnosis on a machine that remembers nothing of before. */
async function treatment(
  machine: Machine,
  patient: Patient,
  order: Extract<Order, { do: "treat" }>,
  treating: Treating,
  emit: Emit,
  signal: AbortSignal,
): Promise<Judged> {
  const guide = patient.guide(order.guide);
  const result = await treating.treat(machine, guide, order, emit, signal);
  emit({ type: "treated", result });
  return judged(await patient.machine(), guide, {}, emit, signal);
}

async function alone<T>(patient: Patient, run: () => Promise<T>): Promise<T> {
  const release = await holdAlone(patient.alone);
  if (release === undefined) throw refuse("busy");
  try {
    return await run();
  } finally {
    release();
  }
}
