import type { Policy } from "../policy.ts";
import type { Crossing } from "../prove/crossing.ts";
import { everyPhase, type Phase, phases } from "../table.ts";
import type { View } from "./flatten.ts";
import { everything, spaceOf } from "./space.ts";

/** Ways to look at a policy: more than these are not looked at. */
const mostViews = 256;

/**
 * Every view in which a packet can meet the rows, those that make no difference once: families,
 * phases of a connection, interfaces in and out. Undefined where they are too many.
 */
export function viewsOf(policy: Policy): View[] | undefined {
  const inputs = interfacesOf(policy, "input");
  const outputs = interfacesOf(policy, "output");
  const kinds = phasesThatDiffer(policy);
  const count = policy.families.length * kinds.length * inputs.length * outputs.length;
  if (count > mostViews) return undefined;
  const crossings = inputs.flatMap((input) =>
    outputs.map((output): Crossing => ({ input, output })),
  );
  return policy.families.flatMap((family) => {
    const space = spaceOf(family, policy.addressSets);
    const within = everything(space);
    return kinds.flatMap((phase) =>
      crossings.map((crossing) => ({ space, within, phase, crossing })),
    );
  });
}

/** A name for every kind of interface that rules tell apart, and one that none of them names. */
export function interfacesOf(
  { table, interfaces, stages }: Policy,
  side: "input" | "output",
): string[] {
  const used = new Uint8Array(interfaces.length);
  if (interfaces.length > 1) {
    for (let row = 0; row < table.length; row += 1) used[table[side][row]!] = 1;
  }
  const matches = [
    ...interfaces.filter((_, number) => used[number] === 1),
    ...stages.flatMap((stage) => stage[side] ?? []),
  ];
  const names = matches.flatMap((match) => match.names);
  // No interface is called `?`, so this one is like a pattern and like no name.
  return [...new Set([...names.map((name) => name.replace(/\*$/, "?")), "?"])];
}

export function phasesThatDiffer({ table, stages }: Policy): Phase[] {
  const sets = new Uint8Array(16);
  for (let row = 0; row < table.length; row += 1) sets[table.phases[row]! & 15] = 1;
  const seen = new Set<string>();
  return (Object.keys(phases) as Phase[]).filter((phase) => {
    const rows = sets.map((used, bits) => used & Math.sign(bits & phases[phase]));
    const passed = stages
      .map((stage) => (stage.phases ?? everyPhase) & phases[phase])
      .map(Math.sign);
    return seen.size < seen.add([...rows, ...passed].join("")).size;
  });
}
