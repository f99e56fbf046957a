/** One line of a printed guide's text, in one way of writing. */
export interface Line {
  /** Counted from 1, as an editor counts. */
  number: number;
  /** Without spaces at either end, and with one where several are. */
  text: string;
  /** With its tabs and spaces, for tables. */
  raw: string;
  /** Characters that it has: of one that is too long, `text` and `raw` are only the beginning. */
  length: number;
  /** The line above is not empty and this one is set in: what goes on from it begins so. */
  continues: boolean;
}

/** A line beyond this is no printed line, and is not looked into. */
export const maxLineChars = 600;

/** However it was written, what is longer than this does not become a line of so few characters. */
const longestWritten = 4 * maxLineChars;

/**
 * The lines of a text, whatever wrote it: Hangul is composed, full-width letters and digits are
 * plain, all kinds of spaces are one, and marks that nobody sees or prints are gone, as are those by
 * which wikis set words apart or break a line within a cell.
 */
export function linesOf(text: string): Line[] {
  const written = text.split(/\r\n|\n|\r/);
  const raws = written.map(plain);
  return raws.map((raw, index) => {
    const isLong = raw.length > maxLineChars;
    return {
      number: index + 1,
      text: isLong ? raw : raw.trim().replace(/\s+/g, " "),
      raw,
      length: isLong ? written[index]!.length : raw.length,
      continues: /^\s/.test(raw) && (raws[index - 1] ?? "") !== "",
    };
  });
}

/** Of a line that is too long one character more than is read: no pattern has to search the rest. */
function plain(line: string): string {
  const filled = line.trimEnd();
  const all = filled.length > longestWritten ? filled : cleaned(filled).trimEnd();
  return all.slice(0, maxLineChars + 1);
}

function cleaned(line: string): string {
  return line
    .normalize("NFC")
    .replace(/[\u00a0\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/g, " ")
    .replace(/(?!\t)[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/gu, "")
    .replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/\*\*([^*]+)\*\*/g, "$1")
    .replace(/`([^`]+)`/g, "$1")
    .replace(/(?<!\s)\s*<br\s*\/?>\s*/gi, ", ");
}
