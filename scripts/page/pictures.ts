import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ownPath } from "../../src/own/files.ts";
import { launch, openIn } from "../../test/portal/_browser.ts";
import { serveStage } from "../../test/portal/_serve.ts";
import { places } from "../../test/portal/_tour.ts";
import { plays } from "../../test/portal/_tour-plays.ts";

/**
 * Draws every state of the page into `docs/pictures/page`: `node scripts/page/pictures.ts`. Korean in
 * light, and a few of them in English, in the dark and on a narrow screen.
 */
const folder = ownPath("docs/pictures/page");
const others = ["start", "result"];
const looks = [
  {
    end: "",
    names: places.map(({ name }) => name),
    lang: "ko",
    colorScheme: "light",
    width: 960,
  },
  { end: ".en", names: others, lang: "en", colorScheme: "light", width: 960 },
  { end: ".dark", names: others, lang: "ko", colorScheme: "dark", width: 960 },
  { end: ".narrow", names: others, lang: "ko", colorScheme: "light", width: 390 },
] as const;
const height = 720;

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const stage = await serveStage(plays);
const browser = await launch();
for (const { end, names, lang, colorScheme, width } of looks)
  for (const { name, play, symptom, from, go } of places) {
    if (!names.includes(name)) continue;
    const { page, close } = await openIn(browser, stage.origin, play, {
      lang,
      ...(symptom !== undefined && { symptom }),
      context: { colorScheme, reducedMotion: "reduce", viewport: { width, height } },
    });
    await go(page);
    // What is drawn a moment later belongs to the picture.
    await page.waitForTimeout(500);
    await page.evaluate((top) => {
      scrollTo(0, 0);
      if (top !== undefined) document.querySelector(top)?.scrollIntoView();
    }, from);
    await page.screenshot({ path: join(folder, `${name}${end}.png`) });
    await close();
  }
await browser.close();
await stage.close();
