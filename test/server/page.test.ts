import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { after, describe, it } from "node:test";
import { ownPath } from "../../src/own/files.ts";
import { loadPage, PageError } from "../../src/server/load-page.ts";
import { fileTo, openerFor } from "../../src/server/open-browser.ts";
import { pageOf } from "../../src/server/page.ts";
import { createRate } from "../../src/server/rate.ts";

const folder = mkdtempSync(join(tmpdir(), "jochi-page-"));
after(() => rmSync(folder, { recursive: true }));

describe("the page that is served", () => {
  it("may run what is in it, by its hash, and nothing else", () => {
    const script = "alert('조치')";
    const { contentSecurityPolicy } = pageOf(
      `<style>a{}</style><script>${script}</script><script type="application/json">{}</script>`,
    );
    const hash = createHash("sha256").update(script).digest("base64");
    assert.ok(contentSecurityPolicy.includes(`'sha256-${hash}'`));
    assert.equal(contentSecurityPolicy.match(/'sha256-/g)?.length, 3);
    assert.match(pageOf("<p>x</p>").contentSecurityPolicy, /script-src 'none'; style-src 'none'/);
  });

  it("is made once, kept, and made anew when anything that it was made from has changed", async () => {
    const source = join(folder, "source.txt");
    writeFileSync(source, "one");
    const input = relative(ownPath("."), source);
    let made = 0;
    let told = 0;
    const load = () =>
      loadPage(
        () => {
          told += 1;
        },
        {
          folder,
          build: async () => {
            made += 1;
            return { html: `<p>${readFileSync(source, "utf8")}</p>`, inputs: [input] };
          },
        },
      );
    assert.match((await load()).html, /one/);
    await load();
    const once = [made, told];
    writeFileSync(source, "two");
    assert.match((await load()).html, /two/);
    rmSync(source);
    writeFileSync(source, "three");
    writeFileSync(join(folder, "page.json"), '{"html":"<p>ha');
    assert.match((await load()).html, /three/);
    assert.deepEqual([once, made, told], [[1, 1], 3, 3]);
  });

  it("tells in one line why it could not be made", async () => {
    const build = async () => {
      throw new Error("first line\nsecond line");
    };
    await assert.rejects(
      loadPage(() => {}, { folder: join(folder, "other"), build }),
      (error) => error instanceof PageError && error.message === "first line",
    );
  });
});

describe("opening the page", () => {
  const address = "http://127.0.0.1:1234/#once=code";

  it("is done by the system's own program, by its full path", () => {
    assert.deepEqual(openerFor("win32", { SystemRoot: "D:\\Windows" }, address), {
      program: "D:\\Windows\\System32\\rundll32.exe",
      args: ["url.dll,FileProtocolHandler", address],
    });
    assert.deepEqual(openerFor("darwin", {}, address), {
      program: "/usr/bin/open",
      args: [address],
    });
    assert.equal(openerFor("linux", {}, address), undefined, "no screen");
    assert.match(openerFor("linux", { DISPLAY: ":0" }, address)?.program ?? "/", /^\//);
  });

  it("hides the code from other users in a file that only this one can read", () => {
    const { path, remove } = fileTo(address);
    assert.match(readFileSync(path, "utf8"), /url=http:\/\/127\.0\.0\.1:1234\/#once=code"/);
    assert.equal(statSync(path).mode & 0o777, 0o600);
    assert.equal(statSync(join(path, "..")).mode & 0o777, 0o700);
    assert.ok(!path.includes("code"));
    remove();
    assert.throws(() => statSync(path), { code: "ENOENT" });
    remove();
  });
});

describe("a rate", () => {
  it("lets a burst through, then so many each second, and saves up no more", () => {
    let now = 0;
    const { take } = createRate({ burst: 3, perSecond: 2 }, () => now);
    const taken = (count: number) => Array.from({ length: count }, take).filter(Boolean).length;
    assert.equal(taken(10), 3);
    now += 1_000;
    assert.equal(taken(10), 2);
    now += 3_600_000;
    assert.equal(taken(10), 3);
  });
});
