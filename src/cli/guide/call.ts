import { type ParseArgsOptionsConfig, parseArgs } from "node:util";
import { say } from "../../text/say.ts";
import type { Io } from "../command.ts";
import { defaultGuide } from "../default-guide.ts";
import { usage } from "../guide-text.ts";
import { Refusal } from "../refusal.ts";

/**
 * The call of a subcommand that makes something of one guide: its options, and the guide's name,
 * which may be left out. Undefined where only help was wanted, which has then been shown.
 */
export function guideCall<T extends ParseArgsOptionsConfig>(argv: string[], own: T, io: Io) {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: { ...own, help: { type: "boolean", short: "h" } },
  });
  if ((values as { help?: boolean }).help) {
    io.out(`${usage[io.lang]}\n`);
    return undefined;
  }
  const [first = defaultGuide, surplus] = positionals;
  return {
    values,
    /** Asked last, so that what is wrong with an option is said first. */
    name(): string {
      if (surplus === undefined) return first;
      throw new Refusal(say(io.lang, "deploy.one-guide", { name: surplus }));
    },
  };
}
