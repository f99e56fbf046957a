import { type FactPart, facts } from "./parts.ts";
import type { LintRule } from "./rule.ts";

export const reviewBy: LintRule = {
  id: "review-by",
  title: {
    ko: "다시 확인할 날이나 마지막 날이 지난 사실",
    en: "a fact past its day of review or its end",
  },
  severity: "warning",
  messages: {
    due: {
      ko: "{day}까지 다시 확인하기로 했습니다 (이 파일에 {count}곳)",
      en: "was to be verified again by {day} ({count} in this file)",
    },
    expired: {
      ko: "{day}까지만 맞는 내용입니다 (이 파일에 {count}곳)",
      en: "held until {day} only ({count} in this file)",
    },
  },
  *check({ guide, today }) {
    // One line for a file and day, as with days of verification.
    const past = new Map<
      string,
      { fact: FactPart; field: "expires" | "reviewBy"; count: number }
    >();
    for (const fact of facts(guide)) {
      const { reviewBy: review, expires } = fact.value;
      const field = expires !== undefined && today > expires ? "expires" : "reviewBy";
      if (field === "reviewBy" && !(review !== undefined && today > review)) continue;
      const key = `${fact.kind} ${field} ${fact.value[field]}`;
      const known = past.get(key);
      if (known) known.count += 1;
      else past.set(key, { fact, field, count: 1 });
    }
    for (const { fact, field, count } of past.values()) {
      yield {
        kind: fact.kind,
        path: [...fact.path, field],
        message: field === "expires" ? "expired" : "due",
        with: { day: fact.value[field]!, count },
      };
    }
  },
};
