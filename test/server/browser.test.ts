import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, describe, it } from "node:test";
import { pathToFileURL } from "node:url";
import { type Browser, chromium, firefox, type Page as Tab } from "playwright-core";
import { fileTo } from "../../src/server/open-browser.ts";
import { pageOf } from "../../src/server/page.ts";
import { type Served, served } from "./_served.ts";

/** A page that does what the real one does, and tries what nobody may. */
const script = `
const once = new URLSearchParams(location.hash.slice(1)).get("once");
history.replaceState(null, "", "/");
const json = { "Content-Type": "application/json" };
(async () => {
  const session = await fetch("/api/session", { method: "POST", headers: json, body: JSON.stringify({ once }) });
  const { token } = await session.json();
  const known = { ...json, Authorization: "Bearer " + token };
  const state = await (await fetch("/api/state", { headers: known })).json();
  const ask = { method: "POST", headers: known, body: JSON.stringify({ guide: "bankpay-transfer@2018.11" }) };
  const lines = (await (await fetch("/api/diagnose", ask)).text()).trim().split("\\n");
  const last = JSON.parse(lines.at(-1)).type;
  const blocked = [];
  addEventListener("securitypolicyviolation", (event) => blocked.push(event.effectiveDirective));
  await fetch("http://127.0.0.1:9/").catch(() => {});
  document.body.append(Object.assign(document.createElement("script"), { textContent: "window.foreign = 1" }));
  document.body.append(Object.assign(new Image(), { src: "http://127.0.0.1:9/x.png" }));
  document.body.style.setProperty("color", "red");
  document.body.insertAdjacentHTML("beforeend", "<p style='color:red' onclick='1'>x</p>");
  await new Promise((done) => setTimeout(done, 100));
  document.title = JSON.stringify({ lang: state.lang, last, foreign: window.foreign, hash: location.hash, blocked: [...new Set(blocked)].sort() });
})().catch((error) => { document.title = String(error); });
`;
const page = pageOf(`<!doctype html><title>…</title><body><script>${script}</script>`);

const browsers = [
  ["chromium", "/usr/bin/chromium"],
  ["firefox", "/usr/bin/firefox-esr"],
] as const;

for (const [name, path] of browsers)
  describe(`the local server and ${name}`, { skip: !existsSync(path) && `no ${path}` }, () => {
    let browser: Browser;
    let one: Served;
    before(async () => {
      one = await served({ page });
      browser =
        name === "chromium"
          ? await chromium.launch({ executablePath: path, args: ["--no-sandbox"] })
          : await firefox.launch({ channel: "moz-firefox", executablePath: path });
    });
    after(async () => {
      await browser?.close();
      await one?.close();
    });

    it("opens from the file that leads to it, works, and may do nothing else", async () => {
      const file = fileTo(one.server.address());
      const tab = await browser.newPage();
      await tab.goto(pathToFileURL(file.path).href);
      const seen = JSON.parse(await titleOf(tab, "{"));
      file.remove();
      assert.deepEqual(
        [seen.lang, seen.last, seen.foreign, seen.hash],
        ["ko", "report", undefined, ""],
      );
      for (const kind of ["connect-src", "img-src", "script-src-elem"])
        assert.ok(seen.blocked.includes(kind), `${kind}: ${seen.blocked}`);
      await tab.close();
    });

    it("gives a page of another origin nothing, and cannot be framed by it", async () => {
      const { address, tried, close } = await foreignPage(one.port, one.token);
      const tab = await browser.newPage();
      await tab.goto(address);
      assert.deepEqual(JSON.parse(await titleOf(tab, "[")), tried);
      const frame = tab.frames().find((each) => each.url().includes(String(one.port)));
      const title = await frame?.evaluate<string>("document.title").catch(() => "");
      assert.doesNotMatch(title ?? "", /…|lang/);
      await tab.close();
      close();
    });
  });

const triesMax = 600;

/** The page's title once it begins so; asked from outside, as the page may evaluate nothing. */
async function titleOf(tab: Tab, start: string): Promise<string> {
  for (let tries = 0; tries < triesMax; tries += 1) {
    const title = await tab.title().catch(() => "");
    if (title.startsWith(start)) return title;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`the title stayed ${await tab.title()}`);
}

/** A page of another port that knows even the token, and tries it. */
async function foreignPage(port: number, token: string) {
  const at = `http://127.0.0.1:${port}`;
  const attack = `
const tries = [
  () => fetch("${at}/api/state", { headers: { Authorization: "Bearer ${token}" } }),
  () => fetch("${at}/api/state"),
  () => fetch("${at}/api/undo", { method: "POST", body: '{"id":"x"}', headers: { "Content-Type": "text/plain" } }),
  () => fetch("${at}/"),
];
const outcomes = [];
(async () => {
  for (const one of tries) outcomes.push(await one().then(() => "read", () => "refused"));
  document.title = JSON.stringify(outcomes);
})();`;
  const server = createServer((_, response) => {
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.end(`<!doctype html><iframe src="${at}/"></iframe><script>${attack}</script>`);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const own = (server.address() as AddressInfo).port;
  return {
    address: `http://127.0.0.1:${own}/`,
    tried: ["refused", "refused", "refused", "refused"],
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
