import { placeholders } from "../template/placeholders.ts";
import { everything } from "./parts.ts";
import type { LintRule } from "./rule.ts";

/** What a new guide says where only its author knows what to say. */
export const placeholder: LintRule = {
  id: "placeholder",
  title: { ko: "아직 쓰지 않은 곳", en: "something still to be written" },
  severity: "warning",
  messages: {
    unwritten: {
      ko: "아직 쓰지 않았습니다: ‘{text}’",
      en: "this is still to be written: ‘{text}’",
    },
  },
  *check({ guide }) {
    let both: string | undefined;
    for (const { kind, path, value } of everything(guide)) {
      if (typeof value !== "string" || !placeholders.some((word) => value.includes(word))) continue;
      // A text in two languages is written once.
      const around = `${kind} ${path.slice(0, -1).join(".")}`;
      const isWords = /^(ko|en)$/.test(String(path.at(-1)));
      if (isWords && around === both) continue;
      both = isWords ? around : undefined;
      yield { kind, path, message: "unwritten", with: { text: value } };
    }
  },
};
