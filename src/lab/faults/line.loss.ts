import type { Fault } from "./fault.ts";

export const lineLoss: Fault = {
  id: "line.loss",
  verdict: "ok",
  layer: "line",
  title: { ko: "패킷 손실(비율)", en: "Packet loss, as a share" },
  targets: () => ["0.02"],
  apply(world, target) {
    const broken = structuredClone(world);
    broken.link.loss = Number(target);
    return broken;
  },
  expect: () => undefined,
};
