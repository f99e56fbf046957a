import { say } from "../text/say.ts";
import type { Mark, View } from "./view.ts";

export const signs: Record<Mark | "none", string> = { ok: "✓", bad: "✗", unsure: "?", none: "·" };
const colours: Record<string, number> = { ok: 32, bad: 31, unsure: 33, strong: 1, faint: 2 };

/** Everything a section needs to lay itself out. */
export interface Page {
  view: View;
  columns: number;
  paint: (style: string, text: string) => string;
}

export function pageOf(view: View, columns: number, colour: boolean): Page {
  return {
    view,
    columns: Math.max(40, Math.min(columns, 100)),
    paint: (style, text) => {
      const code = colour ? colours[style] : undefined;
      return code === undefined ? text : `\u001b[${code}m${text}\u001b[0m`;
    },
  };
}

export function heading({ view: { lang }, paint }: Page, key: string): string {
  return paint("strong", `■ ${say(lang, key)}`);
}
