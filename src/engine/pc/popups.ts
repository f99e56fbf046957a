import type { PopupSetting } from "../../evidence/pc-outcome.ts";
import type { Reason } from "../../evidence/report.ts";
import type { Guide } from "../../guide/guide.ts";
import { listReach } from "../../windows/url-pattern.ts";
import { trustedZone } from "../../windows/zone-map.ts";
import type { Case } from "../case.ts";
import type { JudgedCheck } from "../check.ts";
import { reason } from "../layer.ts";
import { cannotTell, failBecause, foundIn, held, type Outcome, pass } from "./held.ts";
import { standIns } from "./pages.ts";
import { type Chromium, chromiumBrowsers, wordOf } from "./policies.ts";
import { zoneOnPc } from "./sites.ts";

type Rule = Guide["popups"][number];

/** What one browser does with the window: opens it, keeps it shut, or nobody can tell. */
type Word = {
  state: "open" | "shut" | "open-question";
  because: Reason;
  managed?: true;
  /** The site which, once trusted, would open the window by itself. */
  follows?: string;
};

/** Whether the browsers that the guide serves let its pages open a window. */
export function judgePopups(the: Case): JudgedCheck[] {
  return the.guide.popups.map((rule) =>
    held(rule.id, "popup", the.book.one("popups"), (settings) => judgeRule(the, rule, settings)),
  );
}

function judgeRule(the: Case, rule: Rule, settings: PopupSetting[]): Outcome {
  const words = countedBrowsers(the, settings).flatMap((browser) => {
    const setting = settings.find((one) => one.browser === browser);
    if (browser === "ie") return setting ? [ieWord(the, rule, setting)] : [];
    const word = chromiumBrowsers.find((one) => one === browser);
    if (word) return chromiumWord(the, rule, word, setting);
    return setting ? [ownWord(rule, setting)] : [];
  });
  if (words.length === 0) {
    return { verdict: "not-applicable", because: [reason("reason.pc.popup.no-browser")] };
  }
  const shut = words.filter(({ state }) => state === "shut");
  const [first, ...more] = shut.map(({ because }) => because);
  if (first) {
    const outcome = failBecause("popup.blocked", first, ...more);
    const [site] = shut.map(({ follows }) => follows);
    const one = shut.length === 1 && site !== undefined ? { follows: site } : {};
    const managed = shut.every((word) => word.managed) ? { managed: true as const } : {};
    return { ...outcome, ...one, ...managed };
  }
  const open = words.filter(({ state }) => state === "open-question");
  return open.length > 0 ? cannotTell(...open.map(({ because }) => because)) : pass();
}

/** Those that the guide serves; where it names none, whatever there is. */
function countedBrowsers(the: Case, settings: readonly PopupSetting[]): string[] {
  const served = the.guide.browsers.map(({ browser }) => browser);
  const found = [
    ...(foundIn(the.book.one("browsers")) ?? []).map(({ id }) => id),
    ...settings.map(({ browser }) => browser),
  ];
  // Pages in the Internet Explorer mode of Edge go by Internet Explorer's own settings.
  const there = new Set<string>(found.includes("edge") ? [...found, "ie"] : found);
  return [...new Set<string>(served.length > 0 ? served : found)].filter((id) => there.has(id));
}

/**
 * Internet Explorer: the blocker as a whole, then whether it works in the zone of the page (value
 * 1809 of the zone), then the list of sites that may.
 */
function ieWord(the: Case, { origins }: Rule, setting: PopupSetting): Word {
  const name = setting.browser;
  const allowed = () => reason("reason.pc.popup.allowed", { name });
  if (!setting.blocked) return { state: "open", because: allowed() };
  const pages = origins.flatMap(standIns);
  const works = pages.map((page) => blockerWorks(the, page));
  if (pages.length > 0 && works.every((one) => one === false)) {
    return { state: "open", because: allowed() };
  }
  const listed = origins.map((origin) => ieReach(setting.allowed, origin));
  if (origins.length > 0 && listed.every((one) => one === "all")) {
    return { state: "open", because: allowed() };
  }
  if (works.includes(undefined)) {
    return { state: "open-question", because: reason("reason.pc.popup.zone-open", { name }) };
  }
  if (listed.includes("part")) return partly(name, setting.allowed);
  const site = trustedOpens(the) ? siteOf(the, origins) : undefined;
  return site === undefined ? shut(name) : { ...shut(name), follows: site };
}

/** Windows leaves the blocker off for trusted sites. */
function trustedOpens(the: Case): boolean {
  const zones = foundIn(the.book.one("zone-settings"))?.zones ?? [];
  return zones.some(({ zone, popupBlocker }) => zone === trustedZone && popupBlocker === false);
}

