import { hasEnded } from "../expiry.ts";
import { isPositive } from "./field.ts";
import type { Operator } from "./syntax.ts";

const moment = String.raw`\d{4}-\d{2}-\d{2}(?: \d{2}:\d{2}(?::\d{2})?)?`;
const span = new RegExp(`^(?:${moment}-)?(${moment})$`);

/** Whether every moment for which `meta time` asks has surely passed by `today`. */
export function isOver(
  operator: Operator,
  words: readonly string[],
  today: string | undefined,
): boolean {
  if (!isPositive(operator) && operator !== "<" && operator !== "<=") return false;
  return words.length > 0 && words.every((word) => hasEnded(span.exec(word)?.[1] ?? "", today));
}
