import { browserOf } from "./browser-of.ts";
import { type Checked, check } from "./check.ts";
import { explain, explanationOf } from "./explain.ts";
import type { Facts } from "./facts.ts";
import type { Page } from "./page.ts";
import { seenOn } from "./seen-on.ts";
import { servedBy } from "./served-by.ts";
import { showNotice, whenLoaded } from "./show-notice.ts";

/** Sets up the page's one new name, and shows the notice where the guide's rule says so. */
export function start(page: Page, facts: Facts): void {
  // Included twice, it does its work once.
  if (page.jochiCheck) return;
  var own = browserOf(seenOn(page));
  var served = servedBy(facts.rules, own);
  page.jochiCheck = {
    browser: own,
    served: served.answer,
    check: function (callback: (result: Checked) => void, mayAsk?: boolean) {
      check(page, facts, served.answer === "no", !!mayAsk, callback);
    },
    explain: function (error: unknown) {
      return explain(facts, error);
    }
  };
  if (served.answer !== "no") return;
  whenLoaded(page, function () {
    var help = explanationOf(facts, "browser-excluded", "");
    showNotice(page, served.notice, help.link, facts.linkWords);
  });
}
