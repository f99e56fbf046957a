import type { Evidence } from "../../src/evidence/evidence.ts";

/** Every text of a value, with its path; keys of objects too, for they may hold names. */
export function* textsIn(value: unknown, path = ""): Generator<[path: string, text: string]> {
  if (typeof value === "string") yield [path, value];
  else if (Array.isArray(value)) {
    for (const [at, each] of value.entries()) yield* textsIn(each, `${path}[${at}]`);
  } else if (typeof value === "object" && value !== null) {
    for (const [at, [key, each]] of Object.entries(value).entries()) {
      yield [`${path}#${at}`, key];
      yield* textsIn(each, `${path}.${at}`);
    }
  }
}

/** What stands where something else stood before, longest first. */
export function pairsOf(before: Evidence, after: Evidence): [string, string][] {
  const { redacted: _redacted, ...plain } = after;
  const { redacted: _before, ...own } = before;
  const old = [...textsIn(own)];
  const pairs = new Map<string, string>();
  for (const [at, [path, text]] of [...textsIn(plain)].entries()) {
    const [place, was] = old[at] ?? ["", ""];
    if (place !== path) throw new Error(`${place} became ${path}`);
    for (const [one, other] of [[was, text], ...piecesOf(was, text)] as [string, string][]) {
      if (one !== other) pairs.set(one, other);
    }
  }
  return [...pairs].sort(([a], [b]) => b.length - a.length);
}

/** Reasons quote parts of what was seen: words of a text, and the host of an address. */
function piecesOf(was: string, text: string): [string, string][] {
  const [before, after] = [was, text].map((each) => each.split(/[\s"'<>;,()=]+/)) as [
    string[],
    string[],
  ];
  if (before.length !== after.length) return [];
  return before.flatMap((piece, at) => {
    const other = after[at] ?? "";
    const [own, its] = [piece, other].map((each) => URL.parse(each)?.hostname ?? "");
    return [[piece, other], ...(own && its ? [[own, its]] : [])] as [string, string][];
  });
}

/** A diagnosis as it would read if it had been told of the redacted evidence. */
export function mapped(diagnosis: unknown, pairs: readonly [string, string][]): unknown {
  if (pairs.length === 0) return diagnosis;
  const escaped = pairs.map(([was]) => was.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const pattern = new RegExp(`(?<![\\w.])(?:${escaped.join("|")})(?![\\w-]|\\.\\w)`, "g");
  const told = new Map(pairs);
  const replace = (value: unknown): unknown => {
    if (typeof value === "string") return value.replace(pattern, (was) => told.get(was) ?? was);
    if (Array.isArray(value)) return value.map(replace);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, replace(each)]));
  };
  return replace(diagnosis);
}
