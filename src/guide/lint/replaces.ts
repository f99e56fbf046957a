import { newestFirst } from "../edition.ts";
import type { LintRule } from "./rule.ts";

export const replaces: LintRule = {
  id: "replaces",
  title: { ko: "앞 판이 아닌 판을 대신함", en: "an edition that takes the place of no older one" },
  severity: "error",
  messages: {
    newer: {
      ko: "replaces {replaces}은(는) 이 판({edition})보다 앞선 판이 아닙니다",
      en: "replaces {replaces}, which is not older than this edition, {edition}",
    },
  },
  *check({ guide: { edition, replaces: other } }) {
    if (other === undefined || newestFirst(edition, other) < 0) return;
    const gaps = { edition, replaces: other };
    yield { kind: "guide", path: ["replaces"], message: "newer", with: gaps };
  },
};
