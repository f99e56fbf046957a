import { guessColumns } from "./table/guess.ts";
import type { Role } from "./table/titles.ts";
import { readRows, tableOf } from "./tables.ts";
import type { Walk } from "./walk.ts";

/** Reads a table without a heading by what its cells look like; the same index where none begins. */
export function readGuessedTable(walk: Walk, index: number): number {
  const columns = guessColumns(walk.lines, index);
  if (!columns) return index;
  const line = walk.lines[index]!.number;
  const table = tableOf(walk, columns, true, line);
  const names = (lang: 0 | 1) => columns.map(({ role }) => roleNames[role][lang]).join(" | ");
  walk.notes.add("columns-guessed", line, { ko: names(0), en: names(1) });
  return readRows(walk, table, columns, index).at;
}

const roleNames: Record<Role, [ko: string, en: string]> = {
  number: ["번호", "number"],
  group: ["구분", "group"],
  server: ["서버", "server"],
  host: ["호스트", "host"],
  address: ["IP", "IP"],
  mixed: ["호스트와 IP", "host and IP"],
  ports: ["포트", "port"],
  protocol: ["프로토콜", "protocol"],
  direction: ["방향", "direction"],
  purpose: ["용도", "purpose"],
  remark: ["비고", "remark"],
  source: ["출발지", "source"],
  former: ["옛 값", "former value"],
  other: ["(읽지 않음)", "(not read)"],
};
