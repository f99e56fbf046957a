import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { trustCodes } from "../../src/bundle/codes.ts";
import { BundleFault } from "../../src/bundle/fault.ts";
import { roleNames } from "../../src/bundle/metadata/roles.ts";
import { receiptDocument, verdictLines } from "../../src/bundle/receipt/document.ts";
import { type ReceiptGiven, receiptKindOf, writeReceipt } from "../../src/bundle/receipt.ts";
import type { Verified } from "../../src/bundle/verify.ts";
import type { Block } from "../../src/report/guide/document.ts";
import { bundleReceipt } from "../../src/text/bundle-receipt.ts";
import { strictWords } from "../../src/text/say.ts";
import { langs } from "../../src/text/words.ts";
import { uses } from "../../src/trust/pin.ts";
import { putTogether, verify } from "./_forge.ts";
import { sceneIn } from "./_scene.ts";
import { now, workshop } from "./_stage.ts";

const { folder, remove } = workshop();
const { people, changed, seen, state, later } = await sceneIn(folder);
const bundle = changed(() => {});
const verified = await verify(bundle, seen);
const file = { name: "b.jochi", bytes: 1234567, sha256: "ab".repeat(32) };
const given = (result: Verified | BundleFault): ReceiptGiven => ({
  file,
  at: new Date(now),
  result:
    result instanceof Error
      ? { is: "refused", fault: result }
      : { is: "verified", verified: result },
});
const textOf = async (of: ReceiptGiven, lang: "ko" | "en" = "en") =>
  String(await writeReceipt("txt", of, lang));
/** Without the breaks at the ends of lines. */
const flat = (text: string) => text.replace(/\s+/g, " ");

