import { gzipSync } from "node:zlib";
import { launch, openIn } from "../../test/portal/_browser.ts";
import { serveStage } from "../../test/portal/_serve.ts";
import { plays } from "../../test/portal/_tour-plays.ts";
import { bundlePage } from "./bundle.ts";

/**
 * Measures the page: `node scripts/page/measure.ts [SLOWDOWN]`. From the click that brings a whole
 * diagnosis at once to its result painted, and the longest task on the way; how large it is.
 */
const slowdown = Number(process.argv[2] ?? 1);
const runs = 7;

const begun = performance.now();
const { script, style } = await bundlePage("src/portal/stage/entry.tsx");
const bundled = Math.round(performance.now() - begun);
const kilobytes = (text: string) => Math.round(gzipSync(text).length / 1024);
process.stdout.write(
  `bundled in ${bundled} ms: script ${kilobytes(script)} KB gzip, style ${kilobytes(style)} KB gzip\n`,
);

const stage = await serveStage(plays);
const browser = await launch();
const results: { painted: number; longest: number }[] = [];
for (let run = 0; run < runs; run += 1) {
  const { page, close } = await openIn(browser, stage.origin, "firewall");
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  const measured = await page.evaluate(
    `new Promise((done) => {
      let longest = 0;
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
      }).observe({ type: "longtask" });
      const start = performance.now();
      const look = () => {
        if (!document.querySelector(".cause")) return requestAnimationFrame(look);
        requestAnimationFrame(() => setTimeout(() => {
          const painted = performance.now() - start;
          setTimeout(() => done({ painted, longest }), 300);
        }));
      };
      document.querySelector(".card").click();
      look();
    })`,
  );
  results.push(measured as { painted: number; longest: number });
  await close();
}
await browser.close();
await stage.close();
const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
for (const name of ["painted", "longest"] as const) {
  const values = results.map((each) => Math.round(each[name]));
  process.stdout.write(`${name}: median ${median(values)} ms, most ${Math.max(...values)} ms\n`);
}
