import type { Family } from "../address.ts";
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
    const chains = families
      .filter((family) => parts.openings.some((opening) => familiesOf(opening).includes(family)))
      .map((family): Chain => ({ family, chain, rules: rulesOf(parts, family) }));
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
}

function restoreFile(request: Sorted, name: string, { family, chain, rules }: Chain): string[] {
  return [
    ...heading(
      request,
      "#",
      `Load it: ${commands[family]}-restore --noflush ${name}`,
      "Before loading it again run the removal, or the chain is jumped to twice.",
    ),
    "*filter",
    `:${chain} - [0:0]`,
    `-A ${chain} ${replies}`,
    ...rules.map((rule) => `-A ${chain} ${rule}`),
    `-I FORWARD -j ${chain}`,
    "COMMIT",
  ];
}

function commandLines({ family, chain, rules }: Chain): string[] {
  const command = commands[family];
  return [
    `${command} -N ${chain} 2>/dev/null || ${command} -F ${chain}`,
    `${command} -A ${chain} ${replies}`,
    ...rules.map((rule) => `${command} -A ${chain} ${rule}`),
    `${command} -C FORWARD -j ${chain} 2>/dev/null || ${command} -I FORWARD -j ${chain}`,
  ];
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
    ...chains.flatMap(({ family, chain }) => {
      const command = commands[family];
      return [
        `while ${command} -D FORWARD -j ${chain} 2>/dev/null; do :; done`,
        `${command} -F ${chain}`,
        `${command} -X ${chain}`,
      ];
    }),
  ];
}
