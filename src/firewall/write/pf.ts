import type { Family } from "../address.ts";
import { cidrTexts, familiesOf, perSet, portTexts } from "./_addresses.ts";
import { crossing, type Sorted, sorted } from "./_request.ts";
import { heading, stemOf, textOf } from "./_text.ts";
import type { Writer } from "./writer.ts";

/**
 * An anchor with tables of its own. Names never: pf would resolve them once, when it loads. A packet
 * passes a router twice, coming in and going out, so every opening has two lines.
 */
export const pf: Writer = {
  id: "pf",
  title: "pf (OpenBSD, FreeBSD)",
  write(request) {
    const parts = sorted(request, { names: false, wildcards: false, inbound: true });
    const stem = stemOf(request);
    const { tables, rules } = anchorOf(parts);
    const add = [
      ...heading(
        parts,
        "#",
        `In pf.conf, above what blocks with quick: anchor "${stem}"`,
        `Load it: pfctl -a ${stem} -f ${stem}.pf.conf`,
      ),
      ...tables,
      ...rules,
    ];
    const remove = [
      "#!/bin/sh",
      ...heading(parts, "#", "Empties the anchor; its line in pf.conf may go or stay."),
      "set -eu",
      `pfctl -a ${stem} -F rules`,
      `pfctl -a ${stem} -F Tables`,
    ];
    return {
      add: [{ name: `${stem}.pf.conf`, text: textOf(add) }],
      remove: [{ name: `${stem}-pf-remove.sh`, text: textOf(remove) }],
      needsPerson: parts.needsPerson,
    };
  },
};

function anchorOf(request: Sorted): { tables: string[]; rules: string[] } {
  const tables = new Map<string, string>();
  const place = perSet((set, family) => {
    const blocks = cidrTexts(set, family);
    if (blocks.length === 1) return blocks[0]!;
    const key = blocks.join(", ");
    const name = tables.get(key) ?? `<jochi_${tables.size + 1}>`;
    tables.set(key, name);
    return name;
  });
  const rules = request.openings.flatMap((opening) => {
    const { from, to } = crossing(request, opening);
    const ports = portTexts(opening.ports, ":").join(", ");
    const lines = familiesOf(opening).flatMap((family) => {
      const match = [
        `${inet(family)} proto ${opening.transport}`,
        `from ${place(opening.sources, family)} to ${place(opening.destinations, family)}`,
        `port { ${ports} }`,
        ...(opening.transport === "tcp" ? ["flags S/SA"] : []),
        `keep state label "${opening.name}"`,
      ].join(" ");
      return [
        `pass in quick ${from ? `on ${from} ` : ""}${match}`,
        `pass out quick ${to ? `on ${to} ` : ""}${match}`,
      ];
    });
    return [`# ${opening.comment}`, ...lines];
  });
  return {
    tables: [...tables].map(([blocks, name]) => `table ${name} const { ${blocks} }`),
    rules,
  };
}

function inet(family: Family): string {
  return family === "ipv4" ? "inet" : "inet6";
}
