import type { Guide } from "../guide/guide.ts";
import type { Lang } from "../text/words.ts";

/** A requirement in the guide's own words, and its id. */
export function requirementWords(guide: Guide, id: string, lang: Lang): string {
  const site = guide.sites.find((one) => one.id === id);
  const rule = [...guide.popups, ...guide.localNetwork].find((one) => one.id === id);
  const words = site?.purpose ?? rule?.title;
  return words ? `${words[lang] ?? words.ko} (${id})` : id;
}
