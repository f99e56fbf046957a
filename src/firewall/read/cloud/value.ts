import type { Json, JsonObject } from "./json.ts";

/** Names of members that this code asks for, and how they look with a capital. */
const capitals = new Map<string, string>();

/** A member by its name; AWS and PowerShell write names with a capital, where others do not. */
export function member({ members }: JsonObject, name: string): Json | undefined {
  const plain = members.get(name);
  if (plain !== undefined) return plain;
  let capital = capitals.get(name);
  if (capital === undefined) {
    capital = name[0]!.toUpperCase() + name.slice(1);
    capitals.set(name, capital);
  }
  return members.get(capital);
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !isList(value);
}

export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** The objects of a list; nothing where it is no list. What else is in it is left out. */
export function objectsOf(value: Json | undefined): JsonObject[] {
  return isList(value) ? value.filter(isObject) : [];
}

/** A text member, or a number as people write it; undefined where it is neither. */
export function textOf(object: JsonObject, name: string): string | undefined {
  const value = member(object, name);
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}

/** A whole number, written as one or as its digits. */
export function wholeOf(value: Json | undefined): number | undefined {
  if (typeof value === "string" && !/^-?\d{1,9}$/.test(value)) return undefined;
  const number = typeof value === "string" ? Number(value) : value;
  return typeof number === "number" && Number.isSafeInteger(number) ? number : undefined;
}

/** Whether it says nothing: null, "", [] and false are how tools print a condition that is not set. */
export function isBlank(value: Json | undefined): boolean {
  return value == null || value === "" || value === false || (isList(value) && value.length === 0);
}

/** The first condition that has a value and is none of these: something nobody here understands. */
export function strangeMember(object: JsonObject, known: ReadonlySet<string>): string | undefined {
  for (const [name, value] of object.members) {
    if (known.has(name) || isBlank(value)) continue;
    if (!known.has(name.slice(0, 1).toLowerCase() + name.slice(1))) return name;
  }
  return undefined;
}
