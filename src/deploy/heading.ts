import { version } from "../evidence/version.ts";
import { say } from "../text/say.ts";
import type { DeployRequest } from "./format.ts";
import { requirementWords } from "./requirement.ts";
import type { Setting } from "./settings.ts";
import { unbroken } from "./unbroken.ts";

/** What a file says about itself, without the marks of a comment. */
export function headingOf({ guide, reverse, lang }: DeployRequest): string[] {
  const title = guide.title[lang] ?? guide.title.ko;
  const name = `${guide.id}@${guide.edition}`;
  return [
    say(lang, reverse ? "deploy.title.reverse" : "deploy.title", { title, guide: name }),
    say(lang, "deploy.written-by", { version }),
    ...(reverse ? [] : [say(lang, "deploy.list-rules")]),
    say(lang, "deploy.restart"),
  ].map(unbroken);
}

/** Settings of one key and requirement stand together, under the reason for them. */
export function groupsOf({ guide, settings, lang }: DeployRequest): {
  why: string;
  key: string;
  settings: Setting[];
}[] {
  const groups = Map.groupBy(settings, ({ key, requirement }) => `${key}\n${requirement}`);
  return [...groups.values()].map((group) => {
    const [{ key, requirement }] = group as [Setting, ...Setting[]];
    const words = requirementWords(guide, requirement, lang);
    return {
      why: unbroken(say(lang, "deploy.serves", { requirement: words })),
      key,
      settings: group,
    };
  });
}
