import type { Browser } from "../evidence/pc-outcome.ts";
import type { Reason } from "../evidence/report.ts";
import type { Guide } from "../guide/guide.ts";
import { browserNames } from "../text/browsers.ts";
import type { Question } from "./wire.ts";

/** By this answer the person lets a small window be opened. */
export const popupTest = "popup-test";
export const sameBrowser = "same-browser";

const answersOf = (...ids: string[]): Question["answers"] =>
  ids.map((id) => ({ id, text: { key: `page.answer.${id}` } }));

/**
 * What a page has to ask because it cannot see it. "I don't know" is an answer like any other.
 *
 * @param now the PC's clock as it shows it
 */
export function questionsFor(guide: Guide, browser: Browser | undefined, now: Date): Question[] {
  const ask = (id: string, key: string, given?: Reason["with"]): Question => ({
    id,
    text: { key: `page.ask.${key}`, ...(given && { with: given }) },
    answers: answersOf("yes", "no", "unknown"),
  });
  const popups = guide.popups.length > 0;
  return [
    ...(popups
      ? [
          {
            id: popupTest,
            text: { key: `page.ask.${popupTest}` },
            answers: answersOf("yes", "no"),
          },
          ask("popup-mark", guide.words?.button ? "popup-mark" : "popup-sign"),
        ]
      : []),
    ...(browser && guide.browsers.length > 0
      ? [
          ask(sameBrowser, sameBrowser, {
            browser: browserNames(`${browser.id} ${browser.version}`, "en"),
          }),
        ]
      : []),
    ask("clock", "clock", { time: shown(now) }),
    ...guide.programs
      .filter(({ required }) => required)
      .map(({ id }) => ask(`program:${id}`, "program", { name: id })),
  ];
}

/** In the PC's own zone, for it is compared with what the PC shows. */
function shown(now: Date): string {
  const two = (value: number) => `${value}`.padStart(2, "0");
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  return `${day} ${two(now.getHours())}:${two(now.getMinutes())}`;
}
