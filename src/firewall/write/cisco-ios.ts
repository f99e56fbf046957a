import type { AddressSet, Family } from "../address.ts";
import { cidrsOf, wildcardMask } from "../cidr.ts";
import type { Opening, Placement } from "../opening.ts";
import { pairsOf } from "../ranges.ts";
import { families, familiesOf, ofFamily, perSet } from "./_addresses.ts";
import { limits } from "./_limits.ts";
import { crossing, type Sorted, sorted } from "./_request.ts";
import { cut, heading, stemOf, textOf } from "./_text.ts";
import type { Writer, Written } from "./writer.ts";

/**
 * Stateless lists, so the answers are permitted too: one list for packets of the users' side, one for
 * those of the service's side. UDP has no mark of an answer; there the service's port must do.
 */
export const ciscoIos: Writer = {
  id: "cisco-ios",
  title: "Cisco IOS",
  write(request) {
    const parts = sorted(request, { names: false, wildcards: false, inbound: true });
    const stem = stemOf(request);
    if (request.places) return placed(parts, stem, request.places);
    const lists = families.flatMap((family) => listsOf(parts, stem, family));
    const add = [
      ...heading(
        parts,
        "!",
        "Where the interface has a list already, put the lines into that one: each list ends with",
        "an implicit deny. Where it has none:",
        ...lists.map((list) => bindingHint(parts, list)),
      ),
      ...lists.flatMap(({ head, lines }) => [head, ...lines]),
    ];
    const remove = [
      ...heading(parts, "!", "First take the lists off their interfaces."),
      ...lists.map(({ head }) => `no ${head}`),
    ];
    return {
      add: [{ name: `${stem}-ios.cfg`, text: textOf(add) }],
      remove: [{ name: `${stem}-ios-remove.cfg`, text: textOf(remove) }],
      needsPerson: parts.needsPerson,
    };
  },
};

interface List {
  family: Family;
  name: string;
  head: string;
  /** Whose packets it judges. */
  side: Opening["direction"];
  lines: readonly string[];
}

/** Numbers that lists get anew: so many are free in front, and so far apart they are. */
const renumbered = { from: 100_000, step: 10 };

/** What is done to one list: numbered anew, opened, and given lines from this number on. */
interface Edit {
  within: string;
  anew: readonly string[];
  /** Undefined at the end. */
  first: number | undefined;
  lines: readonly string[];
}

/** Lines for the lists that are there. Remarks are left out: not every release numbers them. */
function placed(parts: Sorted, stem: string, places: readonly Placement[]): Written {
  const edits = places.map(({ within = "", side, before, after, last }): Edit => {
    const family = within.startsWith("ipv6") ? "ipv6" : "ipv4";
    const list = listsOf(parts, stem, family).find(({ side: own }) =>
      side === "there" ? own === "outbound" : own === "inbound",
    );
    const lines = list?.lines.filter((line) => !line.startsWith(" remark")) ?? [];
    if (last) return { within, anew: [], first: undefined, lines };
    const room = Number(before ?? 0) - (after ?? 0) - 1;
    if (room >= lines.length) return { within, anew: [], first: after! + 1, lines };
    const name = within.split(" ").at(-1);
    const { from, step } = renumbered;
    const anew = [`ip access-list resequence ${name} ${from} ${step}`];
    return { within, anew, first: 1, lines };
  });
  const add = [
    ...heading(
      parts,
      "!",
      "Lines for the access lists that are there; the numbers put them first.",
    ),
    ...edits.flatMap(({ anew, within, first, lines }) => [
      ...anew,
      within,
      ...lines.map((line, at) => (first === undefined ? line : ` ${first + at}${line}`)),
    ]),
  ];
  const remove = [
    ...heading(parts, "!", "Takes these lines out of the access lists."),
    ...edits.flatMap(({ within, lines }) => [within, ...lines.map((line) => ` no${line}`)]),
  ];
  return {
    add: [{ name: `${stem}-ios.cfg`, text: textOf(add) }],
    remove: [{ name: `${stem}-ios-remove.cfg`, text: textOf(remove) }],
    needsPerson: parts.needsPerson,
  };
}

function listsOf({ openings }: Sorted, stem: string, family: Family): List[] {
  const own = openings.filter((opening) => familiesOf(opening).includes(family));
  if (own.length === 0) return [];
  const blocks = perSet(blockTexts);
  const entries = own.map((opening) => entriesOf(opening, family, blocks));
  const list = (side: List["side"], lines: readonly string[]): List => {
    const name = `${stem}${side === "inbound" ? "-return" : ""}${family === "ipv6" ? "-v6" : ""}`;
    const head = `${family === "ipv4" ? "ip access-list extended" : "ipv6 access-list"} ${name}`;
    return { family, name, head, side, lines };
  };
  return [
    list(
      "outbound",
      entries.flatMap(({ users }) => users),
    ),
    list(
      "inbound",
      entries.flatMap(({ service }) => service),
    ),
  ];
}

function bindingHint(request: Sorted, { family, name, side }: List): string {
  const { from = side === "outbound" ? "of the users" : "of the service" } = crossing(request, {
    direction: side,
  });
  const command = family === "ipv4" ? "ip access-group" : "ipv6 traffic-filter";
  return `  interface ${from}: ${command} ${name} in`;
}

/** The lines of one opening in the list of either side. */
function entriesOf(
  opening: Opening,
  family: Family,
  blocks: (set: AddressSet, family: Family) => readonly string[],
): { users: string[]; service: string[] } {
  const { transport, direction, ports } = opening;
  const remark = ` remark ${cut(opening.comment, limits.ciscoRemark)}`;
  const answered = transport === "tcp" ? " established" : "";
  const opens = [remark];
  const answers = [remark];
  for (const source of blocks(opening.sources, family)) {
    for (const destination of blocks(opening.destinations, family)) {
      for (const [lo, hi] of pairsOf(ports)) {
        const port = lo === hi ? `eq ${lo}` : `range ${lo} ${hi}`;
        opens.push(` permit ${transport} ${source} ${destination} ${port}`);
        const answer = ` permit ${transport} ${destination} ${port} ${source}`;
        answers.push(`${answer} gt 1023${answered}`);
        // Time and name servers ask from the port that they ask for.
        if (transport === "udp" && lo < 1024) answers.push(`${answer} ${port}`);
      }
    }
  }
  return direction === "outbound"
    ? { users: opens, service: answers }
    : { users: answers, service: opens };
}

function blockTexts(set: AddressSet, family: Family): string[] {
  return cidrsOf(ofFamily(set, family)).map(({ address, bits }) => {
    if (bits === (family === "ipv4" ? 32 : 128)) return `host ${address}`;
    return family === "ipv4" ? `${address} ${wildcardMask(bits)}` : `${address}/${bits}`;
  });
}