describe("the receipt of a bundle", () => {
  before(() => strictWords());
  after(() => {
    strictWords(false);
    remove();
  });

  it("says first, in one sentence, whether to use it", async () => {
    const lines = (await textOf(given(verified))).split("\n");
    assert.equal(
      lines[3],
      `This bundle may be used: all signatures are there, and its ${verified.artefacts.length} files are as they were signed.`,
    );
    const first = verdictLines(given(await verify(bundle, { roots: seen.roots! })), "en");
    assert.match(first[0]!, /^Do not use this bundle yet: nothing vouches for whose it is/);
    const fault = new BundleFault("trust.rollback", "timestamp");
    assert.match(
      verdictLines(given(fault), "en")[0]!,
      /^Do not use this bundle\. timestamp: .*older/,
    );
    const part = {
      ...verified,
      refused: [{ name: "x", check: verified.artefacts[0]!.checks[0]! }],
    };
    assert.match(verdictLines(given(part), "en")[0]!, /may be used, but not 1 of its files/);
  });

  it("says what could not be told", async () => {
    const unsure = await verify(bundle, { anchor: seen.anchor! });
    assert.match(
      verdictLines(given(unsure), "en")[1]!,
      /^What could not be told here \(1\) is marked/,
    );
    assert.match(flat(await textOf(given(unsure))), /Windows has to check one more thing/);
  });

  it("names every file: what it is, whose, for what, from where, until when", async () => {
    const text = flat(await textOf(given(verified)));
    for (const { name, sha256 } of verified.artefacts) {
      assert.ok(text.includes(name), name);
      assert.ok(text.includes(sha256), sha256);
    }
    for (const words of [
      "1,234,567 bytes",
      file.sha256,
      "Example Payments Co., Ltd. (certificate from Test Code CA)",
      "https://download.test/setup.exe",
      "Retrieved on: 2026-11-26",
      people.root.certificate.sha256,
      "Signatures are checked with it.",
      "May be used for: issuing certificates, anything",
      "Needed for: Test payment",
    ])
      assert.ok(text.includes(words), words);
  });

  it("names the keys, and how many of how many have signed", async () => {
    const text = flat(await textOf(given(verified)));
    assert.ok(text.includes(`Fingerprint of the root: ${verified.root.sha256}`));
    for (const { keyid } of verified.root.keys) assert.ok(text.includes(keyid), keyid);
    assert.match(text, /Part: installers; Signed by: 2 \(2 needed\); Keys: A, B; Until:/);
  });

  it("says whether it was compared with what was seen before", async () => {
    const before = await textOf(given(verified));
    assert.match(flat(before), /step back; Result: cannot tell/);
    const again = await verify(putTogether(later), { ...seen, trust: state });
    const known = await textOf(given(again));
    assert.match(flat(known), /step back; Result: yes; Because: It is not older/);
  });

  it("says where checking ended, and nothing of what was not looked at", async () => {
    for (const code of trustCodes) {
      const text = flat(await textOf(given(new BundleFault(code, "plan.json", gaps))));
      assert.match(text, /Checking ended here/);
      assert.match(text, /Not listed, as checking did not come to its end/);
      assert.ok(!text.includes("setup.exe"));
      assert.equal(text.match(/Result: no/g)?.length, 1, code);
    }
  });

  it("says what it does not vouch for, whatever the verdict", async () => {
    for (const each of [given(verified), given(new BundleFault("trust.refused"))]) {
      for (const lang of langs) {
        const last = receiptDocument(each, lang).sections.at(-1)!;
        assert.equal(last.id, "not");
        assert.equal((last.blocks[0] as Extract<Block, { kind: "list" }>).items.length, 7);
      }
    }
  });

  it("has a word for everything that it may have to say", () => {
    const keys = [
      ...roleNames.map((role) => `role.${role}`),
      ...uses.map((use) => `purpose.${use}`),
      ...["yes", "no", "cannot-tell"].flatMap((is) => [is, `use.${is}`]),
    ];
    for (const key of keys) assert.ok(Object.hasOwn(bundleReceipt, `bundle.receipt.${key}`), key);
  });

  it("is the same for the same input, in both languages and as every kind of file", async () => {
    for (const lang of langs) {
      for (const kind of ["txt", "html", "pdf"] as const) {
        const [one, other] = [
          await writeReceipt(kind, given(verified), lang),
          await writeReceipt(kind, given(verified), lang),
        ];
        assert.deepEqual(one, other);
        assert.ok(one.length > 1_000);
      }
    }
  });

  it("takes what stands in a bundle for text and not for a command or a tag", async () => {
    const odd = structuredClone({ ...verified, next: undefined });
    const [artefact] = odd.artefacts.filter(({ kind }) => kind === "installer");
    const { pin } = artefact!;
    if (pin.kind === "installer") {
      Object.assign(pin, { source: '<script>alert(1)</script> #set text(red) $x$ "\u001b[31m' });
      Object.assign(pin.publisher!, { subject: "株式會社 <b>&amp; *bold* \u202e" });
    }
    const hostile = given(odd as unknown as Verified);
    const html = String(await writeReceipt("html", hostile, "ko"));
    assert.ok(!/<script|<b>&amp; \*/.test(html));
    assert.ok(html.includes("default-src &#39;none&#39;") || html.includes("default-src 'none'"));
    assert.ok(!(await textOf(hostile)).includes("\u001b"));
    assert.ok((await writeReceipt("pdf", hostile, "ko")).length > 1_000);
  });

  it("can be read as a PDF, verdict first", async (t) => {
    if (spawnSync("pdftotext", ["-v"]).error) return t.skip("no pdftotext");
    const own = mkdtempSync(join(folder, "pdf-"));
    const path = join(own, "receipt.pdf");
    writeFileSync(path, await writeReceipt("pdf", given(verified), "ko"));
    const { stdout } = spawnSync("pdftotext", ["-layout", path, "-"], { encoding: "utf8" });
    rmSync(own, { recursive: true });
    assert.match(flat(stdout), /^ ?번들 확인서 이 번들은 써도 됩니다\./);
    assert.match(flat(stdout), /이 확인서가 보증하지 않는 것/);
    for (const { sha256 } of verified.artefacts)
      assert.ok(stdout.replace(/\s+/g, "").includes(sha256.slice(0, 20)), sha256);
  });

  it("is known by the ending of its name", () => {
    assert.equal(receiptKindOf("a/b.TXT"), "txt");
    assert.equal(receiptKindOf("확인서.pdf"), "pdf");
    for (const name of ["receipt", "a.htm", "pdf", "a.pdf.exe"])
      assert.equal(receiptKindOf(name), undefined, name);
  });
});

/** What fills every gap that a sentence of a fault may have. */
const gaps = {
  ...{ bytes: 1, most: 2, where: "x", key: "k", needs: 2, has: 1, found: "f", expected: "e" },
  ...{ version: 1, known: 2, day: "2026-01-01", role: "guides", least: 8, why: "w" },
};
