import { loadGuide } from "../../guide/load.ts";
import { offlinePage, unshown } from "../../report/guide/offline-page.ts";
import { say } from "../../text/say.ts";
import type { Io } from "../command.ts";
import { tell } from "../firewall/options.ts";
import { offlineParts } from "../offline-parts.ts";
import { Refusal } from "../refusal.ts";
import { guideCall } from "./call.ts";

/** More are not named; whoever sees these knows what to look for. */
const namedMost = 8;

/** `jochi guide page`: a guide as one file that works without a server, a network or rights. */
export async function page(argv: string[], io: Io): Promise<number> {
  const call = guideCall(argv, { probe: { type: "boolean" }, output: { type: "string" } }, io);
  if (!call) return 0;
  const { values } = call;
  const guide = loadGuide(call.name());
  const parts = await offlineParts();
  const boxes = unshown(parts, guide).slice(0, namedMost).map(visible);
  if (boxes.length > 0)
    throw new Refusal(say(io.lang, "page.file.unshown", { characters: boxes.join(" ") }));
  tell(offlinePage(parts, guide, values.probe ?? false), values.output, io);
  return 0;
}

/** A character as itself, or as its number where nobody would see it. */
export function visible(character: string): string {
  if (!/[\p{C}\p{M}\p{Z}]/u.test(character)) return character;
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}`;
}
