import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser } from "playwright-core";
import { launchFirefox, noFirefox, openIn } from "./_browser.ts";
import { type Stage, serveStage } from "./_serve.ts";
import { places } from "./_tour.ts";
import { plays } from "./_tour-plays.ts";

/** The rest is the same code over the same elements; these use what browsers do differently. */
const names = ["search", "finding", "result", "after", "undone", "message", "paid", "guide"];

describe("in Firefox", { skip: noFirefox }, () => {
  let browser: Browser;
  let stage: Stage;
  before(async () => {
    [browser, stage] = await Promise.all([launchFirefox(), serveStage(plays)]);
  });
  after(async () => {
    await browser?.close();
    await stage?.close();
  });
  for (const { name, play, symptom, go } of places.filter((place) => names.includes(place.name)))
    test(`${name}: is reached, and nothing goes wrong`, async () => {
      const { page, wrong, close } = await openIn(browser, stage.origin, play, {
        ...(symptom !== undefined && { symptom }),
      });
      await go(page);
      assert.match((await page.textContent("h1")) ?? "", /[가-힣]/);
      assert.deepEqual(wrong, []);
      await close();
    });
});
