/** Which rows hide each row: lists without an object each, because nearly all rows may be hidden. */
export interface Hiders {
  add(row: number, by: number): void;
  /** Some may stand there twice. */
  of(row: number): number[];
}

/** So far back it is looked whether a row is known to hide another. */
const farthest = 16;

export function newHiders(rows: number): Hiders {
  /** The place behind the last item of each list; an item is a row and the place before it. */
  const lasts = new Uint32Array(rows);
  let items = new Int32Array(2 * 1_024);
  let length = 0;
  return { add, of };

  function add(row: number, by: number): void {
    let place = lasts[row]!;
    for (let step = 0; place > 0 && step < farthest; step += 1) {
      if (items[2 * place - 2] === by) return;
      place = items[2 * place - 1]!;
    }
    if (2 * length === items.length) {
      const larger = new Int32Array(2 * items.length);
      larger.set(items);
      items = larger;
    }
    items[2 * length] = by;
    items[2 * length + 1] = lasts[row]!;
    length += 1;
    lasts[row] = length;
  }

  function of(row: number): number[] {
    const found: number[] = [];
    for (let place = lasts[row]!; place > 0; place = items[2 * place - 1]!) {
      found.push(items[2 * place - 2]!);
    }
    return found;
  }
}
