import type { Fault } from "./fault.ts";

export const lineDelay: Fault = {
  id: "line.delay",
  verdict: "ok",
  layer: "line",
  title: { ko: "회선 지연(편도 ms)", en: "Delay of the line, ms one way" },
  targets: () => ["80", "20"],
  apply(world, target) {
    const broken = structuredClone(world);
    broken.link.delayMs = Number(target);
    return broken;
  },
  expect: () => undefined,
};
