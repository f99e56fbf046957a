/** Longer lists are compared place by place: what takes the square of their length would never end. */
const mostAligned = 400;

/** What stands at a place of either list, or of both where it stayed or was reworded. */
export interface Aligned {
  before?: number;
  after?: number;
}

/**
 * Which entries of two lists belong together where nothing names them: equal ones as far as their
 * order allows, and between those the others one by one. The same whichever list is given first.
 *
 * @param before each entry in a form that is equal where the entries are
 */
export function align(before: readonly string[], after: readonly string[]): Aligned[] {
  // Of several longest common parts either could be taken; the choice must not depend on the side.
  if (before.join("\n") > after.join("\n")) {
    return align(after, before).map(({ before: b, after: a }) => ({
      ...(a !== undefined && { before: a }),
      ...(b !== undefined && { after: b }),
    }));
  }
  const found: Aligned[] = [];
  let [left, right] = [0, 0];
  const gap = (toLeft: number, toRight: number) => {
    for (; left < toLeft || right < toRight; left++, right++) {
      found.push({
        ...(left < toLeft && { before: left }),
        ...(right < toRight && { after: right }),
      });
    }
    [left, right] = [toLeft, toRight];
  };
  for (const [b, a] of common(before, after)) {
    gap(b, a);
    found.push({ before: b, after: a });
    [left, right] = [b + 1, a + 1];
  }
  gap(before.length, after.length);
  return found;
}

/** Positions of a longest common subsequence. */
function common(before: readonly string[], after: readonly string[]): [number, number][] {
  const [rows, columns] = [before.length, after.length];
  if (rows > mostAligned || columns > mostAligned) return [];
  const longest = Array.from({ length: rows + 1 }, () => new Uint16Array(columns + 1));
  for (let i = rows - 1; i >= 0; i--) {
    for (let j = columns - 1; j >= 0; j--) {
      longest[i]![j] =
        before[i] === after[j]
          ? longest[i + 1]![j + 1]! + 1
          : Math.max(longest[i + 1]![j]!, longest[i]![j + 1]!);
    }
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < rows && j < columns; ) {
    if (before[i] === after[j]) pairs.push([i++, j++]);
    else if (longest[i + 1]![j]! >= longest[i]![j + 1]!) i++;
    else j++;
  }
  return pairs;
}
