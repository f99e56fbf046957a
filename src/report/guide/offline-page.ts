import { type Guide, rowsOf } from "../../guide/guide.ts";
import type { Columns } from "../../text/columns.ts";
import { say } from "../../text/say.ts";
import { langNames } from "../../text/screens.ts";
import { type Lang, langs } from "../../text/words.ts";
import { Html, html } from "../escape.ts";
import { pick } from "../words.ts";
import { documentOf } from "./document-of.ts";
import { documentHtml } from "./html.ts";
import { type Packed, pack } from "./packed.ts";
import { saidBy } from "./said.ts";

/** What is the same in the file of every guide. */
export interface OfflineParts {
  version: string;
  /** Runs first and everywhere, and says whether `script` can run. */
  starter: string;
  /** Lets it run, where it can. */
  runner: string;
  script: string;
  /** Not needed until a symptom is chosen: `script` has it run then. */
  later: string;
  style: string;
  /** A style with nothing but fonts, which is not needed to begin. */
  fonts: string;
  /** The sentences that the script can ask for. */
  words: Columns;
  /** SHA-256 of each in base64, as a policy names them. */
  hashes: Record<"starter" | "runner" | "script" | "later" | "style" | "fonts", string>;
  /** What the font of the text can show. */
  characters: string;
}

/** What the file's script makes of it. */
export interface OfflineData {
  version: string;
  guide: Guide;
  /** Between these a right clock must be, ms since 1970. */
  clock: { earliest: number; latest: number };
  /** Whether this is the build that may try connections. */
  probe: boolean;
}

/** What stands in the file beside its script. */
export interface OfflineFile extends Omit<OfflineData, "guide"> {
  words: Columns;
  /** The guide, by what its HTML says and the ids of `words.verdicts` after it. */
  guide: Packed;
  /** How long all of that is together: another length is another text. */
  said: number;
}

/**
 * A guide as one file: the whole of it as HTML for any browser and for print, and a script that
 * takes its place where it can run. There the starter has begun the `noscript` that ends after the
 * guide: a browser that is to show something else need not make elements of it. The policy lets
 * nothing out; with `probe`, exactly the guide's HTTPS servers and the programs on this PC can be
 * tried.
 */
export function offlinePage(parts: OfflineParts, guide: Guide, probe: boolean): string {
  const { starter, runner, script, later, style, fonts, hashes } = parts;
  const title = say("ko", "page.file.name", { title: pick(guide.title, "ko") });
  const mark = probe ? ` (${say("ko", "page.file.probe.name")})` : "";
  const whole = html`${langs.map((lang) => plainGuide(guide, lang, probe))}`;
  const policy = policyOf(hashes, probe ? [...originsOf(guide), ...agentsOf(guide)] : []);
  const head = html`<!DOCTYPE html>
<html lang="ko">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Html(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}${mark}</title>
<link rel="icon" href="data:,">
<style>${new Html(style)}</style>
</head>
<body>
<script>${new Html(starter)}</script>
${whole}</noscript>
<div id="page"></div>
<script type="application/json" id="data">${new Html(dataText(fileOf(parts, guide, probe, whole)))}</script>
<script type="text/plain" id="script">${new Html(script)}</script>
<script>${new Html(runner)}</script>
<script type="text/plain" id="later">${new Html(later)}</script>
<noscript id="fonts"><style>${new Html(fonts)}</style></noscript>
</body>
</html>
`;
  return head.text;
}

/** Characters of a guide that the file could only show as boxes, each once. */
export function unshown({ characters }: OfflineParts, guide: Guide): string[] {
  const known = new Set(characters);
  return [...new Set(JSON.stringify(guide))].filter((each) => !known.has(each));
}

/** In double quotes, so that nothing of a guide may end it: hosts and numbers alone get in. */
function policyOf(hashes: OfflineParts["hashes"], connect: string[]): string {
  const known = connect.filter((each) => /^(https|http|wss):\/\/[a-z0-9.-]+:\d+$/.test(each));
  return [
    "default-src 'none'",
    `script-src ${[hashes.starter, hashes.runner, hashes.script, hashes.later].map((hash) => `'sha256-${hash}'`).join(" ")}`,
    `style-src 'sha256-${hashes.style}' 'sha256-${hashes.fonts}'`,
    "img-src data:",
    "font-src data:",
    ...(known.length > 0 ? [`connect-src ${[...new Set(known)].join(" ")}`] : []),
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

/** `https://host:port` of everything that the guide says is reached over HTTPS. */
function originsOf(guide: Guide): string[] {
  return rowsOf(guide)
    .filter(({ protocol }) => protocol === "https")
    .map(({ host, port }) => `https://${host}:${port}`);
}

function agentsOf({ agents }: Guide): string[] {
  return agents.flatMap(({ protocol, address, ports: { first, count } }) =>
    address.startsWith("127.")
      ? Array.from({ length: count }, (_, at) => `${protocol}://${address}:${first + at}`)
      : [],
  );
}

/** Ids begin with the language, so that links stay within their own. */
function plainGuide(guide: Guide, lang: Lang, probe: boolean): Html {
  const { text } = documentHtml(documentOf(guide, lang), 1);
  const own = text.replace(/( id="| href="#)guide/g, `$1${lang}-guide`);
  const [other] = langs.filter((each) => each !== lang);
  const links = html`<p class="other"><a href="#${other!}-guide" lang="${other!}">${langNames[other!]}</a></p>`;
  return html`<div class="guide plain" lang="${lang}">
<p class="about">${say(lang, "page.file.plain")} ${say(lang, probe ? "page.file.probe" : "page.file.closed")}</p>
${links}
${new Html(own)}</div>
`;
}

function fileOf(
  { version, words }: OfflineParts,
  guide: Guide,
  probe: boolean,
  whole: Html,
): OfflineFile {
  const { ko, en, keys, verdicts } = words;
  const said = [...saidBy(whole.text), ...verdicts.split(" ")];
  // What the first screen shows comes first, so that it can be read alone.
  const { id, edition, title, symptoms, ...rest } = JSON.parse(JSON.stringify(guide));
  return {
    version,
    clock: clockOf(guide),
    probe,
    guide: pack({ id, edition, title, symptoms, ...rest }, said),
    said: said.join("").length,
    // Keys pack best next to the script that names them.
    words: { ko, en, keys, verdicts },
  };
}

/** JSON that cannot end the element it stands in. */
function dataText(data: OfflineFile): string {
  return JSON.stringify(data).replaceAll("<", "\\u003c");
}

const manyYearsMs = 20 * 365 * 86_400_000;

/**
 * No right clock is before the day on which the guide was last looked into, nor after the end of the
 * last certificate that it names.
 */
function clockOf(guide: Guide): OfflineData["clock"] {
  const days = daysIn(guide, /^(verifiedOn|retrievedOn)$/);
  const earliest = Math.max(...days, Date.parse(`${guide.published}`.slice(0, 10)) || 0);
  const latest = Math.max(...daysIn(guide.certificates, /^notAfter$/), earliest + manyYearsMs);
  return { earliest, latest };
}

function daysIn(value: unknown, names: RegExp): number[] {
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([name, each]) => {
    if (typeof each !== "string") return daysIn(each, names);
    const day = names.test(name) ? Date.parse(each) : Number.NaN;
    return Number.isNaN(day) ? [] : [day];
  });
}
