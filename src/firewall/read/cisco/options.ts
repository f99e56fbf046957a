import type { Unknown, UnknownCode } from "../../policy.ts";
import { everyPhase, phases } from "../../table.ts";
import type { Scope } from "./scope.ts";
import { type FlagMatch, flagPhases, isFlag, signedFlag } from "./tcp-flags.ts";
import { peek, take, type Words } from "./words.ts";

/** What the words behind the addresses say of an entry. */
export interface Conditions {
  phases: number | undefined;
  unknown: Unknown | undefined;
  /** It is switched off or over, or about packets that no flow has. */
  idle: boolean;
}

/** Conditions that a file cannot tell, by their word. */
const conditions: Readonly<Record<string, UnknownCode>> = {
  "time-range": "schedule",
  dscp: "match",
  "flow-label": "match",
  option: "match",
  precedence: "match",
  routing: "match",
  sequence: "match",
  tos: "match",
  ttl: "match",
};

/** What may stand behind the addresses; a word that is none of these leaves the entry in doubt. */
export function readOptions(entry: Conditions, words: Words, scope: Scope): void {
  const flags: FlagMatch = { all: false, wanted: [] };
  for (let word = take(words); word !== undefined; word = take(words)) {
    if (word === "log" || word === "log-input") skipLog(words);
    else if (word === "inactive" || word === "fragments") entry.idle = true;
    else if (word === "established") flags.wanted.push(["ack", true], ["rst", true]);
    else if (word === "match-all" || word === "match-any") flags.all = word === "match-all";
    else if (isFlag(word)) flags.wanted.push(signedFlag(word));
    else if (word === "reflect") skipReflect(words);
    else if (/^\(hitcnt=\d+\)$|^0x[0-9a-f]+$/.test(word)) continue;
    else if (Object.hasOwn(conditions, word)) {
      const what = take(words) ?? word;
      if (word === "time-range" && scope.ended.get(what)) entry.idle = true;
      entry.unknown ??= { code: conditions[word]!, what: `${word} ${what}` };
      // An operator like `ttl gt 5` has more words than one; the entry is in doubt already.
      while (/^(\d+|eq|gt|lt|neq|range)$/.test(what) && /^\d+$/.test(peek(words) ?? ""))
        take(words);
    } else entry.unknown ??= { code: "match", what: word };
  }
  if (flags.wanted.length > 0) applyFlags(entry, flags);
}

function applyFlags(entry: Conditions, flags: FlagMatch): void {
  const { sure, perhaps } = flagPhases(flags);
  entry.phases = (sure | perhaps) & everyPhase;
  if (perhaps !== 0) entry.unknown ??= { code: "match", what: flags.wanted[0]![0] };
  if (entry.phases === 0) entry.idle = true;
}

/** `log`, `log warnings interval 300`, `log disable`, `log TAG`. */
function skipLog(words: Words): void {
  for (let word = peek(words); word !== undefined; word = peek(words)) {
    if (word === "interval") take(words);
    else if (!levels.has(word)) return;
    take(words);
  }
}

const levels = new Set([
  ...["0", "1", "2", "3", "4", "5", "6", "7"],
  ...["emergencies", "alerts", "critical", "errors", "warnings", "notifications"],
  ...["informational", "debugging", "default", "disable"],
]);

function skipReflect(words: Words): void {
  take(words);
  if (peek(words) === "timeout") words.at += 2;
}

/** Packets that answer: what a reflexive list may let through. */
export const answering = phases.reply | phases.replyData;
