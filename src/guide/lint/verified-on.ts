import { isOld } from "../age.ts";
import { type FactPart, facts } from "./parts.ts";
import type { Breach, LintRule } from "./rule.ts";

export const verifiedOn: LintRule = {
  id: "verified-on",
  title: { ko: "오래전에 확인된 사실", en: "a fact verified long ago, or never" },
  severity: "warning",
  messages: {
    missing: {
      ko: "언제 확인했는지 verifiedOn이 없습니다",
      en: "no verifiedOn says when this was last true",
    },
    old: {
      ko: "{day}에 확인하고 1년이 넘었습니다 (이 파일에 {count}곳)",
      en: "verified on {day}, more than a year ago ({count} in this file)",
    },
    future: {
      ko: "verifiedOn {day}은(는) 아직 오지 않은 날입니다",
      en: "verifiedOn {day} is still to come",
    },
  },
  *check({ guide, today }) {
    // One line for a file and day: an edition of one day would otherwise fill a screen with it.
    const old = new Map<string, { first: FactPart; day: string; count: number }>();
    for (const fact of facts(guide)) {
      if (!fact.dated) continue;
      const { verifiedOn: day, reviewBy } = fact.value;
      if (!day) yield { kind: fact.kind, path: fact.path, message: "missing" };
      else if (day > today) yield dated(fact, "future", { day });
      else if (reviewBy === undefined && isOld(day, today)) {
        const key = `${fact.kind} ${day}`;
        const known = old.get(key);
        if (known) known.count += 1;
        else old.set(key, { first: fact, day, count: 1 });
      }
    }
    for (const { first, day, count } of old.values()) yield dated(first, "old", { day, count });
  },
};

function dated(fact: FactPart, message: string, gaps: NonNullable<Breach["with"]>): Breach {
  return { kind: fact.kind, path: [...fact.path, "verifiedOn"], message, with: gaps };
}
