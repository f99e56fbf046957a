import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type BrowserContext, chromium, firefox, type Page } from "playwright-core";
import { type Scene, scenes } from "./_scenes.ts";

/**
 * One scene in one browser. Runs in a network of its own that leads nowhere: what a file would send
 * has no way out, and is seen all the same.
 */
export interface Order {
  kind: "chromium" | "firefox";
  file: string;
  scene: keyof typeof scenes;
  /** What a scene is given: an evidence file, an answer. */
  given?: Record<string, string>;
  script?: boolean;
}

export interface Played {
  seen: unknown;
  /** Addresses of all requests but that for the file itself and for data in it. */
  requests: string[];
  /** Errors of scripts and refusals of the policy. */
  wrong: string[];
}

const programs = { chromium: "/usr/bin/chromium", firefox: "/usr/bin/firefox-esr" };
const startMs = 60_000;
const waitMs = 30_000;

async function play({ kind, file, scene, given = {}, script = true }: Order): Promise<Played> {
  const profile = mkdtempSync(join(tmpdir(), "jochi-file-"));
  const options = {
    executablePath: programs[kind],
    timeout: startMs,
    locale: "ko-KR",
    env: { ...process.env, HOME: profile },
  };
  let context: BrowserContext | undefined;
  try {
    context =
      kind === "firefox"
        ? await firefox.launchPersistentContext(profile, { ...options, channel: "moz-firefox" })
        : await chromium.launchPersistentContext(profile, {
            ...options,
            javaScriptEnabled: script,
            // Without this line Playwright switches off what is to be tested.
            ignoreDefaultArgs: ["--disable-popup-blocking"],
            args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-sync"],
          });
    const page = context.pages()[0] ?? (await context.newPage());
    page.setDefaultTimeout(waitMs);
    const address = pathToFileURL(file).href;
    const [requests, wrong] = listen(context, page, address);
    const seen = await (scenes[scene] as Scene)(page, address, given);
    return { seen, requests, wrong };
  } finally {
    await context?.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

function listen(context: BrowserContext, page: Page, address: string): [string[], string[]] {
  const [requests, wrong]: [string[], string[]] = [[], []];
  context.on("request", (request) => {
    const url = request.url();
    if (url.split("#")[0] !== address && !/^(data|blob|about):/.test(url)) requests.push(url);
  });
  page.on("pageerror", (error) => wrong.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") wrong.push(message.text());
  });
  return [requests, wrong];
}

const played = await play(JSON.parse(process.argv[2]!) as Order);
process.stdout.write(JSON.stringify(played));
process.exit(0);
