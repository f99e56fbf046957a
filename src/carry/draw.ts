import { type Matrix, margin } from "./qr.ts";

/** A code as an SVG picture that scales to any size; `label` is what a screen reader says. */
export function svgOf(matrix: Matrix, label: string): string {
  const side = sideOf(matrix);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" role="img" aria-label="${escaped(label)}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${side}v${side}H0z"/><path d="${pathOf(matrix)}"/></svg>`;
}

/** How many modules a code's picture has along a side, with its margin: what `pathOf` is drawn in. */
export function sideOf(matrix: Matrix): number {
  return matrix.length + 2 * margin;
}

/** An SVG path of the dark modules: one rectangle for every run of them in a row. */
export function pathOf(matrix: Matrix): string {
  let path = "";
  for (const [y, row] of matrix.entries()) {
    for (let x = 0; x < row.length; x += 1) {
      if (!row[x]) continue;
      const from = x;
      while (row[x + 1]) x += 1;
      const length = x + 1 - from;
      path += `M${from + margin} ${y + margin}h${length}v1h-${length}z`;
    }
  }
  return path;
}

/**
 * A code for a terminal: two rows of modules in one line of half blocks, light modules drawn, so that
 * it is dark on light on the usual dark terminal. A light terminal shows it inverted, which phones
 * read too.
 */
export function terminalOf(matrix: Matrix): string {
  const side = sideOf(matrix);
  const isLight = (x: number, y: number) => !matrix[y - margin]?.[x - margin] && y < side;
  const lines: string[] = [];
  for (let y = 0; y < side; y += 2) {
    let line = "";
    for (let x = 0; x < side; x += 1) {
      const [upper, lower] = [isLight(x, y), isLight(x, y + 1)];
      line += upper ? (lower ? "█" : "▀") : lower ? "▄" : " ";
    }
    lines.push(line.trimEnd());
  }
  return `${lines.join("\n")}\n`;
}

function escaped(text: string): string {
  const names: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  return text.replace(/[&<>"]/g, (mark) => names[mark]!);
}
