import type { AddressSet } from "../address.ts";
import type { Opening } from "../opening.ts";
import { blocksOf, portTexts } from "./_addresses.ts";
import { blockText } from "./_book.ts";
import { limits } from "./_limits.ts";
import { bare, isWildcard, namesOf, sorted } from "./_request.ts";
import { heading, stemOf, textOf } from "./_text.ts";
import type { Writer } from "./writer.ts";

/**
 * Lines to include above Squid's own denials, which would refuse CONNECT to ports other than 443.
 * Where addresses are known they are matched, as a firewall does; a name only where there is no
 * more. `.example.kr` would take the domain itself along, so a wildcard is an expression.
 */
export const squid: Writer = {
  id: "squid",
  title: "Squid",
  write(request) {
    const parts = sorted(request, {
      names: true,
      wildcards: true,
      inbound: false,
      tcpOnly: true,
    });
    const stem = stemOf(request);
    const file = `${stem}.squid.conf`;
    const clients = clientsOf(stem);
    const rules = parts.openings.flatMap((opening) =>
      openingLines(opening, clients.name(opening.sources)),
    );
    const add = [
      ...heading(
        parts,
        "#",
        `In squid.conf, above every "http_access deny": include /etc/squid/${file}`,
        "It permits CONNECT to these hosts and ports too, which TLS needs.",
      ),
      ...clients.lines,
      ...rules,
    ];
    const remove = [
      "#!/bin/sh",
      ...heading(parts, "#", "Empties the file, so that its include line may stay."),
      "set -eu",
      `: >/etc/squid/${file}`,
      "squid -k reconfigure",
    ];
    return {
      add: [{ name: file, text: textOf(add) }],
      remove: [{ name: `${stem}-squid-remove.sh`, text: textOf(remove) }],
      needsPerson: parts.needsPerson,
    };
  },
};

/** The users' networks, once for all the openings that share them. */
function clientsOf(stem: string) {
  const lines: string[] = [];
  const names = new Map<AddressSet, string>();
  return {
    lines,
    name(sources: AddressSet): string {
      const known = names.get(sources);
      if (known) return known;
      const name = `${stem}-from-${names.size + 1}`;
      names.set(sources, name);
      lines.push(...acl(`${name} src`, blocksOf(sources).map(blockText)));
      return name;
    },
  };
}

function openingLines(opening: Opening, from: string): string[] {
  const { name, comment, destinations, ports } = opening;
  const names = namesOf(opening);
  const exact = names.filter((host) => !isWildcard(host));
  const wild = names.filter(isWildcard);
  const to = (acl: string) => `http_access allow ${from} ${name}-${acl} ${name}-port`;
  return [
    `# ${comment}`,
    ...acl(`${name}-port port`, portTexts(ports)),
    ...acl(`${name}-to dst`, blocksOf(destinations).map(blockText)),
    ...acl(`${name}-host dstdomain -n`, exact),
    ...acl(`${name}-below dstdom_regex -n -i`, wild.map(expression)),
    ...(names.length === 0 ? [to("to")] : []),
    ...(exact.length > 0 ? [to("host")] : []),
    ...(wild.length > 0 ? [to("below")] : []),
  ];
}

/** Lines of one name add up, and a line of Squid's may not become too long. */
function acl(head: string, values: readonly string[]): string[] {
  const lines: string[] = [];
  let line = "";
  for (const value of values) {
    if (line && line.length + value.length >= limits.line) {
      lines.push(line);
      line = "";
    }
    line = line ? `${line} ${value}` : `acl ${head} ${value}`;
  }
  return line ? [...lines, line] : lines;
}

function expression(wildcard: string): string {
  return `\\.${bare(wildcard).replaceAll(".", "\\.")}$`;
}
