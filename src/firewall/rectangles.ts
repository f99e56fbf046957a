/** Rows × columns, by their numbers. */
export interface Rectangle {
  rows: readonly number[];
  columns: readonly number[];
}

/** Beyond these the exact search gives way to the better of the two plain groupings. */
const limits = { side: 32, candidates: 400, nodes: 50_000 };

/** A rectangle of one component and the cells it covers, as bits. */
interface Candidate extends Rectangle {
  cells: bigint;
}

/**
 * The fewest rectangles that together cover a relation and nothing outside it. `relation` has the
 * columns of each row, ascending. Rows that nothing connects are solved apart: that keeps real
 * tables small enough to be exact.
 */
export function fewestRectangles(relation: readonly (readonly number[])[]): Rectangle[] {
  const budget = { nodes: limits.nodes };
  return componentsOf(relation).flatMap((rows) => {
    const alike = byRow(relation, rows);
    if (alike.length === 1) return alike;
    const plain = fewer(alike, byColumn(relation, rows));
    const candidates = candidatesFor(relation, rows);
    const cover = candidates && smallestCover(candidates, plain.length, budget);
    return cover ? trimmed(cover) : plain;
  });
}

function fewer(a: Rectangle[], b: Rectangle[]): Rectangle[] {
  return b.length < a.length ? b : a;
}

/** Rows joined by common columns, each component in the order of its rows. */
function componentsOf(relation: readonly (readonly number[])[]): number[][] {
  const parent = relation.map((_, row) => row);
  const root = (row: number): number => {
    let at = row;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!;
      at = parent[at]!;
    }
    return at;
  };
  const firstOf = new Map<number, number>();
  for (const [row, columns] of relation.entries()) {
    for (const column of columns) {
      const first = firstOf.get(column);
      if (first === undefined) firstOf.set(column, row);
      else parent[root(row)] = root(first);
    }
  }
  return [...Map.groupBy(relation.keys(), root).values()];
}

function byRow(relation: readonly (readonly number[])[], rows: readonly number[]): Rectangle[] {
  const groups = Map.groupBy(rows, (row) => relation[row]!.join());
  return [...groups.values()].map((same) => ({ rows: same, columns: relation[same[0]!]! }));
}

function byColumn(relation: readonly (readonly number[])[], rows: readonly number[]): Rectangle[] {
  const rowsOf = new Map<number, number[]>();
  for (const row of rows) {
    for (const column of relation[row]!) {
      const known = rowsOf.get(column);
      if (known) known.push(row);
      else rowsOf.set(column, [row]);
    }
  }
  const groups = Map.groupBy(rowsOf.keys(), (column) => rowsOf.get(column)!.join());
  return [...groups.values()].map((columns) => ({
    rows: rowsOf.get(columns[0]!)!,
    columns: columns.sort((a, b) => a - b),
  }));
}

/**
 * Every rectangle that cannot grow: its columns are an intersection of rows' columns. Some smallest
 * cover is made of such rectangles alone. Undefined where there are too many.
 */
function candidatesFor(
  relation: readonly (readonly number[])[],
  rows: readonly number[],
): Candidate[] | undefined {
  const columns = [...new Set(rows.flatMap((row) => relation[row]!))].sort((a, b) => a - b);
  if (rows.length > limits.side || columns.length > limits.side) return undefined;
  const bitOf = new Map(columns.map((column, at) => [column, 1n << BigInt(at)]));
  const masks = rows.map((row) =>
    relation[row]!.reduce((mask, column) => mask | bitOf.get(column)!, 0n),
  );
  const closed = new Set(masks);
  for (const mask of closed) {
    for (const other of masks) if ((mask & other) !== 0n) closed.add(mask & other);
    if (closed.size > limits.candidates) return undefined;
  }
  const width = BigInt(columns.length);
  return [...closed].map((mask) => {
    const inside = [...rows.keys()].filter((at) => (masks[at]! & mask) === mask);
    return {
      rows: inside.map((at) => rows[at]!),
      columns: columns.filter((column) => (mask & bitOf.get(column)!) !== 0n),
      cells: inside.reduce((cells, at) => cells | (mask << (BigInt(at) * width)), 0n),
    };
  });
}

/** Iterative deepening up to `known`; undefined where the budget ends before a cover is found. */
function smallestCover(
  candidates: readonly Candidate[],
  known: number,
  budget: { nodes: number },
): Candidate[] | undefined {
  const all = candidates.reduce((cells, candidate) => cells | candidate.cells, 0n);
  const choices: { cell: bigint; covering: Candidate[] }[] = [];
  for (let cell = 1n; cell <= all; cell <<= 1n) {
    const covering = candidates.filter(({ cells }) => (cells & cell) !== 0n);
    if (covering.length > 0) choices.push({ cell, covering });
  }
  choices.sort((a, b) => a.covering.length - b.covering.length);
  for (let size = 1; size <= known; size += 1) {
    const found = search(all, size);
    if (found || budget.nodes <= 0) return found;
  }
  return undefined;

  function search(open: bigint, size: number): Candidate[] | undefined {
    if (open === 0n) return [];
    budget.nodes -= 1;
    if (size === 0 || budget.nodes <= 0) return undefined;
    const next = choices.find(({ cell }) => (open & cell) !== 0n)!;
    for (const candidate of next.covering) {
      const rest = search(open & ~candidate.cells, size - 1);
      if (rest) return [candidate, ...rest];
    }
    return undefined;
  }
}

/**
 * A row leaves a rectangle where the others cover it anyway; the rectangle with the fewest columns
 * gives it up, so that what belongs together stays in one rule. Then columns likewise.
 */
function trimmed(cover: readonly Rectangle[]): Rectangle[] {
  const result = cover.map(({ rows, columns }) => ({ rows, columns }));
  const order = result.toSorted((a, b) => a.columns.length - b.columns.length);
  for (const one of order) {
    const others = result.filter((other) => other !== one);
    const needed = (row: number, column: number) =>
      !others.some(({ rows, columns }) => rows.includes(row) && columns.includes(column));
    one.rows = one.rows.filter((row) => one.columns.some((column) => needed(row, column)));
    one.columns = one.columns.filter((column) => one.rows.some((row) => needed(row, column)));
  }
  return result.filter(({ rows, columns }) => rows.length > 0 && columns.length > 0);
}
