import type { Family } from "../address.ts";
import type { OpeningRequest } from "../opening.ts";
import { cidrTexts, families, familiesOf, perSet, portGroups, portTexts } from "./_addresses.ts";
import { limits } from "./_limits.ts";
import { crossing, type Sorted, sorted } from "./_request.ts";
import { cut, heading, stemOf, textOf } from "./_text.ts";
import type { Writer } from "./writer.ts";

const commands = { ipv4: "iptables", ipv6: "ip6tables" } as const;
const replies = "-m conntrack --ctstate ESTABLISHED,RELATED -j ACCEPT";

/** A chain of its own, as a file for iptables-restore and as commands. */
export const iptables: Writer = {
  id: "iptables",
  title: "iptables",
  write(request) {
    const parts = sorted(request, { names: false, wildcards: false, inbound: true });
    const stem = stemOf(request);
    const chain = stem.toUpperCase();
    const jumps = jumpsOf(request);
    const chains = families
      .filter((family) => parts.openings.some((opening) => familiesOf(opening).includes(family)))
      .map((family): Chain => ({ family, chain, rules: rulesOf(parts, family), jumps }));
    const files = chains.map((one) => {
      const name = `${stem}${one.family === "ipv6" ? "-ipv6" : ""}.rules`;
      return { name, text: textOf(restoreFile(parts, name, one)) };
    });
    const script = [
      "#!/bin/sh",
      ...heading(parts, "#", "The same as for iptables-restore, as commands."),
      "set -eu",
      ...chains.flatMap(commandLines),
    ];
    return {
      add: [...files, { name: `${stem}.sh`, text: textOf(script) }],
      remove: [{ name: `${stem}-remove.sh`, text: textOf(removal(parts, chains)) }],
      needsPerson: parts.needsPerson,
    };
  },
};

interface Chain {
  family: Family;
  chain: string;
  rules: readonly string[];
  jumps: readonly Jump[];
}

/** A place from which the chain is jumped to: which chain of which table, and its number there. */
interface Jump {
  table: string;
  from: string;
  /** Undefined at the top. */
  number: number | undefined;
  /** At the end, where only the default denies. */
  last: boolean;
}

const top: Jump = { table: "filter", from: "FORWARD", number: undefined, last: false };

function jumpsOf({ places }: OpeningRequest): readonly Jump[] {
  return (
    places?.map(({ chain, within = "filter", last, above }) => ({
      table: within,
      from: chain.slice(within.length + 1),
      number: above === undefined ? undefined : above + 1,
      last: last === true,
    })) ?? [top]
  );
}

/** `-I USERS 3 -j CHAIN` */
function jumpText({ from, number, last }: Jump, chain: string): string {
  return `${last ? `-A ${from}` : `-I ${from}${number ? ` ${number}` : ""}`} -j ${chain}`;
}

function restoreFile(request: Sorted, name: string, one: Chain): string[] {
  const { family, chain, rules, jumps } = one;
  return [
    ...heading(
      request,
      "#",
      `Load it: ${commands[family]}-restore --noflush ${name}`,
      "Before loading it again run the removal, or the chain is jumped to twice.",
    ),
    ...[...Map.groupBy(jumps, ({ table }) => table)].flatMap(([table, own]) => [
      `*${table}`,
      `:${chain} - [0:0]`,
      `-A ${chain} ${replies}`,
      ...rules.map((rule) => `-A ${chain} ${rule}`),
      // The last first: a jump that is put in moves the numbers of those below it.
      ...own.toReversed().map((jump) => jumpText(jump, chain)),
      "COMMIT",
    ]),
  ];
}

function commandLines({ family, chain, rules, jumps }: Chain): string[] {
  return [...Map.groupBy(jumps, ({ table }) => table)].flatMap(([table, own]) => {
    const command = commandFor(family, table);
    return [
      `${command} -N ${chain} 2>/dev/null || ${command} -F ${chain}`,
      `${command} -A ${chain} ${replies}`,
      ...rules.map((rule) => `${command} -A ${chain} ${rule}`),
      ...own.toReversed().map((jump) => {
        const known = `${command} -C ${jump.from} -j ${chain} 2>/dev/null`;
        return `${known} || ${command} ${jumpText(jump, chain)}`;
      }),
    ];
  });
}

function commandFor(family: Family, table: string): string {
  return table === "filter" ? commands[family] : `${commands[family]} -t ${table}`;
}

/** A rule for each block of sources, block of destinations and up to fifteen ports. */
function rulesOf(request: Sorted, family: Family): string[] {
  const blocks = perSet(cidrTexts);
  return request.openings.flatMap((opening) => {
    const { from, to } = crossing(request, opening);
    const crosses = `${from ? `-i ${from} ` : ""}${to ? `-o ${to} ` : ""}`;
    const comment = cut(opening.comment, limits.iptablesComment);
    const rest = `-m conntrack --ctstate NEW -m comment --comment "${comment}" -j ACCEPT`;
    const ports = portGroups(opening.ports, limits.multiport).map((group) => {
      const texts = portTexts(group, ":");
      const match = texts.length === 1 ? "--dport" : "-m multiport --dports";
      return `-p ${opening.transport} ${match} ${texts.join()}`;
    });
    return blocks(opening.sources, family).flatMap((source) =>
      blocks(opening.destinations, family).flatMap((destination) =>
        ports.map((match) => `${crosses}-s ${source} -d ${destination} ${match} ${rest}`),
      ),
    );
  });
}

function removal(request: Sorted, chains: readonly Chain[]): string[] {
  return [
    "#!/bin/sh",
    ...heading(request, "#", "Takes the chain and every jump to it away."),
    "set -eu",
    ...chains.flatMap(({ family, chain, jumps }) =>
      [...Map.groupBy(jumps, ({ table }) => table)].flatMap(([table, own]) => {
        const command = commandFor(family, table);
        return [
          ...own.map(
            ({ from }) => `while ${command} -D ${from} -j ${chain} 2>/dev/null; do :; done`,
          ),
          `${command} -F ${chain}`,
          `${command} -X ${chain}`,
        ];
      }),
    ),
  ];
}
