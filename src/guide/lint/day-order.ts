import { type FactPart, facts } from "./parts.ts";
import type { Breach, LintRule } from "./rule.ts";

export const dayOrder: LintRule = {
  id: "day-order",
  title: { ko: "앞뒤가 맞지 않는 날짜", en: "days in an impossible order" },
  severity: "error",
  messages: {
    review: {
      ko: "reviewBy {day}이(가) 확인한 날({verified})보다 앞섭니다",
      en: "reviewBy {day} is before the day of verification, {verified}",
    },
    end: {
      ko: "expires {day}이(가) 확인한 날({verified})보다 앞섭니다",
      en: "expires {day} is before the day of verification, {verified}",
    },
    late: {
      ko: "reviewBy {day}이(가) 마지막 날({end})보다 늦습니다",
      en: "reviewBy {day} is after its last day, {end}",
    },
  },
  *check({ guide }) {
    for (const fact of facts(guide)) {
      const { verifiedOn: verified, reviewBy, expires } = fact.value;
      if (verified !== undefined && reviewBy !== undefined && reviewBy < verified)
        yield at(fact, "reviewBy", "review", { day: reviewBy, verified });
      if (verified !== undefined && expires !== undefined && expires < verified)
        yield at(fact, "expires", "end", { day: expires, verified });
      if (reviewBy !== undefined && expires !== undefined && reviewBy > expires)
        yield at(fact, "reviewBy", "late", { day: reviewBy, end: expires });
    }
  },
};

function at(
  { kind, path }: FactPart,
  field: string,
  message: string,
  gaps: Record<string, string>,
): Breach {
  return { kind, path: [...path, field], message, with: gaps };
}
