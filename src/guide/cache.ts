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

/** The name under which a guide is kept: its files and the schemas that judged them. */
export function cacheKey(texts: readonly GuideText[]): string {
  const hash = createHash("sha256");
  for (const { kind, bytes } of texts) hash.update(`${kind} ${bytes.length}\n`).update(bytes);
  return hash.update(schemaHash()).digest("hex");
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

// A changed schema must judge again what an older one let through.
function schemaHash(): string {
  const folder = ownPath("src/guide/schema");
  const hash = createHash("sha256");
  for (const name of readdirSync(folder).sort()) {
    if (name.endsWith(".ts")) hash.update(name).update(readFileSync(join(folder, name)));
  }
  return hash.digest("hex");
}
