import type { Diagnosis } from "../evidence/report.ts";
import type { Guide } from "../guide/guide.ts";
import { say, sayOf } from "../text/say.ts";
import type { Lang } from "../text/words.ts";
import { Html, html } from "./escape.ts";
import { handovers } from "./handover.ts";
import { ageNotes } from "./html-age.ts";
import { detailsHtml, sign } from "./html-details.ts";
import { style } from "./html-style.ts";
import type { TaskView } from "./tasks.ts";
import { type Mark, type View, view } from "./view.ts";

/** Nothing may be loaded, run or sent: the page is a sheet of paper. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** The report as one file that needs nothing else: read, printed, mailed, kept. */
export function reportHtml(diagnosis: Diagnosis, guide: Guide, lang: Lang): string {
  const shown = view(diagnosis, guide, lang);
  const page = html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${sayOf(guide, lang, "ui.title")}: ${shown.headline}</title>
<style>${new Html(style)}</style>
</head>
<body>
<a class="skip" href="#result">${say(lang, "ui.skip")}</a>
<header><p>${sayOf(guide, lang, "ui.title")} · ${shown.guideTitle}</p></header>
<main id="result">
${verdict(shown)}${causes(shown)}${question(shown)}${todo(shown)}${messages(shown)}${why(shown)}${tests(shown)}
${map(shown)}${detailsHtml(shown, ageNotes(diagnosis, guide, lang))}</main>
${foot(shown)}</body>
</html>
`;
  return page.text;
}

function section(title: string, id: string, content: Html): Html {
  return html`<section aria-labelledby="${id}">
<h2 id="${id}">${title}</h2>
${content}
</section>
`;
}

function list(items: readonly (string | Html)[]): Html {
  return html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`;
}

function verdict({ status, headline, lead, unseen, healthyAgain }: View): Html {
  const mark: Mark = status === "healthy" ? "ok" : status === "found" ? "bad" : "unsure";
  return html`<div class="verdict ${mark}">
<h1>${sign(mark)} ${headline}</h1>
<p>${lead}</p>
${status === "healthy" && [...unseen, healthyAgain].map((text) => html`<p>${text}</p>`)}
</div>
`;
}

/** Only where there is more than the headline already says. */
function causes({ lang, causes: all }: View): Html | undefined {
  if (all.length < 2) return undefined;
  const items = all.map(
    (cause) => html`<li><h3>${cause.title} (${cause.certaintyWords})</h3>
<div>${cause.payer}</div>
<p class="meta">${say(lang, "ui.owner")}: ${cause.ownerWords}</p></li>`,
  );
  return section(say(lang, "ui.causes"), "causes", html`<ol class="tasks">${items}</ol>`);
}

function question({ lang, ask }: View): Html | undefined {
  if (!ask) return undefined;
  const answers = ask.answers.map(
    ({ id, text }) => html`<li>${text} <code>--answer ${ask.id}=${id}</code></li>`,
  );
  const body = html`<p><strong>${ask.text}</strong></p>
${ask.how !== undefined && html`<p>${ask.how}</p>`}
${ask.why.map((reason) => html`<p>${reason}</p>`)}
<ul>${answers}</ul>
<p class="meta">${say(lang, "ui.ask.how")}</p>`;
  return section(say(lang, "ui.ask"), "ask", body);
}

function todo({ lang, tasks }: View): Html | undefined {
  if (tasks.length === 0) return undefined;
  const items = tasks.map((each) => task(each, lang));
  return section(say(lang, "ui.todo"), "todo", html`<ol class="tasks">${items}</ol>`);
}

function task(each: TaskView, lang: Lang): Html {
  const notes = [
    each.ownerWords,
    ...(each.minutes !== undefined ? [say(lang, "ui.minutes", { minutes: each.minutes })] : []),
  ];
  const note = (key: string, text: string) =>
    html`<p class="warning"><strong>${say(lang, key)}:</strong> ${text}</p>`;
  return html`<li><h3>${each.title}</h3>
<p class="meta">${notes.join(" · ")}</p>${each.why !== undefined && html`\n<p>${each.why}</p>`}
${each.warnings.map((text) => note("ui.warning", text))}
${each.irreversible !== undefined && note("ui.irreversible", each.irreversible)}
${each.steps.length > 0 && html`<ol>${each.steps.map((step) => html`<li>${step}</li>`)}</ol>`}
</li>`;
}

function messages(shown: View): Html[] {
  const how = say(shown.lang, "ui.handover.how");
  return handovers(shown).map(({ owner, title, lines }) =>
    section(
      title,
      `message-${owner}`,
      html`<p class="meta">${how}</p>
<pre tabindex="0" role="region" aria-labelledby="message-${owner}">${lines.map(line)}</pre>`,
    ),
  );
}

/** Lines of a table must not wrap; on a narrow screen they scroll. */
function line(text: string): Html {
  return text.startsWith(" ") ? html`<span class="row">${text}</span>\n` : html`${text}\n`;
}

function why({ lang, causes: all, ruledOut }: View): Html | undefined {
  const known = all.filter(({ because }) => because.length > 0);
  if (known.length + ruledOut.length === 0) return undefined;
  const blocks = known.map(
    ({ title, because }) => html`${all.length > 1 && html`<h3>${title}</h3>`}${list(because)}`,
  );
  const out =
    ruledOut.length > 0 &&
    html`<p class="meta">${say(lang, "ui.ruled-out")}: ${ruledOut.join(" · ")}</p>`;
  return section(say(lang, "ui.why"), "why", html`${blocks}${out}`);
}

function tests({ lang, status, tests: all }: View): Html | undefined {
  if (all.length === 0) return undefined;
  const key = status === "found" ? "ui.overturn" : "ui.decide";
  return section(say(lang, key), "tests", list(all));
}

function map({ lang, status, groups, unseen }: View): Html | undefined {
  if (groups.length === 0) return undefined;
  const marks: readonly Mark[] = ["ok", "bad", "unsure"];
  const cell = (mark: Mark, count: number) =>
    html`<td class="number ${count > 0 ? mark : "none"}">${count}</td>`;
  const content = html`<table>
<caption>${say(lang, "ui.map.caption")}</caption>
<thead><tr><th scope="col">${say(lang, "ui.group")}</th>${marks.map(
    (mark) => html`<th scope="col" class="number">${sign(mark)} ${say(lang, `ui.${mark}`)}</th>`,
  )}</tr></thead>
<tbody>${groups.map(
    ({ title, counts }) => html`
<tr><th scope="row">${title}</th>${marks.map((mark) => cell(mark, counts[mark]))}</tr>`,
  )}</tbody>
</table>
${status !== "healthy" && unseen.map((text) => html`<p class="meta">${text}</p>`)}`;
  return section(say(lang, "ui.map"), "map", content);
}

function foot({ lang, guideTitle, guideName, symptom, time, durationMs }: View): Html {
  return html`<footer>
<p>${say(lang, "ui.guide")}: ${guideTitle} (${guideName})<br>
${symptom !== undefined && html`${say(lang, "ui.symptom", { symptom })}<br>`}
${say(lang, "ui.at", { time })} · ${say(lang, "ui.took", { ms: durationMs })}</p>
</footer>
`;
}
