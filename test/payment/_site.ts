import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type Browser, chromium, firefox, type Page } from "playwright-core";
import { servedPage } from "../../scripts/build/page.ts";
import type { Guide } from "../../src/guide/guide.ts";
import type { PaymentWorld } from "../../src/lab/payment/payment.ts";
import { pageOf } from "../../src/server/page.ts";
import { createGuides } from "../../src/server/practice/guides.ts";
import { type RealLab, realLab } from "../../src/server/practice/real-lab.ts";
import type { Lang } from "../../src/text/words.ts";
import { type Served, served } from "../server/_served.ts";
import { type BrowserKind, programOf } from "./_browsers.ts";
import { type Payer, payerOn } from "./_payer.ts";

/** The demonstration as `jochi start --demo` has it, a payer in it, and a browser for its page. */
export interface Site {
  readonly practice: RealLab;
  readonly payer: Payer;
  /** The world in which the payer pays: with what Jochi has done to the PC. */
  world(): PaymentWorld;
  open(lang: Lang): Promise<JochiPage>;
  close(): Promise<void>;
}

export interface JochiPage {
  page: Page;
  /** What scripts complain about. Must stay empty. */
  wrong: string[];
  close(): Promise<void>;
}

/** Ten minutes; no payment without trouble takes as long, on a busy machine neither. */
const workingMs = 20_000;
const limitMs = 30_000;
let html: Promise<string> | undefined;

/** @param guide the demonstration is about it, by the same name */
export async function openSite(kind: BrowserKind, guide: Guide): Promise<Site> {
  html ??= servedPage().then((built) => built.html);
  const name = `${guide.id}@${guide.edition}`;
  const practice = await realLab(guide, name, process.env, { limits: { workingMs } });
  assert.ok(practice, "the lab could not be made");
  const page = pageOf(await html);
  const one = await served({ practice, guides: createGuides(name, true), page });
  const browser = await launch(kind);
  const payer = await payerOn(practice.lab, kind, guide);
  return {
    practice,
    payer,
    world: () => practice.world() as PaymentWorld,
    open: (lang) => openPage(browser, one, lang),
    async close() {
      await payer.close();
      await browser.close();
      await one.close();
    },
  };
}

function launch(kind: BrowserKind): Promise<Browser> {
  const executablePath = programOf(kind)!.program;
  return kind === "firefox"
    ? firefox.launch({ executablePath, channel: "moz-firefox" })
    : chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
}

async function openPage(browser: Browser, one: Served, lang: Lang): Promise<JochiPage> {
  const context = await browser.newContext({ reducedMotion: "reduce" });
  const page = await context.newPage();
  page.setDefaultTimeout(limitMs);
  const wrong: string[] = [];
  page.on("pageerror", (error) => wrong.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") wrong.push(message.text());
  });
  await page.goto(`${one.server.address()}&lang=${lang}`);
  await page.waitForSelector(".card");
  return { page, wrong, close: () => context.close() };
}

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe finds on the page as it is, one line for each. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(`window.axe ?? (() => { ${axe} })()`);
  // Only what is wrong is worked out in full: a fourth of the work.
  const how = JSON.stringify({
    runOnly: { type: "tag", values: tags },
    resultTypes: ["violations"],
  });
  return page.evaluate<string[]>(`axe.run(document, ${how}).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ": " + html)))`);
}
