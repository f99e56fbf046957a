import type { Guide } from "../guide/guide.ts";
import { isPacked } from "../own/files.ts";
import { fileNameOf, formFor } from "../portal/hand-over.ts";
import type { Handed, HandOverAsk } from "../portal/wire.ts";
import { formats } from "../report/request/index.ts";
import { refuse } from "./refusal.ts";

const types: Record<string, string> = {
  csv: "text/csv; charset=utf-8",
  md: "text/markdown; charset=utf-8",
  pdf: "application/pdf",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  hwpx: "application/hwp+zip",
};

/** Kinds of files that can be made here. */
export const formatsHere: string[] = Object.keys(formats).filter(
  (name) => !(isPacked && formats[name]!.checkoutOnly),
);

/** The request form of a guide's openings, or of those rows that are named. */
export async function handOver(guide: Guide, ask: HandOverAsk): Promise<Handed> {
  const format = formatsHere.includes(ask.format) ? formats[ask.format] : undefined;
  if (format === undefined) throw refuse("no-format", ask.format);
  const form = formFor(guide, ask.rows, ask.lang);
  if (form === undefined) throw refuse("bad-request", "rows");
  const written = await format.write(form);
  return {
    name: fileNameOf(guide, ask.format),
    type: types[ask.format] ?? "application/octet-stream",
    bytes: new Uint8Array(typeof written === "string" ? Buffer.from(written) : written),
  };
}
