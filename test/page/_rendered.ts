/// <reference lib="dom" />
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

/** What was seen of a published document. */
export interface Rendered {
  /** One line for each thing that axe finds, in light and in dark. */
  light: string[];
  dark: string[];
  headings: string[];
  pictures: number;
  /** How wide the document gets in a window of 320, and on paper in one of 794 (A4), in pixels. */
  narrow: number;
  paper: number;
  /** Lines of small print that can be seen on paper. */
  printed: boolean;
  /** That axe is awake: what it says of a button without a name. */
  awake: string[];
}

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

interface Axe {
  run(
    root: Document,
    options: object,
  ): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
}

async function violations(page: Page, values: string[], type: "tag" | "rule"): Promise<string[]> {
  return page.evaluate(
    async (runOnly) => {
      const { axe } = window as unknown as { axe: Axe };
      const found = await axe.run(document, { runOnly });
      return found.violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`),
      );
    },
    { type, values },
  );
}

const widthOf = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth);

export async function rendered(page: Page, address: string): Promise<Rendered> {
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto(address);
  const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
  await page.evaluate(readFileSync(axe, "utf8"));
  const light = await violations(page, tags, "tag");
  await page.emulateMedia({ colorScheme: "dark" });
  const dark = await violations(page, ["color-contrast"], "rule");
  const { headings, pictures } = await page.evaluate(() => ({
    headings: [...document.querySelectorAll("h1, h2")].map((each) => each.textContent ?? ""),
    pictures: document.querySelectorAll("svg[role=img]").length,
  }));
  await page.setViewportSize({ width: 320, height: 700 });
  const narrow = await widthOf(page);
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize({ width: 794, height: 1_123 });
  const paper = await widthOf(page);
  const printed = await page.locator(".note").first().isVisible();
  await page.evaluate(() =>
    document.querySelector("main")?.append(document.createElement("button")),
  );
  const awake = await violations(page, tags, "tag");
  return { light, dark, headings, pictures, narrow, paper, printed, awake };
}
