import type { Family } from "../address.ts";
import { formatCidrInFull } from "../cidr.ts";
import type { Opening, Placement } from "../opening.ts";
import { familiesOf, portTexts } from "./_addresses.ts";
import { type AddressBook, addressBook, type Member, type Place } from "./_book.ts";
import { limits } from "./_limits.ts";
import { crossing, namesOf, type Sorted, sorted } from "./_request.ts";
import { cut, heading, stemOf, textOf } from "./_text.ts";
import type { Writer } from "./writer.ts";

/** Set commands. Where the zones are not known, the policies are global ones. */
export const juniperSrx: Writer = {
  id: "juniper-srx",
  title: "Juniper SRX (set)",
  write(request) {
    const parts = sorted(request, { names: true, wildcards: false, inbound: true });
    const stem = stemOf(request);
    const place = request.places?.[0];
    const book = addressBook(stem);
    const policies = parts.openings.flatMap((opening) =>
      policiesOf(parts, opening, stem, book, place),
    );
    const applications = new Map(
      parts.openings.flatMap((opening) =>
        applicationsOf(stem, opening).map((application) => [application.name, application]),
      ),
    );
    const add = [
      ...heading(
        parts,
        "#",
        place
          ? "For the policies that are there; what is new is put before the one that denies."
          : "New policies stand last. Where one above denies: insert security policies ... before.",
      ),
      ...book.members().map(addressLine),
      ...book.groups().flatMap(groupLines),
      ...[...applications.values()].flatMap(({ name, transport, port }) => [
        `set applications application ${name} protocol ${transport}`,
        `set applications application ${name} destination-port ${port}`,
      ]),
      ...policies.flatMap(({ path, lines }) => lines.map((line) => `set ${path} ${line}`)),
      ...(place?.before === undefined
        ? []
        : policies.map(({ path }) => `insert ${path} before policy ${place.before}`)),
    ];
    const remove = [
      ...heading(parts, "#", "Takes policies and objects away."),
      ...policies.map(({ path }) => `delete ${path}`),
      ...[...applications.keys()].map((name) => `delete applications application ${name}`),
      ...book.groups().map(({ name }) => `delete ${addresses} address-set ${name}`),
      ...book.members().map(({ name }) => `delete ${addresses} address ${name}`),
    ];
    return {
      add: [{ name: `${stem}-srx.txt`, text: textOf(add) }],
      remove: [{ name: `${stem}-srx-remove.txt`, text: textOf(remove) }],
      needsPerson: parts.needsPerson,
    };
  },
};

const addresses = "security address-book global";

function addressLine({ name, block, host }: Member): string {
  const set = `set ${addresses} address ${name}`;
  if (host) return `${set} dns-name ${host}`;
  const { cidr, first, last } = block!;
  return cidr ? `${set} ${formatCidrInFull(cidr)}` : `${set} range-address ${first} to ${last}`;
}

function groupLines({ name, members }: Place): string[] {
  return members.map((member) => `set ${addresses} address-set ${name} address ${member.name}`);
}

/** One port or range each: the terms of one application are limited to eight. */
function applicationsOf(stem: string, { transport, ports }: Opening) {
  return portTexts(ports).map((port) => ({
    name: `${stem}-${transport}-${port}`,
    transport,
    port,
  }));
}

/** Addresses of one family in a policy; a name stands for both. */
function policiesOf(
  request: Sorted,
  opening: Opening,
  stem: string,
  book: AddressBook,
  place: Placement | undefined,
): { path: string; lines: string[] }[] {
  const families: (Family | undefined)[] =
    namesOf(opening).length > 0 ? [undefined] : familiesOf(opening);
  const { from, to } = crossing(request, opening);
  const base = place?.within ?? (from && to ? `from-zone ${from} to-zone ${to}` : "global");
  const isGlobal = base === "global";
  return families.map((family) => {
    const sides = book.sides(opening, family);
    return {
      path: `security policies ${base} policy ${opening.name}${family === "ipv6" ? "-v6" : ""}`,
      lines: [
        `description "${cut(opening.comment, limits.junosDescription)}"`,
        ...(isGlobal && from ? [`match from-zone ${from}`] : []),
        ...(isGlobal && to ? [`match to-zone ${to}`] : []),
        `match source-address ${sides.from.name}`,
        `match destination-address ${sides.to.name}`,
        ...applicationsOf(stem, opening).map(({ name }) => `match application ${name}`),
        "then permit",
      ],
    };
  });
}
