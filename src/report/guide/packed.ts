/**
 * Plain data as a file carries it beside a text that says most of it already: every value once, a
 * string by its place in that text, and what stands under the same key next to each other.
 */
export interface Packed {
  /** Strings, numbers and the like that the text does not have. */
  values: unknown[];
  /** Lengths of lists, and the keys of objects, separated by spaces. */
  shapes: (number | string)[];
  /**
   * By key, in the order in which it is read: how far on from the one before a value stands in the
   * text, which `values` go on and which begins again at its end; below 0 a shape, the first as -1.
   */
  columns: Record<string, number[]>;
}

/** JSON's own kinds, without `undefined`; keys have no spaces. */
export function pack(data: unknown, said: readonly string[]): Packed {
  const shapes: Packed["shapes"] = [];
  const columns = new Map<string, number[]>();
  const values: unknown[] = [];
  const places = new Map<unknown, number>();
  for (const [at, text] of said.entries()) if (!places.has(text)) places.set(text, at);
  // Of what is said twice, once in each language, each language means its own.
  const later = new Map(said.map((text, at) => [text, at]));

  const shape = (wanted: number | string) => {
    const at = shapes.indexOf(wanted);
    return at >= 0 ? -1 - at : -shapes.push(wanted);
  };
  const place = (value: unknown, key: string) => {
    const known = (key === "en" ? later : places).get(value) ?? places.get(value);
    if (known !== undefined) return known;
    const own = said.length + values.push(value) - 1;
    places.set(value, own);
    return own;
  };
  const put = (key: string, value: unknown) => {
    const column = columns.get(key) ?? [];
    columns.set(key, column);
    if (Array.isArray(value)) {
      column.push(shape(value.length));
      for (const each of value) put(key, each);
    } else if (typeof value === "object" && value !== null) {
      column.push(shape(Object.keys(value).join(" ")));
      for (const [name, each] of Object.entries(value)) put(name, each);
    } else column.push(place(value, key));
  };
  put("", data);
  const count = said.length + values.length;
  return {
    values,
    shapes,
    columns: Object.fromEntries([...columns].map(([key, column]) => [key, stepped(column, count)])),
  };
}

/** What follows one another in the text does so in the data, too: steps are small and alike. */
function stepped(column: readonly number[], count: number): number[] {
  let last = 0;
  return column.map((place) => {
    if (place < 0) return place;
    const step = (place - last + count) % count;
    last = place;
    return step;
  });
}

/**
 * The data that was packed with this very text.
 *
 * @param soon what follows this entry of an object's own is read when any of it is first asked for
 */
export function unpack(
  { values, shapes, columns }: Packed,
  said: readonly string[],
  soon?: string,
): unknown {
  const all = [...said, ...values];
  const reading = new Map(
    Object.entries(columns).map(([key, column]) => [key, { key, column, at: 0, last: 0 }]),
  );
  // Looked up once for a shape and not for every value: a page opens with it.
  const made = shapes.map((shape) =>
    typeof shape === "number"
      ? shape
      : shape
          .split(" ")
          .filter(Boolean)
          .map((name) => reading.get(name)!),
  );
  const read = (own: NonNullable<ReturnType<typeof reading.get>>): unknown => {
    const step = own.column[own.at]!;
    own.at += 1;
    if (step >= 0) {
      own.last = (own.last + step) % all.length;
      return all[own.last];
    }
    const shape = made[-1 - step]!;
    if (typeof shape === "number") {
      const list: unknown[] = [];
      while (list.length < shape) list.push(read(own));
      return list;
    }
    const data: Record<string, unknown> = {};
    const last = own.key === "" ? shape.findIndex(({ key }) => key === soon) : -1;
    const left = last < 0 ? [] : shape.slice(last + 1);
    for (const each of left.length > 0 ? shape.slice(0, last + 1) : shape)
      data[each.key] = read(each);
    later(data, left, read);
    return data;
  };
  return read(reading.get("")!);
}

/** Entries that are all read, in their order, with the first that is asked for. */
function later<Own extends { key: string }>(
  data: Record<string, unknown>,
  left: readonly Own[],
  read: (own: Own) => unknown,
): void {
  const own = { enumerable: true, configurable: true };
  const readAll = () => {
    for (const each of left)
      Object.defineProperty(data, each.key, { ...own, writable: true, value: read(each) });
  };
  for (const { key } of left) {
    const get = () => {
      readAll();
      return data[key];
    };
    Object.defineProperty(data, key, { ...own, get });
  }
}
