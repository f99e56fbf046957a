import { render } from "preact";
import type { Guide } from "../guide/guide.ts";
import type { Lang } from "../text/words.ts";
import { createConduct } from "./conduct.ts";
import type { Doctor } from "./doctor.ts";
import type { AskWayOut } from "./doctor-local.ts";
import { keepHistory } from "./history.ts";
import { firstModel } from "./state.ts";
import { createStore } from "./store.ts";
import { App } from "./view/app.tsx";

export interface Opening {
  lang: Lang;
  /** Where somebody has seen a symptom already: looking begins at once. */
  symptom?: string | undefined;
  guideHtml: (guide: Guide, lang: Lang) => string;
  /** Where a program stands behind the page. */
  wayOut?: AskWayOut | undefined;
}

/** Opens the page in an element, with whoever looks after the PC. */
export async function openPage(doctor: Doctor, root: HTMLElement, opening: Opening) {
  const { guideHtml, wayOut } = opening;
  const store = createStore(firstModel(opening.lang), soon);
  const conduct = createConduct(doctor, store);
  const opened = conduct.open(opening.symptom);
  // Whoever answers at once is not waited for with a screen of its own.
  await Promise.race([opened, new Promise((done) => setTimeout(done))]);
  root.replaceChildren();
  render(<App store={store} conduct={conduct} guideHtml={guideHtml} wayOut={wayOut} />, root);
  unfoldForPrint();
  keepHistory(store, conduct);
  await opened;
  const { symptom, who } = store.get();
  if (symptom !== null && who?.can.diagnose) await conduct.begin(symptom);
  return { store, conduct };
}

/** With the next picture; in a window that nobody sees there is none, and a timer has to do. */
function soon(work: () => void): void {
  if (document.visibilityState === "visible") requestAnimationFrame(work);
  else setTimeout(work);
}

/** Paper cannot be unfolded: everything is open while it is printed. */
function unfoldForPrint(): void {
  let folded: HTMLDetailsElement[] = [];
  addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll<HTMLDetailsElement>("details:not([open])")];
    for (const each of folded) each.open = true;
  });
  addEventListener("afterprint", () => {
    for (const each of folded) each.open = false;
  });
}
