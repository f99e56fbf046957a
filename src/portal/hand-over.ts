import { type Flow, flowsOf } from "../firewall/flow.ts";
import { formRows } from "../firewall/form.ts";
import type { Guide } from "../guide/guide.ts";
import { requestCsv } from "../report/request/csv.ts";
import { type Form, requestForm } from "../report/request/form.ts";
import { requestMarkdown } from "../report/request/markdown.ts";
import type { Lang } from "../text/words.ts";
import type { Handed } from "./wire.ts";

/**
 * The form that asks for these rows (`host|address:port`) and no others; all for an empty list.
 * Undefined where the guide knows none of them.
 */
export function formFor(guide: Guide, rows: readonly string[], lang: Lang): Form | undefined {
  const flows = flowsOf(guide);
  const wanted = rows.length === 0 ? flows : flows.filter((flow) => rows.includes(nameOf(flow)));
  if (wanted.length === 0) return undefined;
  const application = { applicant: "", department: "", from: "", until: "", sources: [] };
  return requestForm(guide, formRows(guide, wanted), [], application, lang);
}

/** How many of these rows the guide knows as openings: those that a form can ask for. */
export function openingsOf(guide: Guide, rows: readonly string[]): string[] {
  const known = new Set(flowsOf(guide).map(nameOf));
  return rows.filter((row) => known.has(row));
}

const nameOf = ({ host, address, port }: Flow) => `${host}|${address}:${port}`;

/** The kinds of files that need no library: what a page can make alone. */
export const plainFormats: Record<string, { type: string; write(form: Form): string }> = {
  csv: { type: "text/csv", write: requestCsv },
  md: { type: "text/markdown", write: requestMarkdown },
};

/**
 * A file made in the page itself; undefined where this kind needs more than that, or where there is
 * nothing to ask for.
 */
export function handOverPlain(
  guide: Guide,
  format: string,
  rows: readonly string[],
  lang: Lang,
): Handed | undefined {
  const plain = Object.hasOwn(plainFormats, format) ? plainFormats[format] : undefined;
  const form = plain && formFor(guide, rows, lang);
  if (!form) return undefined;
  const bytes = new TextEncoder().encode(plain.write(form));
  return { name: fileNameOf(guide, format), type: plain.type, bytes };
}

/** The same name, whoever makes the file. */
export function fileNameOf({ id, edition }: Guide, format: string): string {
  return `jochi-${id}-${edition}.${format}`;
}
