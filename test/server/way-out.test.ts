import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { chromium, type Page } from "playwright-core";
import { servedPage } from "../../scripts/build/page.ts";
import { readCode } from "../../src/carry/code.ts";
import { Collection } from "../../src/carry/collect.ts";
import { unpack } from "../../src/carry/pack.ts";
import { readPng } from "../../src/carry/png-read.ts";
import type { Evidence } from "../../src/evidence/evidence.ts";
import { parseEvidence } from "../../src/evidence/parse.ts";
import { loadGuide } from "../../src/guide/load.ts";
import type { Judged, WayOut } from "../../src/portal/wire.ts";
import { pageOf } from "../../src/server/page.ts";
import type { Practice } from "../../src/server/practice/practice.ts";
import { say } from "../../src/text/say.ts";
import { run as jochi } from "../house/_run.ts";
import { call, guideName, linesOf, raw, type Served, served } from "./_served.ts";

const guide = loadGuide(guideName);
const zbarimg = spawnSync("zbarimg", ["--version"]).status === 0;
const jsqr = createRequire(import.meta.url)("jsqr") as typeof import("jsqr").default;
const browserPath = "/usr/bin/chromium";

/** What a PC's evidence may name: a person, an office, an inside address. */
const secrets = ["hong.gildong", "intra.office-busan.kr", "10.77.3.21"];

async function judged(one: Served): Promise<Judged> {
  const faults = ["tcp.drop", "popup.blocked"];
  await call(one, "POST", "/api/demo", { faults });
  const lines = linesOf((await call(one, "POST", "/api/diagnose", { guide: guideName })).text);
  return lines.at(-1) as unknown as Judged;
}

/** Red, green, blue and opaque, whatever of them a picture has. */
function withAlpha(data: Uint8Array, pixels: number): Uint8ClampedArray {
  const channels = data.length / pixels;
  const rgba = new Uint8ClampedArray(pixels * 4).fill(255);
  for (let at = 0; at < pixels; at += 1)
    rgba.set(data.subarray(at * channels, at * channels + Math.min(channels, 3)), at * 4);
  return rgba;
}

/** The same evidence with people and places in it. */
function withSecrets(evidence: Evidence): Evidence {
  const [user, host, address] = secrets as [string, string, string];
  const fact = {
    probe: "hosts-file" as const,
    with: { names: [host] },
    at: 0,
    ms: 1,
    fact: { state: "found" as const, value: [{ address, name: host }] },
  };
  const facts = evidence.facts.filter(({ probe }) => probe !== "hosts-file");
  return { ...evidence, gatheredBy: `C:\\Users\\${user}`, facts: [...facts, fact] };
}

