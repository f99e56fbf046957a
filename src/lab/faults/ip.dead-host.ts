import { rowsInLab } from "../places.ts";
import { causeOn } from "./_rows.ts";
import type { Fault } from "./fault.ts";
import { selectRows } from "./select.ts";

export const ipDeadHost: Fault = {
  id: "ip.dead-host",
  verdict: "ip.dead-host",
  layer: "tcp",
  title: { ko: "주소에 응답하는 컴퓨터가 없음", en: "No machine is behind the address" },
  targets: (_world, guide) => [...new Set(rowsInLab(guide).map(({ address }) => address))],
  apply(world, target) {
    const broken = structuredClone(world);
    broken.deadHosts.push(target);
    return broken;
  },
  expect: (_world, guide, target) => causeOn(selectRows(guide, target), "ip.dead-host"),
};
