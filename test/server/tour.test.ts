import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { describe, it } from "node:test";
import { chromium } from "playwright-core";
import { servedPage } from "../../scripts/build/page.ts";
import type { JournalList } from "../../src/portal/wire.ts";
import { pageOf } from "../../src/server/page.ts";
import { call, served } from "./_served.ts";

const path = "/usr/bin/chromium";
const limitMs = 20_000;

describe("the page and the server together", { skip: !existsSync(path) && `no ${path}` }, () => {
  it("lead from a fault that was chosen to a PC in order, and nothing is refused", async () => {
    const { html } = await servedPage();
    const one = await served({ page: pageOf(html) });
    const browser = await chromium.launch({ executablePath: path, args: ["--no-sandbox"] });
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.setDefaultTimeout(limitMs);
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(error.message));
    try {
      await page.goto(`${one.server.address()}&lang=ko`);
      await page.getByLabel("팝업이 차단됨").check();
      await page.click('main button[type="submit"]');
      await page.locator(".card").first().click();
      await page.locator(".cause").first().waitFor();
      await page.getByRole("button", { name: "차례대로 고치기" }).click();
      await page.getByRole("button", { name: "무엇을 바꿀지 보기" }).click();
      await page.locator(".preview button.strong").click();
      await page.locator(".changed").first().waitFor();
      assert.doesNotMatch(page.url(), /once/);
      const { items } = (await call(one, "GET", "/api/journal")).json as JournalList;
      assert.deepEqual(
        items.map(({ remedy, state }) => [remedy, state]),
        [["popup-and-toolbars", "open"]],
      );
      assert.deepEqual(complaints, []);
      await page.reload();
      await page.locator(".card").first().waitFor();
      assert.deepEqual(complaints, [], "the token was kept by the tab");
    } finally {
      await browser.close();
      await one.close();
    }
  });
});
