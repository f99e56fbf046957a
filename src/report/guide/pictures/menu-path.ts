import { type Html, html } from "../../escape.ts";
import { box, fitted, ink, mostWidth, type Picture, picture, textWidth, words } from "./picture.ts";

const size = 14;
const height = 30;
const gap = 26;
const lineHeight = 42;

/** The way through a menu as a chain of chips, the program first; it goes on in a new line where it must. */
export function menuPath(app: string | undefined, menu: readonly string[], alt: string): Picture {
  const chips = [...(app === undefined ? [] : [app]), ...menu];
  const body: Html[] = [];
  let [x, y, widest] = [1, 6, 0];
  for (const [at, chip] of chips.entries()) {
    const label = fitted(chip, mostWidth - 80, size);
    const w = Math.ceil(textWidth(label, size)) + 24;
    if (x > 1 && x + w > mostWidth) [x, y] = [gap, y + lineHeight];
    if (at > 0) body.push(arrow(x - gap / 2, y + height / 2));
    const isProgram = at === 0 && app !== undefined;
    body.push(
      box({ x, y, w, h: height }, isProgram ? ink.bar : "#fff", isProgram ? 4 : 15, 1.4),
      words(label, x + w / 2, y + height / 2 + 5, { middle: true, bold: !isProgram, size }),
    );
    widest = Math.max(widest, x + w);
    x += w + gap;
  }
  return picture(widest + 2, y + height + 6, alt, body);
}

function arrow(x: number, y: number): Html {
  return html`<path d="M${x - 4} ${y - 6}l7 6l-7 6" fill="none" stroke="${ink.line}" stroke-width="2"/>`;
}
