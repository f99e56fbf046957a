import { join } from "node:path";
import { bytesInside } from "../own/files.ts";
import { cacheFolder, cacheKey, readCache, writeCache } from "./cache.ts";
import { emptyKinds } from "./files.ts";
import { findGuide } from "./find.ts";
import type { Guide } from "./guide.ts";
import type { ParsedFile } from "./parse.ts";
import { parser } from "./parser.ts";
import { readGuideFolder } from "./read.ts";

export { GuideError } from "./error.ts";
export { type GuideFolder, guidesRoot, listGuides } from "./find.ts";

/** Beside a guide's own files inside the packed program: the same guide, checked by the build. */
export const checkedFile = "checked.json";

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
  const checked = options.cache === false ? undefined : bytesInside(join(folder, checkedFile));
  if (checked) return JSON.parse(checked.toString("utf8")) as Guide;
  const texts = readGuideFolder(folder);
  const cache = options.cache ?? cacheFolder;
  const parsed = () => mergeFiles(texts.map(parser().parseGuideFile));
  if (cache === false) return parsed();
  const key = cacheKey(texts);
  const kept = readCache(cache, key);
  if (kept) return kept;
  const guide = parsed();
  writeCache(cache, key, guide);
  return guide;
}

/** One guide from its files; kinds without a file are empty. */
export function mergeFiles(files: readonly ParsedFile[]): Guide {
  const data = files.map((file) => file.data);
  return Object.assign({}, ...structuredClone(Object.values(emptyKinds)), ...data) as Guide;
}
