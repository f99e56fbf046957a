import type { Guide } from "../../guide/guide.ts";

/**
 * Whether somebody who reads the guide through comes to this: a remedy, a symptom or a requirement
 * in one of its sections; a row of a firewall table where its group or its host stands.
 */
export function isRead(guide: Guide, id: string): boolean {
  const named = new Set(guide.sections.flatMap(({ contains }) => contains));
  if (named.has(id)) return true;
  const host = id.split("|")[0];
  return guide.endpoints.some(
    (endpoint) =>
      (endpoint.host === host || endpoint.id === id) &&
      (named.has(endpoint.group) || named.has(endpoint.id)),
  );
}
