import { netmask } from "../cidr.ts";
import type { Opening, Placement } from "../opening.ts";
import { pairsOf } from "../ranges.ts";
import { type AddressBook, addressBook, type Member, type Place } from "./_book.ts";
import { limits } from "./_limits.ts";
import { crossing, type Sorted, sorted } from "./_request.ts";
import { cut, heading, stemOf, textOf } from "./_text.ts";
import type { Writer } from "./writer.ts";

/** Objects and unified access lists (9.0 and later), one for each way that connections open. */
export const ciscoAsa: Writer = {
  id: "cisco-asa",
  title: "Cisco ASA",
  write(request) {
    const parts = sorted(request, { names: true, wildcards: false, inbound: true });
    const stem = stemOf(request);
    const book = addressBook(stem);
    const places = request.places;
    const lists = (opening: Opening) =>
      places ? places.map(({ chain }) => chain) : [listOf(stem, opening.direction)];
    const plain = parts.openings.flatMap((opening) =>
      lists(opening).flatMap((list) => entryLines(list, opening, book)),
    );
    const entries = places
      ? places.flatMap((place) => placedLines(place, parts.openings, book))
      : plain;
    const objects = book.members().filter(isObject);
    const services = parts.openings.filter(needsGroup);
    const add = [
      ...heading(
        parts,
        "!",
        ...(places
          ? ["Lines for the access lists that are there; their numbers put them first."]
          : bindingHints(parts, stem)),
      ),
      ...objects.flatMap(objectLines),
      ...book.groups().flatMap(groupLines),
      ...services.flatMap(serviceLines),
      ...entries,
    ];
    const remove = [
      ...heading(
        parts,
        "!",
        places
          ? "Takes these lines out of the access lists."
          : "First take the lists off their interfaces.",
      ),
      ...plain.map((entry) => `no ${entry}`),
      ...services.map(({ name, transport }) => `no object-group service ${name} ${transport}`),
      ...book.groups().map(({ name }) => `no object-group network ${name}`),
      ...objects.map(({ name }) => `no object network ${name}`),
    ];
    return {
      add: [{ name: `${stem}-asa.cfg`, text: textOf(add) }],
      remove: [{ name: `${stem}-asa-remove.cfg`, text: textOf(remove) }],
      needsPerson: parts.needsPerson,
    };
  },
};

/** An interface has one list for a direction, and which one it has is not known here. */
function bindingHints(request: Sorted, stem: string): string[] {
  const directions = new Set(request.openings.map(({ direction }) => direction));
  const commands = [...directions].map((direction) => {
    const { from = "INTERFACE" } = crossing(request, { direction });
    return `  access-group ${listOf(stem, direction)} in interface ${from}`;
  });
  return [
    "Where the interface has a list already, put the lines into that one, above what denies.",
    "Where it has none:",
    ...commands,
  ];
}

function listOf(stem: string, direction: Opening["direction"]): string {
  return direction === "outbound" ? stem : `${stem}-in`;
}

/** Ranges and names must be objects; blocks can stand in groups and entries as they are. */
function isObject({ block, host }: Member): boolean {
  return host !== undefined || block?.cidr === undefined;
}

function objectLines({ name, block, host }: Member): string[] {
  return [
    `object network ${name}`,
    host ? ` fqdn ${host}` : ` range ${block!.first} ${block!.last}`,
  ];
}

/** `host A`, `A MASK`, `V6/BITS`, `object NAME`. */
function memberText(member: Member): string {
  const { name, block } = member;
  if (isObject(member)) return `object ${name}`;
  const { address, bits, family } = block!.cidr!;
  if (block!.first === block!.last) return `host ${address}`;
  return family === "ipv4" ? `${address} ${netmask(bits)}` : `${address}/${bits}`;
}

function groupLines({ name, members }: Place): string[] {
  return [
    `object-group network ${name}`,
    ...members.map((member) => ` network-object ${memberText(member)}`),
  ];
}

function placeText({ name, members }: Place): string {
  return members.length === 1 ? memberText(members[0]!) : `object-group ${name}`;
}

function needsGroup({ ports }: Opening): boolean {
  return ports.length > 2;
}

function portText([lo, hi]: readonly [number, number]): string {
  return lo === hi ? `eq ${lo}` : `range ${lo} ${hi}`;
}

function serviceLines({ name, transport, ports }: Opening): string[] {
  return [
    `object-group service ${name} ${transport}`,
    ...pairsOf(ports).map((pair) => ` port-object ${portText(pair)}`),
  ];
}

/** The same lines with the numbers at which they push down what denies. */
function placedLines(
  { chain, above }: Placement,
  openings: readonly Opening[],
  book: AddressBook,
): string[] {
  const head = `access-list ${chain} `;
  return openings
    .flatMap((opening) => entryLines(chain, opening, book))
    .map((line, at) =>
      above === undefined ? line : `${head}line ${above + 1 + at} ${line.slice(head.length)}`,
    );
}

function entryLines(name: string, opening: Opening, book: AddressBook): string[] {
  const list = `access-list ${name}`;
  const { from, to } = book.sides(opening);
  const ports = needsGroup(opening)
    ? `object-group ${opening.name}`
    : portText(pairsOf(opening.ports)[0]!);
  return [
    `${list} remark ${cut(opening.comment, limits.ciscoRemark)}`,
    `${list} extended permit ${opening.transport} ${placeText(from)} ${placeText(to)} ${ports}`,
  ];
}
