/** Where in a file's data: keys and list positions, outermost first. */
export type DataPath = readonly (string | number)[];

/** A value by its path, undefined where the way to it breaks off. */
export function valueAt(data: unknown, path: DataPath): unknown {
  let value = data;
  for (const part of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, part))
      return undefined;
    value = (value as Record<string | number, unknown>)[part];
  }
  return value;
}
