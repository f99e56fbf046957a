import { hasEnded } from "../expiry.ts";
import type { Command } from "./commands.ts";
import type { Scope } from "./scope.ts";
import { firstWord, wordsOf } from "./words.ts";

/** Notes whether `time-range NAME` has surely ended; where a name comes again, each time. */
export function addTimeRange({ ended, today }: Scope, { text, inside }: Command): void {
  const name = wordsOf(text).all[1] ?? "";
  ended.set(name, ended.get(name) !== false && isOver(inside, today));
}

/** The absolute end of a range is that of its periods too. */
function isOver(lines: readonly Command[], today: string | undefined): boolean {
  const limits = lines.filter(({ text }) => firstWord(text) === "absolute");
  const others = lines.filter(({ text }) => firstWord(text) === "periodic");
  return (
    limits.length > 0 &&
    limits.length + others.length === lines.length &&
    limits.every(({ text }) => hasEnded(endOf(text), today))
  );
}

const months = [
  ...["january", "february", "march", "april", "may", "june", "july", "august", "september"],
  ...["october", "november", "december"],
];
const shortestMonth = 3;

/** The day in `absolute [start 08:00 1 January 2019] end 18:00 31 December 2019`, or nothing. */
function endOf(text: string): string {
  const { all } = wordsOf(text);
  const [word, time = "", day, name = "", year, ...more] = all.slice(all[1] === "start" ? 6 : 1);
  const month = months.findIndex((each) => each.startsWith(name.toLowerCase())) + 1;
  const isEnd = word === "end" && /^\d{1,2}:\d{2}$/.test(time) && more.length === 0;
  return isEnd && month > 0 && name.length >= shortestMonth ? `${year}-${month}-${day}` : "";
}
