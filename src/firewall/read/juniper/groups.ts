import {
  type Configuration,
  newStatement,
  put,
  remove,
  type Statement,
  wordsIn,
} from "./statement.ts";

/** Parts of a configuration that are read; what groups add elsewhere does not matter. */
const relevant = new Set([
  "security",
  "applications",
  "schedulers",
  "interfaces",
  "routing-options",
  "logical-systems",
  "tenants",
]);
/** Of these, what decides about packets. */
const deciding = ["security", "applications", "schedulers", "logical-systems", "tenants"];

/** Stands for the name of the cluster's node that reads it. */
const eachNode = "$" + "{node}";

const deepest = 64;
/** Places in groups that are looked at; wildcards in wildcards multiply. */
const mostSteps = 1_500_000;

/** A group with the statements of it that lie at the same path as the place it is applied to. */
interface Layer {
  name: string;
  at: Statement[];
}

/**
 * Adds what `apply-groups` inherits, as Junos does: behind what is written in place, and for
 * wildcards into every statement that they fit. What cannot be followed makes all rules doubtful.
 */
export function applyGroups(configuration: Configuration): void {
  const { root } = configuration;
  const groups = root.inner.get("groups")?.inner ?? new Map<string, Statement>();
  const patterns = new Map<Statement, Statement[]>();
  let steps = 0;
  visit(root, [], [], 0);

  function doubt(what: string): void {
    configuration.doubt ??= what;
  }

  function visit(statement: Statement, path: string[], above: Layer[], depth: number): void {
    steps += above.reduce((sum, { at }) => sum + at.length, 0);
    if (depth > deepest || steps > mostSteps) {
      doubt("apply-groups");
      return;
    }
    const except = new Set(wordsIn(statement, "apply-groups-except"));
    const layers = [
      ...wordsIn(statement, "apply-groups").flatMap((name) => layerOf(name, path)),
      ...above,
    ].filter(({ name, at }) => at.length > 0 && !except.has(name));
    remove(statement, "apply-groups");
    remove(statement, "apply-groups-except");
    for (const { at } of layers) for (const each of at) addMissing(statement, each);
    for (const inner of [...statement.inner.values()]) {
      if (depth === 0 && !relevant.has(inner.word)) continue;
      const deeper = layers.map(({ name, at }) => ({ name, at: at.flatMap(fitting(inner.word)) }));
      visit(inner, [...path, inner.word], deeper, depth + 1);
    }
  }

  function layerOf(name: string, path: readonly string[]): Layer[] {
    if (name === "junos-defaults") return [];
    if (name === eachNode) {
      // Each node of a cluster has its own; names and management addresses, as a rule.
      const own = [...groups].filter(([group]) => /^node\d+$/.test(group));
      if (own.some(([, { inner }]) => deciding.some((word) => inner.has(word)))) doubt(name);
      return [];
    }
    const group = groups.get(name);
    if (!group || group.inner.has("when")) {
      doubt(group ? "when" : name);
      return [];
    }
    if (group.inactive) return [];
    let at = [group];
    for (const word of path) at = at.flatMap(fitting(word));
    return [{ name, at }];
  }

  function addMissing(statement: Statement, from: Statement): void {
    for (const inner of from.inner.values()) {
      if (inner.inactive || isPattern(inner.word)) continue;
      const present = statement.inner.get(inner.word);
      if (present?.inactive) doubt(inner.word);
      if (present) continue;
      if (inner.word === "apply-groups") doubt(inner.word);
      const added = newStatement(inner.word, inner.line);
      added.inherited = true;
      put(statement, added);
    }
  }

  function fitting(word: string): (statement: Statement) => Statement[] {
    return (statement) => {
      const exact = statement.inner.get(word);
      const fit = patternsIn(statement).filter((each) => each !== exact && fits(each.word, word));
      return (exact ? [exact, ...fit] : fit).filter(({ inactive }) => !inactive);
    };
  }

  function patternsIn(statement: Statement): Statement[] {
    const known = patterns.get(statement);
    if (known) return known;
    const found = [...statement.inner.values()].filter(({ word }) => isPattern(word));
    patterns.set(statement, found);
    return found;
  }

  function fits(pattern: string, word: string): boolean {
    const glob = pattern.slice(1, -1);
    if (/[[\]?\\]/.test(glob)) doubt(pattern);
    const [head = "", ...rest] = glob.split("*");
    if (rest.length === 0) return head === word;
    const tail = rest.pop()!;
    if (rest.length > 0) doubt(pattern);
    return word.length >= head.length + tail.length && word.startsWith(head) && word.endsWith(tail);
  }
}

function isPattern(word: string): boolean {
  return word.startsWith("<") && word.endsWith(">");
}
