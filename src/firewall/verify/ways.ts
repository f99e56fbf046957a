import { interfacesOf } from "../audit/views.ts";
import type { Policy } from "../policy.ts";
import type { Crossing } from "../prove/crossing.ts";

/** Ways between interfaces that are compared one by one, and rows times ways: each costs a pass. */
const mostWays = 64;
const mostWork = 2_000_000;

/** Between which interfaces packets are compared. */
export interface Ways {
  all: readonly Crossing[];
  /** Whether that is every way there is; else interfaces match perhaps, on both sides. */
  every: boolean;
}

/**
 * Where nobody says between which interfaces packets cross, every kind that the rules of either
 * configuration tell apart, and one that none names. A rule that only moved to another interface
 * would else be perhaps on both sides, and so look alike. Kinds of firewalls name their interfaces
 * each in its own way, so between two of them a name says nothing.
 */
export function waysBetween(before: Policy, after: Policy, given: Crossing): Ways {
  const namesOf = (side: keyof Crossing) => {
    if (given[side] !== undefined) return [given[side]];
    const names = [before, after].flatMap((policy) => interfacesOf(policy, side));
    const distinct = [...new Set(names)];
    return distinct.length > 1 ? distinct : [undefined];
  };
  const [inputs, outputs] = [namesOf("input"), namesOf("output")];
  if (inputs.length === 1 && outputs.length === 1) {
    return { all: [{ input: inputs[0], output: outputs[0] }], every: true };
  }
  const all = inputs
    .flatMap((input) => outputs.map((output): Crossing => ({ input, output })))
    .filter(({ input, output }) => input === undefined || input === "?" || input !== output);
  const work = all.length * (before.table.length + after.table.length);
  const isTooMuch = all.length > mostWays || work > mostWork;
  return before.vendor !== after.vendor || isTooMuch
    ? { all: [given], every: false }
    : { all, every: true };
}
