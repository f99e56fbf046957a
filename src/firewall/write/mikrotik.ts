import type { AddressSet, Family } from "../address.ts";
import type { Opening } from "../opening.ts";
import {
  blocksOf,
  cidrTexts,
  families,
  familiesOf,
  ofFamily,
  perSet,
  portGroups,
  portTexts,
} from "./_addresses.ts";
import { blockText } from "./_book.ts";
import { limits } from "./_limits.ts";
import { crossing, type Sorted, sorted } from "./_request.ts";
import { heading, stemOf, textOf } from "./_text.ts";
import type { Writer } from "./writer.ts";

const menus = { ipv4: "/ip firewall", ipv6: "/ipv6 firewall" } as const;

/** A chain of its own and address lists, in which RouterOS resolves names itself. */
export const mikrotik: Writer = {
  id: "mikrotik",
  title: "MikroTik RouterOS",
  write(request) {
    const parts = sorted(request, { names: true, wildcards: false, inbound: true });
    const stem = stemOf(request);
    const used = families.filter((family) =>
      parts.openings.some((opening) => familiesOf(opening).includes(family)),
    );
    const add = [
      ...heading(
        parts,
        "#",
        "Before importing it again run the removal. The jump comes last; move it above what drops:",
        ...used.map(
          (family) => `  ${menus[family]} filter move [find jump-target=${stem}] destination=0`,
        ),
      ),
      ...used.flatMap((family) => familyLines(parts, stem, family)),
    ];
    const remove = [
      ...heading(parts, "#", "Takes the jump, the chain and the lists away."),
      ...used.flatMap((family) => [
        `${menus[family]} filter remove [find jump-target=${stem}]`,
        `${menus[family]} filter remove [find chain=${stem}]`,
        `${menus[family]} address-list remove [find comment="${stem}"]`,
      ]),
    ];
    return {
      add: [{ name: `${stem}.rsc`, text: textOf(add) }],
      remove: [{ name: `${stem}-remove.rsc`, text: textOf(remove) }],
      needsPerson: parts.needsPerson,
    };
  },
};

function familyLines(request: Sorted, stem: string, family: Family): string[] {
  const lists = new Map<string, { name: string; entries: readonly string[] }>();
  const textsOf = perSet(entryTexts);
  const listFor = perSet((set) => {
    const entries = textsOf(set, family);
    const key = entries.join();
    const list = lists.get(key) ?? { name: `${stem}-list-${lists.size + 1}`, entries };
    lists.set(key, list);
    return list.name;
  });
  const rules = request.openings
    .filter((opening) => familiesOf(opening).includes(family))
    .flatMap((opening) => ruleLines(request, stem, opening, (set) => listFor(set, family)));
  return [
    `${menus[family]} address-list`,
    ...[...lists.values()].flatMap(({ name, entries }) =>
      entries.map((entry) => `add list=${name} address=${entry} comment="${stem}"`),
    ),
    `${menus[family]} filter`,
    `add chain=${stem} action=accept connection-state=established,related comment="${stem}: answers"`,
    ...rules,
    `add chain=forward action=jump jump-target=${stem} comment="${stem}"`,
  ];
}

/** Lists of IPv6 take no ranges. */
function entryTexts(set: AddressSet, family: Family): string[] {
  const addresses =
    family === "ipv4" ? blocksOf(ofFamily(set, family)).map(blockText) : cidrTexts(set, family);
  return [...addresses, ...set.names];
}

function ruleLines(
  request: Sorted,
  chain: string,
  opening: Opening,
  listOf: (set: AddressSet) => string,
): string[] {
  const zones = crossing(request, opening);
  const match = [
    `add chain=${chain} action=accept connection-state=new protocol=${opening.transport}`,
    ...(zones.from === undefined ? [] : [`in-interface=${zones.from}`]),
    ...(zones.to === undefined ? [] : [`out-interface=${zones.to}`]),
    `src-address-list=${listOf(opening.sources)} dst-address-list=${listOf(opening.destinations)}`,
  ].join(" ");
  const comment = `comment="${opening.name}: ${opening.comment}"`;
  return portGroups(opening.ports, limits.multiport).map(
    (ports) => `${match} dst-port=${portTexts(ports).join()} ${comment}`,
  );
}
