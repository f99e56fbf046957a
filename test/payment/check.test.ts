import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { scriptOf } from "../../src/embed/script.ts";
import { loadGuide } from "../../src/guide/load.ts";
import type { BrowserKind } from "./_browsers.ts";
import { missing, openBrowser, type PayerBrowser, payOnce } from "./_payer.ts";

/** jochi-check.js on a merchant's and a wallet's page, in real browsers on the lab's PC. */
const guide = loadGuide("bankpay-transfer@2018.11");
const page = "https://help.example.kr/jochi.html";
const included = scriptOf(guide, { page, lang: "ko" });
const check = "new Promise((done) => jochiCheck.check(done, true))";
/** The page that opens the window is a frame of the merchant's. */
const ofPopup = "frames.INVISIBLE.jochiCheck.explain({ popup: frames.INVISIBLE.opened })";
const explained = (code: string, symptom: string) => ({
  code,
  symptom,
  link: `${page}#symptom=${symptom}`,
});

interface Found {
  loopback: string;
  agents: unknown[];
  troubles: { code: string }[];
}

describe("jochi-check.js", { concurrency: 2 }, () => {
  for (const kind of ["chromium", "firefox"] as const satisfies BrowserKind[]) {
    describe(`in ${kind}`, { skip: missing(kind), concurrency: 1 }, () => checks(kind));
  }
});

function checks(kind: BrowserKind): void {
  let browser: PayerBrowser;
  before(async () => {
    browser = await openBrowser(kind, guide);
  });
  after(() => browser?.close());

  it("finds nothing where nothing is wrong, and blocks nothing", async () => {
    const world = browser.world([], { included });
    await payOnce(browser, world, { stopAt: "wallet" });
    const found = (await browser.ask("window", check)) as Found;
    assert.deepEqual(found.troubles, []);
    assert.deepEqual(found.agents, [
      { role: "nos", answer: "answers" },
      { role: "ipinside", answer: "answers" },
    ]);
    assert.equal(await browser.ask("shop", ofPopup), null);
    const opener = "jochiCheck.explain({ opener: window.opener })";
    assert.equal(await browser.ask("window", opener), null);
    assert.match((await payOnce(browser, world)).paid ?? "", /승인번호/);
  });

  it("names the program that does not answer", async () => {
    await payOnce(browser, browser.world(["local.agent-down:nos-agent"], { included }));
    const found = (await browser.ask("window", check)) as Found;
    const silent = explained("agent-silent", "install-page-again");
    // Firefox does not tell a page of its policies: who is silent there may have been kept back.
    assert.equal(found.loopback, kind === "chromium" ? "granted" : "prompt");
    assert.deepEqual(found.troubles, kind === "chromium" ? [silent] : []);
  });

  it("tells a window that lost its opener", async () => {
    const world = browser.world(["site.not-trusted:bankpay"], { included });
    await payOnce(browser, world);
    const closed = explained("popup-closed", "verification-error-1");
    assert.deepEqual(await browser.ask("shop", ofPopup), closed);
    const opener = "jochiCheck.explain({ opener: window.opener })";
    const lost = explained("opener-lost", "verification-error-2");
    assert.deepEqual(await browser.ask("window", opener), lost);
  });

  it("tells a pop-up that the browser blocked", async () => {
    await payOnce(browser, browser.world(["popup.blocked"], { included }));
    const blocked = explained("popup-blocked", "popup-window-blocked");
    assert.deepEqual(await browser.ask("shop", ofPopup), blocked);
  });

  it("says nothing certain, or the right thing, where the browser keeps pages from this PC", async () => {
    const world = browser.world(["local-network-access.refused"], { included });
    await payOnce(browser, world);
    const found = (await browser.ask("window", check)) as Found;
    for (const { code } of found.troubles) assert.equal(code, "loopback-denied");
    assert.notEqual(found.loopback, "granted");
  });
}
