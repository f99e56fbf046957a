import { causeOn, holdersIn, isHttps, rowsAt } from "./_rows.ts";
import type { Fault } from "./fault.ts";

export const clockBehind: Fault = {
  id: "clock.behind",
  verdict: "clock.skew",
  layer: "tls",
  title: { ko: "PC 시계가 느림", en: "The PC's clock is slow" },
  // One server alone may be the one whose clock is wrong.
  targets: (_world, guide) => (holdersIn(guide).size > 1 ? ["400d"] : []),
  apply(world, target) {
    const broken = structuredClone(world);
    broken.serverClockOffsetMs = Number.parseInt(target, 10) * 86_400_000;
    return broken;
  },
  expect: (_world, guide) => causeOn(rowsAt(guide, "*", isHttps), "clock.skew"),
};
