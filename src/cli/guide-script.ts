import { parseArgs } from "node:util";
import { helpPage } from "../embed/help-page.ts";
import { scriptOf } from "../embed/script.ts";
import { loadGuide } from "../guide/load.ts";
import { say } from "../text/say.ts";
import type { Io } from "./command.ts";
import { defaultGuide, tell } from "./firewall/options.ts";
import { usage } from "./guide-text.ts";
import { Refusal } from "./refusal.ts";

/** `jochi guide script`: the check that a shop or payment page includes, made of the guide. */
export function script(argv: string[], io: Io): number {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      page: { type: "string" },
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
  const page = values.page === undefined ? undefined : helpPage(values.page);
  if (values.page !== undefined && page === undefined) {
    throw new Refusal(say(io.lang, "embed.bad-page", { page: values.page }));
  }
  tell(scriptOf(loadGuide(name), { page, lang: io.lang }), values.output, io);
  return 0;
}
