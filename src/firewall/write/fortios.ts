import type { Family } from "../address.ts";
import { netmask } from "../cidr.ts";
import type { Opening, Placement } from "../opening.ts";
import { families, familiesOf, portTexts } from "./_addresses.ts";
import { type AddressBook, addressBook, type Member } from "./_book.ts";
import { limits } from "./_limits.ts";
import { crossing, type Sorted, sorted } from "./_request.ts";
import { chunks, cut, heading, stemOf, textOf } from "./_text.ts";
import type { Writer } from "./writer.ts";

/** Tables of the command line, as `show` prints them; policies for FortiOS 6.4 and later. */
export const fortios: Writer = {
  id: "fortios",
  title: "Fortinet FortiOS",
  write(request) {
    const parts = sorted(request, { names: true, wildcards: true, inbound: true });
    const stem = stemOf(request);
    const books = {
      ipv4: addressBook(stem, limits.fortiosName),
      ipv6: addressBook(`${stem}-v6`, limits.fortiosName),
    };
    const policies = parts.openings.flatMap((opening) =>
      familiesOf(opening).map((family) => policyOf(parts, opening, family, books[family])),
    );
    const services = parts.openings.flatMap(servicesOf);
    const place = request.places?.[0];
    const numbered = place?.unused === undefined ? undefined : place.unused;
    const entries =
      numbered === undefined
        ? policies
        : policies.map(([, ...rest], at): (typeof policies)[number] => [
            String(numbered + at),
            ...rest,
          ]);
    const add = [
      ...heading(
        parts,
        "#",
        ...(place
          ? ["For the policies that are there; what is new is moved before the one that denies."]
          : [
              "New policies stand last. Where one above denies, move each before it by its number:",
              "  config firewall policy, move NUMBER before NUMBER, end",
            ]),
      ),
      ...inside(place, "begin"),
      ...families.flatMap((family) => addressTables(books[family], family)),
      ...config("service custom", services.map(serviceEntry)),
      ...config("policy", entries),
      ...(numbered === undefined || place?.before === undefined || entries.length === 0
        ? []
        : [
            "config firewall policy",
            ...entries.map(([number]) => `    move ${number} before ${place.before}`),
            "end",
          ]),
      ...inside(place, "end"),
    ];
    return {
      add: [{ name: `${stem}-fortios.conf`, text: textOf(add) }],
      remove: [
        {
          name: `${stem}-fortios-remove.conf`,
          text: textOf(
            removal(
              parts,
              books,
              services.map(({ name }) => name),
            ),
          ),
        },
      ],
      needsPerson: parts.needsPerson,
    };
  },
};

/** A device with virtual domains takes rules inside one of them only. */
function inside(place: Placement | undefined, part: "begin" | "end"): string[] {
  if (place?.within === undefined) return [];
  return part === "begin" ? ["config vdom", `edit ${place.within}`] : ["end"];
}

const suffix = (family: Family) => (family === "ipv6" ? "6" : "");

/** A table with its entries, each a name and its settings; nothing where there is none. */
function config(table: string, entries: readonly (readonly [string, ...string[]])[]): string[] {
  if (entries.length === 0) return [];
  return [
    `config firewall ${table}`,
    ...entries.flatMap(([name, ...settings]) => [
      `    edit ${name}`,
      ...settings.map((setting) => `        set ${setting}`),
      "    next",
    ]),
    "end",
  ];
}

function addressTables(book: AddressBook, family: Family): string[] {
  const groups = book
    .groups()
    .map(({ name, members }): [string, ...string[]] => [
      `"${name}"`,
      `member ${members.map((member) => `"${member.name}"`).join(" ")}`,
    ]);
  return [
    ...config(
      `address${suffix(family)}`,
      book.members().map((member) => addressEntry(member)),
    ),
    ...config(`addrgrp${suffix(family)}`, groups),
  ];
}

function addressEntry({ name, block, host }: Member): [string, ...string[]] {
  if (host) return [`"${name}"`, "type fqdn", `fqdn "${host}"`];
  const { cidr, first, last, family } = block!;
  if (!cidr) return [`"${name}"`, "type iprange", `start-ip ${first}`, `end-ip ${last}`];
  return [
    `"${name}"`,
    family === "ipv6"
      ? `ip6 ${cidr.address}/${cidr.bits}`
      : `subnet ${cidr.address} ${netmask(cidr.bits)}`,
  ];
}

function servicesOf({ name, transport, ports, comment }: Opening) {
  const lists = chunks(portTexts(ports), limits.fortiosPorts);
  return lists.map((list, at) => ({
    name: lists.length === 1 ? name : `${name}.${at + 1}`,
    transport,
    ports: list.join(" "),
    comment,
  }));
}

function serviceEntry(service: ReturnType<typeof servicesOf>[number]): [string, ...string[]] {
  const { name, transport, ports, comment } = service;
  return [
    `"${name}"`,
    `${transport}-portrange ${ports}`,
    `comment "${cut(comment, limits.fortiosComment)}"`,
  ];
}

function policyOf(
  request: Sorted,
  opening: Opening,
  family: Family,
  book: AddressBook,
): [string, ...string[]] {
  const zones = crossing(request, opening);
  const { from, to } = book.sides(opening, family);
  const six = suffix(family);
  return [
    "0",
    `name "${opening.name}${six && "-v6"}"`,
    `srcintf "${zones.from ?? "any"}"`,
    `dstintf "${zones.to ?? "any"}"`,
    "action accept",
    `srcaddr${six} "${from.name}"`,
    `dstaddr${six} "${to.name}"`,
    'schedule "always"',
    `service ${servicesOf(opening)
      .map(({ name }) => `"${name}"`)
      .join(" ")}`,
    "logtraffic all",
    `comments "${cut(opening.comment, limits.fortiosComment)}"`,
  ];
}

/** FortiOS deletes a policy by its number alone, and gives that itself. */
function removal(
  request: Sorted,
  books: Record<Family, AddressBook>,
  services: readonly string[],
): string[] {
  const stem = stemOf(request);
  const table = (name: string, entries: readonly string[]) =>
    entries.length === 0
      ? []
      : [`config firewall ${name}`, ...entries.map((entry) => `    delete "${entry}"`), "end"];
  return [
    ...heading(
      request,
      "#",
      "First delete the policies, by the numbers that this shows:",
      `  show firewall policy | grep -f ${stem}-`,
      "  config firewall policy, delete NUMBER, end",
    ),
    ...families.flatMap((family) => [
      ...table(
        `addrgrp${suffix(family)}`,
        books[family].groups().map(({ name }) => name),
      ),
      ...table(
        `address${suffix(family)}`,
        books[family].members().map(({ name }) => name),
      ),
    ]),
    ...table("service custom", services),
  ];
}
