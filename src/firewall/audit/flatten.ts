import type { Policy } from "../policy.ts";
import type { Crossing } from "../prove/crossing.ts";
import { interfaceMatch, type Match, stageMatch } from "../prove/packet.ts";
import { actions, type Phase, phases } from "../table.ts";
import { boxLength, fieldsAt, setField } from "./boxes.ts";
import { commit, defaultRow, newProgram, noStage, type Program, verdicts } from "./program.ts";
import { rowWriter } from "./row-box.ts";
import type { Sieve } from "./sieve.ts";
import { axisCount, type Fields, type Space } from "./space.ts";

/** Which packets a program is about. */
export interface View {
  space: Space;
  /** A side that is not known makes rules about it match perhaps. */
  crossing: Crossing;
  phase: Phase;
  within: Fields;
}

/** What a program may leave out. */
export interface Part {
  /** Room for so many boxes more than entries. */
  room?: number;
  /** Rows that are asked about, and a sieve that knows what they match; what touches none is left out. */
  only?: { isAsked(row: number): boolean; sieve: Sieve };
}

const deepest = 64;
/** How often each row may be written, and how many more in all. */
const growth = 4;
const spareRows = 100_000;

interface Writing {
  policy: Policy;
  view: View;
  program: Program;
  inputs: readonly Match[];
  outputs: readonly Match[];
  /** Writes the box of a row behind the last entry; false where it matches nothing. */
  writeRow(row: number, within: Fields): boolean;
  only: Part["only"];
  /** Rows that may still be looked at. */
  left: number;
  /** Entries whose packets go on to the next stage; undefined in the last one. */
  onward: number[] | undefined;
}

/** Everything that may happen to packets of one kind on their way through the policy. */
export function flatten(policy: Policy, view: View, { room = 0, only }: Part = {}): Program {
  const { table, interfaces, stages } = policy;
  const program = newProgram(view.space, (only ? 0 : table.length) + 2 * stages.length + 2 + room);
  const writing: Writing = {
    policy,
    view,
    program,
    inputs: interfaces.map((wanted) => interfaceMatch(wanted, view.crossing.input)),
    outputs: interfaces.map((wanted) => interfaceMatch(wanted, view.crossing.output)),
    writeRow: rowWriter(policy, program.boxes, view.space),
    only,
    left: growth * table.length + spareRows,
    onward: undefined,
  };
  const asked = stages.flatMap((stage, number) => {
    const met = stageMatch(stage, view.phase, view.crossing);
    return met === "no" ? [] : [{ ...stage, number, met }];
  });
  for (const [at, { number, chain, otherwise, met }] of asked.entries()) {
    const isLast = at === asked.length - 1;
    writing.onward = isLast ? undefined : [];
    // A stage that is perhaps not asked lets everything pass perhaps.
    if (met === "perhaps") decide(writing, view.within, noStage, verdicts.permit, true);
    const ends: number[] = [];
    writeChain(writing, chain, view.within, ends, 0);
    lead(program, ends);
    const verdict = verdicts[otherwise];
    if (isLast || verdict === verdicts.deny) {
      decide(writing, view.within, defaultRow(number), verdict, false);
    }
    lead(program, writing.onward ?? []);
  }
  if (asked.length === 0) decide(writing, view.within, noStage, verdicts.permit, false);
  return program;
}

/** `ends` receives the entries that lead to the end of this chain. */
function writeChain(
  writing: Writing,
  chain: number,
  within: Fields,
  ends: number[],
  depth: number,
): void {
  const { policy, program, view, inputs, outputs } = writing;
  const { table } = policy;
  const bit = phases[view.phase];
  const { rows } = policy.chains[chain]!;
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at]!;
    if ((table.phases[row]! & bit) === 0) continue;
    const input = inputs[table.input[row]!]!;
    const output = outputs[table.output[row]!]!;
    if (input === "no" || output === "no" || !writing.writeRow(row, within)) continue;
    if (writing.only && !isWanted(writing, row)) continue;
    const doubt = table.unknown[row] !== 0 || input === "perhaps" || output === "perhaps";
    const action = table.action[row]!;
    if (action === actions.jump || action === actions.goto) {
      writeJump(writing, row, doubt, ends, depth);
    } else if (action === actions.return) {
      ends.push(commit(program, { row, verdict: verdicts.none, doubt, target: 0 }));
      program.plain = false;
    } else {
      commitVerdict(writing, row, verdictOf(action), doubt);
      if (depth === 0 && !doubt && program.last < 0) noteLast(writing);
    }
  }
}

