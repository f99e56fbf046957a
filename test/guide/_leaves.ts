import type { Guide } from "../../src/guide/guide.ts";
import { loadGuide } from "../../src/guide/load.ts";
import { type DataPath, valueAt } from "../../src/guide/value.ts";

/** The printed guide with something in each of the lists that it leaves empty. */
export function fullGuide(): Guide {
  const grounds = { basis: "expert-estimate" as const, verifiedOn: "2026-11-01" };
  const text = (ko: string, en: string) => ({ ko, en });
  return {
    ...structuredClone(loadGuide("bankpay-transfer@2018.11", { cache: false })),
    replaces: "2015",
    openQuestions: [
      {
        id: "which-host",
        text: text("어느 서버인가요", "Which host is it?"),
        asks: text("제공사", "the provider"),
        about: ["pg-bankpay-or-kr", "tcp.drop"],
        since: "2026-11-01",
      },
    ],
    retry: [{ minutes: 3, ...grounds }],
    likelihoods: [
      { cause: "tcp.drop", weight: 4, ...grounds },
      { cause: "tcp.drop", symptom: "window-does-not-open", weight: 2, ...grounds },
    ],
    efforts: [
      {
        remedy: "trusted-sites",
        disruption: 1,
        ends: [{ cause: "tcp.drop", chance: 0.5 }],
        ...grounds,
      },
    ],
    dialogues: [{ id: "options", title: text("옵션", "Options"), minutes: 1, ...grounds }],
    questions: [
      {
        id: "others-too",
        text: text("다른 사람도 그런가요", "Do others see it, too?"),
        minutes: 1,
        answers: [
          { id: "yes", text: text("예", "Yes") },
          { id: "no", text: text("아니요", "No") },
        ],
        where: [{ causes: ["tcp.drop"], chances: [0.9, 0.1] }],
        otherwise: [0.1, 0.9],
        ...grounds,
      },
    ],
  };
}

/** The path of every text, number and switch of a guide. */
export function leavesOf(value: unknown, path: DataPath = []): DataPath[] {
  if (typeof value !== "object" || value === null) return [path];
  const list = Array.isArray(value);
  return Object.entries(value).flatMap(([key, inner]) =>
    leavesOf(inner, [...path, list ? Number(key) : key]),
  );
}

/** A copy in which one value is another one of its kind, or gone where `gone` says so. */
export function mutated(guide: Guide, path: DataPath, gone = false): Guide {
  const copy = structuredClone(guide);
  const parent = valueAt(copy, path.slice(0, -1)) as Record<string | number, unknown>;
  const [last, old] = [path.at(-1)!, valueAt(copy, path)];
  if (!gone) parent[last] = otherThan(old);
  else if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else delete parent[last];
  return copy;
}

function otherThan(value: unknown): unknown {
  if (typeof value === "boolean") return !value;
  if (typeof value === "number") return value + 1;
  const text = String(value);
  return /^\d{4}-\d{2}-\d{2}$/.test(text)
    ? `${Number(text.slice(0, 4)) + 1}${text.slice(4)}`
    : `${text}x`;
}
