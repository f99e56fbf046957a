/** The page's own style: system fonts, both schemes, narrow screens and paper. */
export const style = `
:root {
  color-scheme: light dark;
  --page: #f4f6f8; --card: #fff; --ink: #1b2126; --soft: #56616b; --line: #d5dbe1;
  --ok: #17693b; --bad: #b3261e; --unsure: #855300; --accent: #0b4f9e;
  --ok-bg: #e7f5ec; --bad-bg: #fdeceb; --unsure-bg: #fff3dc;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #14181c; --card: #1d2329; --ink: #edf1f4; --soft: #aab5bf; --line: #3a444d;
    --ok: #7fd6a2; --bad: #ffa8a1; --unsure: #f4c16c; --accent: #8dbdff;
    --ok-bg: #17301f; --bad-bg: #3a1d1b; --unsure-bg: #36290f;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body {
  margin: 0; background: var(--page); color: var(--ink); line-height: 1.65;
  font-family: "Pretendard GOV", Pretendard, "Malgun Gothic", "Apple SD Gothic Neo",
    "Noto Sans KR", NanumGothic, sans-serif;
  word-break: keep-all; overflow-wrap: anywhere;
}
.skip { position: absolute; left: -999rem; }
.skip:focus { left: 1rem; top: 1rem; background: var(--card); padding: .5rem 1rem; }
header, main, footer { max-width: 52rem; margin: 0 auto; padding: 0 1rem; }
header { padding-top: 1.5rem; color: var(--soft); font-size: .95rem; }
header p { margin: 0; }
footer { padding-bottom: 2.5rem; color: var(--soft); font-size: .9rem; }
.verdict {
  margin: 1rem 0; padding: 1.25rem; border-radius: .75rem;
  border: 1px solid currentColor; border-inline-start-width: .5rem;
}
.verdict h1 { margin: 0 0 .35rem; font-size: 1.45rem; line-height: 1.4; }
.verdict p { margin: .25rem 0 0; color: var(--ink); font-size: 1.1rem; }
.ok { color: var(--ok); } .bad { color: var(--bad); } .unsure { color: var(--unsure); }
.none { color: var(--soft); }
.verdict.ok { background: var(--ok-bg); } .verdict.bad { background: var(--bad-bg); }
.verdict.unsure { background: var(--unsure-bg); }
section, details.card {
  margin: 1rem 0; padding: 1rem 1.25rem; background: var(--card);
  border: 1px solid var(--line); border-radius: .75rem;
}
h2 { margin: 0 0 .75rem; font-size: 1.2rem; }
h3 { margin: 0 0 .25rem; font-size: 1.05rem; }
ol, ul { padding-inline-start: 1.4rem; margin: .5rem 0; }
.tasks > li { padding-bottom: .9rem; }
.tasks > li:last-child { padding-bottom: 0; }
.tasks > li::marker { font-weight: 700; color: var(--accent); }
.meta { margin: 0; color: var(--soft); font-size: .95rem; }
.warning {
  margin: .5rem 0; padding: .4rem .75rem; border-radius: .4rem;
  background: var(--unsure-bg); color: var(--unsure);
}
pre {
  margin: .5rem 0 0; padding: 1rem; border: 1px solid var(--line); border-radius: .5rem;
  background: var(--page); overflow-x: auto; white-space: pre-wrap; overflow-wrap: anywhere;
  font-family: D2Coding, NanumGothicCoding, "Noto Sans Mono CJK KR", Consolas, monospace;
  font-size: .9rem; line-height: 1.55;
}
pre .row { white-space: pre; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .95rem; }
caption { text-align: start; color: var(--soft); padding-bottom: .4rem; }
th, td { text-align: start; vertical-align: top; padding: .4rem .6rem; }
thead th { border-bottom: 2px solid var(--line); white-space: nowrap; }
tbody tr { border-bottom: 1px solid var(--line); }
tbody th { font-weight: 600; }
td.number, th.number { text-align: end; font-variant-numeric: tabular-nums; }
.wide table { font-size: .85rem; min-width: 46rem; }
.whole, .layer { white-space: nowrap; }
.heard {
  position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
  white-space: nowrap;
}
.scroll { position: relative; }
summary { cursor: pointer; font-weight: 700; font-size: 1.1rem; }
summary ~ * { margin-top: .9rem; }
summary:focus-visible, a:focus-visible, .scroll:focus-visible, pre:focus-visible {
  outline: 3px solid var(--accent); outline-offset: 3px;
}
@media (max-width: 30rem) {
  .verdict h1 { font-size: 1.25rem; }
  section, details.card { padding: .9rem; }
  header, main, footer { padding: 0 .6rem; }
  header { padding-top: 1rem; }
}
@media print {
  :root {
    color-scheme: light; --page: #fff; --card: #fff; --ink: #000; --soft: #444; --line: #999;
    --ok: #0f5a30; --bad: #9b1c15; --unsure: #6d4400; --accent: #000;
    --ok-bg: #fff; --bad-bg: #fff; --unsure-bg: #fff;
  }
  body { font-size: 10.5pt; line-height: 1.5; }
  header, main, footer { max-width: none; padding: 0; }
  section, details.card { border: 0; border-top: 1px solid var(--line); border-radius: 0;
    padding: .75rem 0; margin: .5rem 0; }
  .tasks > li, tr, .verdict { break-inside: avoid; }
  h2, h3, summary, caption, .meta { break-after: avoid; }
  thead { display: table-header-group; }
  .skip { display: none; }
  .scroll, pre { overflow: visible; }
  .wide table { min-width: 0; font-size: 7pt; }
  .wide th, .wide td { padding: .25rem .3rem; }
  details::details-content { content-visibility: visible; block-size: auto; }
  @page { margin: 16mm 14mm; }
}
`;