/** Whether the row whose box was just written is asked about, or may come before one that is. */
function isWanted({ policy, program, only }: Writing, row: number): boolean {
  if (!only?.sieve.mayTouch(program.boxes.bounds, program.length * boxLength)) return false;
  const action = policy.table.action[row]!;
  const leads = action === actions.jump || action === actions.goto;
  return program.last < 0 || leads || only.isAsked(row);
}

/** Notes the entry written last where it takes all packets and none goes past it. */
function noteLast({ program, view }: Writing): void {
  const entry = program.length - 1;
  const { bounds, ragged } = program.boxes;
  if (!program.plain || program.target[entry]! >= 0 || ragged[entry] !== 0) return;
  for (let axis = 0; axis < axisCount; axis += 1) {
    const at = entry * boxLength + 2 * axis;
    const ranges = view.within[axis]!;
    if (bounds[at]! > ranges[0]! || bounds[at + 1]! < ranges[ranges.length - 1]!) return;
  }
  program.last = entry;
}

function verdictOf(action: number): number {
  if (action === actions.permit) return verdicts.permit;
  return action === actions.deny ? verdicts.deny : verdicts.unclear;
}

/** The chain that a row leads to, cut down to the packets that the row lets into it. */
function writeJump(
  writing: Writing,
  row: number,
  doubt: boolean,
  ends: number[],
  depth: number,
): void {
  const { program, policy } = writing;
  const { table } = policy;
  const inside = fieldsAt(program.boxes, program.length);
  const back: number[] = [];
  // Where the row matches for certain the entry only marks it: it leads to the next one.
  const mark = commit(program, {
    row,
    verdict: verdicts.none,
    doubt: true,
    target: program.length + 1,
  });
  writing.left -= policy.chains[table.target[row]!]!.rows.length + 1;
  if (depth === deepest || writing.left < 0) {
    program.whole = false;
    decide(writing, inside, row, verdicts.unclear, true);
    return;
  }
  writeChain(writing, table.target[row]!, inside, back, depth + 1);
  lead(program, back);
  if (table.action[row] === actions.goto) ends.push(skip(writing, inside, row));
  if (!doubt) return;
  program.target[mark] = program.length;
  program.plain = false;
}

function skip({ program }: Writing, fields: Fields, row: number): number {
  writeFields(program, fields);
  program.plain = false;
  return commit(program, { row, verdict: verdicts.none, doubt: false, target: 0 });
}

function decide(
  writing: Writing,
  fields: Fields,
  row: number,
  verdict: number,
  doubt: boolean,
): void {
  if (writeFields(writing.program, fields)) commitVerdict(writing, row, verdict, doubt);
}

function commitVerdict(writing: Writing, row: number, verdict: number, doubt: boolean): void {
  const { program, onward } = writing;
  const goesOn = onward !== undefined && verdict === verdicts.permit;
  const entry = commit(program, { row, verdict, doubt, target: goesOn ? 0 : -1 });
  if (!goesOn) return;
  onward.push(entry);
  program.plain = false;
}

/** The entries lead to whatever is written next. */
function lead(program: Program, entries: readonly number[]): void {
  for (const entry of entries) program.target[entry] = program.length;
}

function writeFields({ boxes, length }: Program, fields: Fields): boolean {
  return fields.every((ranges, axis) => setField(boxes, length, axis, ranges));
}
