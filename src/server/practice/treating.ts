import { isUnfinished, type Journals, openJournals } from "../../doctor/journal.ts";
import { hasAction, type Prepared, prepare } from "../../doctor/prepare.ts";
import { type Treated, treat } from "../../doctor/treat.ts";
import type { Guide } from "../../guide/guide.ts";
import type { Machine } from "../../machine/machine.ts";
import type { Preview, PreviewAsk, TreatAsk, TreatResult } from "../../portal/wire.ts";
import { limits } from "../limits.ts";
import { refuse } from "../refusal.ts";
import { newSecret } from "../secret.ts";
import { remainsOf, told } from "./journals.ts";
import type { Emit } from "./practice.ts";

/** Previews that were shown, each of which can be agreed to once. */
export interface Treating {
  preview(machine: Machine, guide: Guide, ask: PreviewAsk): Promise<Preview>;
  treat(
    machine: Machine,
    guide: Guide,
    ask: TreatAsk,
    emit: Emit,
    signal: AbortSignal,
  ): Promise<TreatResult>;
}

/** @param files the folder with installers and certificate files, where there is one */
export function createTreating(files: string | undefined): Treating {
  /** What was shown, as text, by the id that consent comes back with. */
  const shown = new Map<string, string>();

  async function prepareNow(machine: Machine, guide: Guide, id: string): Promise<Prepared> {
    const remedy = guide.remedies.find((each) => each.id === id);
    if (remedy === undefined || !hasAction(remedy)) throw refuse("unknown-remedy", id);
    await refuseUnready(machine);
    return prepare({ machine }, guide, remedy, files);
  }

  return {
    async preview(machine, guide, ask) {
      const prepared = await prepareNow(machine, guide, ask.remedy);
      const preview = newSecret();
      shown.set(preview, shownAs(ask, prepared));
      const [oldest] = shown.keys();
      if (shown.size > limits.previews && oldest !== undefined) shown.delete(oldest);
      const { remedy, entries, refused, byHand } = prepared;
      const places = byHand.map((step) => remedy.steps.indexOf(step));
      return { preview, remedy: remedy.id, entries, refused, byHand: places };
    },

    async treat(machine, guide, ask, emit, signal) {
      const agreed = shown.get(ask.preview);
      shown.delete(ask.preview);
      if (agreed === undefined) throw refuse("preview-outdated");
      const prepared = await prepareNow(machine, guide, ask.remedy);
      if (shownAs(ask, prepared) !== agreed) throw refuse("preview-outdated");
      const journals = watched(openJournals(machine.system), emit);
      return resultOf(await treat(prepared, { machine, guide, journals, signal }));
    },
  };
}

/** Two previews are the same where they would change the same, for the same guide and remedy. */
function shownAs(
  { guide, remedy }: PreviewAsk,
  { entries, refused }: Pick<Prepared, "entries" | "refused">,
): string {
  return JSON.stringify([guide, remedy, entries, refused]);
}

/** Nothing is begun on a PC that cannot be changed, or about which a record tells something open. */
export async function refuseUnready(machine: Machine): Promise<void> {
  const elevated = await machine.system.elevated();
  if (elevated.state === "not-applicable") throw refuse("cannot-treat");
  const { kept, damaged } = await openJournals(machine.system).list();
  if (damaged[0]) throw refuse("cannot-treat", damaged[0].file);
  const unfinished = kept.find(isUnfinished);
  if (unfinished) throw refuse("interrupted", unfinished.journal.id);
}

/** The same journals, where each writing is told, and that all changes are made. */
function watched(journals: Journals, emit: Emit): Journals {
  return {
    ...journals,
    async write(kept) {
      const done = await journals.write(kept);
      if (!done.ok) return done;
      emit(told(kept));
      const { direction, ended, entries } = kept.journal;
      const made = entries.every(({ state }) => state !== "planned" && state !== "begun");
      if (made && direction === "forward" && ended === null) emit({ type: "verifying" });
      return done;
    },
  };
}

function resultOf({ at, code, walkedBack, ...treated }: Treated): TreatResult {
  return {
    ...treated,
    ...(code !== undefined && { code }),
    ...(at !== undefined && { at: at.change }),
    remains: walkedBack === undefined ? [] : remainsOf(walkedBack),
  };
}
