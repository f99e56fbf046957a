import { type Html, html } from "../../escape.ts";
import { box, button, ink, type Picture, picture, textWidth, words, wrapped } from "./picture.ts";

const width = 560;
const size = 13;

/** A browser with an address typed into its bar, and what is pressed then. */
export function addressBar(address: string, buttons: readonly string[], alt: string): Picture {
  const lines = wrapped(address, width - 70, size);
  const bar = lines.length * 18 + 10;
  const height = 14 + bar + (buttons.length > 0 ? 48 : 12);
  let x = width - 14;
  const placed = buttons.toReversed().map((label) => {
    const w = Math.max(72, Math.ceil(textWidth(label, size)) + 28);
    x -= w + 14;
    return { label, box: { x, y: height - 40, w, h: 28 } };
  });
  const body: Html[] = [
    box({ x: 1, y: 1, w: width - 2, h: height - 2 }, "#fff", 5, 1.4),
    html`<path d="M24 ${14 + bar / 2 - 6}l-7 6l7 6" fill="none" stroke="${ink.line}" stroke-width="2"/>`,
    box({ x: 36, y: 10, w: width - 50, h: bar }, ink.field, Math.min(13, bar / 2), 1.4),
    ...lines.map((line, at) => words(line, 48, 29 + at * 18, { size })),
    ...placed.flatMap((each) => button(each.label, each.box)),
  ];
  return picture(width, height, alt, body);
}
