import type { Guide } from "../../guide/guide.ts";
import type { WorldPcFacts } from "../../machine/world.ts";

/** A browser that asks before pages reach programs on the PC, and opens their windows as the others do. */
export function addAskingBrowser(facts: WorldPcFacts, { popups }: Guide): void {
  facts.browsers = facts.browsers.filter(({ id }) => id !== "chrome");
  facts.browsers.push({ id: "chrome", version: "148.0.7778.97", default: false });
  const allowed = popups.flatMap(({ origins }) => origins);
  facts.popups = facts.popups.filter(({ browser }) => browser !== "chrome");
  facts.popups.push({ browser: "chrome", blocked: false, allowed });
}

/** An origin of the rule as a browser writes one: `https://www.bankpay.or.kr:443`. */
export function originOf(pattern: string | undefined): string {
  return `https://${(pattern ?? "").replace(/^\w+:\/\//, "").replace(/^\*\./, "www.")}`;
}
