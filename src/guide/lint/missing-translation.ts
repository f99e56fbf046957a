import { everything } from "./parts.ts";
import type { LintRule } from "./rule.ts";

export const missingTranslation: LintRule = {
  id: "missing-translation",
  title: { ko: "빠진 영어 번역", en: "a missing translation" },
  severity: "warning",
  messages: {
    english: { ko: "‘{text}’의 영어(en)가 없습니다", en: "‘{text}’ has no English (en)" },
  },
  *check({ guide }) {
    for (const { kind, path, value } of everything(guide)) {
      if (typeof value !== "object" || value === null || !("ko" in value) || "en" in value)
        continue;
      const text = String(value.ko).replace(/^(.{24}).+$/s, "$1…");
      yield { kind, path, message: "english", with: { text } };
    }
  },
};
