import type { Opening } from "../opening.ts";
import { portTexts } from "./_addresses.ts";
import { type AddressBook, addressBook, blockText, type Member } from "./_book.ts";
import { limits } from "./_limits.ts";
import { crossing, type Sorted, sorted } from "./_request.ts";
import { chunks, cut, stemOf, textOf } from "./_text.ts";
import type { Writer } from "./writer.ts";

/** Set commands of the configuration mode. They know no comments: descriptions say it all. */
export const panos: Writer = {
  id: "panos",
  title: "Palo Alto Networks PAN-OS (set)",
  write(request) {
    const parts = sorted(request, { names: true, wildcards: false, inbound: true });
    const stem = stemOf(request);
    const place = request.places?.[0];
    const rulebase = place?.within ?? "rulebase security rules";
    // Objects stand beside the rulebase that uses them: in its virtual system or device group.
    const beside = rulebase.replace(/(?:pre-|post-)?rulebase security rules$/, "");
    const book = addressBook(stem, limits.panosName);
    const rules = parts.openings.flatMap((opening) => ruleLines(parts, opening, book, rulebase));
    const services = parts.openings.flatMap(servicesOf);
    const add = [
      ...book.members().map((member) => addressLine(member, beside)),
      ...book
        .groups()
        .flatMap(({ name, members }) =>
          members.map((member) => `set ${beside}address-group ${name} static ${member.name}`),
        ),
      ...services.flatMap(({ name, transport, ports, comment }) => [
        `set ${beside}service ${name} protocol ${transport} port ${ports}`,
        `set ${beside}service ${name} description "${comment}"`,
      ]),
      ...rules,
      ...(place?.before === undefined ? [] : moveLines(parts, rulebase, `before ${place.before}`)),
    ];
    const remove = [
      ...parts.openings.map(({ name }) => `delete ${rulebase} ${name}`),
      ...services.map(({ name }) => `delete ${beside}service ${name}`),
      ...book.groups().map(({ name }) => `delete ${beside}address-group ${name}`),
      ...book.members().map(({ name }) => `delete ${beside}address ${name}`),
    ];
    // Above a rule that denies, where there is one; the last moved stands first.
    const move = moveLines(parts, rulebase, "top").toReversed();
    return {
      add: [
        { name: `${stem}-panos.txt`, text: textOf(add) },
        ...(place ? [] : [{ name: `${stem}-panos-move-top.txt`, text: textOf(move) }]),
      ],
      remove: [{ name: `${stem}-panos-remove.txt`, text: textOf(remove) }],
      needsPerson: parts.needsPerson,
    };
  },
};

function moveLines({ openings }: Sorted, rulebase: string, where: string): string[] {
  return openings.map(({ name }) => `move ${rulebase} ${name} ${where}`);
}

function addressLine({ name, block, host }: Member, beside: string): string {
  if (host) return `set ${beside}address ${name} fqdn ${host}`;
  return `set ${beside}address ${name} ${block!.cidr ? "ip-netmask" : "ip-range"} ${blockText(block!)}`;
}

/** A service's list of ports has at most 1023 characters. */
function servicesOf({ name, transport, ports, comment }: Opening) {
  const lists = chunks(portTexts(ports), limits.panosPorts);
  return lists.map((list, at) => ({
    name: lists.length === 1 ? name : `${name}.${at + 1}`,
    transport,
    ports: list.join(),
    comment: cut(comment, limits.panosDescription),
  }));
}

function ruleLines(
  request: Sorted,
  opening: Opening,
  book: AddressBook,
  rulebase: string,
): string[] {
  const rule = `set ${rulebase} ${opening.name}`;
  const zones = crossing(request, opening);
  const { from, to } = book.sides(opening);
  return [
    `${rule} description "${cut(opening.comment, limits.panosDescription)}"`,
    `${rule} from ${zones.from ?? "any"}`,
    `${rule} to ${zones.to ?? "any"}`,
    `${rule} source ${from.name}`,
    `${rule} destination ${to.name}`,
    `${rule} source-user any`,
    `${rule} category any`,
    `${rule} application any`,
    ...servicesOf(opening).map(({ name }) => `${rule} service ${name}`),
    `${rule} action allow`,
    `${rule} log-end yes`,
  ];
}
