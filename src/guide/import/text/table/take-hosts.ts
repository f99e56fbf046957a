import { addressKind } from "../../../lint/addresses.ts";
import { hostTrouble } from "../../../lint/hosts.ts";
import { type DraftEndpoint, type DraftPort, idFrom } from "../draft.ts";
import type { Walk } from "../walk.ts";
import type { Fields } from "./fields.ts";
import { type CellHost, readHosts } from "./hosts.ts";
import type { Table } from "./table.ts";
import { takeOne } from "./take-addresses.ts";

/** Whether the row's cell for ports names this one. */
export function isNamed(port: string, { ports = [] }: Fields): boolean {
  return ports.some(({ cell }) => new RegExp(`(?<!\\d)${port}(?!\\d)`).test(cell));
}

/** Begins the hosts of a cell, with what whole addresses say of their ports. */
export function startHosts(
  walk: Walk,
  table: Table,
  cell: string,
  fields: Fields,
  line: number,
): void {
  const { hosts, rest } = readHosts(cell);
  if (rest !== "") walk.notes.add("cell-unread", line, { text: rest });
  table.hostCell = cell;
  table.hosts = hosts.map((each) => startHost(walk, table, each, fields, line));
}

function startHost(walk: Walk, table: Table, said: CellHost, fields: Fields, line: number) {
  const { draft, notes } = walk;
  const { scheme, path } = said;
  const isAddress = addressKind(said.host) !== "not-an-address";
  const host = isAddress ? "*" : said.host;
  if (host !== "*" && hostTrouble(host, true)) notes.add("host-impossible", line, { host });
  const id = idFrom(draft, host, "host");
  const none = { addresses: [], ports: [] as DraftPort[], lost: [], guessed: table.guessed };
  const own: DraftEndpoint = { id, group: table.group!, host, ...none, from: line, to: line };
  draft.endpoints.push(own);
  if (isAddress) takeOne(walk, own, said.host, false, line);
  if (path !== undefined) notes.add("path-dropped", line, { host, path });
  const inRow = fields.ports !== undefined;
  if (said.port !== undefined && !inRow) {
    const port = Number(said.port);
    if (port < 1 || port > 65535) notes.add("port-impossible", line, { port: said.port });
    else own.ports.push({ port, protocol: scheme ?? "tcp", guessed: scheme === undefined });
  } else if (said.port !== undefined && !isNamed(said.port, fields)) {
    notes.add("port-differs", line, { host, port: said.port });
  } else if (scheme && !inRow && !table.has.ports) {
    own.ports.push({ port: scheme === "https" ? 443 : 80, protocol: scheme, guessed: false });
    notes.add("ports-by-scheme", line, { host, port: scheme === "https" ? 443 : 80 });
  }
  return own;
}
