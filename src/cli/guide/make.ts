import { parseArgs } from "node:util";
import { editionPattern } from "../../guide/edition.ts";
import type { Io } from "../command.ts";
import { isDay, localDay } from "../day.ts";
import { usage } from "../guide-text.ts";
import { Refusal } from "../refusal.ts";
import { makeText } from "./make-text.ts";

const id = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** The call of a subcommand that makes a guide's folder; undefined where only help was wanted. */
export function makeCall(argv: string[], io: Io) {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      output: { type: "string" },
      id: { type: "string" },
      edition: { type: "string" },
      retrieved: { type: "string" },
      json: { type: "boolean", default: false },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help) {
    io.out(`${usage[io.lang]}\n`);
    return undefined;
  }
  const words = makeText[io.lang];
  if (values.id !== undefined && !isId(values.id)) throw new Refusal(words.badId(values.id));
  if (values.edition !== undefined && !editionPattern.test(values.edition)) {
    throw new Refusal(words.badEdition(values.edition));
  }
  const today = localDay();
  const day = values.retrieved ?? today;
  if (!isDay(day)) throw new Refusal(words.badDay("--retrieved", day));
  if (day > today) throw new Refusal(words.dayToCome("--retrieved", day, today));
  return { values, positionals, day, words };
}

export function isId(text: string): boolean {
  return text.length <= 60 && id.test(text);
}
