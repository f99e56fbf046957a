import type { Checker, Problem } from "./problem.ts";
import type { Shape, Shapes } from "./shape.ts";
import { type Expected, foundOf } from "./trouble.ts";

/** Checks evidence by its formats as plain data, and says of it what the schemas would. */
export function plainChecker({ file, facts }: Shapes): Checker {
  return {
    probes: Object.keys(facts),
    file: (value) => problemOf(file, value),
    fact: (probe, part, value) => problemOf(facts[probe]![part], value),
  };
}

function problemOf(shape: Shape, value: unknown): Problem | undefined {
  const problems = [...problemsIn(shape, value, [])];
  const foreign = value as { schema?: unknown } | null;
  const version = problems.find(
    ({ path }) => path[0] === "schema" && foreign?.schema !== undefined,
  );
  return version ?? problems.find(({ expected }) => expected.is === "known-keys") ?? problems[0];
}

type Path = readonly PropertyKey[];
type Simple = Exclude<Shape, { is: "list" | "object" | "record" | "kind" | "or-null" }>;

function* problemsIn(shape: Shape, value: unknown, path: Path): Generator<Problem> {
  switch (shape.is) {
    case "list":
      if (!Array.isArray(value)) yield problem(path, value, { is: "list" });
      else if (shape.most !== undefined && value.length > shape.most)
        yield problem(path, value, { is: "at-most", limit: shape.most, of: "entries" });
      else
        for (const [at, each] of value.entries()) yield* problemsIn(shape.of, each, [...path, at]);
      return;
    case "or-null":
      if (value !== null) yield* problemsIn(shape.of, value, path);
      return;
    case "object":
    case "record":
    case "kind":
      if (!isObject(value)) yield problem(path, value, { is: "object" });
      else if (shape.is === "object") yield* problemsOfKeys(shape, value, path);
      else if (shape.is === "record") yield* problemsOfEntries(shape, value, path);
      else yield* problemsOfKind(shape, value, path);
      return;
    default: {
      const expected = expectedOf(shape, value);
      if (expected) yield problem(path, value, expected);
    }
  }
}

function problem(path: Path, value: unknown, expected: Expected): Problem {
  return { path: [...path], found: foundOf(value), expected };
}

/** What should stand in the place of a value; nothing where it is right. */
function expectedOf(shape: Simple, value: unknown): Expected | undefined {
  switch (shape.is) {
    case "text":
      if (typeof value !== "string") return { is: "text" };
      if (shape.most !== undefined && value.length > shape.most)
        return { is: "at-most", limit: shape.most, of: "characters" };
      if (shape.pattern !== undefined && !new RegExp(shape.pattern).test(value))
        return { is: shape.means ?? "format" };
      return undefined;
    case "number":
    case "whole-number":
      return expectedNumber(shape, value);
    case "boolean":
      return typeof value === "boolean" ? undefined : { is: "boolean" };
    case "json":
      return isJson(value) ? undefined : { is: "json" };
    case "one-of":
      return shape.values.some((each) => each === value)
        ? undefined
        : { is: "one-of", values: shape.values.map(String) };
    case "anything":
      return undefined;
  }
}

function expectedNumber(
  { is, least, most }: Extract<Shape, { is: "number" | "whole-number" }>,
  value: unknown,
): Expected | undefined {
  if (typeof value !== "number" || !Number.isFinite(value)) return { is: "number" };
  const whole = is === "whole-number";
  if (whole && !Number.isInteger(value)) return { is };
  // Whole numbers beyond these cannot be told from their neighbours.
  const lowest = Math.max(least ?? -Infinity, whole ? Number.MIN_SAFE_INTEGER : -Infinity);
  if (value < lowest) return { is: "at-least", limit: lowest, of: "number" };
  if (whole && value > Number.MAX_SAFE_INTEGER)
    return { is: "at-most", limit: Number.MAX_SAFE_INTEGER, of: "number" };
  return most !== undefined && value > most
    ? { is: "at-most", limit: most, of: "number" }
    : undefined;
}

function* problemsOfKeys(
  { keys, may = [] }: Extract<Shape, { is: "object" }>,
  value: Record<string, unknown>,
  path: Path,
): Generator<Problem> {
  for (const [key, shape] of Object.entries(keys)) {
    if (!Object.hasOwn(value, key) && may.includes(key)) continue;
    yield* problemsIn(shape, value[key], [...path, key]);
  }
  const foreign = Object.keys(value).find((key) => !Object.hasOwn(keys, key));
  if (foreign !== undefined) yield problem([...path, foreign], foreign, { is: "known-keys" });
}

function* problemsOfEntries(
  { key: name, value: shape }: Extract<Shape, { is: "record" }>,
  value: Record<string, unknown>,
  path: Path,
): Generator<Problem> {
  for (const [key, each] of Object.entries(value)) {
    const [wrong] = problemsIn(name, key, [...path, key]);
    if (wrong) yield wrong;
    else yield* problemsIn(shape, each, [...path, key]);
  }
}

function* problemsOfKind(
  { by, values, shapes }: Extract<Shape, { is: "kind" }>,
  value: Record<string, unknown>,
  path: Path,
): Generator<Problem> {
  const kind = value[by];
  const shape = shapes[values.indexOf(kind as string)];
  if (shape) yield* problemsIn(shape, value, path);
  else yield problem([...path, by], kind, { is: "one-of", values: values.map(String) });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** JSON.parse makes a number that is none of JSON where it is beyond the range. */
function isJson(value: unknown): boolean {
  if (typeof value === "number") return Number.isFinite(value);
  if (Array.isArray(value)) return value.every(isJson);
  return !isObject(value) || Object.values(value).every(isJson);
}
