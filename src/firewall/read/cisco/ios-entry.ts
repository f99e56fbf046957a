import { type Entry, extendedEntry, standardEntry } from "./entry.ts";
import type { AccessList, Item } from "./lists.ts";
import { answering } from "./options.ts";
import type { Scope } from "./scope.ts";
import { skip, take, wordsOf } from "./words.ts";

/** Undefined for a remark. */
export function readIosEntry(
  { line, text }: Item,
  kind: AccessList["kind"],
  scope: Scope,
): Entry | undefined {
  if (text.startsWith("remark")) return undefined;
  const words = wordsOf(text);
  if (skip(words, "evaluate")) return reflected(line, words.all[1] ?? "", scope);
  const isDynamic = skip(words, "dynamic");
  const name = isDynamic ? (take(words) ?? "") : "";
  if (isDynamic && skip(words, "timeout")) take(words);
  const entry = oneOf(kind);
  if (isDynamic) entry.unknown ??= { code: "dynamic-group", what: name };
  return entry;

  function oneOf(which: AccessList["kind"]): Entry {
    switch (which) {
      case "standard":
        return standardEntry(line, words, scope);
      case "extended":
        return extendedEntry(line, words, scope);
      case "ipv6":
        return extendedEntry(line, words, scope, 6);
      case "other":
        return extendedEntry(line, wordsOf(""), scope);
    }
  }
}

/** Answers to what a `reflect` entry let through: which ones, only the running router knows. */
function reflected(line: number, name: string, scope: Scope): Entry {
  const all = extendedEntry(line, wordsOf("permit ip any any"), scope);
  return { ...all, phases: answering, unknown: { code: "dynamic-group", what: name } };
}
