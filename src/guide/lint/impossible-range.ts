import type { LintRule } from "./rule.ts";

export const impossibleRange: LintRule = {
  id: "impossible-range",
  title: { ko: "있을 수 없는 포트 범위", en: "a range of ports that cannot be" },
  severity: "error",
  messages: {
    backwards: {
      ko: "{port}-{to}: 끝 포트가 첫 포트보다 작습니다",
      en: "{port}-{to}: the last port is below the first",
    },
    // A range is not tested from a PC; a single port is.
    single: {
      ko: "{port}-{to}: 포트 하나이므로 to를 빼세요",
      en: "{port}-{to} is one port: leave out `to`",
    },
  },
  *check({ guide }) {
    for (const [i, { ports }] of guide.endpoints.entries()) {
      for (const [j, { port, to }] of ports.entries()) {
        if (to === undefined || to > port) continue;
        const path = ["endpoints", i, "ports", j, "to"];
        const message = to < port ? "backwards" : "single";
        yield { kind: "endpoints", path, message, with: { port, to } };
      }
    }
  },
};
