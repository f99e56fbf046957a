import type { Browser } from "../../evidence/pc-outcome.ts";
import type { Guide } from "../../guide/guide.ts";
import type { Case } from "../case.ts";
import type { JudgedCheck } from "../check.ts";
import { reason } from "../layer.ts";
import { cannotTell, fail, held, type Outcome, pass } from "./held.ts";
import { wordOf } from "./policies.ts";

/** One check for all rules: any browser that is served will do. */
export function judgeBrowsers(the: Case): JudgedCheck[] {
  const rules = the.guide.browsers;
  const [first] = rules;
  if (!first) return [];
  return [
    held(first.id, "browser", the.book.one("browsers"), (browsers) => judge(the, rules, browsers)),
  ];
}

function judge(the: Case, rules: Guide["browsers"], browsers: Browser[]): Outcome {
  const minimum = rules.map((rule) => `${rule.browser} ${rule.minimumVersion}`).join(", ");
  const found = browsers.map(({ id, version }) => `${id} ${version}`).join(", ") || "-";
  const mode = ieMode(the, rules, browsers);
  if (browsers.some((browser) => isServed(rules, browser))) {
    return mode === "on" ? pass(reason("reason.pc.browser.ie-mode")) : pass();
  }
  if (mode === "on") return pass(reason("reason.pc.browser.ie-mode"));
  const gaps = { found, minimum };
  const untold = browsers.find((one) => isOfKind(rules, one) && !/^\d/.test(one.version));
  if (untold) return cannotTell(reason("reason.pc.browser.version-unread", { found: untold.id }));
  if (mode === "none") return fail("browser.unsupported", gaps);
  if (mode === "off") {
    const because = reason("reason.pc.browser.ie-mode-off");
    return { ...fail("browser.unsupported", gaps, because), managed: true };
  }
  return cannotTell(
    reason("reason.pc.browser.unsupported", gaps),
    reason("reason.pc.browser.ie-mode-open"),
  );
}

function isServed(rules: Guide["browsers"], { id, version }: Browser): boolean {
  const own = rules.filter(({ browser }) => browser === id);
  const major = Number.parseInt(version, 10);
  return own.some(({ minimumVersion }) => major >= minimumVersion);
}

function isOfKind(rules: Guide["browsers"], { id }: Browser): boolean {
  return rules.some(({ browser }) => browser === id);
}

/**
 * Whether Edge shows pages as Internet Explorer 11 would: policy InternetExplorerIntegrationLevel,
 * 1 for its Internet Explorer mode (learn.microsoft.com). Where no policy says so, users may have
 * switched it on for a site themselves, and that is not read.
 */
function ieMode(
  the: Case,
  rules: Guide["browsers"],
  browsers: Browser[],
): "on" | "off" | "open" | "none" {
  const wanted = rules.some(
    ({ browser, minimumVersion }) => browser === "ie" && minimumVersion <= 11,
  );
  if (!wanted || !browsers.some(({ id }) => id === "edge")) return "none";
  const levels = wordOf(the, "edge").policy("InternetExplorerIntegrationLevel");
  const [level] = levels ?? [];
  if (level === undefined) return "open";
  return level === "1" ? "on" : "off";
}
