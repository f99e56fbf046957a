/// <reference lib="dom" />
import type { Page } from "playwright-core";
import { rendered } from "./_rendered.ts";
import { busy, slowly } from "./_timing.ts";

/** What is done with the file and looked at, in the browser's own process. */
export type Scene = (
  page: Page,
  address: string,
  given: Record<string, string>,
) => Promise<unknown>;

/** Many times what the page takes to try two windows. */
const triedMs = 2_000;
/** Longer than a gesture counts in Chromium. */
const gestureMs = 5_500;

async function open(page: Page, address: string, lang = "ko"): Promise<void> {
  await page.goto(`${address}#lang=${lang}`);
  await page.waitForSelector("main h1");
}

/** What can be seen. */
// biome-ignore lint/performance/useDomNodeTextContent: hidden text is none that anybody sees
const textOf = (page: Page) => page.locator("body").innerText();

/** The headline, the causes in their order, and every check with its verdict. */
async function found(page: Page) {
  await page.evaluate(() => {
    for (const each of document.querySelectorAll("details")) each.open = true;
  });
  await page.waitForSelector("details tbody tr");
  const text = await textOf(page);
  const seen = await page.evaluate(() => ({
    headline: document.querySelector("main h1")!.textContent,
    causes: [...document.querySelectorAll("article.cause")].map((cause) => ({
      title: cause.querySelector("h2")!.textContent,
      facts: [...cause.querySelectorAll(":scope > dl dd strong")].map((each) => each.textContent),
    })),
    checks: [...document.querySelectorAll("details tbody tr")].map((row) =>
      row.textContent!.trim(),
    ),
  }));
  return { ...seen, text };
}

/**
 * A click of the mouse and nothing else. Whatever is evaluated in the page, as a locator's click does
 * afterwards, counts as one more gesture of the user.
 */
async function clickAlone(page: Page, selector: string): Promise<void> {
  const button = page.locator(selector);
  await button.scrollIntoViewIfNeeded();
  const box = (await button.boundingBox())!;
  // A gesture ends by itself, too.
  await new Promise((done) => setTimeout(done, gestureMs));
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await new Promise((done) => setTimeout(done, triedMs));
}

async function answered(page: Page): Promise<void> {
  await page.waitForSelector(".way");
}

export const scenes = {
  rendered,
  /** The first screen, the guide, and the other language. */
  async opens(page, address) {
    await open(page, address);
    const start = await textOf(page);
    await page.locator("nav.tools button").first().click();
    await page.waitForSelector("article.guide");
    const guide = await textOf(page);
    const shape = await page.evaluate(() => {
      const links = [...document.querySelectorAll<HTMLAnchorElement>("article.guide a")];
      return {
        headings: document.querySelectorAll("h1").length,
        links: links.length,
        dead: links.filter(({ hash }) => !document.getElementById(hash.slice(1))).length,
      };
    });
    await page.locator("nav.tools button[lang=en]").click();
    await page.waitForFunction(() => document.documentElement.lang === "en");
    const english = await textOf(page);
    const fonts = await page.evaluate(async () => {
      await document.fonts.ready;
      return [...document.fonts].map(
        ({ family, weight, status }) => `${family} ${weight} ${status}`,
      );
    });
    return { start, guide, shape, english, fonts };
  },
  slowly,
  busy,
  /** The file as it is without a script. */
  async plain(page, address) {
    await page.goto(address);
    return textOf(page);
  },
  /** The same in a browser that lacks what the page needs, with its scripts on. */
  async older(page, address) {
    await page.addInitScript(() => {
      Reflect.deleteProperty(Array.prototype, "findLast");
    });
    await page.goto(address);
    const shown = await textOf(page);
    return { shown, started: await page.locator("#page main").count() };
  },
  async chosen(page, address, { file }) {
    await open(page, address);
    await page.locator("details:has(input[type=file]) summary").click();
    await page.locator("input[type=file]").setInputFiles(file!);
    await answered(page);
    return found(page);
  },
  async dropped(page, address, { name, text }) {
    await open(page, address);
    await page.locator("details:has(input[type=file]) summary").click();
    const data = await page.evaluateHandle(
      ([own, content]) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([content!], own!, { type: "application/json" }));
        return transfer;
      },
      [name, text],
    );
    await page.dispatchEvent(".drop", "drop", { dataTransfer: data });
    await page.waitForSelector("[role=alert] p");
    return textOf(page);
  },
  /** Looks from the browser alone, then with answers (`id=answer`). */
  async looks(page, address, answers) {
    await open(page, address);
    await page.locator(".cards button").first().click();
    await answered(page);
    const first = await found(page);
    for (const [question, answer] of Object.entries(answers)) {
      const place = ["yes", "no", "unknown"].indexOf(answer!);
      await page.locator(`.questions input[name="${question}"]`).nth(place).check();
    }
    let windows = 0;
    page.context().on("page", () => {
      windows += 1;
    });
    await clickAlone(page, ".questions button[type=submit]");
    await page.waitForFunction(() => document.querySelector("form.questions") === null);
    await page.locator("main .buttons button").last().click();
    await answered(page);
    return { first, second: await found(page), windows };
  },
} satisfies Record<string, Scene>;
