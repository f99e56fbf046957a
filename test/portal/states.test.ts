import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, test } from "node:test";
import type { Page } from "playwright-core";
import { house, noBrowser } from "./_browser.ts";
import { places } from "./_tour.ts";
import { plays } from "./_tour-plays.ts";

const { open } = house(plays);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

interface Axe {
  run(
    root: Document,
    options: object,
  ): Promise<{
    violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[];
  }>;
}

/** What axe finds, one line for each; a policy does not keep tests from looking. */
async function violations(page: Page, rules?: string[]): Promise<string[]> {
  await page.evaluate(axe);
  const only = rules ? { type: "rule", values: rules } : { type: "tag", values: tags };
  return page.evaluate(async (runOnly) => {
    const { axe } = window as unknown as { axe: Axe };
    const found = await axe.run(document, { runOnly });
    return found.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ""}`),
    );
  }, only);
}

/** What runs out of a window of 320 px, as one of 1280 is at 400 %, or is too small to be hit. */
async function crowded(page: Page): Promise<string[]> {
  await page.setViewportSize({ width: 320, height: 700 });
  return page.evaluate(() => {
    const { scrollWidth } = document.documentElement;
    const small = [...document.querySelectorAll<HTMLElement>("button, summary, input, .choice")]
      .filter((each) => each.offsetParent !== null && !each.closest("label"))
      .filter((each) => each.getBoundingClientRect().height < 43.9)
      .map((each) => `small: ${each.outerHTML.slice(0, 80)}`);
    return scrollWidth > 320 ? [`wide: ${scrollWidth}`, ...small] : small;
  });
}

describe("every state of the page", { skip: noBrowser }, () => {
  for (const { name, play, symptom, go } of places)
    test(`${name}: axe finds nothing, in both languages, light and dark, and narrow`, async () => {
      const { page, wrong, close } = await open(play, {
        ...(symptom !== undefined && { symptom }),
        context: { reducedMotion: "reduce" },
      });
      try {
        await go(page);
        const heading = await page.textContent("h1");
        assert.deepEqual(await violations(page), []);
        await page.emulateMedia({ colorScheme: "dark" });
        assert.deepEqual(await violations(page, ["color-contrast"]), []);
        await page.click(".tools button[lang=en]");
        await page.waitForFunction(() => document.documentElement.lang === "en");
        assert.notEqual(await page.textContent("h1"), heading);
        assert.deepEqual(await violations(page), []);
        await page.click(".tools button[lang=ko]");
        await page.waitForFunction(() => document.documentElement.lang === "ko");
        assert.equal(await page.textContent("h1"), heading, "the place is kept");
        assert.deepEqual(await crowded(page), []);
        assert.deepEqual(wrong, []);
      } finally {
        await close();
      }
    });
});

test("what is too wide or too small is noticed", { skip: noBrowser }, async () => {
  const { page, close } = await open("healthy");
  assert.deepEqual(await crowded(page), []);
  await page.evaluate(() => {
    const box = document.querySelector<HTMLElement>("main p");
    if (box) box.style.width = "500px";
    const button = document.querySelector<HTMLElement>(".brand");
    if (button) Object.assign(button.style, { minHeight: "20px", padding: "0" });
  });
  const found = await crowded(page);
  assert.ok(found.some((each) => each.startsWith("wide")));
  assert.ok(found.some((each) => each.startsWith("small")));
  await close();
});

test("axe notices what it should", { skip: noBrowser }, async () => {
  const { page, close } = await open("healthy");
  await page.evaluate(() => {
    const button = document.createElement("button");
    document.querySelector("main")?.append(button);
  });
  assert.ok((await violations(page)).some((each) => each.startsWith("button-name")));
  await close();
});
