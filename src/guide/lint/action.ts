import { actionNeeds } from "../schema/action.ts";
import type { Step } from "../schema/remedy.ts";
import type { LintRule } from "./rule.ts";

/** What a step works on; a step that names any of it does something, others only explain. */
const things = ["sites", "programs", "toolbars", "certificates", "popups", "localNetwork"] as const;
/** Actions that change things which nothing brings back. */
const lasting = ["clear-cache", "reset-browser", "remove-program"];

/** Remedies that promise more than their actions hold, and actions that lack what they work on. */
export const action: LintRule = {
  id: "action",
  title: {
    ko: "조치가 할 수 있다고 한 것과 실제로 할 수 있는 것",
    en: "what a remedy promises to do by itself",
  },
  severity: "error",
  messages: {
    lacks: {
      ko: "‘{action}’에는 단계에 {fields} 가운데 하나가 있어야 합니다",
      en: "‘{action}’ needs one of these in its step: {fields}",
    },
    alone: {
      ko: "‘{id}’는 automatic인데 action이 있는 단계가 없습니다",
      en: "‘{id}’ is automatic and no step of it has an action",
    },
    byHand: {
      ko: "‘{id}’는 automatic인데 이 단계는 사람이 해야 합니다",
      en: "‘{id}’ is automatic and this step is left to a person",
    },
    lasting: {
      ko: "‘{id}’에는 되돌릴 수 없는 ‘{action}’이 있으므로 irreversible에 그 말이 있어야 합니다",
      en: "‘{id}’ has ‘{action}’, which cannot be undone, and must say so under irreversible",
    },
    unpinned: {
      ko: "‘{program}’의 download에 sha256이나 publisher가 없어 설치하지 않습니다",
      en: "‘{program}’ is not installed: its download pins neither sha256 nor publisher",
    },
  },
  *check({ guide }) {
    for (const [i, { id, steps, automatic, irreversible }] of guide.remedies.entries()) {
      const at = ["remedies", i] as const;
      const acting = steps.filter((step) => step.action !== undefined);
      if (automatic && acting.length === 0)
        yield { kind: "remedies", path: [...at, "automatic"], message: "alone", with: { id } };
      const final = acting.find((step) => lasting.includes(step.action!));
      if (final && irreversible === undefined) {
        const gaps = { id, action: final.action! };
        yield { kind: "remedies", path: [...at, "id"], message: "lasting", with: gaps };
      }
      for (const [j, step] of steps.entries()) {
        const path = [...at, "steps", j];
        if (step.action === undefined) {
          const names = automatic && acting.length > 0 && things.some((field) => step[field]);
          if (names) yield { kind: "remedies", path, message: "byHand", with: { id } };
          continue;
        }
        const missing = lacking(step);
        if (missing !== undefined) {
          const gaps = { action: step.action, fields: missing };
          yield { kind: "remedies", path: [...path, "action"], message: "lacks", with: gaps };
        }
        if (step.action !== "install-program") continue;
        for (const program of guide.programs.filter((one) => step.programs?.includes(one.id))) {
          const { download } = program;
          if (download?.sha256 || download?.publisher) continue;
          const gaps = { program: program.id };
          yield { kind: "remedies", path: [...path, "action"], message: "unpinned", with: gaps };
        }
      }
    }
  },
};

/** The fields of which an action needs one, where its step has none of them. */
function lacking(step: Step): string | undefined {
  const fields: readonly (keyof Step)[] = actionNeeds[step.action!];
  if (fields.length === 0 || fields.some((field) => step[field] !== undefined)) return undefined;
  return fields.join(", ");
}
