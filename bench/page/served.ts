// npm run bench:page -- --served: how soon the page shows something after the click that begins a
// look, with the doctor inside the real lab and all 32 endpoints open. Runs in a network of its own.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { type Browser, chromium, type Page } from "playwright-core";
import { ownPath } from "../../src/own/files.ts";
import type { State } from "../../src/portal/wire.ts";

/** Of one look, ms from the click. */
export interface Look {
  /** The map says something of the PC, painted. */
  firstWord: number;
  /** The first lamp of a row that is not waiting any more, painted. */
  firstRow: number;
  /** The whole result, painted. */
  result: number;
  /** The longest task that kept the page from answering. */
  longestTask: number;
  /** The longest time between two pictures. */
  longestFrame: number;
}

export interface Looks {
  lab: string;
  first: Look;
  second: Look;
}

const startMs = 60_000;

/** The first look after the start, when nothing is warm yet, and one more. */
async function look(): Promise<Looks> {
  const server = spawn(
    process.execPath,
    [ownPath("src/cli/main.ts"), "start", "--demo", "--no-open", "--lang", "ko"],
    { stdio: ["ignore", "pipe", "pipe"] },
  );
  let browser: Browser | undefined;
  try {
    const address = await addressOf(server);
    browser = await chromium.launch({
      executablePath: process.env.JOCHI_CHROMIUM ?? "/usr/bin/chromium",
      args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-sync"],
    });
    const page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
    page.setDefaultTimeout(startMs);
    const asked = page.waitForResponse((response) => response.url().endsWith("/api/state"));
    await page.goto(address);
    const { demo } = (await (await asked).json()) as State;
    await page.waitForSelector(".card");
    // Whoever opens a page reads before pressing anything.
    await page.waitForTimeout(1_000);
    const first = await lookOnce(page);
    await page.click(".brand");
    await page.waitForSelector(".card");
    await page.waitForTimeout(1_000);
    return { lab: demo?.lab ?? "", first, second: await lookOnce(page) };
  } finally {
    await browser?.close();
    server.kill("SIGTERM");
    await once(server, "exit");
  }
}

async function addressOf(server: ChildProcess): Promise<string> {
  const timer = setTimeout(() => server.kill("SIGKILL"), startMs);
  const said: string[] = [];
  for (const stream of [server.stdout!, server.stderr!])
    stream.on("data", (part: Buffer) => said.push(part.toString("utf8")));
  for (;;) {
    const found = /http:\/\/127\.0\.0\.1:\d+\/\S*/.exec(said.join(""));
    if (found) {
      clearTimeout(timer);
      return found[0];
    }
    if (server.exitCode !== null) throw new Error(`no page: ${said.join("")}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function lookOnce(page: Page): Promise<Look> {
  return page.evaluate(
    () =>
      new Promise<Look>((done) => {
        let longestTask = 0;
        const tasks = new PerformanceObserver((list) => {
          for (const { duration } of list.getEntries())
            longestTask = Math.max(longestTask, duration);
        });
        tasks.observe({ type: "longtask" });
        const start = performance.now();
        const [word, row] = [
          ".station-looked, .station-ok, .station-bad",
          ".row:not(.row-waiting)",
        ];
        const seen: Record<string, number> = {};
        const note = (selector: string) => {
          if (selector in seen || !document.querySelector(selector)) return;
          seen[selector] = 0;
          requestAnimationFrame(() =>
            setTimeout(() => {
              seen[selector] = performance.now() - start;
            }),
          );
        };
        let [longestFrame, last] = [0, start];
        const each = (now: number) => {
          longestFrame = Math.max(longestFrame, now - last);
          last = now;
          note(word);
          note(row);
          if (!document.querySelector(".save")) return requestAnimationFrame(each);
          requestAnimationFrame(() =>
            setTimeout(() => {
              const result = performance.now() - start;
              setTimeout(() => {
                tasks.disconnect();
                const [firstWord = 0, firstRow = 0] = [seen[word], seen[row]];
                done({ firstWord, firstRow, result, longestTask, longestFrame });
              }, 500);
            }),
          );
          return 0;
        };
        requestAnimationFrame(each);
        document.querySelector<HTMLElement>(".card")!.click();
      }),
  );
}

if (import.meta.main) {
  process.stdout.write(JSON.stringify(await look()));
  process.exit(0);
}
