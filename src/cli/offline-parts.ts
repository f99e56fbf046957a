import { pathToFileURL } from "node:url";
import { isPacked, ownBytes, ownPath } from "../own/files.ts";
import type { OfflineParts } from "../report/guide/offline-page.ts";

/** Where the packed program has them. */
export const packedParts = "page-offline.json";

/** What all files of guides have in common: the packed program brings it, a checkout makes it. */
export async function offlineParts(): Promise<OfflineParts> {
  if (isPacked) return JSON.parse(ownBytes(packedParts).toString("utf8")) as OfflineParts;
  // By its path and not by name: the packed program has no builder in it.
  const builder = pathToFileURL(ownPath("scripts/build/page.ts")).href;
  const made = (await import(builder)) as { offlineParts(): Promise<OfflineParts> };
  return made.offlineParts();
}
