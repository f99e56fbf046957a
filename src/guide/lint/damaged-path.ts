import { everything } from "./parts.ts";
import { damagedPart } from "./paths.ts";
import type { LintRule } from "./rule.ts";

export const damagedPath: LintRule = {
  id: "damaged-path",
  title: { ko: "망가진 경로", en: "a damaged path" },
  severity: "error",
  messages: {
    damaged: {
      ko: "‘{part}’ 자리에서 \\가 ₩나 W로 바뀐 경로입니다: {path}",
      en: "a backslash turned into ₩ or W at ‘{part}’: {path}",
    },
  },
  *check({ guide }) {
    for (const { kind, path, value } of everything(guide)) {
      if (typeof value !== "string" || path.at(-1) === "printed") continue;
      const part = damagedPart(value);
      if (part === undefined) continue;
      yield { kind, path, message: "damaged", with: { part, path: value } };
    }
  },
};
