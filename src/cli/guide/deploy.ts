import { bytesOf } from "../../deploy/format.ts";
import { deployFormats } from "../../deploy/index.ts";
import { settingsOf } from "../../deploy/settings.ts";
import { loadGuide } from "../../guide/load.ts";
import { say } from "../../text/say.ts";
import type { Io } from "../command.ts";
import { choiceOf, save } from "../firewall/options.ts";
import { Refusal } from "../refusal.ts";
import { guideCall } from "./call.ts";

/** `jochi guide deploy`: what the guide asks of every PC, as one file for its administrator. */
export function deploy(argv: string[], io: Io): number {
  const options = {
    format: { type: "string" },
    reverse: { type: "boolean", default: false },
    output: { type: "string" },
  } as const;
  const call = guideCall(argv, options, io);
  if (!call) return 0;
  const { values } = call;
  const chosen = choiceOf("--format", values.format, Object.keys(deployFormats), io);
  const format = deployFormats[chosen]!;
  const guide = loadGuide(call.name());
  const { reverse, output } = values;
  const request = { guide, settings: settingsOf(guide), reverse, lang: io.lang };
  if (request.settings.length === 0) {
    throw new Refusal(say(io.lang, "deploy.nothing", { guide: `${guide.id}@${guide.edition}` }));
  }
  if (output === undefined) {
    // A screen gets the text as it reads; its bytes for Windows are made for a file.
    io.out(
      format
        .write(request)
        .map((line) => `${line}\n`)
        .join(""),
    );
    return 0;
  }
  save(bytesOf(format, request), output, io);
  return 0;
}
