import { parseArgs } from "node:util";
import { loadGuide } from "../guide/load.ts";
import { offlinePage, unshown } from "../report/guide/offline-page.ts";
import { say } from "../text/say.ts";
import type { Io } from "./command.ts";
import { defaultGuide, tell } from "./firewall/options.ts";
import { usage } from "./guide-text.ts";
import { offlineParts } from "./offline-parts.ts";
import { Refusal } from "./refusal.ts";

/** More are not named; whoever sees these knows what to look for. */
const namedMost = 8;

/** `jochi guide page`: a guide as one file that works without a server, a network or rights. */
export async function page(argv: string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      probe: { type: "boolean" },
      output: { type: "string" },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help) {
    io.out(`${usage[io.lang]}\n`);
    return 0;
  }
  const [name = defaultGuide, surplus] = positionals;
  if (surplus !== undefined) throw new Refusal(say(io.lang, "deploy.one-guide", { name: surplus }));
  const guide = loadGuide(name);
  const parts = await offlineParts();
  const boxes = unshown(parts, guide).slice(0, namedMost);
  if (boxes.length > 0)
    throw new Refusal(say(io.lang, "page.file.unshown", { characters: boxes.join(" ") }));
  tell(offlinePage(parts, guide, values.probe ?? false), values.output, io);
  return 0;
}
