import { beyond, deepest, Flow, type Node, strangeKey } from "./plain-flow.ts";
import type { DataPath } from "./value.ts";

/** YAML that was read, and where each of its values begins. */
export interface PlainYaml {
  data: unknown;
  /** Where the value at a path begins; of the innermost thing around it where it is absent. */
  offsetOf(path: DataPath): number;
}

interface Line {
  /** Where its first character that is no space stands, from the beginning of the text. */
  offset: number;
  indent: number;
  text: string;
  /** Where it ends, with the spaces that were cut from its text. */
  end: number;
}

const manySpaces = " ".repeat(64);
const key = /^([A-Za-z][A-Za-z0-9_-]{0,63}):(?: +|$)/;

/**
 * The way guides are usually written: indented mappings and lists, texts and flow collections on one
 * line each. It is read twenty times faster than a whole YAML parser reads it, which a guide with
 * thousands of rows needs. Undefined where anything else stands in it, right or wrong; what this
 * reads, YAML 1.2 (core schema) reads in the same way, and a test holds both against each other.
 */
export function readPlainYaml(text: string): PlainYaml | undefined {
  try {
    const root = new Reader(text).document();
    return { data: dataOf(root), offsetOf: (path) => offsetAt(root, path) };
  } catch (error) {
    if (error !== beyond) throw error;
    return undefined;
  }
}

function dataOf({ value }: Node): unknown {
  if (Array.isArray(value)) return value.map(dataOf);
  if (!(value instanceof Map)) return value;
  return Object.fromEntries([...value].map(([name, node]) => [name, dataOf(node)]));
}

function offsetAt(root: Node, path: DataPath): number {
  let at = root;
  for (const part of path) {
    const inner: Node | undefined = Array.isArray(at.value)
      ? at.value[Number(part)]
      : at.value instanceof Map
        ? at.value.get(String(part))
        : undefined;
    if (!inner) break;
    at = inner;
  }
  return at.offset;
}

class Reader {
  readonly #text: string;
  readonly #lines: Line[] = [];
  #at = 0;

  constructor(text: string) {
    this.#text = text;
    // Line ends, tabs and characters that YAML treats in ways of its own.
    if (/[^\P{Cc}\n]|[\u2028\u2029\ufeff\ufffe\uffff]/u.test(text)) throw beyond;
    let start = 0;
    for (const raw of text.split("\n")) {
      const indent = /^ */.exec(raw)![0].length;
      const body = raw.slice(indent).replace(/ {1,64}$/, "");
      // Longer runs of spaces would be gone over again and again.
      if (body.includes(manySpaces)) throw beyond;
      if (body !== "" && body[0] !== "#") {
        this.#lines.push({ offset: start + indent, indent, text: body, end: start + raw.length });
      }
      start += raw.length + 1;
    }
  }

  document(): Node {
    const first = this.#lines[0];
    if (first?.indent !== 0 || first.text.startsWith("---")) throw beyond;
    const node = this.#block(0, 0);
    if (this.#at < this.#lines.length) throw beyond;
    return node;
  }

  /** The mapping or list that begins at the line at hand. */
  #block(indent: number, depth: number): Node {
    if (depth > deepest) throw beyond;
    const { offset, text } = this.#lines[this.#at]!;
    if (text === "-" || text.startsWith("- ")) return this.#list(offset, indent, depth);
    return this.#mapping(offset, indent, depth);
  }

  #list(offset: number, indent: number, depth: number): Node {
    const items: Node[] = [];
    for (;;) {
      const line = this.#lines[this.#at];
      if (!line || line.indent < indent) break;
      if (line.indent > indent) throw beyond;
      const dash = /^-( +)(?=[^ #])/.exec(line.text);
      if (!dash) {
        if (line.text.startsWith("-")) throw beyond;
        break;
      }
      const width = dash[0].length;
      const inner = { offset: line.offset + width, text: line.text.slice(width) };
      if (inner.text.startsWith("- ")) throw beyond;
      if (key.test(inner.text)) {
        // Its first member stands behind the dash; the others stand below that one.
        this.#lines[this.#at] = { ...line, ...inner, indent: indent + width };
        items.push(this.#mapping(inner.offset, indent + width, depth + 1));
      } else {
        items.push(this.#inline(inner.text, inner.offset, depth + 1));
        this.#at += 1;
        this.#endsHere(indent);
      }
    }
    return { offset, value: items };
  }

  #mapping(offset: number, indent: number, depth: number): Node {
    if (depth > deepest) throw beyond;
    const members = new Map<string, Node>();
    for (;;) {
      const line = this.#lines[this.#at];
      if (!line || line.indent < indent) break;
      const match = line.indent === indent ? key.exec(line.text) : null;
      if (!match) {
        if (line.indent === indent && /^- /.test(line.text) && members.size > 0) break;
        throw beyond;
      }
      const name = match[1]!;
      if (members.has(name) || strangeKey.test(name)) throw beyond;
      const rest = line.text.slice(match[0].length);
      this.#at += 1;
      if (rest === "" || rest.startsWith("#")) {
        members.set(name, this.#below(indent, depth));
        continue;
      }
      if (rest === "|" || rest === "|-") {
        const value = this.#literal(indent) + (rest === "|" ? "\n" : "");
        members.set(name, { offset: line.offset + match[0].length, value });
        continue;
      }
      members.set(name, this.#inline(rest, line.offset + match[0].length, depth + 1));
      this.#endsHere(indent);
    }
    if (members.size === 0) throw beyond;
    return { offset, value: members };
  }

  /** What stands below a key; a list may stand in the key's own column. */
  #below(indent: number, depth: number): Node {
    const next = this.#lines[this.#at];
    if (!next || next.indent < indent) throw beyond;
    const isList = next.text.startsWith("- ");
    if (next.indent === indent && !isList) throw beyond;
    if (!isList && !key.test(next.text)) throw beyond;
    return this.#block(next.indent, depth + 1);
  }

  /** The lines below a `|`, one after the other; with empty ones or comments among them, beyond. */
  #literal(indent: number): string {
    const first = this.#lines[this.#at];
    const before = this.#lines[this.#at - 1]!;
    if (!first || first.indent <= indent) throw beyond;
    const texts: string[] = [];
    let { end } = before;
    for (;;) {
      const line = this.#lines[this.#at];
      if (!line || line.indent <= indent) break;
      const isNext = line.offset - line.indent === end + 1;
      const isCut = line.offset + line.text.length !== line.end;
      if (!isNext || isCut || line.indent < first.indent) throw beyond;
      texts.push(" ".repeat(line.indent - first.indent) + line.text);
      ({ end } = line);
      this.#at += 1;
    }
    const next = this.#lines[this.#at]?.offset ?? this.#text.length;
    const below = this.#text.slice(end, next);
    // A line of more spaces than the block is set in belongs to its text.
    const isLonger = below.split("\n").some(({ length }) => length > first.indent);
    if (isLonger || below.includes("#")) throw beyond;
    return texts.join("\n");
  }

  /** A value that goes on in the next line is none of ours. */
  #endsHere(indent: number): void {
    const next = this.#lines[this.#at];
    if (next && next.indent > indent) throw beyond;
  }

  #inline(text: string, offset: number, depth: number): Node {
    const flow = new Flow(text, offset);
    const node = flow.value(depth, false);
    flow.end();
    return node;
  }
}
