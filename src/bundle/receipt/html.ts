import { Html, html } from "../../report/escape.ts";
import type { GuideDocument } from "../../report/guide/document.ts";
import { documentHtml } from "../../report/guide/html.ts";

/** Fingerprints are long words that must not push a table off the page, on paper least of all. */
const style = new Html(`
body { max-width: 60em; margin: 2em auto; padding: 0 1em; line-height: 1.6; color: #1b2126;
  font-family: "Pretendard GOV", Pretendard, "Malgun Gothic", "Noto Sans KR", sans-serif;
  word-break: keep-all; overflow-wrap: anywhere; }
h1 { font-size: 1.5em; margin: 0 0 .5em; }
h2 { font-size: 1.2em; margin: 1.8em 0 .5em; border-bottom: 2px solid #1b2126; }
h3 { font-size: 1em; margin: 1.4em 0 .4em; }
.lead { margin: .3em 0; color: #56616b; }
h1 + .lead { padding: .8em 1em; border: 2px solid #1b2126; color: #1b2126; font-size: 1.15em;
  font-weight: bold; }
.contents { display: none; }
.warning { padding: .5em .8em; border: 1px solid #855300; }
dl { display: grid; grid-template-columns: 11em 1fr; gap: .3em 1em; margin: .5em 0; }
dt { color: #56616b; } dd { margin: 0; }
table { border-collapse: collapse; width: 100%; margin: .8em 0; font-size: .93em; }
caption { text-align: left; padding: .3em 0; font-weight: bold; }
th, td { border: 1px solid #b8c0c8; padding: .4em .5em; text-align: left; vertical-align: top; }
th { background: #eef1f4; }
@media print { body { margin: 0; max-width: none; font-size: 10pt; } h3, tr, dl { break-inside: avoid; } }
`);

/** One file without a script, which any browser shows and prints. */
export function receiptHtml(document: GuideDocument): string {
  return html`<!DOCTYPE html>
<html lang="${document.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${document.title}</title>
<style>${style}</style>
</head>
<body>
${documentHtml(document)}
</body>
</html>
`.text;
}
