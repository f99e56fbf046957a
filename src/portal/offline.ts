import "./older.ts";
import type { Guide } from "../guide/guide.ts";
import { unpack } from "../report/guide/packed.ts";
import { saidBy } from "../report/guide/said.ts";
import type { Lang } from "../text/words.ts";
import { browserDoctor } from "./doctor-browser.ts";
import { entryOf } from "./entry.ts";
import { file } from "./file.ts";
import { openPage } from "./open.tsx";

/**
 * The page as one file: guide, engine and all words are in it. Its first script has put the guide
 * out of sight where this one can run; where it cannot, the guide stays as it stands in the file.
 */
if (document.documentElement.className === "starting") open();

function open(): void {
  const root = document.getElementById("page")!;
  const said = [...saidBy(root.innerHTML), ...file.words.verdicts.split(" ")];
  // An extension or a translator has been here first: nothing can be read out of the guide any more.
  if (said.join("").length !== file.said) return;
  const guide = unpack(file.guide, said) as Guide;
  const { version, clock, probe } = file;
  const printed = (lang: Lang) => guideIn(root.querySelector(`.plain[lang=${lang}]`)!);
  const html = { ko: printed("ko"), en: printed("en") };
  const { symptom, lang = "ko" } = entryOf(location.hash);
  const doctor = browserDoctor({ version, guide, clock, probe }, window);
  void openPage(doctor, root, { lang, symptom, guideHtml: (_guide, wanted) => html[wanted]() });
  document.documentElement.className = "";
}

/**
 * The guide as it stands in the file, without what only somebody without a script needs to read, and
 * with each heading a level lower: the screen that shows it has one of its own. Read when asked for.
 */
function guideIn(element: Element): () => string {
  return () =>
    [...element.children]
      .filter((child) => !child.matches(".about, .other"))
      .map((child) => child.outerHTML)
      .join("\n")
      .replace(
        /(<\/?h)([1-5])\b/g,
        (_all, tag: string, level: string) => tag + (Number(level) + 1),
      );
}
