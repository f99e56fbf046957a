import type { Given, Hands, Refused } from "../actions/action.ts";
import type { Change } from "../actions/change.ts";
import { actions } from "../actions/index.ts";
import type { Guide } from "../guide/guide.ts";
import type { ActionId } from "../guide/schema/action.ts";
import type { Step } from "../guide/schema/remedy.ts";

export type Remedy = Guide["remedies"][number];

/** Everything that a remedy would change now. A preview shows it, and exactly it is then done. */
export interface Prepared {
  remedy: Remedy;
  entries: { action: ActionId; change: Change }[];
  refused: (Refused & { action: ActionId })[];
  /** Steps for a person that come after the last one that Jochi does; those before lead up to it. */
  byHand: Step[];
}

/**
 * Asks the actions of all steps, each for the PC as it is now; changes nothing.
 *
 * @param trusted authorities that this PC will trust by the time the first program is started
 */
export async function prepare(
  hands: Hands,
  guide: Guide,
  remedy: Remedy,
  files?: string,
  trusted: Given["trusted"] = [],
): Promise<Prepared> {
  const prepared: Prepared = { remedy, entries: [], refused: [], byHand: [] };
  for (const step of remedy.steps) {
    const { action } = step;
    if (action === undefined) {
      prepared.byHand.push(step);
      continue;
    }
    prepared.byHand = [];
    const { changes, refused } = await actions[action].plan(hands, {
      guide,
      step,
      files,
      trusted,
    });
    prepared.entries.push(...changes.map((change) => ({ action, change })));
    prepared.refused.push(...refused.map((each) => ({ action, ...each })));
  }
  return prepared;
}

/** Whether Jochi can do anything of it at all. */
export function hasAction(remedy: Remedy): boolean {
  return remedy.steps.some(({ action }) => action !== undefined);
}
