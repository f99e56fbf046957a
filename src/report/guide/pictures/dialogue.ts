import type { Html } from "../../escape.ts";
import { html } from "../../escape.ts";
import {
  box,
  button,
  fitted,
  frame,
  ink,
  type Picture,
  picture,
  textWidth,
  words,
} from "./picture.ts";

/** A window in which something is chosen, typed and pressed. */
export interface Dialogue {
  title: string;
  /** Options and captions to look for; the one to choose is marked. */
  labels: readonly string[];
  /** What is typed, or chosen from a list. */
  entries: readonly string[];
  /** In the order in which they are pressed. */
  buttons: readonly string[];
}

const width = 480;
const size = 14;
const rowHeight = 30;
const edge = 18;

/** A settings window or a step of an assistant; several buttons have the numbers of their order. */
export function dialogue({ title, labels, entries, buttons }: Dialogue, alt: string): Picture {
  const body: Html[] = [];
  let y = 28 + 14;
  for (const label of labels) {
    body.push(
      html`<circle cx="${edge + 8}" cy="${y + 10}" r="7" fill="#fff" stroke="${ink.text}" stroke-width="1.4"/>`,
      html`<circle cx="${edge + 8}" cy="${y + 10}" r="3.6" fill="${ink.text}"/>`,
      words(fitted(label, width - 70, size), edge + 26, y + 15, { size, bold: true }),
    );
    y += rowHeight;
  }
  for (const entry of entries) {
    body.push(
      box({ x: edge, y, w: width - 2 * edge, h: rowHeight - 4 }, ink.field, 2),
      words(fitted(entry, width - 2 * edge - 20, size), edge + 10, y + 18, { size }),
    );
    y += rowHeight;
  }
  if (labels.length + entries.length > 0) y += 8;
  const rows = rowsOf(buttons);
  for (const row of rows) {
    let x = width - edge - row.reduce((sum, { w }) => sum + w + 16, -16);
    for (const { label, w, number } of row) {
      body.push(
        ...button(label, { x, y, w, h: rowHeight }, buttons.length > 1 ? number : undefined),
      );
      x += w + 16;
    }
    y += rowHeight + 10;
  }
  const height = y + 6;
  return picture(width, height, alt, [...frame(title, width, height), ...body]);
}

interface Placed {
  label: string;
  w: number;
  number: number;
}

function rowsOf(buttons: readonly string[]): Placed[][] {
  const rows: Placed[][] = [];
  let used = 0;
  for (const [at, each] of buttons.entries()) {
    const label = fitted(each, width - 2 * edge - 30, size);
    const w = Math.max(72, Math.ceil(textWidth(label, size)) + 28);
    if (rows.length === 0 || used + w > width - 2 * edge) {
      rows.push([]);
      used = 0;
    }
    rows.at(-1)!.push({ label, w, number: at + 1 });
    used += w + 16;
  }
  return rows;
}
