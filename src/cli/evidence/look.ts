import { diagnose as judge } from "../../engine/diagnose.ts";
import type { Evidence } from "../../evidence/evidence.ts";
import type { Diagnosis } from "../../evidence/report.ts";
import type { Guide } from "../../guide/guide.ts";
import { loadGuide } from "../../guide/load.ts";
import type { Io } from "../command.ts";
import { defaultGuide } from "../default-guide.ts";
import { diagnoseText } from "../diagnose-text.ts";
import { readEvidence } from "../evidence.ts";
import { ownMachine } from "../own-machine.ts";
import { readPublicCa } from "../public-ca.ts";
import { Refusal } from "../refusal.ts";
import { guideFor, pathOf } from "./options.ts";

/** Evidence with its guide, and what the guide says about it. */
export interface Looked {
  guide: Guide;
  evidence: Evidence;
  diagnosis: Diagnosis;
}

/** A saved file judged again; without one, this PC as it is now. */
export async function look(
  file: string | undefined,
  named: string | undefined,
  io: Io,
): Promise<Looked> {
  if (file === undefined) return await lookNow(named, io);
  const evidence = readEvidence(pathOf(file, io), io);
  const guide = guideFor(evidence, named);
  return { guide, evidence, diagnosis: judge(guide, evidence).diagnosis };
}

async function lookNow(named: string | undefined, io: Io): Promise<Looked> {
  const guide = loadGuide(named ?? defaultGuide);
  const text = diagnoseText[io.lang];
  // As a diagnosis takes them: without, servers under them would look decrypted.
  const publicCa = io.env.JOCHI_PUBLIC_CA;
  const publicCaPems = publicCa ? [readPublicCa(publicCa, text)] : [];
  const machine = await ownMachine({ publicCaPems, env: io.env });
  if (!machine) throw new Refusal(text.noMachine(process.platform));
  const [{ diagnose }, { watch }] = await Promise.all([
    import("../../doctor/diagnose.ts"),
    import("../watch.ts"),
  ]);
  const { signal } = io;
  const found = await diagnose(machine, guide, { signal, onEvent: watch(io, false) });
  return { guide, ...found };
}
