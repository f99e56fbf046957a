import type { Box } from "./box.ts";
import type { Context } from "./context.ts";
import { isPositive } from "./field.ts";
import { comparable, membersOf, setBoxes, shared } from "./members.ts";
import { boxesOf, unknownKey } from "./reading.ts";
import type { Match, Operator } from "./syntax.ts";

/** What a condition matches: what is in one of the boxes and in none of the exceptions. */
export interface Meaning {
  boxes: readonly Box[];
  except: readonly Box[];
}

const nothing: readonly Box[] = [];

export function meaningOf(match: Match, context: Context): Meaning {
  const { keys, mask, operator, value } = match;
  const words = typeof value === "string" ? [value] : value.kind === "bits" && value.words;
  if (words && keys.length === 1) {
    const comparison = { key: keys[0]!, mask, operator, words, isSet: false };
    return { boxes: boxesOf(comparison, context), except: nothing };
  }
  const key = keys.join(" . ");
  const members = membersOf(value, context);
  if ("unknown" in members)
    return { boxes: [{ ...unknownKey(key, []), unknown: members.unknown }], except: nothing };
  if (mask && keys.length > 1) return { boxes: [unknownKey(key, [])], except: nothing };
  const isNamed = typeof value === "object" && value.kind === "named";
  const found = (as: Operator): readonly Box[] => {
    const make = () => setBoxes(keys, as, members.elements, context, mask);
    return isNamed
      ? shared(members.elements, `${key} ${as} ${mask?.join()}`, context, make)
      : make();
  };
  if (keys.length === 1)
    return { boxes: found(operator === "in" ? "==" : operator), except: nothing };
  if (isPositive(operator)) return { boxes: found("=="), except: nothing };
  return { boxes: comparable(keys, context), except: found("==") };
}
