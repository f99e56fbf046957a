import type { OpeningRequest } from "../opening.ts";
import { familiesOf, portTexts } from "./_addresses.ts";
import { type AddressBook, addressBook, blockText, type Place } from "./_book.ts";
import { limits } from "./_limits.ts";
import { crossing, type Sorted, sorted } from "./_request.ts";
import { cut, heading, stemOf, textOf } from "./_text.ts";
import type { Writer } from "./writer.ts";

/**
 * Two ways to load the same rules: into the table that is there, as a chain to jump to, and on its
 * own with a default of drop. Names never: nft would resolve them once, when it loads.
 */
export const nftables: Writer = {
  id: "nftables",
  title: "nftables",
  write(request) {
    const parts = sorted(request, { names: false, wildcards: false, inbound: true });
    const stem = stemOf(request);
    const chain = identifier(stem);
    const book = addressBook(stem);
    const rules = rulesOf(parts, book);
    const jumps = jumpsOf(request, chain);
    const sets = book.groups();
    return {
      add: [
        { name: `${stem}.nft`, text: textOf(chainFile(parts, { chain, sets, rules, jumps })) },
        { name: `${stem}-standalone.nft`, text: textOf(standalone(parts, chain, sets, rules)) },
      ],
      remove: [
        { name: `${stem}-remove.sh`, text: textOf(removal(parts, { chain, sets, rules, jumps })) },
        {
          name: `${stem}-standalone-remove.nft`,
          text: textOf([
            ...heading(parts, "#", "Takes the table of the standalone file away."),
            `table inet ${chain}`,
            `delete table inet ${chain}`,
          ]),
        },
      ],
      needsPerson: parts.needsPerson,
    };
  },
};

/** The rules as one chain, which is jumped to from here. */
interface Body {
  chain: string;
  sets: Sets;
  rules: readonly string[];
  jumps: Jumps;
}

/** The table that is there, and what puts the jumps into its chains: none where nobody said. */
interface Jumps {
  table: string;
  commands: readonly string[];
}

/** One table: a chain can be jumped to from nowhere else, and a fix is told table by table. */
function jumpsOf({ places = [] }: OpeningRequest, chain: string): Jumps {
  const table = places[0]?.within ?? "inet filter";
  const own = places.filter(({ within }) => within === table);
  const commands = own.toReversed().map(({ chain: from, before, above, last }) => {
    const name = from.split(" ")[2];
    if (last) return `add rule ${table} ${name} jump ${chain}`;
    const at = before ? ` handle ${before}` : above ? ` index ${above}` : "";
    return `insert rule ${table} ${name}${at} jump ${chain}`;
  });
  return { table, commands };
}

function identifier(name: string): string {
  return name.replaceAll("-", "_");
}

function rulesOf(request: Sorted, book: AddressBook): string[] {
  return request.openings.flatMap((opening) =>
    familiesOf(opening).map((family) => {
      const ip = family === "ipv4" ? "ip" : "ip6";
      const { from, to } = book.sides(opening, family);
      const zones = crossing(request, opening);
      const ports = portTexts(opening.ports);
      return [
        ...(zones.from === undefined ? [] : [`iifname "${zones.from}"`]),
        ...(zones.to === undefined ? [] : [`oifname "${zones.to}"`]),
        `${ip} saddr ${addressed(from)} ${ip} daddr ${addressed(to)}`,
        `${opening.transport} dport ${ports.length === 1 ? ports[0] : `{ ${ports.join(", ")} }`}`,
        `ct state new accept comment "${cut(opening.comment, limits.nftComment)}"`,
      ].join(" ");
    }),
  );
}

function addressed({ name, members }: Place): string {
  return members.length === 1 ? blockText(members[0]!.block!) : `@${identifier(name)}`;
}

type Sets = readonly Place[];

function chainFile(request: Sorted, { chain, sets, rules, jumps }: Body): string[] {
  const { table, commands } = jumps;
  const hints =
    commands.length > 0
      ? ["Before loading it again run the removal, or the chain is jumped to twice."]
      : [
          "Loading it again replaces it. Jump to it once, above what drops, for example:",
          `  nft insert rule inet filter forward jump ${chain}`,
        ];
  return [
    "#!/usr/sbin/nft -f",
    ...heading(request, "#", ...hints),
    `table ${table} {`,
    ...setLines(sets, false),
    `\tchain ${chain} {`,
    "\t}",
    "}",
    `flush chain ${table} ${chain}`,
    ...sets.map(({ name }) => `flush set ${table} ${identifier(name)}`),
    `table ${table} {`,
    ...setLines(sets, true),
    `\tchain ${chain} {`,
    "\t\tct state established,related accept",
    ...rules.map((rule) => `\t\t${rule}`),
    "\t}",
    "}",
    ...commands,
  ];
}

function standalone(
  request: Sorted,
  table: string,
  sets: Sets,
  rules: readonly string[],
): string[] {
  return [
    "#!/usr/sbin/nft -f",
    ...heading(
      request,
      "#",
      "Complete on its own: whatever else this machine forwards is dropped.",
    ),
    `table inet ${table}`,
    `delete table inet ${table}`,
    `table inet ${table} {`,
    ...setLines(sets, true),
    "\tchain forward {",
    "\t\ttype filter hook forward priority filter; policy drop;",
    "\t\tct state established,related accept",
    ...rules.map((rule) => `\t\t${rule}`),
    "\t}",
    "}",
  ];
}

/** Sets in the layout in which nft itself lists them. */
function setLines(sets: Sets, filled: boolean): string[] {
  return sets.flatMap(({ name, members }) => {
    const elements = members.map(({ block }) => blockText(block!)).join(",\n\t\t\t     ");
    return [
      `\tset ${identifier(name)} {`,
      `\t\ttype ${members[0]!.block!.family}_addr`,
      "\t\tflags interval",
      "\t\tauto-merge",
      ...(filled ? [`\t\telements = { ${elements} }`] : []),
      "\t}",
    ];
  });
}

/** A rule is deleted by its number, which only the loaded table knows: hence a script. */
function removal(request: Sorted, { chain, sets, jumps: { table } }: Body): string[] {
  return [
    "#!/bin/sh",
    ...heading(request, "#", `Takes the chain out of the table ${table}, its jumps first.`),
    "set -eu",
    `for base in $(nft list table ${table} | sed -n 's/^\\tchain \\([^ ]*\\) {$/\\1/p'); do`,
    `  nft -a list chain ${table} "$base" |`,
    `    sed -n 's/^.*jump ${chain} # handle \\([0-9]*\\)$/\\1/p' |`,
    "    while read -r handle; do",
    `      nft delete rule ${table} "$base" handle "$handle"`,
    "    done",
    "done",
    "nft -f - <<'END'",
    `flush chain ${table} ${chain}`,
    `delete chain ${table} ${chain}`,
    ...sets.map(({ name }) => `delete set ${table} ${identifier(name)}`),
    "END",
  ];
}
