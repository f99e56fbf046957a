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

/** The data that was packed with this very text. */
export function unpack({ values, shapes, columns }: Packed, said: readonly string[]): unknown {
  const count = said.length + values.length;
  const reading = new Map(
    Object.entries(columns).map(([key, column]) => [key, { column, at: 0, last: 0 }]),
  );
  const names = shapes.map((shape) => String(shape).split(" ").filter(Boolean));
  const read = (key: string): unknown => {
    const own = reading.get(key)!;
    const step = own.column[own.at]!;
    own.at += 1;
    if (step < 0) {
      const shape = shapes[-1 - step]!;
      if (typeof shape === "number") return Array.from({ length: shape }, () => read(key));
      const made: Record<string, unknown> = {};
      for (const name of names[-1 - step]!) made[name] = read(name);
      return made;
    }
    own.last = (own.last + step) % count;
    return own.last < said.length ? said[own.last] : values[own.last - said.length];
  };
  return read("");
}
