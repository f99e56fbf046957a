import type { Opening } from "../opening.ts";
import { blocksOf, portTexts } from "./_addresses.ts";
import { blockText } from "./_book.ts";
import { namesOf, type Sorted, sorted } from "./_request.ts";
import { heading, stemOf, textOf } from "./_text.ts";
import type { Writer, WrittenFile } from "./writer.ts";

/**
 * Lists that a firewall fetches. A list says nothing about ports, so every opening has its own: one
 * for all would let each address have the ports of every other. The lists are bare, because vendors
 * agree on no comment; the page beside them says which is for what.
 */
export const edl: Writer = {
  id: "edl",
  title: "External lists (EDL, threat feed)",
  write(request) {
    const parts = sorted(request, { names: true, wildcards: true, inbound: false });
    const stem = stemOf(request);
    const lists = parts.openings.map(listOf);
    return {
      add: [...lists, { name: `${stem}-lists.txt`, text: textOf(page(parts, lists)) }],
      // A list that is fetched empty matches nothing.
      remove: lists.map(({ name }) => ({ name, text: "\n" })),
      needsPerson: parts.needsPerson,
    };
  },
};

function listOf(opening: Opening): WrittenFile {
  const names = namesOf(opening);
  return names.length > 0
    ? { name: `${opening.name}-domains.txt`, text: textOf(names) }
    : {
        name: `${opening.name}-addresses.txt`,
        text: textOf(blocksOf(opening.destinations).map(blockText)),
      };
}

function page(request: Sorted, lists: readonly WrittenFile[]): string[] {
  return [
    ...heading(request, "#", "Each list is the destination of one rule:"),
    ...request.openings.flatMap(({ sources, transport, ports }, at) => [
      lists[at]!.name,
      `  from ${blocksOf(sources).map(blockText).join(", ")}`,
      `  ${transport} ${portTexts(ports).join(", ")}`,
    ]),
  ];
}
