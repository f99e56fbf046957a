import { ConfigError } from "../../source.ts";
import { type Scanner, scanner } from "./scanner.ts";
import { type Configuration, entered, newStatement, type Statement } from "./statement.ts";

/** What a person's terminal adds around the configuration: `admin@fw> show configuration`. */
const prompt = /^[\w.-]+@[\w.-]+[>#%]/;

interface Pending {
  words: string[];
  list: string[] | undefined;
  line: number;
  inactive: boolean;
}

/** What `show configuration` prints: statements in braces, leaves that end with a semicolon. */
export function parseBraceForm(text: string): Configuration {
  const root = newStatement("", 0);
  const configuration: Configuration = { root, notUnderstood: [], doubt: undefined };
  const open: { statement: Statement; line: number }[] = [{ statement: root, line: 0 }];
  const scan = scanner(text);
  let pending = nothing();
  for (;;) {
    const token = scan.next();
    const { statement, line } = open.at(-1)!;
    if (token === "line") {
      // A banner or the like: outside of everything, a line that is no statement says nothing.
      if (open.length > 1 || pending.words.length === 0) continue;
      configuration.notUnderstood.push({ line: pending.line, what: pending.words[0]! });
      pending = nothing();
      continue;
    }
    if (token === "word") addWord(configuration, pending, scan);
    else if (token === "[") readList(configuration, pending, scan);
    else if (token === ";") {
      if (pending.words.length > 0) addLeaf(statement, pending);
      pending = nothing();
    } else if (token === "{" && pending.words.length > 0) {
      const inner = entered(statement, pending.words, pending.line);
      inner.inactive ||= pending.inactive;
      open.push({ statement: inner, line: pending.line });
      pending = nothing();
    } else if (token === "{") scan.skipLine();
    else if (token === "end" && open.length === 1 && pending.words.length === 0) {
      return configuration;
    } else if (token === "}" && open.length > 1 && pending.words.length === 0) open.pop();
    else {
      const began = pending.words.length > 0 ? pending.line : token === "end" ? line : scan.line;
      throw new ConfigError("firewall.config.truncated", began);
    }
  }
}

function nothing(): Pending {
  return { words: [], list: undefined, line: 0, inactive: false };
}

function addWord(configuration: Configuration, pending: Pending, scan: Scanner): void {
  const { word, line } = scan;
  if (pending.words.length > 0) pending.words.push(word);
  else if (prompt.test(word)) scan.skipLine();
  else if (word === "inactive:") pending.inactive = true;
  else if (word === "delete:" || word === "replace:") configuration.doubt ??= word;
  else if (word !== "protect:" && word !== "active:") {
    pending.words.push(word);
    pending.line = line;
  }
}

function readList(configuration: Configuration, pending: Pending, scan: Scanner): void {
  // No statement of Junos has two: their product could be without end.
  if (pending.list) configuration.doubt ??= "[";
  pending.list ??= [];
  for (;;) {
    const token = scan.next();
    if (token === "]") return;
    if (token === "word") pending.list.push(scan.word);
    else if (token !== "line") {
      throw new ConfigError("firewall.config.truncated", pending.line || scan.line);
    }
  }
}

function addLeaf(statement: Statement, { words, list, line, inactive }: Pending): void {
  const last = entered(statement, words, line);
  for (const leaf of list ? list.map((word) => entered(last, [word], line)) : [last]) {
    leaf.inactive ||= inactive;
  }
}
