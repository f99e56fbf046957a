import type { Browser } from "./browser-of.ts";
import type { BrowserFact } from "./facts.ts";

/** `unknown`: the guide has no rule for this browser, or its version cannot be told. */
export interface Served {
  answer: "yes" | "no" | "unknown";
  /** What to show in place of the payment; nothing unless the answer is no. */
  notice: string[];
}

/** Whether the guide's rules take this browser. */
export function servedBy(rules: BrowserFact[], browser: Browser): Served {
  var served: Served = { answer: "unknown", notice: [] };
  for (var at = 0; at < rules.length; at += 1) {
    var rule = rules[at]!;
    if (rule.browser === browser.id && browser.version > 0) {
      if (browser.version >= rule.minimum) return { answer: "yes", notice: [] };
      served = { answer: "no", notice: rule.notice };
    }
  }
  return served;
}
