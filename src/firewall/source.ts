/** A configuration file as it was read: its bytes, valid UTF-8, and its text where it is wanted. */
export interface Source {
  /** As the user named it. */
  file: string;
  bytes: Uint8Array;
  /** Decoded once, on first use. */
  text(): string;
  /** Where the first line begins, and every `linesPerMark` after it: noted by a reader on its way. */
  marks?: readonly number[];
}

export const linesPerMark = 64;

/**
 * The file cannot be read as a configuration: a line for the user and exit code 2. What a reader
 * does not understand *inside* a configuration is no error but an `Unknown`.
 */
export class ConfigError extends Error {
  readonly key: string;
  readonly values: Record<string, string | number>;
  /** `key` names a sentence in src/text; `line` is from 1, 0 where it is the whole file. */
  constructor(key: string, line: number, values: Record<string, string | number> = {}) {
    super(`${key} in line ${line}`);
    this.name = "ConfigError";
    this.key = key;
    this.values = { line, ...values };
  }
}

export function sourceOfText(text: string, file = "config"): Source {
  return { file, bytes: new TextEncoder().encode(text), text: () => text };
}

/** The text of one line, from 1, without its end; empty where there is none. */
export function lineText({ bytes }: Source, line: number): string {
  let from = 0;
  for (let at = 1; at < line; at += 1) {
    const end = bytes.indexOf(10, from);
    if (end < 0) return "";
    from = end + 1;
  }
  const end = bytes.indexOf(10, from);
  const text = new TextDecoder().decode(bytes.subarray(from, end < 0 ? bytes.length : end));
  return text.endsWith("\r") ? text.slice(0, -1) : text;
}

/** The line, from 1, on which a byte stands. */
export function lineAt(bytes: Uint8Array, offset: number): number {
  let line = 1;
  for (let at = bytes.indexOf(10); at >= 0 && at < offset; at = bytes.indexOf(10, at + 1)) {
    line += 1;
  }
  return line;
}
