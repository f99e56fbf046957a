import { unled } from "../places.ts";
import { causeOn } from "./_rows.ts";
import type { Fault } from "./fault.ts";
import { selectRows } from "./select.ts";

export const netOffline: Fault = {
  id: "net.offline",
  verdict: "net.offline",
  layer: "net",
  title: { ko: "네트워크 연결 없음", en: "The PC has no network" },
  targets: () => ["*"],
  apply(world) {
    const broken = structuredClone(world);
    broken.pc.online = false;
    return broken;
  },
  expect: (_world, guide) => causeOn(unled(guide, selectRows(guide, "*")), "net.offline"),
};
