import type { Guide } from "../../../guide/guide.ts";
import { say, sayOf } from "../../../text/say.ts";
import type { Lang } from "../../../text/words.ts";
import { onceEach, partId } from "../part-id.ts";
import { type Part, type PartBlock, partsBelow } from "./publication.ts";

type Links = Extract<PartBlock, { kind: "links" }>;

/**
 * The parts, none of them called like another. Links that lead to none become words; of a remedy that is
 * left out they say who does it.
 */
export function linked(guide: Guide, parts: readonly Part[], lang: Lang): Part[] {
  const ids = new Set(partsBelow(parts).map(({ id }) => id));
  const name = onceEach();
  const link = ({ to, text }: Links["links"][number]) => {
    if (to === undefined || ids.has(to)) return { to, text };
    const remedy = guide.remedies.find(({ id }) => partId("remedy", id) === to);
    const owner = remedy && sayOf(guide, lang, `owner.${remedy.owner}`);
    return { text: owner ? say(lang, "publication.by", { title: text, owner }) : text };
  };
  const mended = (part: Part): Part => ({
    ...part,
    id: name(part.id),
    blocks: part.blocks.flatMap((block): PartBlock[] => {
      if (block.kind !== "links") return [block];
      const links = block.links.map(link).map(({ to, text }) => (to ? { to, text } : { text }));
      // A bare "go there" without a place says nothing.
      const kept = block.label === "" ? links.filter(({ to }) => to !== undefined) : links;
      return kept.length > 0 ? [{ ...block, links: kept }] : [];
    }),
    parts: part.parts.map(mended),
  });
  return parts.map(mended);
}