describe("what the page is given for a telephone and for a camera", () => {
  let one: Served;
  let found: Judged;
  before(async () => {
    one = await served();
    found = await judged(one);
  });
  after(() => one.close());
  const ask = (evidence: unknown, options = {}) =>
    call(one, "POST", "/api/way-out", evidence, options);

  it("says in digits what the result says", async () => {
    const { spoken } = (await ask(found.evidence)).json as WayOut;
    assert.ok(spoken.every((group) => /^\d{4}$/.test(group)));
    const { findings, status } = readCode(spoken.join(" "), guide);
    assert.equal(status, "found");
    const active = found.diagnosis.findings.filter(({ certainty }) => certainty !== "ruled-out");
    assert.deepEqual(
      findings.map(({ cause }) => cause).sort(),
      active.map(({ cause }) => cause).sort(),
    );
  });

  it("takes people and places out, lists all of it, and names none of it", async () => {
    const evidence = withSecrets(found.evidence);
    const { text, json } = await ask(evidence);
    for (const secret of secrets) assert.ok(!text.includes(secret), secret);
    const { removals } = json as WayOut;
    const kinds = removals.map(({ kind }) => kind);
    for (const kind of ["user", "host", "address"]) assert.ok(kinds.includes(kind), kind);
    for (const { kind } of removals) assert.ok(say("ko", `carry.removed.${kind}`).length > 1);
    const again = (await ask(evidence)).json as WayOut;
    assert.notDeepEqual(again.removals, removals, "nobody keeps the key of the tokens");
  });

  it("asks for what every call asks for, and takes no more than a file of evidence may be", async () => {
    assert.equal((await ask(found.evidence, { token: "" })).status, 401);
    assert.equal((await ask(found.evidence, { token: "x" })).status, 401);
    const foreign = { headers: { Origin: "http://127.0.0.1:9" } };
    assert.equal((await ask(found.evidence, foreign)).status, 403);
    const elsewhere = { headers: { Host: "pay.example" } };
    assert.equal((await ask(found.evidence, elsewhere)).status, 421);
    const lines = [
      "POST /api/way-out HTTP/1.1",
      `Host: 127.0.0.1:${one.port}`,
      `Origin: http://127.0.0.1:${one.port}`,
      `Authorization: Bearer ${one.token}`,
      "Content-Type: application/json",
      "Connection: close",
    ];
    const most = 8 * 1024 * 1024;
    const long = [...lines, `Content-Length: ${most + 1}`, "", ""].join("\r\n");
    assert.match(await raw(one.port, long), /^HTTP\/1\.1 413 [\s\S]*"too-large"/);
    const chunked = [...lines, "Transfer-Encoding: chunked", "", ""].join("\r\n");
    const chunk = `${(most + 1).toString(16)}\r\n${" ".repeat(most + 1)}\r\n0\r\n\r\n`;
    assert.match(await raw(one.port, chunked, chunk), /^HTTP\/1\.1 413 |^$/);
  });

  it("takes more than other calls do, and only there", async () => {
    const padded = ` ${JSON.stringify(found.evidence)}${" ".repeat(1_500_000)}`;
    const head = (path: string) =>
      [
        `POST ${path} HTTP/1.1`,
        `Host: 127.0.0.1:${one.port}`,
        `Origin: http://127.0.0.1:${one.port}`,
        `Authorization: Bearer ${one.token}`,
        "Content-Type: application/json",
        "Connection: close",
        `Content-Length: ${Buffer.byteLength(padded)}`,
        "",
        "",
      ].join("\r\n");
    assert.match(await raw(one.port, head("/api/way-out"), padded), /^HTTP\/1\.1 200 /);
    assert.match(await raw(one.port, head("/api/diagnose"), padded), /^HTTP\/1\.1 413 /);
  });

  it("refuses what is no evidence, or that of a guide that is not here", async () => {
    const { evidence } = found;
    const bad = async (what: unknown) => {
      const { status, json } = await ask(what);
      return [status, (json as { error: { code: string } }).error.code];
    };
    assert.deepEqual(await bad({}), [400, "bad-evidence"]);
    assert.deepEqual(await bad({ ...evidence, more: 1 }), [400, "bad-evidence"]);
    const other = { ...evidence, guide: { id: "no-such", edition: "2026.11" } };
    assert.deepEqual(await bad(other), [404, "unknown-guide"]);
    const up = { ...evidence, guide: { id: "../../etc", edition: "2026.11" } };
    assert.deepEqual(await bad(up), [400, "bad-evidence"]);
  });

  it("does not hold up what is under way, whose waits would all seem too long", async () => {
    const begun = Promise.withResolvers<void>();
    const end = Promise.withResolvers<object>();
    const carryOut = () => {
      begun.resolve();
      return end.promise;
    };
    const other = await served({ practice: { carryOut, close: async () => {} } as Practice });
    const looking = call(other, "POST", "/api/diagnose", { guide: guideName });
    await begun.promise;
    const { status, json } = await call(other, "POST", "/api/way-out", found.evidence);
    assert.deepEqual([status, json], [409, { error: { code: "busy" } }]);
    end.resolve({});
    await looking;
    assert.equal((await call(other, "POST", "/api/way-out", found.evidence)).status, 200);
    await other.close();
  });

  it("gives digits alone where a report is too much for codes", async () => {
    const long = (at: number) => createHash("sha512").update(`${at}`).digest("hex").slice(0, 60);
    const some = found.evidence.facts.find(({ probe }) => probe === "row")!;
    const facts = Array.from({ length: 2_600 }, (_, at) => ({
      ...some,
      with: { ...some.with, host: `${long(at)}.${long(-at)}.kr` },
    }));
    const large = { ...found.evidence, facts: [...found.evidence.facts, ...facts] };
    const { status, json } = await ask(large);
    assert.equal(status, 200, JSON.stringify(json).slice(0, 200));
    const { series, spoken } = json as WayOut;
    assert.ok(series === null);
    assert.ok(spoken.length >= 2);
  });
});

