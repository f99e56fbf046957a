import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Page } from "playwright-core";
import { house, noBrowser } from "./_browser.ts";
import { plays } from "./_tour-plays.ts";

const { open } = house(plays);
const presses = 80;

const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLElement | null;
    if (!element) return { tag: "", words: "", outline: 0 };
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    const label = (element as HTMLInputElement).labels?.[0]?.textContent ?? "";
    return {
      tag: element.tagName,
      words: `${label} ${element.textContent}`,
      outline: outlineStyle === "none" ? 0 : Number.parseFloat(outlineWidth),
    };
  });

/** Tab until what has these words has the focus, which must be seen at every stop. */
async function tabTo(page: Page, words: string): Promise<void> {
  for (let count = 0; count < presses; count += 1) {
    await page.keyboard.press("Tab");
    const now = await focused(page);
    // Between the last stop and the first the browser itself has the focus.
    if (now.tag === "BODY") continue;
    assert.ok(now.outline >= 2, `no focus to be seen on: ${now.words}`);
    if (now.words.includes(words)) return;
  }
  assert.fail(`never came to: ${words}`);
}

async function press(page: Page, words: string, key: "Enter" | "Space" = "Enter"): Promise<void> {
  await tabTo(page, words);
  await page.keyboard.press(key);
}

/** A new screen is read out from its heading on. */
async function headed(page: Page, words: RegExp): Promise<void> {
  await page.waitForFunction(
    (source) =>
      /^H[12]$/.test(document.activeElement?.tagName ?? "") &&
      new RegExp(source).test(document.activeElement?.textContent ?? ""),
    words.source,
  );
}

describe("with the keyboard alone", { skip: noBrowser }, () => {
  test("from the symptom through a step by hand to a finished payment", async () => {
    const { page, wrong, close } = await open("byHand");
    await press(page, "본문으로 바로 가기");
    assert.equal((await focused(page)).tag, "MAIN");
    await tabTo(page, "화면에 나온 글로 찾기");
    await page.keyboard.type("팝업");
    await page.waitForFunction(() => document.querySelectorAll(".card").length === 2);
    await press(page, "팝업이 차단되었다는");
    await headed(page, /팝업/);
    await press(page, "담당자를 위한", "Space");
    await page.waitForSelector("details[open]");
    await press(page, "차례대로 고치기");
    await headed(page, /팝업/);
    await press(page, "했습니다. 다시 확인");
    await headed(page, /다시 확인한 결과/);
    await press(page, "지금 결제해 보기");
    await headed(page, /결제가 되나요/);
    await press(page, "네, 됩니다");
    await headed(page, /결제가 됩니다/);
    assert.deepEqual(wrong, []);
    await close();
  });

  test("a change is looked at, agreed to, and undone", async () => {
    const { page, wrong, close } = await open("treated");
    await press(page, "모르겠어요");
    await headed(page, /가지/);
    await press(page, "차례대로 고치기");
    await headed(page, /신뢰/);
    await press(page, "무엇을 바꿀지 보기");
    await headed(page, /바꿀 내용/);
    await press(page, "이대로 바꾸기");
    await headed(page, /다시 확인한 결과/);
    await press(page, "이 변경 되돌리기");
    await headed(page, /되돌릴 방법/);
    await press(page, "이대로 되돌리기");
    await page.waitForSelector(".note-good");
    await press(page, "돌아가기");
    await headed(page, /다시 확인한 결과/);
    assert.deepEqual(wrong, []);
    await close();
  });

  test("the guide, the language and a message to another team", async () => {
    const { page, wrong, close } = await open("firewall");
    await press(page, "안내서 전체 보기");
    await headed(page, /안내서/);
    await press(page, "돌아가기");
    await headed(page, /어떤 화면/);
    await press(page, "English");
    await page.waitForFunction(() => document.documentElement.lang === "en");
    await press(page, "I don't know");
    await headed(page, /firewall/);
    await press(page, "step by step");
    await headed(page, /./);
    await tabTo(page, "Message to send");
    await press(page, "Copy the message");
    await page.waitForFunction(
      () => document.querySelector(".message [role=status]")?.textContent !== "",
    );
    assert.deepEqual(wrong, []);
    await close();
  });
});
