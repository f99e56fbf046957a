import type { Box } from "./box.ts";
import type { Context } from "./context.ts";
import { comparable, membersOf, setBoxes, shared } from "./members.ts";
import { unknownKey } from "./reading.ts";
import type { Element, Verdict, VerdictMap } from "./syntax.ts";

export interface Branch {
  verdict: Verdict;
  boxes: readonly Box[];
  /** Other elements hold these, though they may decide nothing about them. */
  except: readonly Box[];
}

/** The branches of a verdict map, elements first, and then what no element holds. */
export function branchesOf({ keys, value }: VerdictMap, context: Context): readonly Branch[] {
  const key = keys.join(" . ");
  const members = membersOf(value, context);
  if ("unknown" in members) {
    const { unknown } = members;
    const verdict: Verdict = { action: "unclear", ...unknown };
    return [{ verdict, boxes: [{ ...unknownKey(key, []), unknown }], except: [] }];
  }
  const { elements } = members;
  return shared(elements, `${key} vmap`, context, () => branches(keys, elements, context));
}

/** With these nothing of the packet is left for the default. */
const ends: ReadonlySet<string> = new Set(["permit", "deny", "return", "goto"]);

function branches(
  keys: readonly string[],
  elements: readonly Element[],
  context: Context,
): readonly Branch[] {
  const unknown: Verdict = { action: "unclear", code: "value", what: keys.join(" . ") };
  const groups = Map.groupBy(
    elements.filter((element) => !isDefault(element)),
    ({ verdict }) => JSON.stringify(verdict),
  );
  const found = [...groups.values()].map(
    (group): Branch => ({
      verdict: group[0]!.verdict ?? unknown,
      boxes: setBoxes(keys, "==", group, context),
      except: [],
    }),
  );
  const otherwise = elements.find(isDefault);
  if (!otherwise) return found;
  const undecided = found.filter(({ verdict }) => !ends.has(verdict.action));
  const except = undecided.flatMap(({ boxes }) => boxes);
  const whole = comparable(keys, context);
  return [...found, { verdict: otherwise.verdict ?? unknown, boxes: whole, except }];
}

function isDefault({ key }: Element): boolean {
  return key.length === 1 && key[0] === "*";
}
