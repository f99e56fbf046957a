import { requestCsv } from "./csv.ts";
import type { Form } from "./form.ts";
import { requestMarkdown } from "./markdown.ts";

/** Writes a form as one kind of file. */
export interface Format {
  /** Nothing that a terminal should be given. */
  binary: boolean;
  /** Made by native code, which the packed program does not have. */
  checkoutOnly?: boolean;
  write(form: Form): Promise<Uint8Array | string>;
}

/** Every kind of file, by the ending of its name. What needs a library is loaded when asked for. */
export const formats: Record<string, Format> = {
  xlsx: { binary: true, write: async (form) => (await import("./xlsx.ts")).requestXlsx(form) },
  docx: { binary: true, write: async (form) => (await import("./docx.ts")).requestDocx(form) },
  hwpx: { binary: true, write: async (form) => (await import("./hwpx.ts")).requestHwpx(form) },
  pdf: {
    binary: true,
    checkoutOnly: true,
    write: async (form) => (await import("./pdf.ts")).requestPdf(form),
  },
  csv: { binary: false, write: async (form) => requestCsv(form) },
  md: { binary: false, write: async (form) => requestMarkdown(form) },
};
