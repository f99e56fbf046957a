/** Reads on a screen, light or dark, and prints on A4. */
export const style = `
:root { color-scheme: light dark; --page: #fff; --ink: #1b2126; --soft: #505a64; --line: #aab2ba;
  --head: #eef1f4; --link: #0b4f9e; --beware: #7a4a00; }
@media (prefers-color-scheme: dark) { :root { --page: #14181c; --ink: #edf1f4; --soft: #aab5bf;
  --line: #56616b; --head: #232a31; --link: #8dbdff; --beware: #f4c16c; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); line-height: 1.65;
  font-family: "Pretendard GOV", Pretendard, "Malgun Gothic", "Apple SD Gothic Neo", "Noto Sans KR", sans-serif;
  word-break: keep-all; overflow-wrap: anywhere; }
header, nav, main, footer { max-width: 52rem; margin: 0 auto; padding: 0 1rem; }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -999rem; }
.skip:focus { left: 1rem; top: 1rem; background: var(--page); padding: .5rem 1rem; }
h1 { font-size: 1.9rem; line-height: 1.35; margin: 2.5rem 0 1.2rem; padding-bottom: .8rem;
  border-bottom: 3px solid var(--ink); }
h2 { font-size: 1.4rem; margin: 3rem 0 .8rem; padding-bottom: .3rem; border-bottom: 2px solid var(--ink); }
h3 { font-size: 1.12rem; margin: 2rem 0 .5rem; }
dl { display: grid; grid-template-columns: minmax(7rem, 11rem) 1fr; gap: .25rem 1rem; margin: .6rem 0; }
dt { color: var(--soft); } dd { margin: 0; }
nav ol { list-style: none; padding: 0; } nav ol ol { padding-left: 1.3rem; }
.warning { padding: .5rem .8rem; border: 1px solid var(--beware); border-left-width: 6px; }
.note { color: var(--soft); font-size: .85rem; margin: .6rem 0; }
.note p { margin: 0; }
.exact { list-style: none; padding-left: 0; }
code { font-family: D2Coding, Consolas, "Noto Sans Mono CJK KR", monospace; font-size: .95em; }
ol.steps > li { margin: .7rem 0; }
svg { display: block; max-width: 100%; height: auto; margin: .5rem 0; border-radius: 5px; }
.scroll { overflow-x: auto; margin: .9rem 0; }
table { border-collapse: collapse; width: 100%; font-size: .93rem; }
caption { text-align: left; padding: .3rem 0; font-weight: 700; }
th, td { border: 1px solid var(--line); padding: .4rem .55rem; text-align: left; vertical-align: top; }
th { background: var(--head); font-weight: 700; }
footer { color: var(--soft); font-size: .9rem; padding-top: 1rem; padding-bottom: 3rem; }
@media (max-width: 30rem) { dl { grid-template-columns: 1fr; } dt { margin-top: .4rem; } }
@page { size: A4; margin: 16mm; }
@media print {
  :root { color-scheme: light; --page: #fff; --ink: #000; --soft: #444; --line: #777; --head: #eee;
    --link: #000; --beware: #000; }
  body { font-size: 10pt; line-height: 1.5; }
  header, nav, main, footer { max-width: none; padding: 0; }
  header { break-after: page; padding-top: 60mm; } nav { break-after: page; }
  .skip { display: none; }
  h2, h3, caption, .links, ol.steps > li > p { break-after: avoid; }
  tr, svg, .warning, ol.steps > li { break-inside: avoid; }
  thead { display: table-header-group; }
  .scroll { overflow: visible; }
  p, li { orphans: 3; widows: 3; }
  a { text-decoration: none; }
}
`;
