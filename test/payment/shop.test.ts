import assert from "node:assert/strict";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { loadGuide } from "../../src/guide/load.ts";
import type { PayerProgram } from "../../src/lab/payment/payer-browser.ts";
import { type Lab, labSupport, startLab } from "../../src/lab/real/lab.ts";
import { breakable } from "../../src/server/practice/broken.ts";
import { createShop } from "../../src/server/practice/shop.ts";

/** The browser that a person pays with in the demonstration, played by a script that says how it was started. */
const guide = loadGuide("bankpay-transfer@2018.11");
const { broken } = breakable(guide);
const support = labSupport();
const screen = { DISPLAY: ":99" };
const patienceMs = 20_000;

describe("the shop of the demonstration", { skip: "missing" in support && support.missing }, () => {
  let lab: Lab;
  let folder: string;
  let program: PayerProgram;
  before(async () => {
    lab = await startLab(broken([]));
    folder = mkdtempSync(join(tmpdir(), "jochi-shop-"));
    // A folder of the machine's own, which must stay as it is.
    program = { kind: "chromium", program: played("stays"), folder, name: "managed/lab.json" };
  });
  after(async () => {
    await lab?.close();
    rmSync(folder, { recursive: true, force: true });
    for (const each of made) rmSync(each, { recursive: true, force: true });
  });

  const made: string[] = [];
  function played(how: "stays" | "ends"): string {
    const own = mkdtempSync(join(tmpdir(), "jochi-shop-browser-"));
    made.push(own);
    const path = join(own, "browser");
    const said = `{ printf '%s\\n' "$@"; cat ${folder}/managed/lab.json; } >${own}/half && mv ${own}/half ${own}/said`;
    writeFileSync(path, `#!/bin/sh\n${said}\n${how === "stays" ? "exec sleep 60" : "exit 1"}\n`);
    chmodSync(path, 0o755);
    return path;
  }

  async function saidBy({ program: path }: PayerProgram): Promise<string> {
    const file = join(path, "../said");
    for (const end = Date.now() + patienceMs; !existsSync(file); ) {
      if (Date.now() > end) throw new Error("the browser was not started");
      await sleep(50);
    }
    const said = readFileSync(file, "utf8");
    rmSync(file);
    return said;
  }

  it("opens the browser at the shop, with the settings that the PC has", async () => {
    const shop = createShop(lab, guide, screen, [program]);
    assert.equal(shop.canOpen(), true);
    await shop.open(broken([]));
    const healthy = await saidBy(program);
    assert.match(healthy, /^https:\/\/pay\.lgcns\.com\/$/m);
    assert.match(healthy, /"PopupsAllowedForUrls":\["\[\*\.\]lgcns\.com"\]/);
    await shop.open(broken(["popup.blocked", "payment.other-browser"]));
    const blocked = await saidBy(program);
    assert.match(blocked, /"PopupsAllowedForUrls":\[\]/);
    assert.match(blocked, /^--user-agent=Mozilla.*Safari/m);
    shop.close();
    assert.ok(!existsSync(join(folder, "managed")), "nothing is written outside of the lab");
  });

  it("says so where the browser ends at once", async () => {
    const ends = { ...program, program: played("ends") };
    const shop = createShop(lab, guide, screen, [ends]);
    await assert.rejects(shop.open(broken([])), { message: "surprise: browser" });
  });

  it("is not to be had without a screen or without a browser", async () => {
    for (const shop of [
      createShop(lab, guide, {}, [program]),
      createShop(lab, guide, screen, []),
    ]) {
      assert.equal(shop.canOpen(), false);
      await assert.rejects(shop.open(broken([])), { message: "bad-request: shop" });
    }
  });
});
