import type { Guide } from "../guide/guide.ts";
import { say, sayOf } from "../text/say.ts";
import type { Lang } from "../text/words.ts";
import type { AgentFact, BrowserFact, Facts, RoleFact } from "./shipped/facts.ts";

/** What the script is told beside the guide. */
export interface ScriptOptions {
  /** Where the page that helps is, as `helpPage` takes it; absent: nowhere is led to. */
  page?: string | undefined;
  /** Of the words around the notice; the notice itself is in the guide's own. */
  lang: Lang;
}

type Agent = Guide["agents"][number];

/** What a page needs to know of a guide. */
export function factsOf(guide: Guide, { page = "", lang }: ScriptOptions): Facts {
  return {
    rules: guide.browsers.map((rule) => ruleOf(rule, guide, lang)),
    roles: rolesOf(guide.agents.filter(isAsked)),
    symptoms: symptomsOf(guide),
    page,
    linkWords: say(lang, "embed.open-help"),
  };
}

/** The notice is Korean to the letter; who reads English gets that below it. */
function ruleOf(rule: Guide["browsers"][number], guide: Guide, lang: Lang): BrowserFact {
  const { browser, minimumVersion: minimum, unsupportedMessage: message, title } = rule;
  if (!message) {
    const needed = { browser: title[lang] ?? title.ko };
    const words = sayOf(guide, lang, "embed.browser-needed", needed);
    return { browser, minimum, notice: [words] };
  }
  const below = lang === "ko" ? undefined : message[lang];
  const notice = [message.ko, ...(below === undefined ? [] : [below])];
  return { browser, minimum, notice: notice.flatMap((text) => text.split(/\r?\n/)) };
}

/**
 * A page asks by address and on this PC alone. An agent whose certificate is for a name cannot be
 * asked so, and its name would have to be looked up outside.
 */
function isAsked({ address, name, protocol }: Agent): boolean {
  return address.startsWith("127.") && (name === undefined || protocol === "http");
}

/** Roles of which the guide requires somebody. */
function rolesOf(agents: Agent[]): RoleFact[] {
  return [...Map.groupBy(agents, ({ role }) => role)]
    .filter(([, own]) => own.some(({ required }) => required))
    .map(([role, own]) => ({ role, agents: own.map(agentOf) }));
}

function agentOf({ protocol, address, ports, path }: Agent): AgentFact {
  return { scheme: protocol, address, first: ports.first, count: ports.count, path };
}

/** The first symptom of a sign stands for it where no agent is named. */
function symptomsOf({ symptoms, agents }: Guide): Record<string, string> {
  const found = new Map<string, string>();
  for (const { id, pageSees = [] } of symptoms) {
    for (const { sign, agent } of pageSees) {
      const role = agents.find((one) => one.id === agent)?.role;
      for (const key of [sign, ...(role ? [`${sign}:${role}`] : [])]) {
        if (!found.has(key)) found.set(key, id);
      }
    }
  }
  return Object.fromEntries(found);
}
