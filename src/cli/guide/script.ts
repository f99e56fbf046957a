import { helpPage } from "../../embed/help-page.ts";
import { scriptOf } from "../../embed/script.ts";
import { loadGuide } from "../../guide/load.ts";
import { say } from "../../text/say.ts";
import type { Io } from "../command.ts";
import { tell } from "../firewall/options.ts";
import { Refusal } from "../refusal.ts";
import { guideCall } from "./call.ts";

/** `jochi guide script`: the check that a shop or payment page includes, made of the guide. */
export function script(argv: string[], io: Io): number {
  const call = guideCall(argv, { page: { type: "string" }, output: { type: "string" } }, io);
  if (!call) return 0;
  const { values } = call;
  const name = call.name();
  const page = values.page === undefined ? undefined : helpPage(values.page);
  if (values.page !== undefined && page === undefined) {
    throw new Refusal(say(io.lang, "embed.bad-page", { page: values.page }));
  }
  tell(scriptOf(loadGuide(name), { page, lang: io.lang }), values.output, io);
  return 0;
}
