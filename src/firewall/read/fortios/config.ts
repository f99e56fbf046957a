import { ConfigError } from "../../source.ts";
import { wordsOf } from "./words.ts";

/** A `config …` table or an `edit …` entry: what is set in it, and what is inside. */
export interface Block {
  /** `firewall policy` for a table, the name for an entry. */
  name: string;
  line: number;
  set: Map<string, string[]>;
  /** Entries and tables by kind and name, in the order of the file. */
  inner: Map<string, Block>;
  /** A command that changed it in a way that is not followed here, `move`. */
  changedBy: string | undefined;
}

export interface Config {
  root: Block;
  /** Lines with a command that is not understood. */
  notUnderstood: { line: number; what: string }[];
}

interface Open {
  block: Block;
  kind: "config" | "edit";
  line: number;
}

/** What a configuration consists of, by structure alone: nothing here knows what a policy is. */
export function parseConfig(text: string): Config {
  const root = newBlock("", 0);
  const config: Config = { root, notUnderstood: [] };
  const open: Open[] = [{ block: root, kind: "config", line: 0 }];
  let line = 0;
  for (let at = 0; at < text.length; ) {
    line += 1;
    const statement = wordsOf(text, at, line);
    const began = line;
    at = statement.next;
    line += statement.lineBreaks;
    if (statement.words.length > 0) apply(config, open, statement.words, began);
  }
  const left = open.at(-1)!;
  if (open.length > 1) throw new ConfigError("firewall.config.truncated", left.line);
  return config;
}

function apply(config: Config, open: Open[], words: readonly string[], line: number): void {
  const [command, ...rest] = words as [string, ...string[]];
  const { block, kind } = open.at(-1)!;
  if (command === "config" || command === "edit") {
    open.push({ block: entered(block, command, rest.join(" "), line), kind: command, line });
  } else if (command === "next") {
    if (kind !== "edit") throw new ConfigError("firewall.config.truncated", line);
    open.pop();
  } else if (command === "end") {
    // Within an entry, `end` closes the entry and its table.
    if (kind === "edit") open.pop();
    if (open.length === 1) throw new ConfigError("firewall.config.truncated", line);
    open.pop();
  } else if (open.length === 1) config.notUnderstood.push({ line, what: command });
  else if (!change(block, command, rest)) {
    block.changedBy = command;
    config.notUnderstood.push({ line, what: command });
  }
}

function entered(block: Block, kind: "config" | "edit", name: string, line: number): Block {
  const key = `${kind} ${name}`;
  // `edit 0` asks for a new entry each time.
  const known = key === "edit 0" ? undefined : block.inner.get(key);
  if (known) return known;
  const made = newBlock(name, line);
  block.inner.set(key === "edit 0" ? `${key} of line ${line}` : key, made);
  return made;
}

function change(block: Block, command: string, [name = "", ...values]: string[]): boolean {
  if (command === "set") block.set.set(name, values);
  else if (command === "append" || command === "select") {
    const list = block.set.get(name) ?? [];
    for (const value of values) list.push(value);
    block.set.set(name, list);
  } else if (command === "unselect") {
    const gone = new Set(values);
    const left = (block.set.get(name) ?? []).filter((value) => !gone.has(value));
    block.set.set(name, left);
  } else if (command === "unset" || command === "clear") block.set.delete(name);
  else if (command === "delete") block.inner.delete(`edit ${name}`);
  else if (command === "purge") block.inner.clear();
  else return false;
  return true;
}

function newBlock(name: string, line: number): Block {
  return { name, line, set: new Map(), inner: new Map(), changedBy: undefined };
}

/** The entries of a table, wherever its name stands; none where there is no such table. */
export function entriesOf(scope: Block, table: string): Block[] {
  return [...(scope.inner.get(`config ${table}`)?.inner.values() ?? [])];
}

export function tableOf(scope: Block, table: string): Block | undefined {
  return scope.inner.get(`config ${table}`);
}
