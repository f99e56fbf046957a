import type { Guide } from "../../../guide/guide.ts";
import { say } from "../../../text/say.ts";
import { pick } from "../../words.ts";
import type { Cell } from "../document.ts";
import { sourceTable } from "../source-table.ts";
import { partOf } from "./pc.ts";
import type { Part, PublicationOptions } from "./publication.ts";

/** Where the facts are from, by the ids that stand beside them. */
export function sourcesPart(guide: Guide, options: PublicationOptions): Part {
  const { lang } = options;
  const part = partOf(sourceTable(guide, lang), options);
  const told = ({ about, url, retrievedOn }: Guide["sources"][number]): Cell => ({
    lines: [
      ...(about ? [pick(about, lang)] : []),
      ...(url ? [url] : []),
      ...(retrievedOn ? [say(lang, "publication.source.retrieved", { day: retrievedOn })] : []),
    ],
  });
  return {
    ...part,
    blocks: part.blocks.map((block) => {
      if (block.kind !== "table") return block;
      const rows = guide.sources.map((source, at) => [
        { lines: [source.id] },
        block.rows[at]![0]!,
        told(source),
      ]);
      return { ...block, head: [say(lang, "publication.source.id"), ...block.head], rows };
    }),
  };
}
