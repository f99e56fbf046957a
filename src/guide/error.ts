import type { Words } from "./words.ts";

/** Where in which file; line and column count from 1. */
export interface Place {
  file: string;
  line: number;
  column: number;
}

/**
 * A guide that cannot be used, and the one place that says why. `message` is one English line;
 * `words` is the same line in either language. Where more is wrong, `more` says so, most telling
 * first.
 */
export class GuideError extends Error {
  override name = "GuideError";
  readonly file: string;
  readonly line: number | undefined;
  readonly column: number | undefined;
  readonly found: Words;
  readonly expected: Words;
  readonly words: Words;
  more: readonly GuideError[] = [];
  /** How much else is wrong that `more` does not say. */
  left = 0;

  constructor(
    at: { file: string; line?: number; column?: number },
    found: Words,
    expected: Words,
    /** Which field is meant, where the place alone does not say. */
    field = "",
  ) {
    const where = at.line === undefined ? at.file : `${at.file}:${at.line}:${at.column ?? 1}`;
    const place = field ? `${where}: ${field}` : where;
    const words = {
      ko: oneLine(`${place}: 발견: ${found.ko}, 필요: ${expected.ko}`),
      en: oneLine(`${place}: found ${found.en}, expected ${expected.en}`),
    };
    super(words.en);
    this.file = at.file;
    this.line = at.line;
    this.column = at.column;
    this.found = found;
    this.expected = expected;
    this.words = words;
  }
}

/** A hostile name or value must neither break the line nor steer the terminal. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ");
}

/** A value as an error may show it: JSON, cut short. */
export function shown(value: unknown): Words {
  if (value === undefined || value === null) return { ko: "아무것도 없음", en: "nothing" };
  if (Array.isArray(value)) return { ko: `목록(${value.length})`, en: `a list (${value.length})` };
  if (typeof value === "object") return { ko: "항목 묶음", en: "a mapping" };
  const text = JSON.stringify(value);
  const cut = text.length > 60 ? `${text.slice(0, 57)}…"` : text;
  return { ko: cut, en: cut };
}
