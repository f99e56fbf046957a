import { existsSync } from "node:fs";
import { after, before } from "node:test";
import {
  type Browser,
  type BrowserContextOptions,
  chromium,
  firefox,
  type Page,
} from "playwright-core";
import type { Play } from "../../src/portal/stage/play.ts";
import { type Stage, serveStage } from "./_serve.ts";

/** Debian's, which has a real pop-up blocker; another by JOCHI_CHROMIUM. */
const path = process.env.JOCHI_CHROMIUM ?? "/usr/bin/chromium";

/** False, or in one line why tests in a browser are skipped. */
export const noBrowser: string | false = existsSync(path)
  ? false
  : `no Chromium at ${path} (Debian: apt install chromium)`;

const flags = [
  "--no-sandbox",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--disable-gpu",
  "--disable-quic",
];

export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: path, args: flags });
}

const firefoxPath = process.env.JOCHI_FIREFOX ?? "/usr/bin/firefox-esr";

export const noFirefox: string | false = existsSync(firefoxPath)
  ? false
  : `no Firefox at ${firefoxPath} (Debian: apt install firefox-esr)`;

/** Debian's own, and not a build for tests. */
export function launchFirefox(): Promise<Browser> {
  return firefox.launch({ channel: "moz-firefox", executablePath: firefoxPath });
}

/** One page over a play, and what went wrong in it. */
export interface Opened {
  page: Page;
  /** Errors of scripts, refusals of the policy, requests to anywhere else. Must stay empty. */
  wrong: string[];
  close(): Promise<void>;
}

export interface Open {
  lang?: "ko" | "en";
  symptom?: string;
  context?: BrowserContextOptions;
}

export interface House {
  open(play: string, how?: Open): Promise<Opened>;
}

/** A browser and plays for the tests of one file; call it once, at its top. */
export function house(plays: Record<string, () => Promise<Play>>): House {
  let browser: Browser;
  let stage: Stage;
  const kept = new Map<string, Promise<Play>>();
  const once = Object.fromEntries(
    Object.entries(plays).map(([name, make]) => [
      name,
      () => {
        const made = kept.get(name) ?? make();
        kept.set(name, made);
        return made;
      },
    ]),
  );
  before(async () => {
    if (noBrowser) return;
    [browser, stage] = await Promise.all([launch(), serveStage(once)]);
  });
  after(async () => {
    await browser?.close();
    await stage?.close();
  });
  return { open: (play, how) => openIn(browser, stage.origin, play, how) };
}

export async function openIn(
  browser: Browser,
  origin: string,
  play: string,
  { lang = "ko", symptom, context }: Open = {},
): Promise<Opened> {
  const own = await browser.newContext({
    viewport: { width: 1200, height: 900 },
    locale: "ko-KR",
    ...context,
  });
  const page = await own.newPage();
  page.setDefaultTimeout(20_000);
  const wrong: string[] = [];
  page.on("pageerror", (error) => wrong.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") wrong.push(message.text());
  });
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !/^(data|blob):/.test(url)) wrong.push(url);
  });
  const fragment = `lang=${lang}${symptom === undefined ? "" : `&symptom=${symptom}`}`;
  await page.goto(`${origin}/${play}#${fragment}`);
  await page.waitForSelector("h1");
  return { page, wrong, close: () => own.close() };
}

export async function textOf(page: Page, selector: string): Promise<string> {
  return (await page.textContent(selector)) ?? "";
}
