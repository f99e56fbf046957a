import type { Guide } from "../../../guide/guide.ts";
import type { Symptom } from "../../../guide/schema/symptom.ts";
import { say } from "../../../text/say.ts";
import type { Lang } from "../../../text/words.ts";
import type { Block } from "../document.ts";
import { messageWindow } from "../pictures/message-window.ts";
import type { Picture } from "../pictures/picture.ts";
import { symptomPart } from "../symptom-part.ts";
import { originNote } from "./age.ts";
import type { Part, PartBlock, PublicationOptions } from "./publication.ts";

/** A symptom with the message as a window on the screen. */
export function symptomPages(guide: Guide, symptom: Symptom, options: PublicationOptions): Part {
  const { id, title, blocks } = symptomPart(guide, symptom, options.lang);
  return {
    id,
    title,
    blocks: [
      ...blocks.map((block) => drawn(block, title, options.lang)),
      ...originNote(symptom, options),
    ],
    parts: [],
  };
}

/**
 * A block with its message in a window. A caption that repeats the title above it goes without saying.
 */
export function drawn(block: Block, title: string, lang: Lang): PartBlock {
  if (block.kind === "table" && block.caption === title) return { ...block, caption: "" };
  if (block.kind !== "screen") return block as PartBlock;
  // Screens are Korean; what is not may as well be a line of a log, which no window shows.
  const isShown = block.lines.some((line) => /[가-힣]/.test(line));
  return isShown ? { ...block, picture: pictureOf(block.lines, lang) } : block;
}

/** The button is Korean, too, in every language. */
function pictureOf(lines: readonly string[], lang: Lang): Picture {
  const alt = `${say(lang, "publication.picture.message")}: ${lines.join(" ")}`;
  return messageWindow(lines, say("ko", "publication.picture.ok"), alt);
}
