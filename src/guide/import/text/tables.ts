import { addressKind } from "../../lint/addresses.ts";
import { hostTrouble } from "../../lint/hosts.ts";
import { headingOf, type Role, type RowCells, rowOf } from "./cells.ts";
import { addOnce, type DraftEndpoint, type DraftProgram, idFrom } from "./draft.ts";
import { maxLineChars } from "./lines.ts";
import { readPorts } from "./ports.ts";
import { programOf, programsIn } from "./programs.ts";
import { nextFilled, type Walk } from "./walk.ts";

/** Empty lines that may stand between the rows of one table, as where a page ends. */
const mostEmptyLines = 3;

/** A line above a table that says whose openings these are. */
export function isTableCaption({ lines }: Walk, index: number): boolean {
  const next = nextFilled(lines, index + 1);
  if (!next || headingOf(next.raw) === undefined) return false;
  return programsIn(lines[index]!.text).length > 0 || /방화벽|오픈/.test(lines[index]!.text);
}

/** Reads the caption: the program of the table below. */
export function readTableCaption(walk: Walk, index: number): void {
  const { text, number } = walk.lines[index]!;
  const [named] = programsIn(text);
  walk.read.add(number);
  walk.openings = named
    ? programOf(walk.draft, named, number)
    : unnamedProgram(walk, text.replace(/^[-•·○\s]+/, ""), number);
  walk.captionLine = number;
}

/** Reads the table whose heading this is; gives the index of the first line behind it. */
export function readTable(walk: Walk, index: number, roles: readonly Role[]): number {
  const heading = walk.lines[index]!;
  walk.read.add(heading.number);
  const program =
    walk.openings ??
    unnamedProgram(walk, walk.section?.title ?? "방화벽 오픈 정보", heading.number);
  const table: Table = { program, from: walk.captionLine ?? heading.number };
  walk.openings = undefined;
  walk.captionLine = undefined;
  let rows = 0;
  let at = index + 1;
  for (let empty = 0; at < walk.lines.length; at += 1) {
    const line = walk.lines[at]!;
    if (line.text === "") {
      empty += 1;
      if (empty > mostEmptyLines) break;
      continue;
    }
    // A table that goes on over the page has its heading there again.
    if (headingOf(line.raw)) {
      if (walk.lines[at - 1]?.text !== "" || rows === 0) walk.read.add(line.number);
      else break;
      continue;
    }
    const row = line.raw.length > maxLineChars ? undefined : rowOf(line.raw, roles);
    if (!row) break;
    empty = 0;
    rows += 1;
    walk.read.add(line.number);
    if (row.over) walk.notes.add("cells-too-many", line.number, { text: line.text });
    readRow(walk, table, row, line.number);
  }
  if (rows === 0) walk.notes.add("table-empty", heading.number);
  return at;
}

interface Table {
  program: DraftProgram;
  /** The caption or heading, until the first group has been made. */
  from: number | undefined;
  group?: string;
  groupTitle?: string;
  endpoint?: DraftEndpoint;
  /** The ports of the last cell that was not empty, and where it stands. */
  portsLine?: number;
  portsCell?: string;
}

function readRow(walk: Walk, table: Table, row: RowCells, line: number): void {
  const { notes } = walk;
  const { endpoint, portsCell } = table;
  const sameGroup = row.group === undefined || row.group === table.groupTitle;
  if (table.group === undefined || !sameGroup) startGroup(walk, table, row, line);
  const samePorts = row.ports === undefined || row.ports === portsCell;
  // Tables without merged cells say everything again in each row.
  const again = sameGroup && samePorts && row.host !== undefined && endpoint?.host === row.host;
  if (row.host !== undefined && !again) startEndpoint(walk, table, row.host, line);
  else if (!endpoint) {
    if (row.address !== undefined || row.ports !== undefined) notes.add("host-missing", line);
    return;
  } else if (!samePorts && row.address !== undefined) {
    // The same host with ports of its own for this address.
    startEndpoint(walk, table, endpoint.host, line);
  }
  const own = table.endpoint!;
  own.to = line;
  if (row.purpose !== undefined) own.purpose ??= { text: row.purpose, from: line, to: line };
  if (row.other !== undefined) notes.add("cell-unread", line, { text: row.other });
  if (row.ports !== undefined && (own !== endpoint || !samePorts))
    takePorts(walk, table, row, line);
  else if (row.host !== undefined && !again) inheritPorts(walk, table, endpoint, own, line);
  if (row.address === undefined) {
    if (row.host !== undefined || row.ports !== undefined)
      notes.add("address-missing", line, { host: own.host });
    return;
  }
  for (const address of addressesIn(row.address)) takeAddress(walk, own, address, line);
}

