import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { house, noBrowser } from "./_browser.ts";
import { places } from "./_tour.ts";
import { plays } from "./_tour-plays.ts";

/** Every screen under the conditions that people set for themselves. */
const { open } = house(plays);
/** A window of 1280 by 900 at 200 %. */
const zoomed = { width: 640, height: 450 };
/** A sheet of A4 between its margins. */
const sheet = { width: 672, height: 950 };

/** Text that is cut off, controls that lie over one another, and a page that is too wide. */
function lost(): string[] {
  const shown = [...document.querySelectorAll<HTMLElement>("main *, header *, footer *")].filter(
    (each) => each.offsetParent !== null && !each.closest("svg, .unseen, .skip, textarea"),
  );
  const cut = shown
    .filter((each) => {
      const { overflowX, overflowY } = getComputedStyle(each);
      const hides = (overflow: string) => overflow === "hidden" || overflow === "clip";
      return (
        (hides(overflowX) && each.scrollWidth > each.clientWidth + 1) ||
        (hides(overflowY) && each.scrollHeight > each.clientHeight + 1)
      );
    })
    .map((each) => `cut off: ${each.outerHTML.slice(0, 80)}`);
  const controls = shown.filter((each) => each.matches("button, summary, input, textarea, a"));
  const boxes = controls.map((each) => ({ each, box: each.getBoundingClientRect() }));
  const over = boxes.flatMap(({ each, box }, at) =>
    boxes
      .slice(at + 1)
      .filter(({ each: other }) => !each.contains(other) && !other.contains(each))
      .filter(
        ({ box: other }) =>
          Math.min(box.right, other.right) - Math.max(box.left, other.left) > 1 &&
          Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top) > 1,
      )
      .map(() => `overlaps: ${each.outerHTML.slice(0, 80)}`),
  );
  const { scrollWidth } = document.documentElement;
  return [...cut, ...over, ...(scrollWidth > innerWidth ? [`wide: ${scrollWidth}`] : [])];
}

/** Controls without an outline, lamps without a shape, and what moves although nothing should. */
function bare(): string[] {
  const ground = getComputedStyle(document.body).backgroundColor;
  const isBare = (each: Element) => {
    const { borderTopWidth, borderTopColor, textDecorationLine } = getComputedStyle(each);
    const bordered = Number.parseFloat(borderTopWidth) > 0 && borderTopColor !== ground;
    return !bordered && !textDecorationLine.includes("underline");
  };
  const controls = [
    ...document.querySelectorAll<HTMLElement>("main button, main input[type=text], main textarea"),
  ]
    .filter((each) => each.offsetParent !== null && isBare(each))
    .map((each) => `control: ${each.outerHTML.slice(0, 80)}`);
  const lamps = [...document.querySelectorAll(".light path")]
    .filter((each) => getComputedStyle(each).stroke === ground)
    .map(() => "a lamp without a shape");
  const moving = document
    .getAnimations()
    .filter(({ playState, effect }) => {
      const { duration } = effect?.getComputedTiming() ?? {};
      return playState === "running" && Number(duration) > 1;
    })
    .map(({ effect }) => `moves: ${(effect as KeyframeEffect).target?.className}`);
  return [...controls, ...lamps, ...moving];
}

/** What does not belong on paper. */
function misprinted(): string[] {
  const { scrollWidth } = document.documentElement;
  const ground = getComputedStyle(document.body).backgroundColor;
  const isWhite = ["rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"].includes(ground);
  const ink = getComputedStyle(document.querySelector("h1")!).color;
  const controls = [
    ...document.querySelectorAll<HTMLElement>("main .buttons button, .tools button"),
  ]
    .filter((each) => each.offsetParent !== null)
    .map((each) => `control: ${each.textContent}`);
  return [
    ...(scrollWidth > innerWidth ? [`${scrollWidth - innerWidth} px too wide`] : []),
    ...(isWhite ? [] : [`on ${ground}`]),
    ...(ink === "rgb(0, 0, 0)" ? [] : [`written in ${ink}`]),
    ...controls,
    ...[...document.querySelectorAll("details:not([open])")].map(() => "folded"),
  ];
}

describe("at 200 %, in forced colours, without motion, on paper", { skip: noBrowser }, () => {
  for (const { name, play, symptom, go } of places)
    test(`${name}: nothing is lost`, async () => {
      const { page, close } = await open(play, {
        ...(symptom !== undefined && { symptom }),
        context: { colorScheme: "dark", reducedMotion: "reduce" },
      });
      try {
        await go(page);
        await page.setViewportSize(zoomed);
        assert.deepEqual(await page.evaluate(lost), [], "200 %");
        await page.emulateMedia({ forcedColors: "active" });
        assert.deepEqual(await page.evaluate(bare), [], "forced colours");
        await page.setViewportSize(sheet);
        await page.emulateMedia({ forcedColors: null, media: "print" });
        await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
        assert.deepEqual(await page.evaluate(misprinted), [], "paper");
      } finally {
        await close();
      }
    });

  test("what is lost is noticed", async () => {
    const { page, close } = await open("healthy");
    assert.deepEqual(await page.evaluate(lost), []);
    await page.evaluate(() => {
      const [first, second] = document.querySelectorAll<HTMLElement>(".card");
      first!.style.cssText = "overflow: hidden; height: 60px; border: 0";
      second!.style.marginLeft = "-120px";
      document.body.style.background = "red";
      document.querySelector("main")!.animate([{ opacity: 0 }, { opacity: 1 }], 60_000);
    });
    const found = await page.evaluate(lost);
    assert.ok(
      found.some((each) => each.startsWith("cut off")),
      found.join(),
    );
    assert.ok(
      found.some((each) => each.startsWith("overlaps")),
      found.join(),
    );
    const seen = await page.evaluate(bare);
    assert.ok(
      seen.some((each) => each.startsWith("control")),
      seen.join(),
    );
    assert.ok(
      seen.some((each) => each.startsWith("moves")),
      seen.join(),
    );
    const paper = await page.evaluate(misprinted);
    assert.ok(
      paper.some((each) => each.startsWith("on rgb(255, 0, 0)")),
      paper.join(),
    );
    assert.ok(paper.includes("folded"), paper.join());
    await close();
  });
});
