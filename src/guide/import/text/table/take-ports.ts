import type { DraftEndpoint, DraftPort } from "../draft.ts";
import { readPorts, unknownProtocols } from "../ports.ts";
import type { Walk } from "../walk.ts";
import type { Fields } from "./fields.ts";
import type { Table } from "./table.ts";

/** Takes the cell for ports into every host of the row. */
export function takePorts(
  walk: Walk,
  table: Table,
  fields: Fields,
  portsCell: string,
  line: number,
): void {
  const { notes } = walk;
  table.portsLine = line;
  table.portsCell = portsCell;
  if (fields.protocolAbove !== undefined) {
    notes.add("protocol-merged", line, { protocol: fields.protocolAbove });
  }
  for (const { cell, protocol } of fields.ports!) {
    for (const word of unknownProtocols(protocol)) notes.add("protocol-unknown", line, { word });
    const read = readPorts(cell, protocol, walk.knownPorts);
    for (const port of read.impossible) notes.add("port-impossible", line, { port });
    for (const port of read.unreadable) notes.add("port-unreadable", line, { port });
    for (const port of read.unclear) notes.add("port-unclear", line, { port });
    const lost = [...read.impossible, ...read.unreadable].map((port) => `포트 ${port}`);
    for (const own of table.hosts) {
      for (const port of read.ports) {
        if (!own.ports.some((each) => isSame(each, port))) own.ports.push(port);
      }
      own.lost.push(...lost);
    }
  }
}

/** The same port, by the same transport. */
export const isSame = (one: DraftPort, other: DraftPort): boolean =>
  one.port === other.port &&
  one.to === other.to &&
  (one.protocol === "udp") === (other.protocol === "udp");

/** Takes the ports of the row above, with whose cell the empty one is merged. */
export function inheritPorts(
  walk: Walk,
  table: Table,
  above: DraftEndpoint | undefined,
  fields: Fields,
  line: number,
): void {
  const { host } = table.hosts[0]!;
  if (!above || table.portsLine === undefined || fields.none.has("ports")) {
    if (table.has.ports || fields.none.has("ports"))
      walk.notes.add("ports-missing", line, { host });
    else walk.notes.add("ports-unsaid", line, { host });
    return;
  }
  for (const own of table.hosts) {
    own.ports = above.ports.map((port) => ({ ...port }));
    own.mergedFrom = table.portsLine;
  }
  walk.notes.add("ports-merged", line, { host, first: table.portsLine });
}
