import { addOnce, type DraftEndpoint, idFrom } from "../draft.ts";
import type { Walk } from "../walk.ts";
import { type CellAddress, readAddresses } from "./addresses.ts";
import type { Fields } from "./fields.ts";
import type { Table } from "./table.ts";
import { takeAddress, tellAddresses } from "./take-addresses.ts";
import { isNamed, startHosts } from "./take-hosts.ts";
import { inheritPorts, takePorts } from "./take-ports.ts";

/** Takes a row into the draft, and tells what of it could not be taken. */
export function takeFields(walk: Walk, table: Table, fields: Fields, line: number): void {
  const { notes } = walk;
  for (const { title, text } of fields.others) {
    notes.add("cell-unread", line, { text: title === "" ? text : `${title}: ${text}` });
  }
  for (const text of fields.lone) notes.add("ditto-alone", line, { text });
  const read = readAddresses(fields.address ?? "");
  const byPorts = new Map<string | undefined, CellAddress[]>();
  for (const each of read.addresses) {
    // The cell for ports says more than what stands behind an address, which has to be in it.
    const ports = fields.ports ? undefined : each.ports;
    byPorts.set(ports, [...(byPorts.get(ports) ?? []), each]);
    if (!fields.ports || each.ports === undefined || isNamed(each.ports, fields)) continue;
    notes.add("port-differs", line, { host: each.text, port: each.ports });
  }
  if (byPorts.size === 0) byPorts.set(undefined, []);
  for (const [ports, addresses] of byPorts) {
    const own =
      ports === undefined ? fields : { ...fields, ports: [{ cell: ports, protocol: "" }] };
    takeRow(walk, table, own, addresses, line);
  }
  tellAddresses(walk, table, read, line);
}

function takeRow(
  walk: Walk,
  table: Table,
  fields: Fields,
  addresses: readonly CellAddress[],
  line: number,
): void {
  const { notes } = walk;
  const portsCell = fields.ports?.map(({ cell, protocol }) => `${cell} ${protocol}`).join("|");
  const title = fields.group ?? table.titleAbove?.text;
  const sameGroup = title === undefined || title === table.groupTitle;
  // A dash for the ports says that there are none, and not that they are those above.
  const samePorts =
    portsCell === undefined ? !fields.none.has("ports") : portsCell === table.portsCell;
  const isNameless = !table.has.host || fields.none.has("host");
  const hostCell = fields.host ?? (isNameless && addresses.length > 0 ? "*" : undefined);
  // Tables without merged cells say everything again in each row.
  const again = sameGroup && samePorts && hostCell !== undefined && table.hostCell === hostCell;
  const above = table.hosts[0];
  const isAdded = hostCell === undefined && above !== undefined;
  if (hostCell === undefined && !above) {
    if (addresses.length > 0 || fields.ports) notes.add("host-missing", line);
    return;
  }
  const isNobodys = fields.address !== undefined || fields.none.has("address");
  if (hostCell === undefined && addresses.length === 0 && isNobodys) {
    // Not merged with the row above: its own address is there and cannot be read.
    const text = [fields.group, fields.address, ...(fields.ports ?? []).map(({ cell }) => cell)];
    notes.add("row-unclear", line, { text: text.filter((each) => each !== undefined).join(" | ") });
    return;
  }
  const startsGroup = table.group === undefined || !sameGroup;
  const isNew =
    (!isAdded && !again) || (isAdded && addresses.length > 0 && (!samePorts || startsGroup));
  if (startsGroup && isNew) startGroup(walk, table, title, hostCell ?? above!.host, line);
  else if (startsGroup) notes.add("cell-unread", line, { text: title! });
  if (isAdded && isNew && startsGroup) {
    notes.add("host-merged", line, { host: above.host, first: above.to });
  }
  if (isNew) startHosts(walk, table, hostCell ?? table.hostCell!, fields, line);
  const isMore = isAdded && !samePorts && addresses.length === 0;
  if (isMore) notes.add("row-merged", line, { host: above.host, first: above.to });
  for (const own of table.hosts) {
    own.to = line;
    takeWords(walk, own, fields, line);
  }
  if (fields.ports && (isNew || isMore)) takePorts(walk, table, fields, portsCell!, line);
  else if (isNew && table.hosts.every(({ ports }) => ports.length === 0)) {
    inheritPorts(walk, table, above, fields, line);
  }
  if (addresses.length > 0) {
    for (const { text } of addresses) takeAddress(walk, table, text, fields.sameAddress, line);
    if (table.hosts.length > 1 && addresses.length > 1) notes.add("hosts-several", line);
  } else if (!isMore && table.has.address && (hostCell !== undefined || fields.ports)) {
    const isWhole = table.hosts.every((own) => own.addresses.length > 0);
    // Words that are no address are told as such.
    if (!isWhole && fields.address === undefined) {
      notes.add("address-missing", line, { host: table.hosts[0]!.host });
    }
  }
}

function startGroup(
  { draft, section }: Walk,
  table: Table,
  said: string | undefined,
  host: string,
  line: number,
): void {
  const { program } = table;
  const title = said ?? program.name;
  const label = host.replace(/^https?:\/\//i, "").split(".")[0]!;
  const id = idFrom(draft, `${program.id} ${label}`, "group");
  draft.groups.push({ id, title, program: program.id, from: table.from ?? line, to: line });
  table.group = id;
  table.groupTitle = title;
  table.from = undefined;
  if (section) addOnce(section.contains, id);
  if (section) addOnce(section.readers, "network");
}

function takeWords({ notes }: Walk, own: DraftEndpoint, fields: Fields, line: number): void {
  const { purpose, remark, direction } = fields;
  if (purpose !== undefined && !own.purpose) own.purpose = { text: purpose, from: line, to: line };
  else if (purpose !== undefined && !own.purpose!.text.split(", ").includes(purpose)) {
    own.purpose = { ...own.purpose!, text: `${own.purpose!.text}, ${purpose}`, to: line };
  }
  if (remark !== undefined && !own.remark?.split(", ").includes(remark)) {
    own.remark = own.remark === undefined ? remark : `${own.remark}, ${remark}`;
  }
  if (direction === undefined) return;
  const isIn = /인바운드|수신|외부.*내부|(?<![a-z])in(?:bound)?(?![a-z])/i.test(direction);
  const isOut = /아웃바운드|송신|내부.*외부|(?<![a-z])out(?:bound)?(?![a-z])/i.test(direction);
  if (isIn && !isOut) own.inbound = true;
  else if (!isOut || isIn) notes.add("cell-unread", line, { text: direction });
}
