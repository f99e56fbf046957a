import { damagedPart } from "./paths.ts";
import type { LintRule } from "./rule.ts";

export const printedPath: LintRule = {
  id: "printed-path",
  title: { ko: "인쇄본의 망가진 경로", en: "a path damaged in print" },
  severity: "info",
  messages: {
    damaged: {
      ko: "인쇄본의 ‘{printed}’은(는) ‘{part}’ 자리에서 망가졌습니다. 바른 경로: {path}",
      en: "the printed path ‘{printed}’ is damaged at ‘{part}’; the true one: {path}",
    },
  },
  *check({ guide }) {
    for (const [i, { printed, paths }] of guide.files.entries()) {
      const part = printed === undefined ? undefined : damagedPart(printed);
      if (printed === undefined || part === undefined) continue;
      const gaps = { part, printed, path: paths[0] ?? "" };
      yield { kind: "files", path: ["files", i, "printed"], message: "damaged", with: gaps };
    }
  },
};
