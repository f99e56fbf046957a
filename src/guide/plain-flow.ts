/** A value that was read, and where it begins. */
export interface Node {
  offset: number;
  value: string | number | boolean | Node[] | Map<string, Node>;
}

/** Thrown and caught by what reads plain YAML alone: something that only a whole YAML parser should judge. */
export const beyond = new Error("beyond plain YAML");

export const deepest = 16;
/** Not the texts that they look like, or not plain members of an object. */
export const strangeKey = /^(?:null|true|false|__proto__)$/i;

/** One line of flow collections, quoted texts and plain ones. */
export class Flow {
  readonly #text: string;
  readonly #offset: number;
  #at = 0;

  constructor(text: string, offset: number) {
    this.#text = text;
    this.#offset = offset;
  }

  value(depth: number, isInside: boolean): Node {
    if (depth > deepest) throw beyond;
    const offset = this.#offset + this.#at;
    switch (this.#text[this.#at]) {
      case "[":
        return { offset, value: this.#list(depth) };
      case "{":
        return { offset, value: this.#mapping(depth) };
      case '"':
        return {
          offset,
          value: this.#match(/"(?:[^"\\]|\\["\\/bfnrt]|\\u[0-9a-fA-F]{4})*"/y, json),
        };
      case "'":
        return { offset, value: this.#match(/'(?:[^']|'')*'/y, single) };
      default:
        return {
          offset,
          value: isInside ? this.#match(plainInside, core) : this.#match(plain, core),
        };
    }
  }

  /** Nothing may follow but a comment. */
  end(): void {
    const rest = this.#text.slice(this.#at);
    if (rest !== "" && !/^ +#|^ +$/.test(rest)) throw beyond;
  }

  #list(depth: number): Node[] {
    const items: Node[] = [];
    this.#skip();
    while (this.#text[this.#at] !== "]") {
      items.push(this.value(depth + 1, true));
      this.#comma("]");
    }
    this.#at += 1;
    return items;
  }

  #mapping(depth: number): Map<string, Node> {
    const members = new Map<string, Node>();
    this.#skip();
    while (this.#text[this.#at] !== "}") {
      const name = this.#match(/[A-Za-z][A-Za-z0-9_-]{0,63}(?=: )/y, String);
      if (members.has(name) || strangeKey.test(name)) throw beyond;
      this.#skip();
      members.set(name, this.value(depth + 1, true));
      this.#comma("}");
    }
    this.#at += 1;
    return members;
  }

  #comma(close: string): void {
    while (this.#text[this.#at] === " ") this.#at += 1;
    const next = this.#text[this.#at];
    if (next === close) return;
    if (next !== ",") throw beyond;
    this.#skip();
  }

  /** Over one mark and the spaces behind it. */
  #skip(): void {
    this.#at += 1;
    while (this.#text[this.#at] === " ") this.#at += 1;
  }

  #match<T>(pattern: RegExp, read: (text: string) => T): T {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    if (found === undefined) throw beyond;
    this.#at += found.length;
    return read(found);
  }
}

/** Up to a comment; what begins with a mark of YAML's or has a colon and a space in it is not plain. */
const plain = /[^-?:,[\]{}#&*!|>'"%@`\s](?:[^:#]|:(?! |$)|(?<! )#)*?(?= +#| *$)/y;
const plainInside =
  /[^-?:,[\]{}#&*!|>'"%@`\s](?:[^:#,[\]{}]|:(?![ ,[\]{}]|$)|(?<! )#)*?(?= *[,\]}])/y;

const json = (text: string): string => JSON.parse(text) as string;
const single = (text: string): string => text.slice(1, -1).replaceAll("''", "'");

/** A plain text by the core schema, as far as guides use it. */
function core(text: string): string | number | boolean {
  if (text === "true" || text === "false") return text === "true";
  if (/^(?:0|[1-9]\d{0,14})(?:\.\d{1,6})?$/.test(text)) return Number(text);
  if (/^(?:null|~|true|false)$/i.test(text)) throw beyond;
  if (/^[-+.]?(?:\d[\d_]*)?\.?\d*(?:e[-+]?\d+)?$|^0[xob]|^[-+]?\.(?:inf|nan)$/i.test(text))
    throw beyond;
  return text;
}
