import { damagedPart } from "./paths.ts";
import type { LintRule } from "./rule.ts";

export const printedPath: LintRule = {
  id: "printed-path",
  title: { ko: "인쇄본의 망가진 경로", en: "a path damaged in print" },
  severity: "info",
  messages: {
    damaged: {
      ko: "인쇄본의 경로가 ‘{part}’ 자리에서 망가져 있어, 바른 경로를 옆에 두었습니다: {path}",
      en: "the printed path is damaged at ‘{part}’; the true one stands beside it: {path}",
    },
  },
  *check({ guide }) {
    for (const [i, { printed }] of guide.files.entries()) {
      const part = printed === undefined ? undefined : damagedPart(printed);
      if (printed === undefined || part === undefined) continue;
      const gaps = { part, path: printed };
      yield { kind: "files", path: ["files", i, "printed"], message: "damaged", with: gaps };
    }
  },
};
