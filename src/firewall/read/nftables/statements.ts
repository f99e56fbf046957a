import { type Cursor, isAt, isDone, peek, skipPair, take, takeText } from "./cursor.ts";
import { skipSideEffect } from "./effects.ts";
import { takeKey } from "./keys.ts";
import type { Token } from "./lexer.ts";
import { mangled } from "./mangle.ts";
import { excerpt, type Statement } from "./syntax.ts";
import { simpleVerdicts, takeBits, takeOperator, takeValue, takeVerdict } from "./values.ts";

/** Where reading can begin again behind words that are not understood. */
const landmarks = new Set([
  ...simpleVerdicts.keys(),
  ...["jump", "goto", "counter", "log", "limit", "quota", "comment", "vmap", "notrack"],
]);

/** The statements of one rule; with a verdict it is over, what follows are the verdict's options. */
export function statementsOf(tokens: readonly Token[]): Statement[] {
  const cursor: Cursor = { tokens, at: 0 };
  const found: Statement[] = [];
  while (!isDone(cursor)) {
    const verdict = takeVerdict(cursor);
    if (verdict) {
      found.push({ kind: "verdict", verdict });
      break;
    }
    const effect = skipSideEffect(cursor);
    const statement = effect === "none" ? takeCondition(cursor) : effect;
    if (statement.kind !== "ignored") found.push(statement);
  }
  return found;
}

function takeCondition(cursor: Cursor): Statement {
  const from = cursor.at;
  const keys = takeKeys(cursor);
  if (keys) {
    if (take(cursor, "set")) {
      if (skipOperands(cursor)) return mangled(keys[0]!);
      cursor.at = from;
      return takeStrange(cursor);
    }
    const found = isAt(cursor, "vmap") ? takeVerdictMap(cursor, keys) : takeMatch(cursor, keys);
    if (found) return found;
  }
  cursor.at = from;
  return takeStrange(cursor);
}

function takeKeys(cursor: Cursor): string[] | undefined {
  const keys: string[] = [];
  do {
    const key = takeKey(cursor);
    if (key === undefined) return undefined;
    keys.push(key);
  } while (take(cursor, "."));
  return keys;
}

function takeMatch(cursor: Cursor, keys: string[]): Statement | undefined {
  const mask = take(cursor, "&") || take(cursor, "and") ? takeBits(cursor) : undefined;
  const operator = takeOperator(cursor);
  const value = takeValue(cursor);
  if (value === undefined) return undefined;
  if ((typeof value === "string" || value.kind === "bits") && take(cursor, "/")) {
    const bits = takeBits(cursor);
    if (mask || !bits) return undefined;
    const exact = operator === "in" ? "==" : operator;
    return { kind: "match", keys, mask: bits, operator: exact, value };
  }
  return { kind: "match", keys, mask, operator, value };
}

function takeVerdictMap(cursor: Cursor, keys: string[]): Statement | undefined {
  take(cursor, "vmap");
  const value = takeValue(cursor);
  return value === undefined ? undefined : { kind: "vmap", keys, value };
}

/** What is not understood, up to the next word that is; a verdict map tells its verdicts at least. */
function takeStrange(cursor: Cursor): Statement {
  const words: string[] = [];
  do {
    words.push(peek(cursor).text);
    if (isAt(cursor, "{")) skipPair(cursor, "{", "}");
    else cursor.at += 1;
  } while (!isDone(cursor) && !landmarks.has(peek(cursor).text));
  const what = excerpt(words);
  if (isAt(cursor, "vmap")) return takeVerdictMap(cursor, [what]) ?? { kind: "strange", what };
  // Changing an option of TCP (the segment size, mostly) decides nothing.
  if (words[0] === "tcp" && words[1] === "option" && words.includes("set")) return mangled(what);
  return { kind: "strange", what };
}

const joints = ["&", "|", "^", "<<", ">>", "and", "or", "xor", ".", ",", "map"] as const;

/** The value of `… set VALUE`, an expression or a map; false where its brackets do not close. */
function skipOperands(cursor: Cursor): boolean {
  do {
    if (isAt(cursor, "{")) {
      if (!skipPair(cursor, "{", "}")) return false;
    } else if (isAt(cursor, "(")) {
      if (!skipPair(cursor, "(", ")")) return false;
    } else if (takeKey(cursor) === undefined) takeText(cursor);
  } while (joints.some((joint) => take(cursor, joint)));
  return true;
}
