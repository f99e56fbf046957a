import { type Html, html } from "../../escape.ts";
import { button, frame, ink, type Picture, picture, words, wrapped } from "./picture.ts";

const width = 440;
const size = 15;
const lineHeight = 24;

/** A message as the screen shows it: a window, a sign, the words to the letter, and what closes it. */
export function messageWindow(lines: readonly string[], ok: string, alt: string): Picture {
  const shown = lines.flatMap((line) => wrapped(line, width - 90, size));
  const text = Math.max(2, shown.length) * lineHeight;
  const height = 28 + 18 + text + 44;
  const sign = 28 + 18 + 14;
  const body: Html[] = [
    ...frame("", width, height),
    html`<path d="M36 ${sign - 14}l17 29h-34z" fill="#fff" stroke="${ink.text}" stroke-width="2"/>`,
    html`<path d="M36 ${sign - 4}v9m0 3v2.5" stroke="${ink.text}" stroke-width="2.6"/>`,
    ...shown.map((line, at) => words(line, 70, 28 + 34 + at * lineHeight, { size })),
    ...button(ok, { x: width - 102, y: height - 40, w: 86, h: 28 }),
  ];
  return picture(width, height, alt, body);
}
