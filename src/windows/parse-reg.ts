import { shortPath } from "./hive.ts";
import { dataFrom, utf16Hex } from "./reg-data.ts";
import { header4, header5, type RegChange, type RegSection } from "./reg-file.ts";
import type { RegistryData } from "./registry.ts";

/** What should have stood where the text stopped making sense. */
export const regExpectations = [
  "header",
  "key-or-value",
  "hive",
  "closing-bracket",
  "closing-quote",
  "equals-sign",
  "data",
  "hex-byte",
  "dword",
  "line-end",
  "shorter-file",
  "fewer-keys",
  "shorter-path",
] as const;

export interface RegTrouble {
  /** From 1. */
  line: number;
  /** The beginning of what stands there instead. */
  found: string;
  expected: (typeof regExpectations)[number];
}

export type RegParse = { ok: true; sections: RegSection[] } | { ok: false; trouble: RegTrouble };

const mostCharacters = 67_108_864;
const mostSections = 200_000;
/** Deepest path that Windows itself allows. */
const mostParts = 512;
const mostShown = 60;

/** A mistake in the text; never leaves this file. */
class Wrong extends Error {
  readonly at: number;
  readonly expected: RegTrouble["expected"];

  constructor(at: number, expected: RegTrouble["expected"]) {
    super(expected);
    this.at = at;
    this.expected = expected;
  }
}

/** Reads the text of a .reg file. What does not parse is told with its line, never thrown. */
export function parseRegFile(text: string): RegParse {
  if (text.length > mostCharacters) {
    return { ok: false, trouble: { line: 1, found: "", expected: "shorter-file" } };
  }
  const reader = new Reader(text);
  try {
    return { ok: true, sections: reader.read() };
  } catch (error) {
    if (!(error instanceof Wrong)) throw error;
    const { at, expected } = error;
    const line = text.slice(0, at).split("\n").length;
    const found = text.slice(at, at + mostShown).split(/[\r\n]/, 1)[0] ?? "";
    return { ok: false, trouble: { line, found, expected } };
  }
}

class Reader {
  readonly #text: string;
  #at = 0;
  #ansi = false;

  constructor(text: string) {
    this.#text = text;
  }

