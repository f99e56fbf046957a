import { loadGuide } from "../guide/load.ts";
import { offlinePage, unshown } from "../report/guide/offline-page.ts";
import { say } from "../text/say.ts";
import type { Io } from "./command.ts";
import { tell } from "./firewall/options.ts";
import { guideCall } from "./guide-call.ts";
import { offlineParts } from "./offline-parts.ts";
import { Refusal } from "./refusal.ts";

/** More are not named; whoever sees these knows what to look for. */
const namedMost = 8;

/** `jochi guide page`: a guide as one file that works without a server, a network or rights. */
export async function page(argv: string[], io: Io): Promise<number> {
  const call = guideCall(argv, { probe: { type: "boolean" }, output: { type: "string" } }, io);
  if (!call) return 0;
  const { values } = call;
  const guide = loadGuide(call.name());
  const parts = await offlineParts();
  const boxes = unshown(parts, guide).slice(0, namedMost);
  if (boxes.length > 0)
    throw new Refusal(say(io.lang, "page.file.unshown", { characters: boxes.join(" ") }));
  tell(offlinePage(parts, guide, values.probe ?? false), values.output, io);
  return 0;
}
