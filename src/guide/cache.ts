import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isPacked, ownPath } from "../own/files.ts";
import type { Guide } from "./guide.ts";
import type { GuideText } from "./read.ts";

/**
 * Guides already checked, by the hash of what they were read from. Parsing and checking take a
 * third of a second, more than half of what a whole diagnosis may; reading this takes a few ms.
 * Nothing depends on it: what cannot be read or written is parsed again. The packed program brings
 * its own guides already checked and keeps no others: it leaves nothing behind on a PC.
 */
export const cacheFolder: string | false = isPacked ? false : ownPath(".cache/guides");

/** Kept entries; older ones go. */
const maxEntries = 32;

/** What reads and judges a guide's files, below src/guide. */
const judges = ["edition.ts", "parse.ts", "plain-flow.ts", "plain-yaml.ts", "schema"] as const;

/** The name under which a guide is kept: its files, and what read and judged them (`code`). */
export function cacheKey(texts: readonly GuideText[], code = ownPath("src/guide")): string {
  const hash = createHash("sha256");
  for (const { kind, bytes } of texts) hash.update(`${kind} ${bytes.length}\n`).update(bytes);
  return hash.update(judgesHash(code)).digest("hex");
}

/** Undefined where there is none that can be used. */
export function readCache(folder: string, key: string): Guide | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, `${key}.json`), "utf8")) as Guide;
  } catch {
    return undefined;
  }
}

/** Written beside and moved into place, so that nobody ever reads half of it. */
export function writeCache(folder: string, key: string, guide: Guide): void {
  const path = join(folder, `${key}.json`);
  const draft = `${path}.${process.pid}`;
  try {
    mkdirSync(folder, { recursive: true });
    const entries = readdirSync(folder);
    if (entries.length >= maxEntries) for (const name of entries) rmSync(join(folder, name));
    writeFileSync(draft, JSON.stringify(guide));
    renameSync(draft, path);
  } catch {
    // A read-only checkout is no fault: the next run parses again.
    discard(draft);
  }
}

function discard(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // Where it could not be written there is nothing to take away.
  }
}

// Neither what an older schema let through nor what an older reader misread may stay.
function judgesHash(code: string): string {
  const hash = createHash("sha256");
  for (const judge of judges) {
    const path = join(code, judge);
    const names = judge.endsWith(".ts") ? [""] : readdirSync(path).sort();
    for (const name of names) {
      if (name !== "" && !name.endsWith(".ts")) continue;
      hash.update(`${judge}/${name}\n`).update(readFileSync(join(path, name)));
    }
  }
  return hash.digest("hex");
}
