import { say } from "../../../text/say.ts";
import { Html, html } from "../../escape.ts";
import type { Cell } from "../document.ts";
import type { Picture } from "../pictures/picture.ts";
import { style } from "./html-style.ts";
import type { Part, PartBlock, PartStep, Publication } from "./publication.ts";

/**
 * One file that needs nothing else, to read and to print. No script; its policy names the only style by
 * its hash, so nothing can be loaded, run or sent.
 *
 * @param sha256 of a text in base64, as a policy names it
 */
export function publicationHtml(
  { lang, title, cover, made, parts }: Publication,
  sha256: (text: string) => string,
): string {
  const policy = `default-src 'none'; style-src 'sha256-${sha256(style)}'; base-uri 'none'; form-action 'none'`;
  return html`<!DOCTYPE html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Html(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${new Html(style)}</style>
</head>
<body>
<a class="skip" href="#text">${say(lang, "ui.skip")}</a>
<header>
<h1>${title}</h1>
${facts(cover)}<p>${made}</p>
</header>
<nav aria-labelledby="contents">
<h2 id="contents">${say(lang, "guide.contents")}</h2>
${contents(parts)}</nav>
<main id="text">
${parts.map((part) => partHtml(part, 2))}</main>
<footer><p>${made}</p></footer>
</body>
</html>
`.text;
}

function contents(parts: readonly Part[]): Html {
  return html`<ol>
${parts.map(
  (part) => html`<li><a href="#${idOf(part)}">${part.title}</a>${
    part.parts.length > 0 && contents(part.parts.map((own) => ({ ...own, parts: [] })))
  }</li>
`,
)}</ol>
`;
}

/** Apart from the ids of the page's own. */
const idOf = ({ id }: { id: string }) => `part-${id}`;

const deepest = 6;

function partHtml(part: Part, level: number): Html {
  const tag = new Html(`h${Math.min(level, deepest)}`);
  return html`<section>
<${tag} id="${idOf(part)}">${part.title}</${tag}>
${part.blocks.map(blockHtml)}${part.parts.map((own) => partHtml(own, level + 1))}</section>
`;
}

function blockHtml(block: PartBlock): Html {
  switch (block.kind) {
    case "text":
      return html`<p>${block.text}</p>\n`;
    case "warning":
      return html`<p class="warning"><strong>!</strong> ${block.text}</p>\n`;
    case "note":
      return html`<div class="note">${block.lines.map((line) => html`<p>${line}</p>`)}</div>\n`;
    case "screen":
      return block.picture
        ? drawing(block.picture)
        : html`<blockquote><p>${lines(block.lines)}</p></blockquote>\n`;
    case "list":
      return html`<ul>${block.items.map((item) => html`<li>${item}</li>\n`)}</ul>\n`;
    case "facts":
      return facts(block.facts);
    case "links":
      return html`${block.label !== "" && html`<p class="links">${block.label}</p>\n`}<ul>${block.links.map(
        ({ to, text }) =>
          html`<li>${to === undefined ? text : html`<a href="#${idOf({ id: to })}">${text}</a>`}</li>\n`,
      )}</ul>\n`;
    case "steps":
      return html`<ol class="steps">\n${block.steps.map(stepHtml)}</ol>\n`;
    case "table":
      return tableHtml(block);
  }
}

/** As it was drawn, by code that escapes whatever stands in it. */
function drawing({ svg }: Picture): Html {
  return html`<div>${new Html(svg)}</div>\n`;
}

function facts(list: readonly [string, string][]): Html {
  return html`<dl>${list.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>\n`)}</dl>\n`;
}

function stepHtml({ text, exact, pictures }: PartStep): Html {
  const needed =
    exact.length > 0 &&
    html`<ul class="exact">${exact.map((each) => html`<li><code>${each}</code></li>`)}</ul>\n`;
  return html`<li><p>${text}</p>\n${needed}${pictures.map(drawing)}</li>\n`;
}

function tableHtml({ caption, head, rows }: Extract<PartBlock, { kind: "table" }>): Html {
  // It may be wider than a window: the keyboard reaches it to scroll, and has to know what it is.
  return html`<div class="scroll" role="group" tabindex="0" aria-label="${caption || head.join(", ")}"><table>
${caption !== "" && html`<caption>${caption}</caption>\n`}<thead><tr>${head.map(
    (name) => html`<th scope="col">${name}</th>`,
  )}</tr></thead>
<tbody>
${rows.map((row) => html`<tr>${row.map(cellHtml)}</tr>\n`)}</tbody>
</table></div>
`;
}

function cellHtml({ lines: content, span = 1 }: Cell): Html {
  const rows = span > 1 ? html` rowspan="${span}"` : html``;
  return html`<td${rows}>${lines(content)}</td>`;
}

function lines(content: readonly string[]): Html[] {
  return content.map((line, at) => (at === 0 ? html`${line}` : html`<br>${line}`));
}