const skip = !existsSync(browserPath) && `no ${browserPath}`;

describe("what the page shows is what the other side reads", { skip }, () => {
  const folder = mkdtempSync(join(tmpdir(), "jochi-way-out-"));
  after(() => rmSync(folder, { recursive: true, force: true }));

  /** As a phone does: each code that is shown is photographed, until there are enough. */
  async function photographed(page: Page, count: number): Promise<string[]> {
    const files: string[] = [];
    for (let at = 0; at < count; at += 1) {
      const file = join(folder, `${at}.png`);
      await page.locator(".qr:not(.qr-other) svg").screenshot({ path: file });
      files.push(file);
      await page.getByRole("button", { name: say("ko", "page.way-out.codes.next") }).click();
    }
    return files;
  }

  it("reads the codes off the screen, and the digits, with the same findings", async () => {
    const { html } = await servedPage();
    const one = await served({ page: pageOf(html) });
    const browser = await chromium.launch({ executablePath: browserPath, args: ["--no-sandbox"] });
    const page = await browser.newPage({ viewport: { width: 1000, height: 900 } });
    const complaints: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(error.message));
    const button = (key: string) => page.getByRole("button", { name: say("ko", key) });
    try {
      const { diagnosis } = await judged(one);
      await page.goto(`${one.server.address()}&lang=ko`);
      await page.locator(".card").first().click();
      await page.locator(".cause").first().waitFor();
      assert.equal(await page.locator(".spoken, .qr").count(), 0);
      await button("page.way-out.ask").click();
      await button("page.way-out.codes").waitFor();
      assert.equal(await page.locator(".spoken, .qr").count(), 0, "nothing before it was chosen");

      await button("page.way-out.spoken").click();
      const digits = (await page.locator(".spoken strong").allTextContents()).join(" ");
      const read = await page.locator(".spoken span").allTextContents();
      const aloud = [...digits.replaceAll(" ", "")].map((each) => say("ko", `carry.digit.${each}`));
      assert.equal(read.join(" "), aloud.join(" "));
      const told = await jochi(["evidence", "code", ...digits.split(" "), "--json"]);
      const active = diagnosis.findings.filter(({ certainty }) => certainty !== "ruled-out");
      const causes = (all: readonly { cause: string }[]) => all.map(({ cause }) => cause).sort();
      assert.deepEqual(causes(JSON.parse(told.out).findings), causes(active));

      await button("page.way-out.codes").click();
      const total = await page.locator(".qr").count();
      const files = await photographed(page, total / 2);
      const back = join(folder, "back.json");
      const imported = await jochi(["evidence", "import", ...files, "--output", back]);
      assert.equal(imported.code, 0, imported.err);
      const again = await jochi(["diagnose", "--evidence", back, "--json"]);
      const { findings } = JSON.parse(again.out) as typeof diagnosis;
      const essence = (all: typeof findings) =>
        all.map(({ cause, certainty, owner, remedies }) => [cause, certainty, owner, remedies]);
      assert.deepEqual(essence(findings), essence(diagnosis.findings));

      // Decoders of other makers read the same series off the same pictures.
      const texts = files.map((file) => {
        const { data, width, height } = readPng(readFileSync(file));
        return jsqr(withAlpha(data, width * height), width, height)?.data ?? "";
      });
      const collection = new Collection();
      collection.addText(texts.join("\n"));
      assert.equal(collection.counts.taken, files.length);
      const [series] = collection.progress();
      assert.deepEqual(
        parseEvidence(unpack(collection.packed(series!.series))),
        parseEvidence(readFileSync(back, "utf8")),
      );
      if (zbarimg) {
        const options = ["--quiet", "--raw", "--nodbus", ...files];
        const { stdout } = spawnSync("zbarimg", options, { encoding: "utf8" });
        assert.deepEqual(stdout.trim().split("\n"), texts);
      }
      assert.deepEqual(complaints, []);
    } finally {
      await browser.close();
      await one.close();
    }
  });
});
