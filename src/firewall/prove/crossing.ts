import { maxV4 } from "../address.ts";
import { destinationOf, type InterfaceMatch, type Policy, sourceOf } from "../policy.ts";
import { type Bound, difference, intersection, type Ranges, sizeOf } from "../ranges.ts";
import { actions, phases } from "../table.ts";
import type { Question } from "./question.ts";

/** Between which interfaces or zones the packets of a flow cross. */
export interface Crossing {
  input: string | undefined;
  output: string | undefined;
}

export interface Crossings {
  /** All that are possible; the flow is permitted only if it is in each. */
  all: Crossing[];
  /** True where nothing but the rules themselves speaks for these: it must be told. */
  assumed: boolean;
}

/** A name that no rule mentions: a real packet never crosses the loopback interface. */
const other = "?";
const loopback = /^lo\d*$/;
const mostCrossings = 64;

/**
 * Where the user names interfaces, those. Else by where the addresses are attached, from the
 * interfaces' own networks and routes. Else those that rules name which could let the flow pass: if
 * that is one pair, it is taken and said; if several, all must agree.
 */
export function crossingsOf(
  policy: Policy,
  question: Question,
  rows: Int32Array,
  given: Crossing,
): Crossings {
  const inputs = side("input", question.clients);
  const outputs = side("output", question.servers);
  const all = inputs.names
    .flatMap((input) => outputs.names.map((output): Crossing => ({ input, output })))
    .filter(
      ({ input, output }, _, { length }) =>
        length === 1 || input === undefined || input !== output || input === other,
    );
  if (all.length > mostCrossings) {
    return { all: [{ input: undefined, output: undefined }], assumed: false };
  }
  return { all, assumed: inputs.assumed || outputs.assumed };

  function side(which: "input" | "output", addresses: Ranges<Bound>) {
    const named = given[which];
    if (named !== undefined) return { names: [named], assumed: false };
    // Answers cross the other way round, and where they are asked both sides decide.
    const mentioned =
      policy.replies === "checked"
        ? [...new Set([...mentions(policy, "input"), ...mentions(policy, "output")])]
        : mentions(policy, which);
    if (mentioned.length === 0) return { names: [other], assumed: false };
    const attached = attachedTo(policy, question, addresses);
    if (attached) return { names: attached, assumed: false };
    const names = possibleNames(policy, rows, which, mentioned);
    return { names, assumed: names.length === 1 && names[0] !== other };
  }
}

/** Every interface that a rule or stage asks about on this side. */
function mentions(policy: Policy, which: "input" | "output"): string[] {
  const column = policy.table[which];
  const used = new Set<number>();
  if (policy.interfaces.length > 1) {
    for (let row = 0; row < policy.table.length; row += 1) used.add(column[row]!);
  }
  return namesOf([
    ...[...used].map((number) => policy.interfaces[number]),
    ...policy.stages.map((stage) => stage[which]),
  ]);
}

/**
 * Where the flow could cross, as far as rules say. If every rule that could permit its first packet
 * names the same one, that is it: such a rule was written for this way. A rule that names none, or
 * everything behind an interface, was not; then any other interface is as possible.
 */
function possibleNames(
  policy: Policy,
  rows: Int32Array,
  which: "input" | "output",
  mentioned: readonly string[],
): string[] {
  const { table, interfaces } = policy;
  const letting: readonly number[] = [actions.permit, actions.jump, actions.goto];
  const touching = [...rows].filter(
    (row) => letting.includes(table.action[row]!) && (table.phases[row]! & phases.open) !== 0,
  );
  const chains = new Set(touching.map((row) => table.chain[row]!));
  const stages = policy.stages.filter(({ chain }) => chains.has(chain));
  const own = touching.map((row) => ({ row, match: interfaces[table[which][row]!]! }));
  const named = namesOf([
    ...own.filter(({ match }) => !match.negated).map(({ match }) => match),
    ...stages.map((stage) => stage[which]),
  ]);
  // Zones are all there is between; elsewhere an interface need not be named at all.
  const others = policy.replies === "checked" ? [other] : [];
  const isFree = own.some(
    ({ row, match }) =>
      table.action[row] === actions.permit &&
      (match.negated || (others.length > 0 && isAboutEverything(policy, row))),
  );
  const isBound = stages.length > 0 && stages.every((stage) => stage[which] !== undefined);
  if (named.length > 0 && (!isFree || isBound)) return named;
  return [...new Set([...named, ...mentioned, ...others])];
}

function isAboutEverything(policy: Policy, row: number): boolean {
  return [sourceOf(policy, row), destinationOf(policy, row)].every(
    ({ v4 }) => v4.length === 0 || (v4[0] === 0 && v4[1] === maxV4),
  );
}

function namesOf(matches: (InterfaceMatch | undefined)[]): string[] {
  const names = matches.flatMap((match) => match?.names ?? []);
  return [...new Set(names)].filter((name) => !loopback.test(name));
}

/** The interfaces behind which the addresses lie, the narrowest network first; undefined if not all do. */
function attachedTo(
  policy: Policy,
  { family }: Question,
  addresses: Ranges<Bound>,
): string[] | undefined {
  const known = policy.attachments
    .map(({ name, addresses: { v4, v6 } }) => ({ name, own: family === "ipv4" ? v4 : v6 }))
    .map((attachment) => ({ ...attachment, size: sizeOf<Bound>(attachment.own) }))
    .sort((a, b) => (a.size < b.size ? -1 : a.size > b.size ? 1 : 0));
  const names = new Set<string>();
  let left: Ranges<Bound> = addresses;
  for (const { name, own } of known) {
    if (intersection<Bound>(left, own).length === 0) continue;
    names.add(name);
    left = difference<Bound>(left, own);
  }
  return left.length === 0 && names.size > 0 ? [...names] : undefined;
}
