import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { version } from "../../src/evidence/version.ts";
import type { Guide } from "../../src/guide/guide.ts";
import { listGuides, loadGuide } from "../../src/guide/load.ts";
import { ownPath } from "../../src/own/files.ts";
import { type OfflineParts, offlinePage } from "../../src/report/guide/offline-page.ts";
import type { Built } from "../../src/server/load-page.ts";
import { columnsOf } from "../../src/text/columns.ts";
import { sentences } from "../../src/text/sentences.ts";
import { buildStyle, bundlePage } from "../page/bundle.ts";
import { charactersIn } from "./font-characters.ts";
import { leftOut } from "./offline-left.ts";
import { offlineScript } from "./offline-script.ts";
import { BuildError } from "./run.ts";
import { saidKeys } from "./said-keys.ts";
import { runner, starter } from "./starter.ts";

const fonts = [
  { file: "assets/fonts/JochiGothic-Regular.woff2", weight: 400 },
  { file: "assets/fonts/JochiGothic-Bold.woff2", weight: 700 },
];
const plain = "src/portal/style/plain.css";

/** The page that `jochi start` serves, and every file that it is made of. */
export async function servedPage(): Promise<Built> {
  const { script, style, inputs } = await bundlePage("src/portal/served.ts");
  const html = `<!DOCTYPE html>
<html lang="ko">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>조치</title>
<link rel="icon" href="data:,">
<style>${fontFaces()}${style}</style>
</head>
<body>
<div id="page"></div>
<script>${script}</script>
</body>
</html>
`;
  const own = ["scripts/build/page.ts", "scripts/page/bundle.ts", ...fonts.map(({ file }) => file)];
  return { html, inputs: [...inputs, ...own] };
}

/** What the files of all guides have in common: script, and style with its fonts. */
export async function offlineParts(): Promise<OfflineParts> {
  const { script, later } = await offlineScript();
  const style = (await buildStyle(true, leftOut)).outputFiles[0]!.text;
  const words = columnsOf(sentences, saidKeys(script + later, Object.keys(sentences)));
  checkCharacters(script + later + JSON.stringify(words), "the page");
  if (/<\/(script|style)|<!--/i.test(script + later + style + starter))
    throw new BuildError("the page would end itself");
  // Browsers that know no custom properties know nothing of what is in the block.
  const whole = `${readFileSync(ownPath(plain), "utf8")}@supports (--a: b) {\n${style}}\n`;
  const faces = fontFaces("swap");
  const hashes = {
    starter: sha256(starter),
    runner: sha256(runner),
    script: sha256(script),
    later: sha256(later),
    style: sha256(whole),
    fonts: sha256(faces),
  };
  const points = charactersIn(readFileSync(ownPath(fonts[0]!.file)));
  const characters = String.fromCodePoint(...[...points].sort((a, b) => a - b));
  return {
    version,
    starter,
    runner,
    script,
    later,
    style: whole,
    fonts: faces,
    words,
    hashes,
    characters,
  };
}

/** Both files of a guide, by their names. Throws a BuildError where the fonts lack a character. */
export function offlineFiles(parts: OfflineParts, guide: Guide): Record<string, string> {
  checkCharacters(JSON.stringify(guide), `${guide.id}@${guide.edition}`);
  const name = `jochi-${guide.id}-${guide.edition}`;
  return {
    [`${name}.html`]: offlinePage(parts, guide, false),
    [`${name}-probe.html`]: offlinePage(parts, guide, true),
  };
}

/** The files of every guide that comes with the project, by their names. */
export function allOfflineFiles(parts: OfflineParts): Record<string, string> {
  const files = listGuides().map(({ folder }) => offlineFiles(parts, loadGuide(folder)));
  return Object.assign({}, ...files);
}

/** Text that the embedded fonts cannot show looks like boxes on a PC without Korean fonts. */
export function checkCharacters(text: string, where: string, files = fonts): void {
  for (const { file } of files) {
    const known = charactersIn(readFileSync(ownPath(file)));
    const missing = [...new Set(text)].filter((each) => {
      const point = each.codePointAt(0)!;
      return point >= 0x20 && !unseen.test(each) && !known.has(point);
    });
    if (missing.length > 0) {
      const named = missing.map(
        (each) => `${each} (U+${each.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")})`,
      );
      throw new BuildError(
        `${where}: ${file} lacks ${named.slice(0, 8).join(", ")} (scripts/make-page-fonts.ts makes it anew)`,
      );
    }
  }
}

/** What a program names but nobody is shown: marks without a shape, ends of ranges, parts of syllables. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\ufffd\u1100-\u11ff\u3131-\u3163힣]/u;

function fontFaces(display: "block" | "swap" = "block"): string {
  return fonts
    .map(({ file, weight }) => {
      const data = readFileSync(ownPath(file)).toString("base64");
      return `@font-face{font-family:"Jochi Gothic";font-weight:${weight};font-display:${display};src:url(data:font/woff2;base64,${data}) format("woff2")}\n`;
    })
    .join("");
}

function sha256(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("base64");
}
