import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, it } from "node:test";
import { pack } from "../../src/carry/pack.ts";
import { evidenceCommand } from "../../src/cli/evidence-command.ts";
import type { Evidence } from "../../src/evidence/evidence.ts";
import { command, folder, gather, langs, put, type Said } from "./_evidence.ts";

/** The command inside this process. */
async function evidence(argv: string[], lang: "ko" | "en" = "en", env = {}): Promise<Said> {
  const said = { out: "", err: "" };
  const code = await evidenceCommand.run(argv, {
    out: (text) => {
      said.out += text;
    },
    err: (text) => {
      said.err += text;
    },
    lang,
    env: { JOCHI_NETWORK: "none", ...env },
    cwd: process.cwd(),
    signal: new AbortController().signal,
  });
  return { code, ...said };
}

const worlds: Record<string, string[]> = {
  dropped: ["tcp.drop", "dns.sinkhole", "program.missing"],
  decrypted: ["tls.intercepted", "clock.ahead", "popup.blocked"],
  moved: ["ip.drift"],
  stopped: ["local.agent-down", "program.stopped"],
  healthy: [],
};

/** The same PC with as many other programs and roots as PCs have. */
function crowded(evidence: Evidence): Evidence {
  const hex = (at: number, length: number) =>
    createHash("sha512").update(`${at}`).digest("hex").slice(0, length);
  const programs = Array.from({ length: 120 }, (_, at) => ({
    name: `Program ${hex(at, 8)}`,
    version: `${at}.${at % 7}.${at * 31}`,
    publisher: `Publisher ${hex(at, 5)}`,
    state: "complete",
  }));
  const roots = Array.from({ length: 60 }, (_, at) => ({
    sha256: hex(at, 64),
    subject: `Root ${hex(at, 6)}`,
    notAfter: 1_900_000_000_000 + at,
    distrusted: false,
  }));
  const more: Record<string, unknown[]> = { programs, roots };
  const facts = evidence.facts.map((one) => {
    const { value = [], ...fact } = (one.fact ?? {}) as { value?: unknown[] };
    const added = more[one.probe];
    return added ? { ...one, fact: { ...fact, value: [...value, ...added] } } : one;
  });
  return { ...evidence, facts };
}

const where = folder();
const all: Record<string, Evidence> = {};
before(async () => {
  for (const [name, faults] of Object.entries(worlds)) all[name] = await gather(faults);
});
const fileOf = (name: string) => put(where, `${name}.json`, all[name]);

