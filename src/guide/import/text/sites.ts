import type { Draft, DraftSite } from "./draft.ts";
import { filesIn } from "./urls.ts";

/** A line that is one entry for a list of sites, right or wrong, and nothing else. */
export function siteEntry(text: string): string | undefined {
  const bare = text.replace(/^(?:[-•·○]\s+|\d+[.)]\s+|[①-⑩]\s*)/, "").replace(/^[“"']|[”"']$/g, "");
  if (!/^(?:[a-z]+:\/\/)?[A-Za-z0-9*][A-Za-z0-9*_.,:-]*(?: ?[A-Za-z0-9*_.,-]+)?\/?$/i.test(bare))
    return undefined;
  if (!/[.,][a-z]{2,}\/?$/i.test(bare) || !/[A-Za-z0-9*][.,].*[.,]|:\/\/|^\*/.test(bare))
    return undefined;
  return filesIn(bare).includes(bare) ? undefined : bare;
}

/** The right entry that was meant by a wrong one: the same name, one around it, or the nearest. */
export function meantBy({ sites }: Draft): (entry: string) => DraftSite | undefined {
  const known = sites.map((site) => {
    const name = bareName(site.pattern);
    return { site, name, labels: new Set(name.split(".")) };
  });
  return (entry) => {
    const name = bareName(entry);
    const same = known.find((each) => each.name === name);
    if (same) return same.site;
    const around = known.find((each) => name.endsWith(`.${each.name}`));
    if (around) return around.site;
    const words = name.split(".").filter((label) => label.length > 2);
    let best = { site: sites.length === 1 ? sites[0] : undefined, shared: 0 };
    for (const { site, labels } of known) {
      const shared = words.filter((label) => labels.has(label)).length;
      if (shared > best.shared) best = { site, shared };
    }
    return best.site;
  };
}

/** What is wrong with an entry, as far as it can be told from the right one. */
export function whyWrong(entry: string, pattern: string): string {
  const scheme = /^[a-z]+:\/\//i.exec(entry)?.[0];
  if (scheme) return `앞에 ${scheme}를 붙였습니다. ${pattern}만 넣습니다.`;
  const [name, right] = [bareName(entry), bareName(pattern)];
  if (name.endsWith(`.${right}`) && !entry.startsWith("*.")) {
    return `${entry} 하나에만 적용됩니다. ${pattern}만 넣습니다.`;
  }
  if (name === right) return `앞에 *.가 없습니다. ${pattern}만 넣습니다.`;
  return `다른 주소입니다. ${pattern}만 넣습니다.`;
}

function bareName(entry: string): string {
  return entry
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, "")
    .replace(/^\*\./, "")
    .replace(/\/$/, "");
}
