import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { rowsOf } from "../../src/guide/guide.ts";
import { loadGuide } from "../../src/guide/load.ts";
import { house, noBrowser, textOf } from "./_browser.ts";
import { uninstaller } from "./_plays.ts";
import { places } from "./_tour.ts";
import { plays } from "./_tour-plays.ts";

const { open } = house(plays);
const guide = loadGuide("bankpay-transfer@2018.11");
const of = (name: string) => places.find((place) => place.name === name)!;

describe("the page", { skip: noBrowser }, () => {
  test("has a drawing of its own for every symptom of the guide", async () => {
    const { page, close } = await open("treated");
    await page.waitForSelector(".card svg > *", { state: "attached" });
    const drawn = await page
      .locator(".card svg")
      .evaluateAll((all) => all.map((each) => each.innerHTML));
    assert.equal(drawn.length, guide.symptoms.length + 1);
    assert.ok(new Set(drawn).size >= guide.symptoms.length);
    await close();
  });

  test("search narrows the cards as it is typed, and says how many there are", async () => {
    const { page, close } = await open("treated");
    await page.fill(".search input", "작업시");
    await page.waitForFunction(() => document.querySelectorAll(".card").length === 2);
    assert.match(await textOf(page, ".search [role=status]"), /1개/);
    assert.match(await textOf(page, ".card >> nth=0"), /모르겠어요/);
    await page.click(".search button");
    await page.waitForFunction(() => document.querySelectorAll(".card").length > 10);
    assert.equal(await page.evaluate(() => document.activeElement?.tagName), "INPUT");
    await close();
  });

  test("begins to look at once where another page has seen the symptom", async () => {
    const { page, close } = await open("firewall", { symptom: "blank-window" });
    await page.waitForSelector(".cause");
    const asked = await page.evaluate(
      () => (window as unknown as { stage: { doctor: { asked: string[] } } }).stage.doctor.asked,
    );
    assert.deepEqual(asked, ["state", "guide", "diagnose blank-window"]);
    await close();
  });

  test("draws the map while looking, and says in words what it does", async () => {
    const { page, close } = await open("endless");
    await of("finding").go(page);
    assert.ok((await page.locator(".row").count()) >= rowsOf(guide).length);
    assert.match(await textOf(page, ".waiting"), /서버에 하나씩/);
    assert.match(await textOf(page, ".way"), /곳 중 \d+곳 보았음/);
    await close();
  });

  test("says of a cause who, how sure, why, and what would overturn it", async () => {
    const { page, close } = await open("firewall");
    await page.click(".card");
    const cause = await textOf(page, ".cause");
    for (const words of [
      "조치할 분",
      "네트워크",
      "얼마나 확실한가",
      "확인됨",
      "왜 그렇게",
      "뒤집을",
    ])
      assert.ok(cause.includes(words), words);
    await close();
  });

  test("gives other teams a table of the rows that are blocked, and no others", async () => {
    const { page, close } = await open("firewall");
    await of("message").go(page);
    const download = page.waitForEvent("download");
    await page.click("button:has-text('CSV')");
    const file = await download;
    assert.equal(file.suggestedFilename(), "jochi-bankpay-transfer-2018.11.csv");
    const text = readFileSync(await file.path(), "utf8");
    assert.ok(text.includes("52.79.192.248"));
    assert.ok(!text.includes("bankpay.or.kr"));
    await close();
  });

  test("says whose answer is still awaited, also where nothing is left to try", async () => {
    const { page, close } = await open("letter");
    await of("message-several").go(page);
    await page.click("main > .buttons button.strong");
    await page.waitForFunction(() => document.querySelector("main textarea") === null);
    assert.match(await textOf(page, "main"), /답을 기다리는 일이 있습니다/);
    await page.click("main .buttons button >> nth=1");
    await page.waitForSelector(".steps");
    assert.match(await textOf(page, "main"), /답을 기다리는 일이 있습니다/);
    await close();
  });

  test("saves the evidence as the file that the command line reads", async () => {
    const { page, close } = await open("firewall");
    await page.click(".card");
    const download = page.waitForEvent("download");
    await page.click(".save button");
    const text = readFileSync(await (await download).path(), "utf8");
    assert.equal((JSON.parse(text) as { schema: string }).schema, "jochi.evidence/1");
    await close();
  });

  test("changes nothing before it was shown and agreed to", async () => {
    const { page, close } = await open("treated");
    await of("task-changes").go(page);
    const asked = () =>
      page.evaluate(
        () => (window as unknown as { stage: { doctor: { asked: string[] } } }).stage.doctor.asked,
      );
    assert.ok(!(await asked()).some((each) => each.startsWith("treat ")));
    const shown = await textOf(page, ".preview");
    assert.match(shown, /lgcns\.com/);
    assert.match(shown, /HKCU\\Software/);
    await page.click(".preview button:not(.strong)");
    assert.ok(!(await asked()).some((each) => each.startsWith("treat ")));
    await close();
  });

  test("shows the program that undoing would start, before anybody agrees to it", async () => {
    const { page, close } = await open("installed");
    await of("journal-program").go(page);
    const exactly = await textOf(page, ".preview li .exact");
    assert.ok(exactly.includes(`"${uninstaller}" /silent`), exactly);
    assert.ok(await page.isVisible(".preview li .exact"));
    await page.click(".preview summary");
    const folded = await textOf(page, ".preview details .exact");
    assert.ok(folded.includes(uninstaller), folded);
    assert.ok(!folded.includes("nos_setup.exe"), "not what was done then");
    await close();
  });

  test("says what stays without proof, and what the browser will ask", async () => {
    const { page, close } = await open("asks");
    await of("after-asks").go(page);
    const said = await textOf(page, "main .note");
    assert.match(said, /바꾸었습니다.*결제 화면에서만.*‘허용’을 누르세요/s);
    assert.ok(await page.isVisible("main .note-care button"), "it can be undone");
    await close();
  });

  test("has the whole guide one click away", async () => {
    const { page, close } = await open("treated");
    await of("guide").go(page);
    const text = await textOf(page, ".guide");
    for (const { title } of guide.sections) assert.ok(text.includes(title.ko), title.ko);
    for (const { address } of rowsOf(guide)) assert.ok(text.includes(address), address);
    await close();
  });

  test("speaks English but for what stands on Korean screens", async () => {
    for (const name of ["result-several", "task", "after", "message", "journal", "stuck"]) {
      const { play, symptom, go } = of(name);
      const { page, close } = await open(play, {
        lang: "en",
        ...(symptom !== undefined && { symptom }),
      });
      await go(page);
      const korean = await page.evaluate(() => {
        const copy = document.body.cloneNode(true) as HTMLElement;
        for (const each of copy.querySelectorAll("svg, script, style, [lang=ko], .steps"))
          each.remove();
        return /[가-힣].*/.exec(copy.textContent ?? "")?.[0];
      });
      assert.equal(korean, undefined, name);
      await close();
    }
  });

  test("stays when back is pressed in the browser, and goes from screen to screen", async () => {
    const { page, wrong, close } = await open("byHand");
    await page.click(".card");
    await page.waitForSelector(".cause");
    await page.click("main button.strong");
    await page.waitForSelector(".steps");
    await page.goBack();
    await page.waitForSelector(".cause");
    await page.goBack();
    await page.waitForSelector(".cards");
    await page.goForward();
    await page.waitForSelector(".cause");
    await page.goForward();
    await page.waitForSelector(".steps");
    assert.deepEqual(wrong, []);
    await close();
  });
});
