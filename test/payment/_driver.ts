import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type BrowserContext, chromium, firefox, type Page } from "playwright-core";
import { labFolder } from "../../src/lab/real/files.ts";
import { serveRequests } from "../../src/lab/real/serve-requests.ts";
import type { BrowserKind } from "./_browsers.ts";

/**
 * A payer with a browser on the lab's PC. Runs as a worker of the lab, so that the browser sees the
 * closed network and nothing else.
 */
export type Order =
  | { do: "open"; kind: BrowserKind; program: string; userAgent?: string }
  | { do: "visit"; url: string }
  /** Presses the button, and goes on as a payer would. */
  | ({ do: "press" } & Manner)
  /** Goes on with what is on the screen. */
  | ({ do: "go-on" } & Manner)
  /** Tells what the browser itself has said of the pages, in its tools for developers. */
  | { do: "complaints" }
  | { do: "ask"; where: "shop" | "window"; script: string }
  | { do: "close" };

export interface Manner {
  /** The screen at which the payer stops looking: `wallet`, `certificates`. */
  stopAt?: string;
  /** The screen at which the payer does nothing and keeps looking. */
  waitAt?: string;
  /** How long the payer looks at a screen on which nothing more happens, ms. */
  limitMs: number;
}

/** What was on the screen in the end. */
export interface Seen {
  /** Notices that had to be closed, in order. */
  notices: string[];
  /** The payment's window, if it is there. */
  window?: { url: string; at?: string; text: string };
  /** What the merchant's page says at the end of a payment. */
  paid?: string;
}

/**
 * Playwright looks into every new document of Firefox in a way that counts as a click there, and
 * Firefox remembers a click for five seconds. With a shorter memory it is over before the window is
 * to open, and Firefox blocks as it does without Playwright.
 */
const clickMs = 50;
const lookMs = 150;
const clickLimitMs = 5_000;
const evaluateMs = 1_000;
const startMs = 30_000;
const visitsMax = 4;
const complaintsMax = 20;

let context: BrowserContext | undefined;
let profile: string | undefined;
let shop: Page | undefined;
let windows: Page[] = [];
let notices: string[] = [];
let complaints: string[] = [];

async function answer(value: unknown): Promise<unknown> {
  const order = value as Order;
  switch (order.do) {
    case "open":
      await close();
      return open(order);
    case "visit":
      return visit(shop!, order.url);
    case "press":
      windows = [];
      // One that was told of late is closed as well: its name would be used again.
      for (const page of context!.pages()) if (page !== shop) await page.close().catch(() => {});
      notices = [];
      complaints = [];
      await clickPay(shop!);
      return goOn(order);
    case "go-on":
      notices = [];
      return goOn(order);
    case "complaints":
      return complaints;
    case "ask":
      return (order.where === "shop" ? shop : windows[0])?.evaluate(order.script);
    case "close":
      return close();
  }
}

async function open({ kind, program, userAgent }: Order & { do: "open" }): Promise<undefined> {
  // On the lab's own file system, which goes with the lab.
  profile = mkdtempSync(join(labFolder, "payer-"));
  const options = {
    executablePath: program,
    timeout: startMs,
    env: { ...process.env, HOME: profile },
    ...(userAgent !== undefined && { userAgent }),
  };
  context =
    kind === "firefox"
      ? await firefox.launchPersistentContext(profile, {
          ...options,
          channel: "moz-firefox",
          firefoxUserPrefs: { "dom.user_activation.transient.timeout": clickMs },
        })
      : await chromium.launchPersistentContext(profile, {
          ...options,
          // Without this line Playwright switches off what is to be tested.
          ignoreDefaultArgs: ["--disable-popup-blocking"],
          args: ["--no-sandbox", "--disable-gpu", "--disable-quic"],
        });
  shop = context.pages()[0] ?? (await context.newPage());
  hear(shop);
  context.on("page", (page) => {
    windows.push(page);
    hear(page);
  });
  return undefined;
}

/** A browser that has just seen its network change gives up what it was loading. */
async function visit(page: Page, url: string): Promise<undefined> {
  for (let tries = 0; tries < visitsMax; tries += 1) {
    let failed = false;
    const fail = () => {
      failed = true;
    };
    page.on("requestfailed", fail);
    await page.goto(url).catch((error) => {
      if (tries + 1 === visitsMax) throw error;
      failed = true;
    });
    page.off("requestfailed", fail);
    if (!failed) return;
  }
}

function hear(page: Page): void {
  page.on("console", (message) => {
    if (message.type() === "error" && complaints.length < complaintsMax)
      complaints.push(message.text());
  });
  page.on("dialog", async (dialog) => {
    notices.push(dialog.message());
    await dialog.accept().catch(() => {});
  });
  page.on("close", () => {
    windows = windows.filter((each) => each !== page);
  });
}

/**
 * The bare click of a mouse. Playwright's own looks at the page afterwards, which counts as a gesture
 * of the user in whatever page is there by then.
 */
async function clickPay(page: Page): Promise<void> {
  const box = await page.locator("#pay").boundingBox();
  if (box === null) throw new Error(`no button on ${page.url()}`);
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

async function goOn({ stopAt, waitAt, limitMs }: Manner): Promise<Seen> {
  const end = Date.now() + limitMs;
  const done = new Set<string>();
  let seen: Seen = { notices };
  while (Date.now() < end) {
    await sleep(lookMs);
    // Looking into a page counts as a gesture of its user: nothing is looked at before there is a
    // window or a notice, or the pop-up blocker would have nothing to block.
    if (windows.length === 0 && notices.length === 0 && done.size === 0) continue;
    seen = await look();
    const at = seen.window?.at;
    if (seen.paid || notices.length > 0 || at === "install" || (at && at === stopAt)) return seen;
    if (at === waitAt) continue;
    if (at === "wallet" && !done.has(at)) await press(at, ["#choose"]);
    if (at === "certificates" && !done.has(at)) await press(at, ["input", "#confirm"]);
  }
  return look();

  /** What does not work on a window that is just changing is tried again. */
  async function press(at: string, selectors: string[]): Promise<void> {
    try {
      for (const selector of selectors) {
        await windows[0]?.click(`${selector}:visible`, { timeout: clickLimitMs });
      }
      done.add(at);
    } catch {
      // The next look tells what has become of it.
    }
  }
}

const atEnd = `document.body.dataset.at === "paid" && document.getElementById("result").textContent`;
const inPage = `({ at: document.body?.dataset.at, text: document.body?.innerText.slice(0, 500) })`;

async function look(): Promise<Seen> {
  const page = windows[0];
  const paid = await read(shop!, atEnd);
  const inWindow = page && (await read(page, inPage));
  return {
    notices,
    ...(typeof paid === "string" && { paid }),
    ...(page && { window: { url: page.url(), text: "", ...(inWindow as object | undefined) } }),
  };
}

/** What a page says about itself; undefined where it is just going away. */
async function read(page: Page, what: string): Promise<unknown> {
  const late = sleep(evaluateMs).then(() => undefined);
  return Promise.race([page.evaluate(what).catch(() => undefined), late]);
}

async function close(): Promise<undefined> {
  const closing = context;
  context = undefined;
  shop = undefined;
  windows = [];
  notices = [];
  await closing?.close().catch(() => {});
  if (profile && existsSync(profile)) rmSync(profile, { recursive: true, force: true });
  profile = undefined;
  return undefined;
}

serveRequests(answer);
