import type { Guide } from "../../../guide/guide.ts";
import type { Remedy } from "../../../guide/schema/remedy.ts";
import type { Lang } from "../../../text/words.ts";
import { picturesOf } from "../pictures/of-step.ts";
import { remedyPart } from "../remedy-part.ts";
import { originNote } from "./age.ts";
import type { Part, PartBlock, PublicationOptions } from "./publication.ts";

/** A remedy with pictures of its windows beside its steps. */
export function remedyPages(guide: Guide, remedy: Remedy, options: PublicationOptions): Part {
  const { id, title, blocks } = remedyPart(guide, remedy, options.lang);
  return {
    id,
    title,
    blocks: [
      ...blocks.map((block): PartBlock => illustrated(guide, remedy, block, options.lang)),
      ...originNote(remedy, options),
    ],
    parts: [],
  };
}

/** In a window stand the names of programs; from where they are fetched belongs to where that is done. */
function exactOf(guide: Guide, step: Remedy["steps"][number], exact: string[]): string[] {
  if (step.menu === undefined && step.labels === undefined) return exact;
  const addresses = new Map<string, string>(
    guide.programs.flatMap(({ name, download }) =>
      download ? [[`${name}: ${download.url}`, name]] : [],
    ),
  );
  return exact.map((line) => addresses.get(line) ?? line);
}

type RemedyBlock = ReturnType<typeof remedyPart>["blocks"][number];

function illustrated(guide: Guide, remedy: Remedy, block: RemedyBlock, lang: Lang): PartBlock {
  if (block.kind !== "steps") return block;
  return {
    kind: "steps",
    steps: block.steps.map((step, at) => ({
      ...step,
      exact: exactOf(guide, remedy.steps[at]!, step.exact),
      pictures: picturesOf(guide, remedy.steps[at]!, remedy.steps[at - 1], lang),
    })),
  };
}
