import type { UnknownCode } from "../../policy.ts";
import type { Action } from "../../table.ts";
import { type Box, everything, product } from "./box.ts";
import type { Context } from "./context.ts";
import { unknownBox } from "./field.ts";
import { meaningOf } from "./meaning.ts";
import type { Rows } from "./rows.ts";
import type { RuleText, Verdict } from "./syntax.ts";
import { branchesOf } from "./verdict-map.ts";

/** More boxes than this for one condition are no longer told apart. */
const mostBoxes = 500_000;
/** And so many for all rules together: named sets make much work of few words. */
export const mostWork = 50_000_000;

/** A chain that a verdict leads to, or why it cannot be followed. */
export type Target = number | { code: UnknownCode; what: string };

export interface Caller {
  /** Where rows are written; a rule may move the rest of its chain into another. */
  chain: number;
  context: Context;
  rows: Rows;
  /** How many boxes may still be compared. */
  budget: { left: number };
  target(name: string): Target;
}

/** The packets that are still in the rule while it is read from left to right. */
interface Progress {
  boxes: readonly Box[];
  except: readonly Box[];
  /** A statement was not understood and may have decided. */
  strange: string | undefined;
}

/** Writes one rule's rows, those of a verdict map included. */
export function translateRule(rule: RuleText, caller: Caller): void {
  const progress: Progress = { boxes: [everything], except: [], strange: undefined };
  const decide = (verdict: Verdict, { boxes, except }: Pick<Progress, "boxes" | "except">) =>
    decideOn(verdict, { boxes, except }, rule.line, caller);
  for (const statement of rule.statements) {
    if (progress.boxes.length === 0) return;
    if (statement.kind === "match") {
      const { boxes, except } = meaningOf(statement, caller.context);
      progress.boxes = limited(progress.boxes, boxes, caller.budget);
      progress.except = [...progress.except, ...except];
    } else if (statement.kind === "perhaps") doubt(progress, statement.code, statement.what);
    else if (statement.kind === "update" && statement.limited !== undefined)
      doubt(progress, "rate", statement.limited);
    else if (statement.kind === "strange") {
      doubt(progress, "match", statement.what);
      progress.strange ??= statement.what;
    } else if (statement.kind === "verdict") {
      decide(statement.verdict, progress);
      return;
    } else if (statement.kind === "vmap") {
      for (const { verdict, boxes, except } of branchesOf(statement, caller.context)) {
        const within = limited(progress.boxes, boxes, caller.budget);
        decide(verdict, { boxes: within, except: [...progress.except, ...except] });
      }
      return;
    }
  }
  if (progress.strange === undefined) return;
  decide({ action: "unclear", code: "match", what: progress.strange }, progress);
}

function doubt(progress: Progress, code: UnknownCode, what: string): void {
  progress.boxes = progress.boxes.map((box) => (box.unknown ? box : unknownBox(code, what, box)));
}

function limited(
  some: readonly Box[],
  others: readonly Box[],
  budget: Caller["budget"],
): readonly Box[] {
  const work = some.length * others.length;
  if (work > mostBoxes || work > budget.left)
    return [unknownBox("value", `${others.length} values`)];
  budget.left -= work;
  return product(some, others);
}

function decideOn(
  verdict: Verdict,
  { boxes, except }: Pick<Progress, "boxes" | "except">,
  line: number,
  caller: Caller,
): void {
  if (boxes.length === 0 || verdict.action === "continue") return;
  const { chain, rows } = caller;
  const write = (action: Action, target?: number) => {
    caller.chain = rows.add({ chain, line, action, target }, boxes, except);
  };
  const unclear = (code: UnknownCode, what: string) => {
    const doubted = boxes.map((box) => (box.unknown ? box : unknownBox(code, what, box)));
    caller.chain = rows.add({ chain, line, action: "unclear" }, doubted, except);
  };
  if (verdict.action === "unclear") unclear(verdict.code, verdict.what);
  else if (verdict.action !== "jump" && verdict.action !== "goto") write(verdict.action);
  else {
    const found = caller.target(verdict.target);
    if (typeof found === "number") write(verdict.action, found);
    else unclear(found.code, found.what);
  }
}
