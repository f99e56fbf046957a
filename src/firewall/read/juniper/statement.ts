/**
 * A configuration of Junos as a tree of words. Both forms of it come to the same tree: `policy web
 * match application http` is the same path whether it stands in one `set` line or in braces.
 */
export interface Statement {
  word: string;
  /** Where it is first written. */
  line: number;
  /** In the order of the file. */
  inner: ReadonlyMap<string, Statement>;
  inactive: boolean;
  /** Comes from a group: what is written in place goes before it. */
  inherited: boolean;
}

export interface Configuration {
  root: Statement;
  notUnderstood: { line: number; what: string }[];
  /** A command or a group that changes rules in a way that is not followed here. */
  doubt: string | undefined;
}

/** Most statements have nothing inside; a map for each would be most of the memory. */
const nothing: ReadonlyMap<string, Statement> = new Map();

export function newStatement(word: string, line: number): Statement {
  return { word, line, inner: nothing, inactive: false, inherited: false };
}

export function put(inside: Statement, statement: Statement): void {
  if (inside.inner === nothing) inside.inner = new Map();
  (inside.inner as Map<string, Statement>).set(statement.word, statement);
}

export function remove(inside: Statement | undefined, word: string): void {
  if (inside?.inner.has(word)) (inside.inner as Map<string, Statement>).delete(word);
}

/** Goes down a path and makes what is missing of it. */
export function entered(from: Statement, words: readonly string[], line: number): Statement {
  let at = from;
  for (const word of words) {
    let next = at.inner.get(word);
    if (!next) {
      next = newStatement(word, line);
      put(at, next);
    }
    at = next;
  }
  return at;
}

/** What stands at the end of a path, unless it or something above it is inactive. */
export function find(from: Statement | undefined, ...words: string[]): Statement | undefined {
  let at = from;
  for (const word of words) {
    at = at?.inner.get(word);
    if (!at || at.inactive) return undefined;
  }
  return at;
}

/** The active statements at the end of a path. */
export function within(from: Statement | undefined, ...words: string[]): Statement[] {
  const found = find(from, ...words);
  return found ? [...found.inner.values()].filter(({ inactive }) => !inactive) : [];
}

/** The words at the end of a path: the values of `source-address`, the names of `policy`. */
export function wordsIn(from: Statement | undefined, ...words: string[]): string[] {
  return within(from, ...words).map(({ word }) => word);
}

/** Where only one of them can be meant: what is written in place, not what a group adds. */
export function preferred(statements: readonly Statement[]): Statement[] {
  const own = statements.filter(({ inherited }) => !inherited);
  return own.length > 0 ? own : [...statements];
}
