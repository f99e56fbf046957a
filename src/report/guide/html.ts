import { say } from "../../text/say.ts";
import { Html, html } from "../escape.ts";
import type { Block, Cell, GuideDocument, Section } from "./document.ts";

/**
 * The document as HTML that any browser since Internet Explorer 6 shows and prints: no script, only
 * elements of HTML 4. Headings begin at the level given.
 */
export function documentHtml(document: GuideDocument, level = 1): Html {
  const { title, lead, sections } = document;
  return html`${heading(level, title, "guide")}
${lead.map((line) => html`<p class="lead">${line}</p>\n`)}
${contents(document)}
${sections.map((section) => sectionHtml(section, level + 1))}`;
}

function contents({ lang, sections }: GuideDocument): Html {
  const items = sections.map(
    ({ id, title }) => html`<li><a href="#guide-${id}">${title}</a></li>\n`,
  );
  return html`<div class="contents"><p><b>${say(lang, "guide.contents")}</b></p>
<ul>${items}</ul></div>`;
}

const deepest = 6;

function heading(level: number, text: string, id: string): Html {
  const tag = new Html(`h${Math.min(level, deepest)}`);
  return html`<${tag} id="${id}">${text}</${tag}>`;
}

function sectionHtml({ id, title, blocks, sections }: Section, level: number): Html {
  return html`<div class="part part${level}">
${heading(level, title, `guide-${id}`)}
${blocks.map(blockHtml)}${sections.map((section) => sectionHtml(section, level + 1))}</div>
`;
}

function blockHtml(block: Block): Html {
  switch (block.kind) {
    case "text":
      return html`<p>${block.text}</p>\n`;
    case "warning":
      return html`<p class="warning"><b>!</b> ${block.text}</p>\n`;
    case "screen":
      return html`<blockquote class="screen"${spoken(block.lines)}><p>${lines(block.lines)}</p></blockquote>\n`;
    case "list":
      return html`<ul>${block.items.map((item) => html`<li>${item}</li>\n`)}</ul>\n`;
    case "facts":
      return html`<dl>${block.facts.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>\n`)}</dl>\n`;
    case "links":
      return html`<p class="links">${block.label}</p><ul>${block.links.map(
        ({ to, text }) => html`<li><a href="#guide-${to}">${text}</a></li>\n`,
      )}</ul>\n`;
    case "steps":
      return html`<ol>${block.steps.map(
        ({ text, exact }) =>
          html`<li>${text}${exact.length > 0 && html`<ul class="exact">${exact.map((each) => html`<li><code>${each}</code></li>`)}</ul>`}</li>\n`,
      )}</ol>\n`;
    case "table":
      return tableHtml(block);
  }
}

/** Messages stand as they are on Korean screens, and are to be read out in Korean. */
function spoken(content: readonly string[]): Html {
  return content.some((line) => /[가-힣]/.test(line)) ? html` lang="ko"` : html``;
}

function tableHtml({ caption, head, rows }: Extract<Block, { kind: "table" }>): Html {
  // It may be wider than a window: the keyboard reaches it to scroll.
  return html`<table tabindex="0" border="1" cellspacing="0" cellpadding="6">
${
  caption !== "" &&
  html`<caption>${caption}</caption>
`
}<thead><tr>${head.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>
${rows.map((row) => html`<tr>${row.map(cellHtml)}</tr>\n`)}</tbody>
</table>
`;
}

function cellHtml({ lines: content, span = 1 }: Cell): Html {
  const rows = span > 1 ? html` rowspan="${span}"` : html``;
  return html`<td${rows}>${lines(content)}</td>`;
}

function lines(content: readonly string[]): Html[] {
  return content.map((line, at) => (at === 0 ? html`${line}` : html`<br>${line}`));
}
