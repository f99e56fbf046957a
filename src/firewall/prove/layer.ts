import { destinationOf, type Policy, sourceOf } from "../policy.ts";
import { actions, type Phase, phases } from "../table.ts";
import type { Way } from "./candidates.ts";
import type { Crossing } from "./crossing.ts";
import { type Grid, type Run, runsOf } from "./grid.ts";
import { addressMatch, both, interfaceMatch, type Match, stageMatch } from "./packet.ts";
import type { Question } from "./question.ts";

/** What one stage does with one kind of packet of the connection, cell by cell. */
export interface Layer {
  phase: Phase;
  stage: number;
  /** The row that decides; -1 is the stage's default, -2 that the stage is not asked. */
  deciders: Int32Array;
  /** Cell → rows that decide earlier, perhaps. */
  doubts: Map<number, number[]>;
}

export const byDefault = -1;
export const notAsked = -2;

export interface Ground {
  policy: Policy;
  question: Question;
  grid: Grid;
  rows: Record<Way, Int32Array>;
  crossing: Crossing;
}

const deepest = 64;

export function layerOf(ground: Ground, phase: Phase, stage: number): Layer {
  const { policy, grid, crossing } = ground;
  const way: Way = phase === "open" || phase === "data" ? "there" : "back";
  const turned = way === "there" ? crossing : swapped(crossing);
  const { input, output } = turned;
  const deciders = new Int32Array(grid.cells).fill(byDefault);
  const doubts = new Map<number, number[]>();
  const asked = stageMatch(policy.stages[stage]!, phase, turned);
  if (asked === "no") return { phase, stage, deciders: deciders.fill(notAsked), doubts };

  const byChain = candidatesByChain();
  const everything = Int32Array.from({ length: grid.cells }, (_, cell) => cell);
  walk(policy.stages[stage]!.chain, everything, undefined, 0);
  // A stage that is perhaps not asked at all may let everything pass.
  if (asked === "perhaps") for (const cell of everything) doubt(cell, notAsked);
  return { phase, stage, deciders, doubts };

  function candidatesByChain(): Map<number, number[]> {
    const found = new Map<number, number[]>();
    for (const row of ground.rows[way]) {
      if ((policy.table.phases[row]! & phases[phase]) === 0) continue;
      const chainOf = policy.table.chain[row]!;
      const list = found.get(chainOf);
      if (list) list.push(row);
      else found.set(chainOf, [row]);
    }
    return found;
  }

  /**
   * Takes cells through one chain and gives those about which nothing was decided. In a `doubtful`
   * cell whatever is decided is noted as a doubt: an earlier rule has perhaps led elsewhere.
   */
  function walk(
    number: number,
    cells: Int32Array,
    doubtful: ((cell: number) => boolean) | undefined,
    depth: number,
  ): Int32Array {
    const rows = byChain.get(number);
    if (!rows || depth > deepest) return cells;
    const field = fieldOf(cells);
    const returned: number[] = [];
    const soft = new Set<number>();
    for (const row of rows) {
      const match = certaintyOf(row);
      if (match === "no") continue;
      const runs = runsOf(policy, grid, ground.question, row, way);
      const action = policy.table.action[row]!;
      if (action === actions.jump || action === actions.goto) branch(row, match, runs, action);
      else field.each(runs, (cell) => decide(cell, row, match, action));
    }
    return field.rest(returned);

    function decide(cell: number, row: number, match: Match, action: number): boolean {
      if (action === actions.return) {
        if (match === "perhaps") soft.add(cell);
        else returned.push(cell);
        return match === "yes";
      }
      if (match === "perhaps" || soft.has(cell) || doubtful?.(cell)) doubt(cell, row);
      else deciders[cell] = row;
      if (match === "yes" && soft.has(cell)) returned.push(cell);
      return match === "yes";
    }

    function branch(row: number, match: Match, runs: readonly Run[], action: number): void {
      const inside = field.collect(runs);
      if (inside.length === 0) return;
      const target = policy.table.target[row]!;
      const unsure =
        match === "perhaps" ? () => true : (cell: number) => soft.has(cell) || !!doubtful?.(cell);
      const left = walk(target, inside, unsure, depth + 1);
      if (match === "perhaps") {
        if (action === actions.goto) for (const cell of left) soft.add(cell);
        return;
      }
      const back = new Set(left);
      field.each(runs, (cell) => {
        const goesOn = back.has(cell);
        if (goesOn ? action === actions.goto : soft.has(cell)) returned.push(cell);
        return !goesOn || action === actions.goto;
      });
    }
  }

  function doubt(cell: number, row: number): void {
    const list = doubts.get(cell);
    if (!list) doubts.set(cell, [row]);
    else if (!list.includes(row)) list.push(row);
  }

  function certaintyOf(row: number): Match {
    const { table, interfaces, unknowns } = policy;
    const faces = both(
      interfaceMatch(interfaces[table.input[row]!], input),
      interfaceMatch(interfaces[table.output[row]!], output),
    );
    const { name } = ground.question;
    if (name === undefined) return table.unknown[row] === 0 ? faces : both(faces, "perhaps");
    const far = addressMatch((way === "there" ? destinationOf : sourceOf)(policy, row), name);
    const known = table.unknown[row] === 0 || unknowns[table.unknown[row]!]!.code === "fqdn";
    return both(both(faces, far), known ? "yes" : "perhaps");
  }
}

function swapped({ input, output }: Crossing): Crossing {
  return { input: output, output: input };
}

/** The cells still undecided; what is taken out is skipped in one step from then on. */
function fieldOf(cells: Int32Array) {
  const next = Int32Array.from({ length: cells.length + 1 }, (_, at) => at);

  function find(at: number): number {
    let root = at;
    while (next[root] !== root) root = next[root]!;
    for (let step = at; next[step] !== root && step !== root; ) {
      const after = next[step]!;
      next[step] = root;
      step = after;
    }
    return root;
  }

  /** Calls for every undecided cell in the runs; true takes the cell out. */
  function each(runs: readonly Run[], visit: (cell: number) => boolean): void {
    for (const [from, to] of runs) {
      let at = find(placeOf(cells, from));
      while (at < cells.length && cells[at]! < to) {
        if (visit(cells[at]!)) next[at] = at + 1;
        at = find(at + 1);
      }
    }
  }

  return {
    each,
    collect(runs: readonly Run[]): Int32Array {
      const found: number[] = [];
      each(runs, (cell) => {
        found.push(cell);
        return false;
      });
      return Int32Array.from(found).sort();
    },
    /** What is left, with what came back in between. */
    rest(returned: number[]): Int32Array {
      const found = returned;
      for (let at = find(0); at < cells.length; at = find(at + 1)) found.push(cells[at]!);
      return Int32Array.from(found).sort();
    },
  };
}

function placeOf(cells: Int32Array, wanted: number): number {
  if (cells.length > 0 && cells[cells.length - 1] === cells.length - 1) return wanted;
  let [low, high] = [0, cells.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cells[middle]! < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
