import { type Cursor, isAt, isDone, peek, skipPair, take, takeText } from "./cursor.ts";
import type { Statement } from "./syntax.ts";

const ignored: Statement = { kind: "ignored" };

/** Reads a statement that is neither condition nor verdict; "none" where no such one stands here. */
export function skipSideEffect(cursor: Cursor): Statement | "none" {
  const { kind, text } = peek(cursor);
  if (kind !== "word") return "none";
  if (text === "ct" && peek(cursor, 1).text === "count") {
    cursor.at += 2;
    skipWords(cursor, ["over"], 1);
    return rate("ct count");
  }
  const effect = effects.get(text);
  if (!effect) return "none";
  cursor.at += 1;
  return effect(cursor);
}

type Effect = (cursor: Cursor) => Statement | "none";

const effects = new Map<string, Effect>(
  Object.entries({
    counter(cursor) {
      if (take(cursor, "name")) takeText(cursor);
      for (const word of ["packets", "bytes"]) if (take(cursor, word)) takeText(cursor);
      return ignored;
    },
    comment(cursor) {
      takeText(cursor);
      return ignored;
    },
    log: skipLog,
    limit: skipLimit,
    quota(cursor) {
      if (take(cursor, "name")) takeText(cursor);
      else skipWords(cursor, ["over", "until"], 2);
      if (take(cursor, "used")) skipWords(cursor, [], 2);
      return rate("quota");
    },
    meter(cursor) {
      while (!isDone(cursor) && !isAt(cursor, "{")) cursor.at += 1;
      skipPair(cursor, "{", "}");
      return rate("meter");
    },
    notrack: () => ({ kind: "notrack" }),
    flow(cursor) {
      skipWords(cursor, ["add", "offload"], 1);
      return ignored;
    },
    last(cursor) {
      if (take(cursor, "used")) takeText(cursor);
      return ignored;
    },
    add: takeUpdate,
    update: takeUpdate,
    delete: takeUpdate,
  } satisfies Record<string, Effect>),
);

function rate(what: string): Statement {
  return { kind: "perhaps", code: "rate", what };
}

/** Goes over the words that may stand here, and then over so many others. */
function skipWords(cursor: Cursor, optional: readonly string[], count: number): void {
  for (const word of optional) take(cursor, word);
  for (let left = count; left > 0; left -= 1) takeText(cursor);
}

function skipLog(cursor: Cursor): Statement {
  while (!isDone(cursor)) {
    if (take(cursor, "flags")) {
      for (const header of ["tcp", "ip"]) take(cursor, header);
      do takeText(cursor);
      while (take(cursor, ","));
    } else if (logOptions.some((word) => take(cursor, word))) takeText(cursor);
    else break;
  }
  return ignored;
}

const logOptions = ["prefix", "level", "group", "snaplen", "queue-threshold"] as const;
const sizes = ["packets", "bytes", "kbytes", "mbytes"] as const;

/** `limit rate over 10 mbytes/second burst 5 packets`, `limit name "x"`. */
function skipLimit(cursor: Cursor): Statement {
  if (take(cursor, "name")) takeText(cursor);
  else {
    skipWords(cursor, ["rate", "over"], 1);
    if (/^[km]?bytes(\/\w+)?$/.test(peek(cursor).text)) cursor.at += 1;
    if (take(cursor, "/")) takeText(cursor);
    if (take(cursor, "burst")) {
      takeText(cursor);
      sizes.some((size) => take(cursor, size));
    }
  }
  return rate("limit");
}

/** `add @set { ip saddr timeout 5m }`: the packet goes on, unless a limit stands inside. */
function takeUpdate(cursor: Cursor): Statement | "none" {
  const name = takeText(cursor);
  if (!name?.startsWith("@")) return "none";
  const from = cursor.at;
  skipPair(cursor, "{", "}");
  const inside = cursor.tokens.slice(from, cursor.at).map((token) => token.text);
  const limited = ["limit", "quota", "count"].find((word) => inside.includes(word));
  return { kind: "update", set: name.slice(1), limited };
}
