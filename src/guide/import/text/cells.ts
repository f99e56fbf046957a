/** What a column of a firewall table holds. */
export type Role = "group" | "host" | "address" | "ports" | "protocol" | "purpose" | "other";

const titles: [Role, RegExp][] = [
  ["address", /^(?:목적지\s*)?(?:IP|아이피)(?:\s*(?:주소|address))?$/i],
  [
    "host",
    /^(?:목적지\s*)?(?:URL|도메인|호스트|서버명|host|domain|FQDN)(?:\s*(?:명|이름|주소|name))?$/i,
  ],
  ["ports", /^(?:목적지\s*)?(?:port|포트)s?(?:\s*(?:번호|정보))?$/i],
  ["group", /^(?:구분|분류|서버|업무|서비스|항목)(?:\s*구분)?$/],
  ["protocol", /^(?:프로토콜|protocol)$/i],
  ["purpose", /^(?:용도|목적|비고|설명|기능)$/],
];

/** Cells between tabs, bars, or two and more spaces; an empty cell is one merged with another. */
export function cellsOf(raw: string): string[] {
  if (raw.includes("\t")) return raw.split("\t").map(trim);
  if (raw.includes("|")) {
    return raw
      .replace(/^\s*\|/, "")
      .replace(/\|\s*$/, "")
      .split("|")
      .map(trim);
  }
  return raw.split(/ {2,}/).map(trim);
}

/** What the columns under a heading hold; undefined where the line is no heading of such a table. */
export function headingOf(raw: string): Role[] | undefined {
  const cells = cellsOf(raw);
  if (cells.length < 2) return undefined;
  const roles = cells.map((cell) => titles.find(([, title]) => title.test(cell))?.[0] ?? "other");
  const has = (role: Role) => roles.filter((each) => each === role).length === 1;
  return has("ports") && (has("host") || has("address")) ? roles : undefined;
}

export interface RowCells extends Partial<Record<Role, string>> {
  /** There are more cells than columns. */
  over: boolean;
}

/** A line below the heading as a row, or undefined where the table has ended. */
export function rowOf(raw: string, roles: readonly Role[]): RowCells | undefined {
  const cells = cellsOf(raw);
  const filled = cells.filter((cell) => cell !== "");
  const marked = /[\t|]/.test(raw);
  if (filled.length === 0 || (filled.length === 1 && !marked && !isAddress(filled[0]!)))
    return undefined;
  if (marked || cells.length === roles.length) return byColumn(cells, roles);
  return byLook(raw.trim());
}

function byColumn(cells: readonly string[], roles: readonly Role[]): RowCells {
  const row: RowCells = { over: cells.slice(roles.length).some((cell) => cell !== "") };
  for (const [at, role] of roles.entries()) if (cells[at]) row[role] ??= cells[at];
  return row;
}

/** Without columns to count, an address, a name and ports are known by what they look like. */
function byLook(text: string): RowCells | undefined {
  const words = text.split(/\s+/);
  const address = words.findIndex(isAddress);
  const host = words.findIndex(
    (word) => /^[A-Za-z0-9*_-]+(?:[.,][A-Za-z0-9_-]+)+$/.test(word) && /[A-Za-z]/.test(word),
  );
  if (address < 0) return undefined;
  const first = host < 0 ? address : Math.min(host, address);
  const row: RowCells = { over: false, address: words[address]! };
  if (host >= 0) row.host = words[host]!;
  if (first > 0) row.group = words.slice(0, first).join(" ");
  const ports = words.slice(Math.max(host, address) + 1).join(" ");
  if (ports !== "") row.ports = ports;
  return row;
}

function isAddress(word: string): boolean {
  return /^\d{1,3}(?:[.,]\d{1,4}){2,4}(?:\/\d{1,2})?$/.test(word);
}

const trim = (cell: string): string => cell.trim();
