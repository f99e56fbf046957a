import { createRequire } from "node:module";
import { cacheFolder, cacheKey, readCache, writeCache } from "./cache.ts";
import { emptyKinds } from "./files.ts";
import { findGuide } from "./find.ts";
import type { Guide } from "./guide.ts";
import type { ParsedFile } from "./parse.ts";
import { readGuideFolder } from "./read.ts";

export { GuideError } from "./error.ts";
export { type GuideFolder, guidesRoot, listGuides } from "./find.ts";

export interface LoadOptions {
  /** Where named guides live; Jochi's own guides by default. */
  root?: string;
  /** Where checked guides are kept; false to parse anew and keep nothing. */
  cache?: string | false;
}

/**
 * A guide by `id`, `id@edition` or the path of its folder. Without an edition, the newest. Throws
 * GuideError, one line with file, line and column, for whatever keeps it from being used.
 */
export function loadGuide(nameOrPath: string, options: LoadOptions = {}): Guide {
  const { folder } = findGuide(nameOrPath, options.root);
  const texts = readGuideFolder(folder);
  const cache = options.cache ?? cacheFolder;
  const key = cacheKey(texts);
  const kept = cache === false ? undefined : readCache(cache, key);
  if (kept) return kept;
  const { parseGuideFile } = parser();
  const guide = mergeFiles(texts.map(parseGuideFile));
  if (cache !== false) writeCache(cache, key, guide);
  return guide;
}

/** One guide from its files; kinds without a file are empty. */
export function mergeFiles(files: readonly ParsedFile[]): Guide {
  const data = files.map((file) => file.data);
  return Object.assign({}, ...structuredClone(Object.values(emptyKinds)), ...data) as Guide;
}

// YAML and zod take longer to load than a kept guide takes to read, so they come only when needed;
// and synchronously, because a guide is read before anything else can start.
function parser(): typeof import("./parse.ts") {
  return createRequire(import.meta.url)("./parse.ts") as typeof import("./parse.ts");
}
