import { createContext } from "preact";
import { useContext, useMemo } from "preact/hooks";
import type { Guide } from "../../guide/guide.ts";
import { type View, view } from "../../report/view.ts";
import { sayOf } from "../../text/say.ts";
import type { Lang, Values } from "../../text/words.ts";
import type { Conduct } from "../conduct.ts";
import { canHere } from "../course.ts";
import type { AskWayOut } from "../doctor-local.ts";
import type { Model } from "../model.ts";
import type { Store } from "../store.ts";
import type { Judged, State } from "../wire.ts";

/** What every part of the page may use. */
export interface Page {
  model: Model;
  store: Store;
  conduct: Conduct;
  /** The whole guide as HTML that lets nothing through unescaped, its highest heading an `h2`. */
  guideHtml: (guide: Guide, lang: Lang) => string;
  /** Absent where only the page itself could make something of what was found. */
  wayOut: AskWayOut | undefined;
  /** A sentence of `src/text`, with `page.` in front of its key, in the page's language. */
  t(key: string, values?: Values): string;
}

export const PageContext = createContext<Page | null>(null);

export function usePage(): Page {
  const page = useContext(PageContext);
  if (!page) throw new Error("outside of the page");
  return page;
}

export function wordsOf({ lang, guide }: Pick<Model, "lang" | "guide">): Page["t"] {
  return (key, values) => sayOf(guide ?? {}, lang, `page.${key}`, values);
}

/** The page once somebody has answered: guide and whoever stands behind it are known. */
export function useReady(): Page & { guide: Guide; who: State } {
  const page = usePage();
  const { guide, who, judged } = page.model;
  if (!guide || !who) throw new Error("nothing has been opened yet");
  return { ...page, guide, who: { ...who, can: canHere(who.can, judged) } };
}

/** What was found, and in words. */
export function useFound(): { judged: Judged; found: View } | null {
  const { model } = usePage();
  const { judged, guide, lang } = model;
  return useMemo(
    () => (judged && guide ? { judged, found: view(judged.diagnosis, guide, lang) } : null),
    [judged, guide, lang],
  );
}