/** The site of the guide that all of these origins belong to. */
function siteOf(the: Case, origins: readonly string[]): string | undefined {
  const site = the.guide.sites.find(({ pattern }) => origins.every((one) => one === pattern));
  return origins.length > 0 ? site?.id : undefined;
}

/** Whether the blocker works for a page: by its zone, or because nothing says otherwise. */
function blockerWorks(the: Case, page: string): boolean | undefined {
  const entries = foundIn(the.book.one("zone-entries"));
  const zones = foundIn(the.book.one("zone-settings"))?.zones;
  if (!entries || !zones) return true;
  const answer = zoneOnPc(the, page, entries);
  const inZones = answer.known ? [answer.zone] : answer.zones;
  const works = new Set(
    inZones.map((zone) => zones.find((one) => one.zone === zone)?.popupBlocker ?? true),
  );
  return works.size === 1 ? [...works][0] : undefined;
}

/** The allow list has names, with `*.` for any name below. */
function ieReach(allowed: readonly string[], origin: string): "all" | "part" | "none" {
  const name = (text: string) =>
    text
      .trim()
      .toLowerCase()
      .replace(/^\w+:\/\//, "")
      .replace(/[:/].*$/, "");
  const wanted = name(origin);
  const names = allowed.map(name);
  const covers = (entry: string) =>
    entry === wanted || (entry.startsWith("*.") && wanted.endsWith(entry.slice(1)));
  if (names.some(covers)) return "all";
  const below = wanted.startsWith("*.") ? wanted.slice(1) : undefined;
  return below !== undefined && names.some((entry) => `.${entry}`.endsWith(below))
    ? "part"
    : "none";
}

/** Chromium: policies first, then what the user once chose for the site, then the blocker itself. */
function chromiumWord(
  the: Case,
  { origins }: Rule,
  browser: Chromium,
  setting: PopupSetting | undefined,
): Word[] {
  const word = wordOf(the, browser);
  const blocked = word.listed("PopupsBlockedForUrls", origins);
  const allowed = word.listed("PopupsAllowedForUrls", origins);
  const unread: Word = {
    state: "open-question",
    because: reason("reason.pc.popup.policy-unread", { name: browser }),
  };
  if (blocked === undefined || allowed === undefined) return [unread];
  if (blocked !== "none" && allowed !== "none") {
    // Of two lists that both name a page the more exact pattern wins, and that is not weighed here.
    return [{ ...unread, because: reason("reason.pc.popup.both-lists", { name: browser }) }];
  }
  const byPolicy = reason("reason.pc.popup.blocked-by-policy", { name: browser });
  if (blocked !== "none") return [{ state: "shut", because: byPolicy, managed: true }];
  const may: Word = {
    state: "open",
    because: reason("reason.pc.popup.allowed", { name: browser }),
  };
  if (allowed === "all") return [may];
  const [standard] = word.policy("DefaultPopupsSetting") ?? [];
  if (standard === "1") return [may];
  if (standard === "2") return [{ state: "shut", because: byPolicy, managed: true }];
  const answers = word.answers(["popups"], origins);
  if (answers && answers.block.length > 0) return [shut(browser)];
  const allowedByUser = (answers?.allow ?? []).map(({ origin }) => origin.split(",")[0] ?? origin);
  if (origins.length > 0 && origins.every((origin) => listReach(allowedByUser, origin) === "all")) {
    return [may];
  }
  if (allowedByUser.length > 0) return [partly(browser, allowedByUser)];
  if (setting) return [ownWord({ origins }, setting)];
  // Nothing is set: it blocks windows that open by themselves and lets those through that follow a
  // click, and which of the two this one is only the browser knows.
  return [{ state: "open-question", because: reason("reason.pc.popup.unset", { name: browser }) }];
}

/** The setting of the browser as it was read, where nothing above decides. */
function ownWord({ origins }: Pick<Rule, "origins">, setting: PopupSetting): Word {
  const name = setting.browser;
  const reaches = origins.map((origin) => ieReach(setting.allowed, origin));
  const open = !setting.blocked || (origins.length > 0 && reaches.every((one) => one === "all"));
  if (open) return { state: "open", because: reason("reason.pc.popup.allowed", { name }) };
  return reaches.includes("part") ? partly(name, setting.allowed) : shut(name);
}

function shut(name: string): Word {
  return { state: "shut", because: reason("reason.pc.popup.blocked", { name }) };
}

/** The site that was allowed may be the very one, and may be another of the same domain. */
function partly(name: string, allowed: readonly string[]): Word {
  const gaps = { name, entry: allowed.slice(0, 3).join(", ") };
  return { state: "open-question", because: reason("reason.pc.popup.part", gaps) };
}
