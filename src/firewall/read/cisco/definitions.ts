import type { Unknown } from "../../policy.ts";
import { type Budget, spend } from "./budget.ts";
import type { Command } from "./commands.ts";
import { wordsOf } from "./words.ts";

/** What a group holds, by the word behind `object` or `object-group`. */
export type Kind = "network" | "service" | "ports" | "protocol" | "icmp-type" | "other";

export interface Definition {
  kind: Kind;
  /** The word itself: `network`, `user`, `security`. */
  word: string;
  commands: Command[];
}

export interface Definitions {
  objects: Map<string, Definition>;
  groups: Map<string, Definition>;
}

export function newDefinitions(): Definitions {
  return { objects: new Map(), groups: new Map() };
}

/** `object network X`, `object-group service X tcp`. A name that comes again adds to the first. */
export function define(definitions: Definitions, command: Command): void {
  const [head, word = "", name = "", type] = wordsOf(command.text).all;
  const table = head === "object" ? definitions.objects : definitions.groups;
  const known = table.get(name);
  if (known) {
    for (const inner of command.inside) known.commands.push(inner);
    return;
  }
  const kind = word === "service" && type !== undefined ? "ports" : kindOf(word);
  table.set(name, { kind, word, commands: command.inside });
}

function kindOf(word: string): Kind {
  switch (word) {
    case "network":
    case "service":
    case "protocol":
    case "icmp-type":
      return word;
    default:
      return "other";
  }
}

/** A group without the groups inside it: the lines that say what it holds. */
export interface Flat {
  commands: Command[];
  unknown: Unknown | undefined;
}

/** Walks with its own stack: groups may be nested deeper than functions can. */
export function flat({ groups }: Definitions, name: string, budget: Budget): Flat {
  const found: Flat = { commands: [], unknown: undefined };
  const open = new Set<string>();
  const done = new Set<string>();
  const doubt = (code: Unknown["code"], what: string) => {
    found.unknown ??= { code, what };
  };
  const walk: { name: string; leaves: boolean }[] = [{ name, leaves: false }];
  for (let step = walk.pop(); step; step = walk.pop()) {
    if (step.leaves) {
      open.delete(step.name);
      done.add(step.name);
      continue;
    }
    if (open.has(step.name)) doubt("object-cyclic", step.name);
    if (open.has(step.name) || done.has(step.name)) continue;
    const group = groups.get(step.name);
    if (!group) {
      doubt("object-missing", step.name);
      continue;
    }
    if (!spend(budget, group.commands.length + 1)) {
      doubt("value", step.name);
      break;
    }
    open.add(step.name);
    walk.push({ name: step.name, leaves: true });
    for (const command of group.commands) {
      const [head, inner = ""] = wordsOf(command.text).all;
      if (head === "group-object") walk.push({ name: inner, leaves: false });
      else if (head !== "description") found.commands.push(command);
    }
  }
  return found;
}
