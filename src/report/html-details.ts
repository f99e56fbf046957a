import { duration } from "../text/fill.ts";
import { say } from "../text/say.ts";
import { type Html, html } from "./escape.ts";
import type { AgeNotes } from "./html-age.ts";
import type { CheckView, Mark, RowView, View } from "./view.ts";

const signs: Record<Mark | "none", string> = { ok: "✓", bad: "✗", unsure: "?", none: "·" };

/** A sign is for the eye only; the words beside it say the same. */
export function sign(mark: Mark | "none"): Html {
  return html`<span aria-hidden="true">${signs[mark]}</span>`;
}

/** Every row and check, folded away. */
export function detailsHtml(shown: View, ages: AgeNotes): Html {
  const { lang, causes, rows, checks } = shown;
  const engineer = causes.map(({ title, engineer }) => html`<li>${title}: ${engineer}</li>`);
  return html`<details class="card">
<summary>${say(lang, "ui.details")}</summary>
${engineer.length > 0 && html`<ul>${engineer}</ul>`}
${rows.length > 0 && rowTable(shown, ages.rows)}
${checks.length > 0 && checkTable(shown, ages.checks)}
</details>
`;
}

function tableOf(lang: View["lang"], caption: string, columns: string[], body: Html[]): Html {
  const title = say(lang, caption);
  const heads = columns.map((key) => html`<th scope="col">${say(lang, key)}</th>`);
  return html`<div class="scroll wide" tabindex="0" role="region" aria-label="${title}"><table>
<caption>${title}</caption>
<thead><tr>${heads}</tr></thead>
<tbody>${body}</tbody>
</table></div>`;
}

function rowTable({ lang, rows }: View, ages: string[]): Html {
  const columns = ["host", "address", "port", "protocol", "verdict", "layers", "reason", "time"];
  const body = rows.map((row, at) => rowHtml(row, ages[at]!, lang));
  return tableOf(
    lang,
    "ui.rows",
    columns.map((column) => `ui.${column}`),
    body,
  );
}

function rowHtml(row: RowView, age: string, lang: View["lang"]): Html {
  const layers = row.layers.map(
    ({ title, mark, words }) =>
      html`<span class="layer ${mark}">${sign(mark)} ${title}<span class="heard">: ${words}</span></span> `,
  );
  const note = !row.documented && html`<div>(${say(lang, "ui.undocumented")})</div>`;
  return html`
<tr><th scope="row" class="whole">${row.host}</th>
<td class="whole">${row.address}${note}${ageHtml(age)}</td><td class="whole">${row.port}</td>
<td class="whole">${row.protocol}</td><td class="${row.mark}">${sign(row.mark)} ${row.verdict}</td>
<td>${layers}</td><td>${row.because.map((reason) => html`<div>${reason}</div>`)}</td>
<td class="whole">${row.ms !== null && duration(row.ms, lang)}</td></tr>`;
}

function checkTable({ lang, checks }: View, ages: string[]): Html {
  const columns = ["ui.kind", "ui.check", "ui.verdict", "ui.reason"];
  return tableOf(
    lang,
    "ui.checks",
    columns,
    checks.map((check, at) => checkHtml(check, ages[at]!)),
  );
}

function checkHtml(check: CheckView, age: string): Html {
  return html`
<tr><td>${check.kind}</td><th scope="row">${check.title}${ageHtml(age)}</th>
<td class="${check.mark}">${sign(check.mark)} ${check.verdict}</td>
<td>${check.because.map((reason) => html`<div>${reason}</div>`)}</td></tr>`;
}

function ageHtml(age: string): Html | false {
  return age !== "" && html`<div>(${age})</div>`;
}
