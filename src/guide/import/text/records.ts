import { type Line, maxLineChars } from "./lines.ts";
import { kindOf } from "./table/kinds.ts";
import { type Column, type Role, roleOf } from "./table/titles.ts";

/** One opening that is written as words and values: `IP : 192.0.2.1`. */
export interface RecordRead {
  columns: Column[];
  cells: string[];
  from: number;
  /** The index behind its last line. */
  next: number;
}

/** An opening takes no more lines than this. */
const mostLines = 10;
const value = /^[-•·○●▷▶*\s]*(?:(?:\d{1,2}|[가-하])?[.)]\s*)?([^:]{1,20}?)\s*:\s*(\S.*)$/;

/**
 * The opening that begins at a line: as many lines as say other things of it, of which one says a
 * name or an address and another the ports, or both the first.
 */
export function recordAt(lines: readonly Line[], at: number): RecordRead | undefined {
  const columns: Column[] = [];
  const cells: string[] = [];
  let next = at;
  for (; next < Math.min(lines.length, at + mostLines); next += 1) {
    const pairs = pairsOf(lines[next]!);
    if (!pairs || pairs.some(({ role }) => columns.some((each) => each.role === role))) break;
    for (const { role, title, text } of pairs) {
      columns.push({ role, title });
      cells.push(text);
    }
  }
  const has = (role: Role) => columns.some((each) => each.role === role);
  const places = [has("host"), has("address"), has("mixed"), has("ports")].filter(Boolean).length;
  if (places < 2 && !has("mixed")) return undefined;
  return { columns, cells, from: lines[at]!.number, next };
}

/** What a line says, one thing or several: `도메인 : a.example / 포트 : 443`. */
function pairsOf({ text, raw }: Line): { role: Role; title: string; text: string }[] | undefined {
  if (raw.length > maxLineChars) return undefined;
  const parts = text.split(/\s*[/,|;]\s+(?=[^:/,|;]{1,20}:\s)/);
  const pairs = parts.map((part) => {
    const [, title = "", said = ""] = value.exec(part) ?? [];
    const role = roleByValue(title, said);
    return role === undefined ? undefined : { role, title, text: said };
  });
  return pairs.every((pair) => pair !== undefined) ? pairs : undefined;
}

/** What a value is, where its word and its looks agree. */
function roleByValue(title: string, said: string): Role | undefined {
  const role = title === "" ? "other" : roleOf(title);
  const kind = kindOf(said);
  if (role === "server" || role === "host" || role === "address" || role === "mixed") {
    return kind === "host" || kind === "address" || kind === "mixed" ? kind : undefined;
  }
  if (role === "ports") return kind === "ports" ? role : undefined;
  if (role === "protocol") return kind === "protocol" ? role : undefined;
  return role === "purpose" || role === "remark" || role === "group" ? role : undefined;
}