function startGroup({ draft, section }: Walk, table: Table, row: RowCells, line: number): void {
  const { program } = table;
  const title = row.group ?? program.name;
  const label = (row.host ?? "").split(".")[0]!;
  const id = idFrom(draft, `${program.id} ${label}`, "group");
  draft.groups.push({ id, title, program: program.id, from: table.from ?? line, to: line });
  table.group = id;
  table.groupTitle = title;
  table.from = undefined;
  if (section) addOnce(section.contains, id);
  if (section) addOnce(section.readers, "network");
}

function startEndpoint({ draft, notes }: Walk, table: Table, host: string, line: number): void {
  const bare = host.replace(/^https?:\/\//i, "").replace(/\/$/, "");
  if (hostTrouble(bare, true)) notes.add("host-impossible", line, { host: bare });
  const id = idFrom(draft, bare, "host");
  const none = { addresses: [], ports: [], lost: [] };
  table.endpoint = { id, group: table.group!, host: bare, ...none, from: line, to: line };
  draft.endpoints.push(table.endpoint);
}

function takePorts(walk: Walk, table: Table, row: RowCells, line: number): void {
  const own = table.endpoint!;
  const cell = row.ports!;
  const { ports, impossible, unreadable } = readPorts(cell, row.protocol ?? "", walk.knownPorts);
  own.ports.push(...ports);
  table.portsLine = line;
  table.portsCell = cell;
  for (const port of impossible) walk.notes.add("port-impossible", line, { port });
  for (const port of unreadable) walk.notes.add("port-unreadable", line, { port });
  own.lost.push(...[...impossible, ...unreadable].map((port) => `포트 ${port}`));
}

function inheritPorts(
  walk: Walk,
  table: Table,
  above: DraftEndpoint | undefined,
  own: DraftEndpoint,
  line: number,
): void {
  if (!above || table.portsLine === undefined) {
    walk.notes.add("ports-missing", line, { host: own.host });
    return;
  }
  own.ports = above.ports.map((port) => ({ ...port }));
  own.mergedFrom = table.portsLine;
  walk.notes.add("ports-merged", line, { host: own.host, first: table.portsLine });
}

function takeAddress(
  { notes, addresses }: Walk,
  own: DraftEndpoint,
  address: string,
  line: number,
) {
  own.addresses.push({ text: address, line });
  if (addressKind(address) === "not-an-address") notes.add("address-impossible", line, { address });
  const first = addresses.get(address);
  if (first !== undefined) notes.add("address-again", line, { address, first });
  else addresses.set(address, line);
}

/** One address, or several where each of the parts looks like one. */
function addressesIn(cell: string): string[] {
  const parts = cell.split(/[\s,]+/).filter((part) => part !== "");
  return parts.every((part) => /\.\d+\.|:/.test(part)) ? parts : [cell];
}

function unnamedProgram({ draft }: Walk, name: string, line: number): DraftProgram {
  const known = draft.programs.find((each) => each.unnamed && each.name === name);
  if (known) return known;
  const id = idFrom(draft, "table", "table");
  const program = { id, name, otherNames: [], tool: false, unnamed: true, from: line, to: line };
  draft.programs.push(program);
  return program;
}
