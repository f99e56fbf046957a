import { parseArgs } from "node:util";
import { audiences, type Change, diffGuides } from "../../guide/diff/diff.ts";
import { loadGuide } from "../../guide/load.ts";
import { changeWords, type Editions } from "../../report/guide-change.ts";
import { changeGroups } from "../../report/guide-changes.ts";
import { guideName } from "../../report/words.ts";
import { say } from "../../text/say.ts";
import type { Io } from "../command.ts";
import { choiceOf } from "../firewall/options.ts";
import { usage } from "../guide-text.ts";
import { Refusal } from "../refusal.ts";

/** `jochi guide diff`: what an edition changes, and for whom. 0 nothing, 1 something, 2 bad. */
export function diff(argv: string[], io: Io): number {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      json: { type: "boolean" },
      audience: { type: "string" },
      full: { type: "boolean", default: false },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help) {
    io.out(`${usage[io.lang]}\n`);
    return 0;
  }
  const { audience } = values;
  const only = audience === undefined ? undefined : choiceOf("--audience", audience, audiences, io);
  const [earlier, later, surplus] = positionals;
  if (earlier === undefined || later === undefined || surplus !== undefined)
    throw new Refusal(say(io.lang, "change.two"));
  const guides = { before: loadGuide(earlier), after: loadGuide(later) };
  const changes = diffGuides(guides.before, guides.after).filter(
    (change) => only === undefined || change.audience.includes(only),
  );
  if (values.json) io.out(asJson(changes, guides));
  else {
    const names = { before: guideName(guides.before), after: guideName(guides.after) };
    const nothing = only === undefined ? "change.none" : "change.none-for";
    const title = say(io.lang, changes.length === 0 ? nothing : "change.title", names);
    const groups = changeGroups(changes, guides, io.lang, only, values.full).map(
      ({ title: whom, lines }) => `\n${whom}\n${lines.map((line) => `- ${line}\n`).join("")}`,
    );
    io.out(`${title}\n${groups.join("")}`);
  }
  return changes.length === 0 ? 0 : 1;
}

function asJson(changes: Change[], guides: Editions): string {
  const named = ({ id, edition }: { id: string; edition: string }) => ({ id, edition });
  const report = {
    schema: "jochi.guide-diff/1",
    before: named(guides.before),
    after: named(guides.after),
    changes: changes.map((change) => ({
      ...change,
      words: { ko: changeWords(change, guides, "ko"), en: changeWords(change, guides, "en") },
    })),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}
