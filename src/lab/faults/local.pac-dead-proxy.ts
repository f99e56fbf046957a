import { pacTo, usePac } from "./_proxy.ts";
import { causeOn, isWeb, rowsAt } from "./_rows.ts";
import type { Fault } from "./fault.ts";

export const localPacDeadProxy: Fault = {
  id: "local.pac-dead-proxy",
  verdict: "local.pac-wrong",
  layer: "proxy",
  title: { ko: "PAC 파일이 죽은 프록시를 가리킴", en: "The PAC file names a dead proxy" },
  targets: () => ["*"],
  apply(world) {
    const broken = structuredClone(world);
    usePac(broken, pacTo("10.10.2.81:3128"));
    return broken;
  },
  expect: (_world, guide) => causeOn(rowsAt(guide, "*", isWeb), "local.pac-wrong"),
};
