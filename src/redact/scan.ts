import { findAccounts } from "./detect/accounts.ts";
import { findBelongings } from "./detect/belongings.ts";
import { type Detector, type Match, plain } from "./detect/detector.ts";
import { findEncoded } from "./detect/encoded.ts";
import { findLearned } from "./detect/learned.ts";
import {
  findAddresses,
  findDistinguishedNames,
  findHosts,
  findMacs,
  findMails,
  findUrls,
} from "./detect/net.ts";
import { findNumbers } from "./detect/numbers.ts";
import { findPeople } from "./detect/people.ts";
import { findPhones } from "./detect/phones.ts";
import { findScripts } from "./detect/scripts.ts";
import { findSecrets } from "./detect/secrets.ts";
import { findUsers } from "./detect/users.ts";
import { findWindowsNames } from "./detect/windows.ts";
import { type Pen, take } from "./pen.ts";
import { tokensIn } from "./token.ts";

/** Of two that overlap, the one that stands earlier here has it. */
const detectors: readonly Detector[] = [
  findScripts,
  findUrls,
  findSecrets,
  findDistinguishedNames,
  findWindowsNames,
  findMails,
  findNumbers,
  findPhones,
  findAccounts,
  findBelongings,
  findUsers,
  findPeople,
  findEncoded,
  findMacs,
  findAddresses,
  findHosts,
  findLearned,
];

/** What is taken out may uncover what stood behind it; more rounds than these were never needed. */
const roundsMost = 4;

/** A text without what says who or where somebody is. */
export function redactText(pen: Pen, text: string): string {
  const own: string[] = [];
  const note: Pen["note"] = (kind, token) => {
    if (kind === "address") own.push(token);
    pen.note(kind, token);
  };
  let current = text;
  for (let round = 0; round < roundsMost; round += 1) {
    // The pseudonym of an address looks like any other address.
    const next = once({ ...pen, note, given: new Set([...pen.given, ...own]) }, current);
    if (next === current) return current;
    current = next;
  }
  return current;
}

function once(pen: Pen, text: string): string {
  if (!/[\p{L}\p{N}]/u.test(text)) return text;
  const shadow = plain(text);
  const taken = new Uint8Array(text.length);
  for (const { 0: token, index } of tokensIn(text)) taken.fill(1, index, index + token.length);
  for (const mark of pen.words.marks) {
    for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + mark.length)) {
      taken.fill(1, at, at + mark.length);
    }
  }
  const matches: Match[] = [];
  for (const detector of detectors) {
    for (const match of detector(shadow, pen)) {
      const { start, end } = match;
      if (pen.words.says(text.slice(start, end)) || taken.subarray(start, end).includes(1))
        continue;
      taken.fill(1, start, end);
      matches.push(match);
    }
  }
  matches.sort((a, b) => a.start - b.start);
  let out = "";
  let at = 0;
  for (const { start, end, kind, put } of matches) {
    const original = text.slice(start, end);
    out += text.slice(at, start) + (put ? put(original) : take(pen, kind, original));
    at = end;
  }
  return out + text.slice(at);
}
