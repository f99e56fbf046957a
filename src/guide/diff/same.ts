/** Where a fact is from and how old it is; these change together, whenever somebody looks again. */
export const provenanceKeys: readonly string[] = [
  "source",
  "verifiedOn",
  "reviewBy",
  "expires",
  "certainty",
];

export type Mapping = Record<string, unknown>;

export function isMapping(value: unknown): value is Mapping {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Words for people in their languages: one thing, however many languages changed. */
export function isText(value: unknown): boolean {
  return (
    isMapping(value) &&
    typeof value.ko === "string" &&
    Object.keys(value).every((key) => key === "ko" || key === "en")
  );
}

/** One form for equal data, whatever the order of its keys. `leaving` names keys that do not count, at any depth. */
export function form(value: unknown, leaving: readonly string[] = []): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    isMapping(inner)
      ? Object.fromEntries(
          Object.entries(inner)
            .filter(([key]) => !leaving.includes(key))
            .sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : inner,
  );
}
