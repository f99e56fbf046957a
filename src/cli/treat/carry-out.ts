import type { Kept } from "../../doctor/journal.ts";
import type { Prepared } from "../../doctor/prepare.ts";
import { type Treated, treat } from "../../doctor/treat.ts";
import type { Guide } from "../../guide/guide.ts";
import type { Done } from "../../machine/system.ts";
import { isLasting } from "../../report/treatment.ts";
import type { Io } from "../command.ts";
import { ask, canAsk } from "./ask.ts";
import type { Patient } from "./patient.ts";
import type { Result } from "./result.ts";
import { preview } from "./show.ts";
import { treatText } from "./text.ts";
import { told } from "./told.ts";

/** What is to be done, and the record of it where it was begun before and cut off. */
export interface Chosen {
  guide: Guide;
  prepared: Prepared;
  kept?: Kept | undefined;
}

/** How whoever started the command wants it. */
export interface Wish {
  dryRun: boolean;
  yes: boolean;
  json: boolean;
  /** Whether this was asked for by its name, which alone lets what cannot be undone go unasked. */
  isNamed(prepared: Prepared): boolean;
  /** Called after consent and before the first change; where it fails nothing is begun. */
  ready?(prepared: Prepared): Promise<Done>;
}

/**
 * Shows each, asks, does it and tells what came of it. Whatever changes a PC from the command line
 * goes this way.
 */
export async function carryOut(
  patient: Patient,
  chosen: readonly Chosen[],
  wish: Wish,
  io: Io,
): Promise<Result[]> {
  const text = treatText[io.lang];
  const say = wish.json ? io.err : io.out;
  const results: Result[] = [];
  for (const one of chosen) {
    say(preview(one.prepared, one.guide, io.lang));
    const result = await carryOutOne(patient, one, wish, io);
    results.push(result);
    say(told(result, one.guide, io.lang));
    if (io.signal.aborted) break;
  }
  if (wish.dryRun) say(`${text.dryRun}\n`);
  if (results.some(isNotAsked)) io.err(`jochi: ${text.nobodyAsked}\n`);
  return results;
}

/** 2: not done at all; 1: something is left; 0: all is as it should be. */
export function exitCodeOf(results: readonly Result[]): 0 | 1 | 2 {
  if (results.some((one) => isNotAsked(one) || one.outcome === "not-begun")) return 2;
  return results.every(isWell) ? 0 : 1;
}

const isNotAsked = ({ outcome }: Result) => outcome === "not-asked";

/** Done, or there was nothing to do; and nothing that it looks at fails, or may still. */
function isWell({ outcome, treated, prepared }: Result): boolean {
  if (outcome !== "done" && outcome !== "nothing" && outcome !== "preview") return false;
  const failed = new Set(
    treated?.before.filter(({ verdict }) => verdict === "fail").map(({ id }) => id),
  );
  const fails = treated?.after.some(
    ({ id, verdict }) => verdict === "fail" || (verdict === "unknown" && failed.has(id)),
  );
  return !fails && prepared.refused.length === 0;
}

async function carryOutOne(
  { machine, journals }: Patient,
  { guide, prepared, kept }: Chosen,
  wish: Wish,
  io: Io,
): Promise<Result> {
  const { entries, refused } = prepared;
  const result = (outcome: Result["outcome"], treated?: Treated): Result => ({
    prepared,
    outcome,
    ...(treated && { treated }),
  });
  if (wish.dryRun) return result("preview");
  if (entries.length === 0 && !kept) return result(refused.length > 0 ? "refused" : "nothing");
  const lasting = entries.some(({ change }) => isLasting(change));
  if (wish.yes && lasting && !wish.isNamed(prepared)) return result("needs-name");
  if (!wish.yes) {
    if (!canAsk()) return result("not-asked");
    if (!(await ask(treatText[io.lang].askTreat, io))) return result("declined");
  }
  const ready = (await wish.ready?.(prepared)) ?? { ok: true };
  if (!ready.ok) {
    const { failure, code } = ready;
    return result("not-begun", { outcome: "not-begun", failure, code, before: [], after: [] });
  }
  const options = { machine, guide, journals, signal: io.signal, resumed: kept };
  const treated = await treat(prepared, options);
  return result(treated.outcome, treated);
}
