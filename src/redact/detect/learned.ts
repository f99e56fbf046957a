import { tokenFor } from "../token.ts";
import type { Detector, Match } from "./detector.ts";

/** No name that is looked for is shorter. */
const head = 3;

/** Names met elsewhere in the evidence, whatever stands beside them but letters and digits. */
export const findLearned: Detector = function* (text, pen): Generator<Match> {
  if (pen.learned.size === 0) return;
  const low = text.toLowerCase();
  const byHead = Map.groupBy(pen.learned.keys(), (name) => name.slice(0, head));
  for (let at = 0; at < low.length; at += 1) {
    for (const name of byHead.get(low.slice(at, at + head)) ?? []) {
      const end = at + name.length;
      if (!low.startsWith(name, at) || isInner(low, at, end)) continue;
      const kind = pen.learned.get(name) ?? "user";
      const put = (original: string) => {
        const token = tokenFor(pen.keyed, kind, original);
        pen.note(kind, token);
        return token;
      };
      yield { start: at, end, kind, put };
    }
  }
};

/** Whether letters or digits go on at an end that is no Hangul. */
function isInner(low: string, start: number, end: number): boolean {
  return /[a-z0-9]/.test(low[start - 1] ?? " ") || /[a-z0-9]/.test(low[end] ?? " ");
}
