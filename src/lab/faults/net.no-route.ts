import { causeOn } from "./_rows.ts";
import type { Fault } from "./fault.ts";
import { selectRows } from "./select.ts";

export const netNoRoute: Fault = {
  id: "net.no-route",
  verdict: "net.no-route",
  layer: "net",
  title: { ko: "기본 경로(게이트웨이) 없음", en: "The PC has no default route" },
  targets: () => ["*"],
  apply(world) {
    const broken = structuredClone(world);
    broken.pc.defaultRoute = false;
    return broken;
  },
  expect: (_world, guide) => causeOn(selectRows(guide, "*"), "net.no-route"),
};
