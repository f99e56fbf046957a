import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { loadGuide } from "../../src/guide/load.ts";
import { missing, openBrowser, type PayerBrowser, payOnce } from "./_payer.ts";
import { policiesWrittenBy } from "./_remedy.ts";

/**
 * What the remedies write into a Windows PC's registry, given to a real Chromium word for word: its
 * own pop-up blocker and its own guard of loopback stop the payment before, and let it pass after.
 */
const guide = loadGuide("bankpay-transfer@2018.11");

describe("what a remedy writes, in chromium", { skip: missing("chromium") }, () => {
  let browser: PayerBrowser;
  before(async () => {
    browser = await openBrowser("chromium", guide);
  });
  after(() => browser?.close());

  it("ends the pop-up blocker's veto with popup-and-toolbars", async () => {
    const { PopupsAllowedForUrls: popups } = await policiesWrittenBy(guide, "popup-and-toolbars");
    assert.ok(popups && popups.length > 0);
    const blocked = await payOnce(browser, browser.world(), { settings: { popups: [] } });
    const { message } = guide.symptoms.find(({ id }) => id === "popup-window-blocked")!;
    assert.deepEqual(blocked, { notices: [message] });
    // Another site's permission is none.
    const other = { popups: ["[*.]example.kr"] };
    const still = await payOnce(browser, browser.world(), { settings: other });
    assert.deepEqual(still, { notices: [message] });
    const seen = await payOnce(browser, browser.world(), { settings: { popups } });
    assert.match(seen.paid ?? JSON.stringify(seen), /승인번호/);
  });

  it("ends the browser's guard of this PC with allow-local-access", async () => {
    const { LoopbackNetworkAllowedForUrls: loopback } = await policiesWrittenBy(
      guide,
      "allow-local-access",
    );
    assert.ok(loopback && loopback.length > 0);
    const kept = await payOnce(browser, browser.world(), { settings: { loopback: [] } });
    assert.match(kept.window?.url ?? "", /install\?agent=nos-agent$/);
    const seen = await payOnce(browser, browser.world(), { settings: { loopback } });
    assert.match(seen.paid ?? JSON.stringify(seen), /승인번호/);
  });
});
