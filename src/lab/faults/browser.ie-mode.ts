import { ieModePolicy } from "./_pc.ts";
import type { Fault } from "./fault.ts";

/** No Internet Explorer, and Edge in its place by policy: as good. */
export const browserIeMode: Fault = {
  id: "browser.ie-mode",
  verdict: "ok",
  layer: "pc",
  title: {
    ko: "Edge의 Internet Explorer 모드를 쓰는 PC",
    en: "A PC that uses the Internet Explorer mode of Edge",
  },
  targets: (_world, guide) =>
    guide.browsers.filter(({ browser }) => browser === "ie").map(({ id }) => id),
  apply(world) {
    const broken = structuredClone(world);
    const facts = broken.pc.facts;
    if (!facts) return broken;
    facts.browsers = facts.browsers.filter(({ id }) => id !== "ie" && id !== "edge");
    facts.browsers.push({ id: "edge", version: "148.0.3800.58", default: true });
    facts.browserPolicies = [...(facts.browserPolicies ?? []), structuredClone(ieModePolicy)];
    return broken;
  },
  expect: () => undefined,
};
