import { flowsOf } from "../firewall/flow.ts";
import { formRows } from "../firewall/form.ts";
import { type Guide, rowId } from "../guide/guide.ts";
import { isPacked } from "../own/files.ts";
import type { Handed, HandOverAsk } from "../portal/wire.ts";
import { requestForm } from "../report/request/form.ts";
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
  const wanted = new Set(ask.rows);
  const flows = flowsOf(guide).filter(
    ({ host, address, port }) =>
      wanted.size === 0 || wanted.has(rowId({ host, address: address ?? "", port: Number(port) })),
  );
  if (flows.length === 0) throw refuse("bad-request", "rows");
  const blank = { applicant: "", department: "", from: "", until: "", sources: [] };
  const form = requestForm(guide, formRows(guide, flows), [], blank, ask.lang);
  const written = await format.write(form);
  return {
    name: `${guide.id}-${guide.edition}.${ask.format}`,
    type: types[ask.format] ?? "application/octet-stream",
    bytes: new Uint8Array(typeof written === "string" ? Buffer.from(written) : written),
  };
}
