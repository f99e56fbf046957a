import type { Browser } from "../../evidence/pc-outcome.ts";
import type { CheckResult, Reason } from "../../evidence/report.ts";
import type { Guide } from "../../guide/guide.ts";
import type { Case } from "../case.ts";
import type { JudgedCheck } from "../check.ts";
import { reason } from "../layer.ts";
import { cannotTell, failBecause, held, type Outcome, pass } from "./held.ts";
import { type Chromium, chromiumBrowsers, wordOf } from "./policies.ts";

type Rule = Guide["localNetwork"][number];

/**
 * Chrome and Edge ask before a page may reach programs on the PC, from 142 on; from 146 on that
 * permission is one of its own, with its own policies, which go before the older ones.
 * Sources: learn.microsoft.com, policies LoopbackNetworkAllowedForUrls and
 * LocalNetworkAccessAllowedForUrls; Chrome Enterprise release notes 142 and 146.
 */
const asksFrom = 142;
const loopbackFrom = 146;
/** The way out for all sites at once ends with this version. */
const optOutUntil = 152;

/** The words of a check by which a browser will ask the person, and nobody knows the answer. */
const asksKey = "reason.pc.local-network.asks";

/** Whether a browser of this PC asks the person at the page before anything else can be seen. */
export function asksThePerson({ because }: CheckResult): boolean {
  return because.some(({ key }) => key === asksKey);
}

type Word = {
  state: "may" | "denied" | "asks" | "never-asks" | "unread";
  because: Reason;
  managed?: true;
};

/** Whether a browser keeps the guide's pages from the programs on this PC. */
export function judgeLocalNetwork(the: Case): JudgedCheck[] {
  return the.guide.localNetwork.map((rule) =>
    held(rule.id, "local-network-access", the.book.one("browsers"), (browsers) =>
      judgeRule(the, rule, browsers),
    ),
  );
}

function judgeRule(the: Case, { origins }: Rule, browsers: Browser[]): Outcome {
  const words = browsers.flatMap((browser) => {
    const own = chromiumBrowsers.find((id) => id === browser.id);
    return own ? [wordFor(the, own, browser.version, origins)] : [];
  });
  const denied = words.filter(({ state }) => state === "denied");
  const [first, ...more] = denied.map(({ because }) => because);
  if (first) {
    const outcome = failBecause("local-network-access.denied", first, ...more);
    return denied.every(({ managed }) => managed) ? { ...outcome, managed: true } : outcome;
  }
  const notes = words.map(({ because }) => because);
  if (words.some(({ state }) => state === "unread")) return cannotTell(...notes);
  const asks = words.some(({ state }) => state !== "never-asks");
  return asks ? pass(...notes) : pass(reason("reason.pc.local-network.no-browser"));
}

function wordFor(the: Case, browser: Chromium, version: string, origins: string[]): Word {
  const gaps = { name: browser };
  const say = (state: Word["state"], key: string): Word => ({
    state,
    because: reason(`reason.pc.local-network.${key}`, gaps),
  });
  // Whale counts its versions in its own way; which Chromium is inside is not known.
  const major = browser === "whale" ? Number.NaN : Number.parseInt(version, 10);
  if (major < asksFrom) return say("never-asks", "too-old-to-ask");
  const word = wordOf(the, browser);
  const lists = [
    ...(major < loopbackFrom ? [] : ["LoopbackNetwork"]),
    "LocalNetworkAccess",
  ].flatMap((name) => [`${name}BlockedForUrls`, `${name}AllowedForUrls`]);
  for (const list of lists) {
    const reach = word.listed(list, origins);
    if (reach === undefined) return say("unread", "policy-unread");
    const blocks = list.endsWith("BlockedForUrls");
    if (blocks && reach !== "none") {
      const because = reason("reason.pc.local-network.denied-by-policy", { ...gaps, policy: list });
      return { state: "denied", because, managed: true };
    }
    if (!blocks && reach === "all") return say("may", "allowed");
  }
  const [optOut] = word.policy("LocalNetworkAccessRestrictionsTemporaryOptOut") ?? [];
  if (optOut === "1" && major <= optOutUntil) return say("may", "allowed");
  const answers = word.answers(["loopback-network", "local-network"], origins);
  if (answers === undefined) return say("unread", "answers-unread");
  const [refused] = answers.block;
  if (refused) {
    const origin = refused.origin.split(",")[0] ?? refused.origin;
    const because = reason("reason.pc.local-network.denied-by-user", { ...gaps, origin });
    return { state: "denied", because };
  }
  return answers.allow.length > 0 ? say("may", "allowed") : say("asks", "asks");
}
