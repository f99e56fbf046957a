import type { Table } from "./words.ts";

/** Words of the reports and of the live progress. */
export const ui: Table = {
  "ui.title": { ko: "결제 연결 진단 결과", en: "Payment connection report" },
};
