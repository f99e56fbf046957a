/// <reference lib="dom" />
import type { CDPSession, Page } from "playwright-core";

/** Until a browser has done what it does at its start. */
const settledMs = 3_000;

/**
 * Clicks on the first symptom at the first moment at which that is answered, and notes that moment
 * and the one at which its answer stands there. Nothing is asked of the page meanwhile: each question
 * would cost it time.
 */
async function clickSoon(page: Page, address: string): Promise<Record<Moment, number>> {
  await page.addInitScript(() => {
    let clicked = 0;
    const tell = () => console.info(`answered ${clicked} ${performance.now()}`);
    const { port1, port2 } = new MessageChannel();
    const watcher = new MutationObserver(() => {
      if (clicked > 0) {
        if (document.querySelector(".cards")) return;
        watcher.disconnect();
        tell();
      } else if (document.querySelector(".cards button")) port2.postMessage(0);
    });
    port1.onmessage = () => {
      if (clicked > 0) return;
      clicked = performance.now();
      performance.mark("usable");
      document.querySelector<HTMLElement>(".cards button")!.click();
    };
    watcher.observe(document, { childList: true, subtree: true });
  });
  const told = page.waitForEvent("console", (message) => message.text().startsWith("answered "));
  await page.goto(`${address}#lang=ko`);
  const [usable = 0, answered = 0] = (await told).text().split(" ").slice(1).map(Number);
  return { usable, answered };
}

type Moment = "usable" | "answered";

/** Both moments, ms after the page was asked for, with the processor slowed down. */
export async function slowly(page: Page, address: string, { times }: Record<string, string>) {
  await page.waitForTimeout(settledMs);
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: Number(times) });
  return clickSoon(page, address);
}

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  tdur?: number;
}

/**
 * For how long the page's main thread has had a processor, from the arrival of the file until the first
 * moment, ms at full speed: what else a machine does disturbs this little.
 */
export async function busy(page: Page, address: string): Promise<{ busy: number }> {
  await page.waitForTimeout(settledMs);
  const session = await page.context().newCDPSession(page);
  const categories = ["toplevel", "blink.user_timing", "devtools.timeline", "loading"];
  await session.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: { includedCategories: categories },
  });
  await clickSoon(page, address);
  const events = await tracedBy(session);
  const usable = events.find(({ name }) => name === "usable")!;
  const own = events
    .filter(({ ph, pid, tid }) => ph === "X" && pid === usable.pid && tid === usable.tid)
    .filter(({ ts }) => ts < usable.ts);
  const arrival = own.findLast(({ name }) => name === "DocumentLoader::CommitNavigation")!;
  const tasks = own.filter(({ name }) => name.endsWith("RunTask"));
  // The navigation is part of a task that has begun before it.
  const first = tasks.findLast(({ ts }) => ts <= arrival.ts)!;
  const inAll = tasks.filter(({ ts }) => ts >= first.ts).map(({ tdur = 0 }) => tdur / 1_000);
  return { busy: inAll.slice(0, -1).reduce((sum, each) => sum + each, 0) };
}

async function tracedBy(session: CDPSession): Promise<TraceEvent[]> {
  const events: TraceEvent[] = [];
  session.on("Tracing.dataCollected", ({ value }) => {
    events.push(...(value as unknown as TraceEvent[]));
  });
  const done = new Promise<void>((resolve) =>
    session.once("Tracing.tracingComplete", () => resolve()),
  );
  await session.send("Tracing.end");
  await done;
  return events.sort((a, b) => a.ts - b.ts);
}
