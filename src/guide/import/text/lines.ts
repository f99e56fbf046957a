/** One line of a printed guide's text, in one way of writing. */
export interface Line {
  /** Counted from 1, as an editor counts. */
  number: number;
  /** Without spaces at either end, and with one where several are. */
  text: string;
  /** With its tabs and spaces, for tables. */
  raw: string;
  /** The line above is not empty and this one is set in: what goes on from it begins so. */
  continues: boolean;
}

/** A line beyond this is no printed line, and is not looked into. */
export const maxLineChars = 600;

/**
 * The lines of a text, whatever wrote it: Hangul is composed, full-width letters and digits are
 * plain, all kinds of spaces are one, and marks that nobody sees or prints are gone.
 */
export function linesOf(text: string): Line[] {
  const raws = text.split(/\r\n|\n|\r/).map(plain);
  return raws.map((raw, index) => ({
    number: index + 1,
    text: raw.trim().replace(/\s+/g, " "),
    raw: raw.trimEnd(),
    continues: /^\s/.test(raw) && raw.trim() !== "" && (raws[index - 1] ?? "").trim() !== "",
  }));
}

function plain(line: string): string {
  return line
    .normalize("NFC")
    .replace(/[\u00a0\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/g, " ")
    .replace(/(?!\t)[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/gu, "")
    .replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/\*\*([^*]+)\*\*/g, "$1");
}
