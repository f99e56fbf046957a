import { impossibleName } from "../evidence/impossible-name.ts";
import { isIPv4 } from "../evidence/ipv4.ts";
import { type Block, parseBlock } from "../guide/block.ts";
import type { Guide } from "../guide/guide.ts";
import { endingsInText, holderOf, isEverybodys } from "./host-name.ts";

/** What anybody can read in the guide, and what therefore may stay. */
export interface PublicWords {
  /** Whether the guide says this to the letter, whatever its capitals, and not within a longer word. */
  says(text: string): boolean;
  /** A host of the guide, or of a domain of which the guide names one. */
  isHost(host: string): boolean;
  /** Whether a pattern of a list, with stars, holds for a name or address of the guide. */
  isReached(pattern: string): boolean;
  /** Addresses and blocks of the guide. */
  blocks: Block[];
  /** What an answer must contain, letter by letter. */
  marks: string[];
}

/** Without these a dotted word in a text is no name. */
const named = new RegExp(`(?:[a-z0-9-]+\\.)+(?:${endingsInText.join("|")})(?![a-z0-9-])`, "gi");

/** Reading a guide costs more than most evidence does. */
const read = new WeakMap<Guide, PublicWords>();

export function publicWordsOf(guide: Guide): PublicWords {
  const known = read.get(guide) ?? readWords(guide);
  read.set(guide, known);
  return known;
}

function readWords(guide: Guide): PublicWords {
  const strings = [...stringsIn(guide)];
  const all = strings.join("\n").toLowerCase();
  const hosts = new Set((all.match(named) ?? []).map((host) => host.toLowerCase()));
  const holders = new Set([...hosts].map(holderOf).filter((holder) => holder.includes(".")));
  const texts = strings.filter((text) => text.length <= 64);
  const addresses = texts.filter((text) => isIPv4(text) || parseBlock(text) !== undefined);
  const names = [...hosts, "localhost", "loopback", "127.0.0.1", "[::1]", ...addresses];
  return {
    says: (text) => isSaid(all, text.toLowerCase()),
    isHost: (host) => {
      const bare = host.toLowerCase().replace(/\.$/, "");
      return isEverybodys(bare) || bare === impossibleName || holders.has(holderOf(bare));
    },
    isReached: (pattern) => names.some((name) => reaches(pattern.toLowerCase(), name)),
    blocks: addresses.flatMap((text) => parseBlock(text) ?? []),
    marks: guide.agents.flatMap(({ expect, certificateContains }) =>
      [expect, certificateContains].filter((mark) => mark !== undefined && mark.length >= 8),
    ) as string[],
  };
}

function* stringsIn(value: unknown): Generator<string> {
  if (typeof value === "string") yield value;
  else if (Array.isArray(value)) for (const each of value) yield* stringsIn(each);
  else if (typeof value === "object" && value !== null) {
    for (const each of Object.values(value)) yield* stringsIn(each);
  }
}

const inWord = /[\p{L}\p{N}_]/u;

function isSaid(all: string, text: string): boolean {
  if (text.length < 2) return false;
  for (let at = all.indexOf(text); at >= 0; at = all.indexOf(text, at + 1)) {
    const before = all[at - 1] ?? " ";
    const after = all[at + text.length] ?? " ";
    const open = inWord.test(text[0] ?? "") && inWord.test(before);
    const further = /[a-z0-9_]$/i.test(text) && /[a-z0-9_]/i.test(after);
    if (!open && !further) return true;
  }
  return false;
}

/** By the most generous reading: a star is any text, and an ending holds for whatever is below it. */
function reaches(pattern: string, name: string): boolean {
  if (!pattern.includes("*"))
    return name === pattern || name.endsWith(`.${pattern.replace(/^\./, "")}`);
  const [head = "", ...rest] = pattern.split("*");
  const starts = [0, ...[...name].flatMap((char, at) => (char === "." ? [at + 1] : []))];
  return starts.some((start) => matches(name.slice(start), head, rest));
}

function matches(name: string, head: string, rest: readonly string[]): boolean {
  if (!name.startsWith(head)) return false;
  let at = head.length;
  for (const part of rest) {
    const next = name.indexOf(part, at);
    if (next < 0) return false;
    at = next + part.length;
  }
  return true;
}