  read(): RegSection[] {
    if (this.#text.startsWith("\ufeff")) this.#at = 1;
    this.#header();
    const sections: RegSection[] = [];
    while (this.#at < this.#text.length) {
      this.#space();
      const first = this.#text[this.#at];
      const section = sections.at(-1);
      if (first === "[") {
        if (sections.length === mostSections) throw new Wrong(this.#at, "fewer-keys");
        sections.push(this.#section());
      } else if ((first === '"' || first === "@") && section) {
        section.changes.push(this.#change());
      } else if (first === ";") {
        this.#at = this.#lineEnd();
      } else if (first !== undefined && first !== "\r" && first !== "\n") {
        throw new Wrong(this.#at, "key-or-value");
      }
      this.#endLine();
    }
    return sections;
  }

  #header() {
    const end = this.#lineEnd();
    const line = this.#text.slice(this.#at, end).trim();
    if (line !== header5 && line !== header4) throw new Wrong(this.#at, "header");
    this.#ansi = line === header4;
    this.#at = end;
    this.#endLine();
  }

  /** A name may hold brackets itself, so the last one of the line closes it. */
  #section(): RegSection {
    const start = this.#at;
    const end = this.#lineEnd();
    const line = this.#text.slice(start, end).trimEnd();
    if (!line.endsWith("]")) throw new Wrong(start, "closing-bracket");
    const remove = line.startsWith("[-");
    const path = shortPath(line.slice(remove ? 2 : 1, -1));
    if (path === undefined) throw new Wrong(start, "hive");
    if (path.split("\\").length > mostParts) throw new Wrong(start, "shorter-path");
    this.#at = end;
    return { path, remove, changes: [] };
  }

  #change(): RegChange {
    let name = "";
    if (this.#text[this.#at] === "@") this.#at += 1;
    else name = this.#quoted();
    this.#space();
    if (this.#text[this.#at] !== "=") throw new Wrong(this.#at, "equals-sign");
    this.#at += 1;
    this.#space();
    const value = this.#data();
    this.#space();
    return { name, value };
  }

  #data(): RegistryData | null {
    const first = this.#text[this.#at];
    if (first === '"') return { type: "REG_SZ", data: this.#quoted() };
    if (first === "-") {
      this.#at += 1;
      return null;
    }
    const kind = this.#match(/(?:dword|hex(?:\(([0-9a-f]{1,8})\))?):/iy);
    if (!kind) throw new Wrong(this.#at, "data");
    if (kind[0].toLowerCase() === "dword:") return this.#dword();
    const id = kind[1] === undefined ? 3 : Number.parseInt(kind[1], 16);
    const hex = this.#bytes();
    return dataFrom(id, this.#ansi && (id === 2 || id === 7) ? fromAnsi(hex) : hex);
  }

  #dword(): RegistryData {
    this.#space();
    const digits = this.#match(/[0-9a-f]{1,8}/iy);
    if (!digits) throw new Wrong(this.#at, "dword");
    return { type: "REG_DWORD", data: Number.parseInt(digits[0], 16) };
  }

  /** Bytes and commas; a backslash at the end of a line says that they go on in the next. */
  #bytes(): string {
    const bytes: string[] = [];
    for (;;) {
      this.#match(/(?:[ \t]|\\[ \t]*\r?\n)*/y);
      const byte = this.#match(/[0-9a-f]{1,2}/iy);
      if (!byte) {
        if (bytes.length === 0 || this.#atLineEnd()) return bytes.join("");
        throw new Wrong(this.#at, "hex-byte");
      }
      bytes.push(byte[0].toLowerCase().padStart(2, "0"));
      this.#match(/(?:[ \t]|\\[ \t]*\r?\n)*/y);
      if (this.#text[this.#at] !== ",") return bytes.join("");
      this.#at += 1;
    }
  }

  /** Line ends inside quotes belong to the text; some tools write them as `\r` and `\n`. */
  #quoted(): string {
    const start = this.#at;
    const pieces: string[] = [];
    let from = start + 1;
    const stop = /["\\]/g;
    for (;;) {
      stop.lastIndex = from;
      const found = stop.exec(this.#text);
      if (!found) throw new Wrong(start, "closing-quote");
      pieces.push(this.#text.slice(from, found.index));
      if (found[0] === '"') {
        this.#at = found.index + 1;
        return pieces.join("");
      }
      const escaped = this.#text[found.index + 1];
      if (escaped === undefined) throw new Wrong(start, "closing-quote");
      pieces.push(escapes[escaped] ?? `\\${escaped}`);
      from = found.index + 2;
    }
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text);
    if (found) this.#at += found[0].length;
    return found;
  }

  #space() {
    while (this.#text[this.#at] === " " || this.#text[this.#at] === "\t") this.#at += 1;
  }

  #lineEnd(): number {
    const end = this.#text.indexOf("\n", this.#at);
    const stop = end < 0 ? this.#text.length : end;
    return this.#text[stop - 1] === "\r" && stop > this.#at ? stop - 1 : stop;
  }

  #atLineEnd(): boolean {
    const next = this.#text[this.#at];
    return next === undefined || next === "\r" || next === "\n";
  }

  #endLine() {
    if (!this.#atLineEnd()) throw new Wrong(this.#at, "line-end");
    if (this.#text[this.#at] === "\r") this.#at += 1;
    if (this.#text[this.#at] === "\n") this.#at += 1;
  }
}

const escapes: Record<string, string> = {
  "\\": "\\",
  '"': '"',
  n: "\n",
  r: "\r",
  "0": "\0",
};

/** REGEDIT4 keeps such text in the system's code page: on the PCs in question, Korean (949). */
function fromAnsi(hex: string): string {
  const bytes = (hex.match(/../g) ?? []).map((byte) => Number.parseInt(byte, 16));
  return utf16Hex(new TextDecoder("euc-kr").decode(Uint8Array.from(bytes)));
}
