import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Page } from "playwright-core";
import { house, noBrowser, textOf } from "./_browser.ts";
import { places } from "./_tour.ts";
import { plays } from "./_tour-plays.ts";

const { open } = house(plays);
const of = (name: string) => places.find((place) => place.name === name)!;
const presses = 60;

async function tabTo(page: Page, words: string): Promise<void> {
  for (let count = 0; count < presses; count += 1) {
    await page.keyboard.press("Tab");
    const now = await page.evaluate(() => document.activeElement?.textContent ?? "");
    if (now === words) return;
  }
  assert.fail(`never came to: ${words}`);
}

const focused = (page: Page, words: RegExp) =>
  page.waitForFunction((source) => {
    const { tagName, textContent } = document.activeElement ?? {};
    return tagName === "H3" && new RegExp(source).test(textContent ?? "");
  }, words.source);
const seen = (page: Page) => page.locator(".qr:visible").count();
const caption = (page: Page) => page.locator(".qr:visible figcaption").textContent();

describe("the way out of a result", { skip: noBrowser }, () => {
  test("with the keyboard alone: what was taken out, then the digits, then code after code", async () => {
    const { page, wrong, close } = await open("carried");
    await page.click(".card");
    await page.waitForSelector(".cause");
    await tabTo(page, "가리고 준비하기");
    await page.keyboard.press("Enter");
    await focused(page, /3가지를 가렸습니다/);
    await tabTo(page, "무엇을 가렸는지 보기");
    await page.keyboard.press("Enter");
    await page.waitForSelector(".way-out details[open] td");
    assert.equal(await page.locator(".way-out td:first-child").count(), 3);
    assert.equal(await page.locator(".spoken, .qr").count(), 0);
    await tabTo(page, "전화로 불러 주기");
    await page.keyboard.press("Enter");
    await focused(page, /전화로 불러 줄 번호/);
    assert.equal(await page.locator(".qr").count(), 0);
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Enter");
    await focused(page, /코드/);
    assert.equal(await page.locator(".spoken").count(), 0);
    const total = await page.locator(".qr").count();
    assert.equal(await seen(page), 1);
    await tabTo(page, "다음 코드");
    await page.keyboard.press("Enter");
    assert.equal(await caption(page), `코드 2 / ${total}`);
    assert.equal(await textOf(page, ".codes-shown [role=status]"), `코드 2 / ${total}`);
    for (const [key, at] of [
      ["ArrowRight", 3],
      ["ArrowLeft", 2],
      ["ArrowLeft", 1],
      ["ArrowLeft", total],
      ["ArrowRight", 1],
    ] as const) {
      await page.keyboard.press(key);
      assert.equal(await caption(page), `코드 ${at} / ${total}`, key);
    }
    assert.deepEqual(wrong, []);
    await close();
  });

  test("stays where it is when the language changes", async () => {
    const { page, close } = await open("carried");
    await of("way-out-spoken").go(page);
    const digits = await page.locator(".spoken strong").allTextContents();
    await page.click(".tools button[lang=en]");
    await page.waitForFunction(() => document.documentElement.lang === "en");
    assert.deepEqual(await page.locator(".spoken strong").allTextContents(), digits);
    const read = await page.locator(".spoken span:not([lang])").allTextContents();
    assert.match(read.join(" "), /^(zero|one|two|three|four|five|six|seven|eight|nine| )+$/);
    await close();
  });

  test("prints all codes, and nothing else", async () => {
    const { page, close } = await open("carried");
    await of("way-out-codes").go(page);
    // Nobody stands at the printer: what the button leaves to the browser is looked at.
    await page.evaluate(() => Object.assign(window, { print: () => {} }));
    await page.click("button:has-text('코드 모두 인쇄하기')");
    await page.emulateMedia({ media: "print" });
    assert.equal(await seen(page), await page.locator(".qr").count());
    for (const gone of ["h1", ".cause", ".head", ".foot", ".way-out .fold", ".way-out button"])
      assert.equal(await page.locator(`${gone}:visible`).count(), 0, gone);
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    assert.equal(await page.locator("h1:visible").count(), 1);
    await close();
  });

  test("is not there where no program stands behind the page", async () => {
    const { page, close } = await open("firewall");
    await page.click(".card");
    await page.waitForSelector(".cause");
    assert.equal(await page.locator(".way-out").count(), 0);
    await close();
  });

  test("is there when everything was tried", async () => {
    const { page, close } = await open("carriedHealthy");
    await of("stuck").go(page);
    assert.equal(await page.locator(".way-out button").count(), 1);
    await close();
  });

  test("says in digits alone what is too much for codes", async () => {
    const { page, wrong, close } = await open("spokenAlone");
    await page.click(".card");
    await page.click(".way-out .buttons button");
    await page.waitForSelector(".way-out .fold");
    assert.equal(await page.locator(".way-out .buttons button").count(), 1);
    assert.match(await textOf(page, ".way-out"), /너무 커서/);
    assert.deepEqual(wrong, []);
    await close();
  });
});
