import { svgOf } from "./draw.ts";
import type { Matrix } from "./qr.ts";

/** Every sentence of the sheet, in the language it is written in. */
export interface SheetWords {
  lang: string;
  title: string;
  /** What this is and how it is used, a paragraph each. */
  lead: string[];
  /** What a screen reader says for a code, and what stands under it: `3 / 18`. */
  code(at: number, total: number): string;
  one: string;
  all: string;
  before: string;
  next: string;
  spokenTitle: string;
  spokenHow: string;
  foot: string;
}

export interface SheetContent {
  codes: readonly Matrix[];
  /** The spoken code in groups, each with how it is read out. */
  spoken?: readonly { digits: string; read: string }[];
}

/** Nothing is loaded, run or sent: a sheet of paper. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/**
 * The codes as one HTML page without a script: all of them side by side, or one at a time and as large
 * as the screen. Printed, there are six to a page.
 */
export function sheetHtml({ codes, spoken }: SheetContent, words: SheetWords): string {
  const total = codes.length;
  const links = codes.map((_, at) => `<a href="#code-${at + 1}">${at + 1}</a>`).join("\n");
  const figures = codes.map((code, at) => figure(code, at + 1, total, words)).join("\n");
  return `<!doctype html>
<html lang="${words.lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${safe(words.title)}</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>${safe(words.title)}</h1>
${words.lead.map((text) => `<p>${safe(text)}</p>`).join("\n")}
</header>
<main>
${spoken ? spokenHtml(spoken, words) : ""}${
  total === 0
    ? ""
    : `<nav aria-label="${safe(words.one)}"><p>${safe(words.one)}</p>
${links}
</nav>
<div class="codes">
${figures}
</div>
`
}</main>
<footer><p>${safe(words.foot)}</p></footer>
</body>
</html>
`;
}

function figure(code: Matrix, at: number, total: number, words: SheetWords): string {
  const step = (to: number, text: string) =>
    to >= 1 && to <= total ? `<a href="#code-${to}">${safe(text)}</a>` : "<span></span>";
  return `<figure id="code-${at}">
${svgOf(code, words.code(at, total))}
<figcaption>${safe(words.code(at, total))}</figcaption>
<div class="steps">${step(at - 1, words.before)}<a href="#">${safe(words.all)}</a>${step(at + 1, words.next)}</div>
</figure>`;
}

function spokenHtml(groups: readonly { digits: string; read: string }[], words: SheetWords) {
  const items = groups.map(
    ({ digits, read }) => `<li><strong>${safe(digits)}</strong><span>${safe(read)}</span></li>`,
  );
  return `<section aria-labelledby="spoken">
<h2 id="spoken">${safe(words.spokenTitle)}</h2>
<ol class="spoken">${items.join("")}</ol>
<p>${safe(words.spokenHow)}</p>
</section>
`;
}

function safe(text: string): string {
  const names: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  return text.replace(/[&<>"]/g, (mark) => names[mark]!);
}

/** Always dark on light, whatever the system's scheme: some readers know no other. */
const style = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body {
  margin: 0 auto; max-width: 60rem; padding: 1rem; background: #fff; color: #1b2126; line-height: 1.6;
  font-family: "Pretendard GOV", Pretendard, "Malgun Gothic", "Apple SD Gothic Neo",
    "Noto Sans KR", NanumGothic, sans-serif;
  word-break: keep-all; overflow-wrap: anywhere;
}
h1 { font-size: 1.45rem; margin: 0 0 .5rem; }
h2 { font-size: 1.1rem; margin: 0 0 .5rem; }
p { margin: 0 0 .5rem; }
a { color: #0b4f9e; }
a:focus-visible { outline: 3px solid #0b4f9e; outline-offset: 2px; }
section { border: 1px solid #d5dbe1; border-radius: .75rem; padding: 1rem 1.25rem; margin: 1rem 0; }
.spoken { list-style: none; margin: 0 0 .5rem; padding: 0; display: flex; flex-wrap: wrap; gap: .75rem 1.5rem; }
.spoken strong { display: block; font-size: 1.6rem; letter-spacing: .08em; font-variant-numeric: tabular-nums; }
.spoken span { color: #56616b; }
nav { margin: 1rem 0; }
nav a {
  display: inline-block; min-width: 2.75rem; padding: .5rem; margin: 0 .15rem .35rem 0; text-align: center;
  border: 1px solid #aab5bf; border-radius: .4rem; text-decoration: none;
}
.codes { display: grid; grid-template-columns: repeat(auto-fill, minmax(17rem, 1fr)); gap: 1rem; }
figure { margin: 0; text-align: center; background: #fff; }
figure svg { display: block; width: 100%; height: auto; }
figcaption { font-size: 1.1rem; font-weight: 700; font-variant-numeric: tabular-nums; }
.steps { display: none; }
figure:target { position: fixed; inset: 0; z-index: 1; padding: .5rem; overflow: auto; }
figure:target svg { width: min(100%, calc(100vh - 7.5rem)); margin: 0 auto; }
figure:target .steps { display: flex; justify-content: space-between; max-width: 34rem; margin: .5rem auto; }
.steps a { padding: .6rem 1rem; border: 1px solid #aab5bf; border-radius: .4rem; text-decoration: none; }
.steps span { min-width: 5rem; }
footer { margin-top: 1rem; color: #56616b; font-size: .9rem; }
@media print {
  @page { size: A4; margin: 12mm; }
  body { padding: 0; max-width: none; font-size: 10pt; }
  nav, .steps, figure:target .steps { display: none; }
  figure:target { position: static; padding: 0; overflow: visible; }
  figure:target svg { width: 100%; }
  .codes { display: block; font-size: 0; text-align: center; orphans: 1; widows: 1; }
  figure { display: inline-block; width: 80mm; margin: 0 4mm; font-size: 10pt; break-inside: avoid; }
  section { border-color: #000; break-inside: avoid; }
}
`;
