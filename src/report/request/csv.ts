import type { Form } from "./form.ts";

/**
 * RFC 4180 with a byte order mark, without which Excel reads Korean as CP949. Merged cells are
 * repeated: a row must stand alone when a list is sorted. A cell that a spreadsheet would take for a
 * formula gets an apostrophe in front.
 */
export function requestCsv({ tables }: Form): string {
  const rows = tables.flatMap(({ title, columns, rows: body }) => {
    const last: string[] = [];
    const filled = body.map((row) =>
      row.map((cell, at) => {
        if (cell) last[at] = cell.text;
        return last[at] ?? "";
      }),
    );
    return [...(tables.length > 1 ? [[title]] : []), [...columns], ...filled];
  });
  return `\ufeff${rows.map((row) => row.map(quoted).join(",")).join("\r\n")}\r\n`;
}

function quoted(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
