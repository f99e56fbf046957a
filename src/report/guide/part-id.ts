/** Of what a document has a part for each. */
export const partKinds = ["section", "browser", "symptom", "file", "program", "remedy"] as const;

/** What a part is called within its document: a guide's ids are unique among their kind only. */
export function partId(kind: (typeof partKinds)[number], id: string): string {
  return `${kind}-${id}`;
}

/**
 * Names that are given once: one that comes again, as a table does that several sections have rows of,
 * gets a number behind a sign that no id of a guide has.
 */
export function onceEach(): (name: string) => string {
  const times = new Map<string, number>();
  return (name) => {
    const time = (times.get(name) ?? 0) + 1;
    times.set(name, time);
    return time === 1 ? name : `${name}_${time}`;
  };
}
