import { Html, html } from "../../escape.ts";
import { widthOf } from "../../request/widths.ts";

/** A drawing as SVG that needs nothing but a font, and what it shows in words. */
export interface Picture {
  svg: string;
  alt: string;
  /** Four units are a millimetre on paper. */
  width: number;
  height: number;
}

/** Greys that a laser printer keeps apart. */
export const ink = { line: "#5a5a5a", text: "#1a1a1a", bar: "#e4e4e4", field: "#f4f4f4" };

/** The widest that any picture gets: the text of a page beside the number of a step. */
export const mostWidth = 600;

const fonts = "Jochi Gothic, Malgun Gothic, Apple SD Gothic Neo, Noto Sans KR, sans-serif";

/** Half a Korean syllable, of the size of the font; generous, because other fonts are wider. */
const halfWidth = 0.5;

/** How wide a text gets at a size, at most. */
export function textWidth(text: string, size: number): number {
  return widthOf(text) * halfWidth * size;
}

/** One picture from what is drawn in it. White stands behind it, as on the screen it shows. */
export function picture(
  width: number,
  height: number,
  alt: string,
  body: readonly Html[],
): Picture {
  const svg = html`<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="${alt}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="${fonts}"><title>${alt}</title><rect width="${width}" height="${height}" fill="#fff"/>${body}</svg>`;
  return { svg: svg.text, alt, width, height };
}

export interface Written {
  size?: number;
  bold?: boolean;
  middle?: boolean;
  fill?: string;
}

export function words(text: string, x: number, y: number, how: Written = {}): Html {
  const { size = 14, bold = false, middle = false, fill = ink.text } = how;
  const more = new Html(
    (bold ? ' font-weight="700"' : "") + (middle ? ' text-anchor="middle"' : ""),
  );
  return html`<text x="${x}" y="${y}" font-size="${size}" fill="${fill}"${more}>${text}</text>`;
}

export interface Box {
  x: number;
  y: number;
  w: number;
  h: number;
}

export function box({ x, y, w, h }: Box, fill = "#fff", round = 3, line = 1): Html {
  return html`<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="${round}" fill="${fill}" stroke="${ink.line}" stroke-width="${line}"/>`;
}

/** What is pressed, with its place in the order where there are several. */
export function button(label: string, { x, y, w, h }: Box, number?: number): Html[] {
  const middle = x + w / 2;
  return [
    box({ x, y, w, h }, ink.bar, 4, 1.6),
    words(label, middle, y + h / 2 + 5, { middle: true, bold: true }),
    ...(number === undefined
      ? []
      : [
          html`<circle cx="${x}" cy="${y}" r="9" fill="${ink.text}"/>`,
          words(String(number), x, y + 4.5, { size: 12, bold: true, middle: true, fill: "#fff" }),
        ]),
  ];
}

/** A window with its title bar and the cross that closes it. */
export function frame(title: string, w: number, h: number): Html[] {
  return [
    box({ x: 1, y: 1, w: w - 2, h: h - 2 }, "#fff", 5, 1.4),
    html`<path d="M1.7 28v-22a4.5 4.5 0 0 1 4.5-4.3h${w - 12.4}a4.5 4.5 0 0 1 4.5 4.3v22z" fill="${ink.bar}"/>`,
    html`<path d="M1 28h${w - 2}M${w - 22} 9.5l10 10m0-10l-10 10" fill="none" stroke="${ink.line}" stroke-width="1.3"/>`,
    words(fitted(title, w - 50, 13), 12, 20, { size: 13 }),
  ];
}

/** A line of words cut to a width, with … where something is left out. */
export function fitted(text: string, width: number, size: number): string {
  if (textWidth(text, size) <= width) return text;
  const points = [...text];
  while (points.length > 1 && textWidth(`${points.join("")}…`, size) > width) points.pop();
  return `${points.join("")}…`;
}

/** Lines of whole words, each at most so wide; a longer word is broken where it must be. */
export function wrapped(text: string, width: number, size: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/).flatMap((each) => pieces(each, width, size))) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && textWidth(longer, size) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

function pieces(word: string, width: number, size: number): string[] {
  const made: string[] = [];
  let piece = "";
  for (const point of word) {
    if (piece !== "" && textWidth(piece + point, size) > width) {
      made.push(piece);
      piece = "";
    }
    piece += point;
  }
  return [...made, piece];
}
