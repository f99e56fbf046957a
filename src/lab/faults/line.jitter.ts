import type { Fault } from "./fault.ts";

export const lineJitter: Fault = {
  id: "line.jitter",
  verdict: "ok",
  layer: "line",
  title: { ko: "회선 지터(ms)", en: "Jitter of the line, ms" },
  targets: () => ["20"],
  apply(world, target) {
    const broken = structuredClone(world);
    broken.link.jitterMs = Number(target);
    return broken;
  },
  expect: () => undefined,
};