describe("evidence carried out and back", () => {
  for (const name of Object.keys(worlds)) {
    it(`${name}: the report over there is the report over here`, async () => {
      const [out, codes, back] = ["out.json", "codes", "back.json"].map((file) =>
        join(where, `${name}-${file}`),
      ) as [string, string, string];
      const exported = await evidence(["export", fileOf(name), "--output", out, "--qr", codes]);
      assert.equal(exported.code, 0, exported.err);
      const imported = await evidence(["import", join(codes, "codes.txt"), "--output", back]);
      assert.equal(imported.code, 0, imported.err);
      for (const lang of langs) {
        const [here, there] = await Promise.all(
          [out, back].map((file) => command(["--evidence", file, "--json"], lang)),
        );
        assert.deepEqual(there, here);
      }
    });
  }

  it("codes are read off their pictures, in any order, most of them missing", async () => {
    const codes = join(where, "pictures");
    await evidence(["export", fileOf("dropped"), "--qr", codes]);
    const pictures = readdirSync(codes).filter((file) => file.endsWith(".png"));
    const half = pictures.reverse().slice(0, pictures.length / 2);
    const files = half.map((file) => join(codes, file));
    const whole = await evidence(["import", ...files]);
    assert.equal(whole.code, 0, whole.err);
    assert.equal(JSON.parse(whole.out).schema, "jochi.evidence/1");
    const few = await evidence(["import", ...files.slice(1)]);
    assert.deepEqual([few.code, few.out], [1, ""]);
    assert.match(few.err, /^series [0-9a-f]{8}: \d+ of the \d+ codes/);
    assert.match(few.err, /not there yet: 1, 2/);
  });

  it("what the report does not need is not in the codes, and the report stays the same", async () => {
    const [out, codes, back] = ["full.json", "full", "full-back.json"].map((file) =>
      join(where, file),
    ) as [string, string, string];
    const file = put(where, "large.json", crowded(all.dropped!));
    const told = await evidence(["export", file, "--output", out, "--qr", codes, "--json"]);
    const { codes: small } = JSON.parse(told.out);
    assert.deepEqual(small.left, { programs: 120, roots: 60 });
    assert.ok(small.packed * 2 < pack(readFileSync(out, "utf8")).length);
    await evidence(["import", join(codes, "codes.txt"), "--output", back]);
    const [here, there] = await Promise.all(
      [out, back].map((one) => command(["--evidence", one, "--json"])),
    );
    assert.deepEqual(there, here);
  });

  it("a page of codes has no script, loads nothing, and shows every code", async () => {
    for (const lang of langs) {
      const page = join(where, `page-${lang}.html`);
      const { code, err } = await evidence(["export", fileOf("dropped"), "--qr", page], lang);
      assert.equal(code, 0, err);
      const html = readFileSync(page, "utf8");
      assert.doesNotMatch(
        html,
        /<script|src=|@import|url\(|https?:(?!\/\/www\.w3\.org\/2000\/svg)/i,
      );
      const total = Number(/id="code-(\d+)">(?![\s\S]*id="code-)/.exec(html)?.[1]);
      assert.ok(total > 9);
      assert.equal(html.match(/<svg /g)?.length, total);
      assert.match(html, new RegExp(`<html lang="${lang}">`));
    }
  });

  it("in a terminal the codes fit into 80 columns", async () => {
    const { code, out } = await evidence(["export", fileOf("dropped"), "--qr", "-"]);
    assert.equal(code, 0);
    const blocks = out.split("\n").filter((line) => /[█▀▄]/.test(line));
    assert.ok(blocks.length > 300);
    assert.ok(blocks.every((line) => line.length <= 80));
  });

  it("the digits say what the report says", async () => {
    const { out } = await evidence(["export", fileOf("dropped"), "--code", "--json"]);
    const { spoken } = JSON.parse(out) as { spoken: string };
    const report = await command(["--evidence", fileOf("dropped"), "--json"]);
    type Told = { findings: { cause: string; certainty: string; owner: string }[] };
    const causes = (json: string) =>
      (JSON.parse(json) as Told).findings
        .filter(({ certainty }) => certainty !== "ruled-out")
        .map(({ cause, certainty, owner }) => [cause, certainty, owner]);
    const said = await evidence(["code", spoken, "--json"]);
    assert.equal(said.code, 0, said.err);
    assert.deepEqual(causes(said.out), causes(report.out));
    for (const lang of langs) {
      const words = await evidence(["code", ...spoken.split(" ")], lang);
      assert.equal(words.out.match(/^\d\. /gm)?.length, causes(report.out).length);
      // The sentences speak of addresses and ports, which so few digits do not hold.
      assert.match(words.out, /jochi firewall flows --guide \S+@\S+\n$/);
    }
    const wrong = spoken.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10));
    const refused = await evidence(["code", wrong]);
    assert.equal(refused.code, 2);
    assert.match(refused.err, /^jochi evidence: [^\n]+ a digit is wrong[^\n]+\n$/);
  });

  it("without a key file the tokens of two exports differ, with one they do not", async () => {
    const tokens = async (...more: string[]) => {
      const { out, code, err } = await evidence([
        "export",
        fileOf("dropped"),
        "--code",
        "--json",
        ...more,
      ]);
      assert.equal(code, 0, err);
      return (JSON.parse(out) as { removals: { token: string }[] }).removals.map(
        ({ token }) => token,
      );
    };
    assert.notDeepEqual(await tokens(), await tokens());
    const key = join(where, "key");
    const first = await tokens("--key-file", key);
    assert.deepEqual(await tokens("--key-file", key), first);
    assert.match(readFileSync(key, "utf8"), /^[0-9a-f]{64}\n$/);
    if (process.platform !== "win32") assert.equal(statSync(key).mode & 0o077, 0);
  });

  it("two reports at once are not mixed: the one that is meant is asked for", async () => {
    const [a, b] = ["dropped", "moved"].map((name) => join(where, `both-${name}`)) as [
      string,
      string,
    ];
    await evidence(["export", fileOf("dropped"), "--qr", a]);
    await evidence(["export", fileOf("moved"), "--qr", b]);
    const both = [a, b].map((codes) => join(codes, "codes.txt"));
    const asked = await evidence(["import", ...both]);
    assert.equal(asked.code, 2);
    const [, id] = /several reports: ([0-9a-f]{8}),/.exec(asked.err) ?? [];
    const chosen = await evidence(["import", ...both, "--series", id!]);
    assert.equal(chosen.code, 0, chosen.err);
    const text = put(
      where,
      "some.txt",
      readFileSync(both[1]!, "utf8").split("\n").slice(0, 3).join("\n"),
    );
    const other = await evidence(["import", both[0]!, text]);
    assert.equal(other.code, 0);
    assert.match(other.err, /series [0-9a-f]{8}: 3 of the/);
  });

  it("show tells what is in a file", async () => {
    const shown = await evidence(["show", fileOf("dropped")]);
    assert.equal(shown.code, 0);
    assert.match(shown.out, /bankpay-transfer@/);
    const { schema } = JSON.parse((await evidence(["show", fileOf("dropped"), "--json"])).out);
    assert.equal(schema, "jochi.evidence-summary/1");
  });
});

describe("evidence refuses with one line and leaves nothing behind", () => {
  it("authorities that a diagnosis would not take either", async () => {
    const file = join(where, "none.pem");
    const { code, err } = await evidence(["export", "--code"], "en", { JOCHI_PUBLIC_CA: file });
    assert.equal(code, 2);
    assert.match(err, /^jochi evidence: [^\n]*none\.pem[^\n]*\n$/);
  });

  it("bad calls", async () => {
    const file = fileOf("dropped");
    const used = join(where, "used");
    mkdirSync(used, { recursive: true });
    writeFileSync(join(used, "mine"), "");
    const badKey = put(where, "bad-key", "hello");
    const jpeg = join(where, "photo.jpg");
    writeFileSync(jpeg, Buffer.from("ffd8ffe000104a464946", "hex"));
    const cases: string[][] = [
      [],
      ["exprt"],
      ["export", file],
      ["export", file, file, "--code"],
      ["export", join(where, "none.json"), "--code"],
      ["export", put(where, "text.json", "hello"), "--code"],
      ["export", file, "--output", file],
      ["export", file, "--output", join(where, "no", "such.json")],
      ["export", file, "--qr", used],
      ["export", file, "--qr", join(where, "codes.pdf")],
      ["export", file, "--qr", join(where, "no", "such")],
      ["export", file, "--code", "--key-file", badKey],
      ["export", file, "--code", "--full"],
      ["export", file, "--code", "--guide", "no-such-guide"],
      ["export", file, "--qr", "-", "--json"],
      ["import"],
      ["import", join(where, "none.txt")],
      ["import", put(where, "empty.txt", "")],
      ["import", put(where, "digits.txt", `${"9".repeat(400)}\n`)],
      ["import", put(where, "object.txt", "{}")],
      ["import", jpeg],
      ["import", file, put(where, "empty.txt", "")],
      ["import", file, "--output", file],
      ["import", file, "--json"],
      ["code"],
      ["code", "1234"],
      ["code", "1234 5678 9012"],
      ["show"],
      ["show", where],
    ];
    const before = readdirSync(where).length;
    for (const argv of cases) {
      for (const lang of langs) {
        const { code, out, err } = await evidence(argv, lang);
        assert.deepEqual([code, out], [2, ""], argv.join(" "));
        assert.match(
          err,
          /^(not used: [^\n]+\n|읽지 못한 것[^\n]+\n)?jochi evidence: [^\n]+\n$/,
          argv.join(" "),
        );
      }
    }
    assert.equal(readdirSync(where).length, before);
    assert.ok(!existsSync(join(where, "no")));
  });
});
