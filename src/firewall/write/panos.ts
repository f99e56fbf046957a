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
    const book = addressBook(stem, limits.panosName);
    const rules = parts.openings.flatMap((opening) => ruleLines(parts, opening, book));
    const services = parts.openings.flatMap(servicesOf);
    const add = [
      ...book.members().map(addressLine),
      ...book
        .groups()
        .flatMap(({ name, members }) =>
          members.map((member) => `set address-group ${name} static ${member.name}`),
        ),
      ...services.flatMap(({ name, transport, ports, comment }) => [
        `set service ${name} protocol ${transport} port ${ports}`,
        `set service ${name} description "${comment}"`,
      ]),
      ...rules,
    ];
    const remove = [
      ...parts.openings.map(({ name }) => `delete rulebase security rules ${name}`),
      ...services.map(({ name }) => `delete service ${name}`),
      ...book.groups().map(({ name }) => `delete address-group ${name}`),
      ...book.members().map(({ name }) => `delete address ${name}`),
    ];
    // Above a rule that denies, where there is one; the last moved stands first.
    const move = parts.openings
      .map(({ name }) => `move rulebase security rules ${name} top`)
      .toReversed();
    return {
      add: [
        { name: `${stem}-panos.txt`, text: textOf(add) },
        { name: `${stem}-panos-move-top.txt`, text: textOf(move) },
      ],
      remove: [{ name: `${stem}-panos-remove.txt`, text: textOf(remove) }],
      needsPerson: parts.needsPerson,
    };
  },
};

function addressLine({ name, block, host }: Member): string {
  if (host) return `set address ${name} fqdn ${host}`;
  return `set address ${name} ${block!.cidr ? "ip-netmask" : "ip-range"} ${blockText(block!)}`;
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

function ruleLines(request: Sorted, opening: Opening, book: AddressBook): string[] {
  const rule = `set rulebase security rules ${opening.name}`;
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
