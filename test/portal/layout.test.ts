import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { house, noBrowser, textOf } from "./_browser.ts";
import { places } from "./_tour.ts";
import { plays } from "./_tour-plays.ts";

const { open } = house(plays);
const of = (name: string) => places.find((place) => place.name === name)!;

describe("how the page is laid out", { skip: noBrowser }, () => {
  test("text is 17 px, and grows with what is set in the browser", async () => {
    const { page, close } = await open("healthy");
    const size = () => page.evaluate(() => getComputedStyle(document.body).fontSize);
    assert.equal(await size(), "17px");
    await page.evaluate(() => {
      document.documentElement.style.fontSize = "32px";
    });
    assert.equal(await size(), "34px");
    await close();
  });

  test("whoever wants less motion gets none", async () => {
    const { page, close } = await open("endless", { context: { reducedMotion: "reduce" } });
    await of("finding").go(page);
    const name = await page.evaluate(
      () => getComputedStyle(document.querySelector(".waiting-bar")!, "::after").animationName,
    );
    assert.equal(name, "none");
    await close();
  });

  test("in forced colours lamps keep their shapes and rows their outlines", async () => {
    const { page, close } = await open("endless", { context: { forcedColors: "active" } });
    await of("finding").go(page);
    const [stroke, canvas, row] = await page.evaluate(() => {
      const colour = (text: string) => {
        const probe = document.createElement("i");
        probe.style.color = text;
        document.body.append(probe);
        return getComputedStyle(probe).color;
      };
      return [
        getComputedStyle(document.querySelector(".light path")!).stroke,
        colour("CanvasText"),
        getComputedStyle(document.querySelector(".row-ok")!).borderTopColor,
      ];
    });
    assert.equal(stroke, canvas);
    assert.equal(row, canvas);
    await close();
  });

  test("on paper: no controls, the whole message, everything unfolded", async () => {
    const { page, close } = await open("firewall");
    await of("message").go(page);
    await page.emulateMedia({ media: "print" });
    const visible = (selector: string) => page.locator(selector).first().isVisible();
    assert.equal(await visible(".tools"), false);
    assert.equal(await visible("textarea"), false);
    assert.equal(await visible(".message .files"), false, "buttons only, and their heading");
    assert.match(await textOf(page, ".only-print"), /bwt\.nprotect2\.net/);
    await page.emulateMedia({ media: null });
    await page.click(".brand");
    await page.click(".card");
    await page.waitForSelector(".cause");
    const open2 = () => page.locator("details:not([open])").count();
    assert.ok((await open2()) > 0);
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    assert.equal(await open2(), 0);
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    assert.ok((await open2()) > 0);
    await close();
  });
});
