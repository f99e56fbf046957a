import { type Draft, doubt, emptyDraft } from "./draft.ts";
import { understood, unknownCode } from "./modules.ts";
import { conditionOption } from "./options.ts";
import type { Reading } from "./reading.ts";
import type { Word } from "./words.ts";

/** Whose options the words are that nobody else knows. */
type Owner = "nobody" | "match" | "target";

interface Cursor {
  words: readonly Word[];
  at: number;
}

/** What the words of a rule behind its chain say. */
export function draftOf(words: readonly Word[], reading: Reading): Draft {
  const draft = emptyDraft();
  const cursor: Cursor = { words, at: 0 };
  let owner: Owner = "nobody";
  while (cursor.at < words.length) {
    const negated = takeNot(cursor);
    const word = words[cursor.at];
    if (!word) {
      doubt(draft, "match", "!");
      break;
    }
    cursor.at += 1;
    const name = word.quoted ? "" : word.text;
    const isTarget = /^(-j|--jump|-g|--goto)$/.test(name);
    const isExtension = name === "-m" || name === "--match";
    if (negated && (isTarget || isExtension)) doubt(draft, "match", "!");
    if (isExtension) owner = takeExtension(draft, cursor);
    else if (isTarget) owner = takeTarget(draft, cursor, name);
    else if (!takeCondition(draft, reading, cursor, name, negated)) leave(draft, owner, word.text);
  }
  return draft;
}

function takeNot(cursor: Cursor): boolean {
  const word = cursor.words[cursor.at];
  if (word?.text !== "!" || word.quoted) return false;
  cursor.at += 1;
  return true;
}

function takeExtension(draft: Draft, cursor: Cursor): Owner {
  const name = cursor.words[cursor.at++]?.text ?? "";
  if (understood.has(name)) return "nobody";
  doubt(draft, unknownCode(name), name);
  return "match";
}

function takeTarget(draft: Draft, cursor: Cursor, option: string): Owner {
  const name = cursor.words[cursor.at++]?.text ?? "";
  if (draft.target) doubt(draft, "match", option);
  else draft.target = { name, goto: option === "-g" || option === "--goto", options: [] };
  return "target";
}

/** Whether it was a condition that this reader knows, `--name=value` among them. */
function takeCondition(
  draft: Draft,
  reading: Reading,
  cursor: Cursor,
  text: string,
  before: boolean,
): boolean {
  const equals = text.startsWith("--") ? text.indexOf("=") : -1;
  const name = equals < 0 ? text : text.slice(0, equals);
  const option = conditionOption(name);
  if (!option) return false;
  const own = equals < 0 ? [] : [text.slice(equals + 1)];
  const after = option.values > 0 && takeNot(cursor);
  while (own.length < option.values) {
    const word = cursor.words[cursor.at];
    if (!word) break;
    own.push(word.text);
    cursor.at += 1;
  }
  if (own.length !== option.values) doubt(draft, "match", name);
  else option.apply({ draft, reading, name, values: own, negated: before !== after });
  return true;
}

/** The options of an extension in doubt change nothing more, nor do those of a target. */
function leave(draft: Draft, owner: Owner, text: string): void {
  if (owner === "target") draft.target?.options.push(text);
  else if (owner === "nobody") doubt(draft, "match", text);
}
