import assert from "node:assert/strict";
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { before, describe, it } from "node:test";
import { run, shell } from "../house/_run.ts";
import { folder, gather, put } from "./_evidence.ts";
import { onMachine } from "./_preload.ts";
import { assertKorean, assertRefused } from "./_refused.ts";

const env = onMachine("tcp.drop");
const isRoot = process.getuid?.() === 0;
const asRoot = "root may write everywhere";

describe("options that cannot be", () => {
  const where = folder();
  const cases: [what: string, argv: string[], says?: RegExp][] = [
    ["an unknown option", ["--no-such"], /--no-such/],
    ["a word too many", ["now"], /now/],
    ["an option without its value", ["--guide"]],
    ["an option that swallows another", ["--guide", "--json"]],
    ["a value for a switch", ["--json=yes"]],
    ["another language", ["--lang", "xx"], /xx/],
    ["a symptom that the guide does not know", ["--symptom", "nope"], /nope.*: .*page/],
    ["an empty symptom", ["--symptom", ""]],
    ["a guide that nobody knows", ["--guide", "nope"], /"nope".*bankpay-transfer@2018\.11/],
    ["an edition that nobody knows", ["--guide", "bankpay-transfer@1999.01"], /@1999\.01/],
    ["an edition of a hostile name", ["--guide", "bankpay-transfer@../../x"]],
    ["an empty guide", ["--guide", ""]],
    ["no such folder", ["--guide", "./nowhere"], /nowhere/],
    ["a guide's name that steers", ["--guide", "x\u001b[31m\u202ey\nz"]],
    ["evidence that steers by its name", ["--evidence", "x\u001b[31m\u202ey\nz"]],
    ["two things at once", ["--evidence", "a.json", "--save-evidence", "b.json"], /--evidence.*--/],
    ["one file for two things", ["--html", "x", "--save-evidence", "./x"], /--html.*--save-ev/],
    ["the page over the evidence", ["--html", "x", "--evidence", "x"], /--html.*--evidence/],
    ["evidence over the authority", ["--save-evidence", "x", "--public-ca", "x"], /--public-ca/],
    ["evidence that is not there", ["--evidence", "nothing.json"], /nothing\.json.*ENOENT/],
    ["authorities that are not there", ["--public-ca", "nothing.pem"], /nothing\.pem.*ENOENT/],
    ...["", "-5", "0", "99", "1e3", "0x200", "12.5", "600001", "NaN", "Infinity", " 500", "한"].map(
      (value): [string, string[], RegExp] => [
        `--timeout ${JSON.stringify(value)}`,
        [`--timeout=${value}`],
        /--timeout.*100.*600000/,
      ],
    ),
  ];

  for (const [what, argv, says] of cases) {
    it(what, async () => {
      const ended = await run(["diagnose", ...argv], { env, cwd: where });
      assertRefused(ended, what, says);
      assertKorean(ended.err);
      assert.deepEqual(readdirSync(where), [], "nothing was written");
    });
  }

  it("says the same in English", async () => {
    for (const argv of [["--symptom", "nope"], ["--guide", "nope"], ["--timeout=5"]]) {
      const ended = await run(["diagnose", "--lang=en", ...argv], { env });
      assertRefused(ended, argv.join(" "));
      assert.doesNotMatch(ended.err, /[가-힣]/);
    }
  });
});

describe("authorities that cannot be", () => {
  const where = folder();
  const begin = "-----BEGIN CERTIFICATE-----";
  const end = "-----END CERTIFICATE-----";
  for (const [what, text] of [
    ["nothing", ""],
    ["no certificate", "hello\n"],
    ["a beginning only", `${begin}\n`],
    ["something else inside", `${begin}\nhello, this is no base64\n${end}\n`],
    ["other bytes inside", `${begin}\nAAAA\n${end}\n`],
  ] as const) {
    it(what, async () => {
      const file = put(where, "ca.pem", text);
      const ended = await run(["diagnose", "--public-ca", file], { env });
      assertRefused(ended, what, /ca\.pem(:1)?: /);
      assertKorean(ended.err);
      assertRefused(await run(["diagnose"], { env: { ...env, JOCHI_PUBLIC_CA: file } }), what);
    });
  }
});

describe("places that cannot be written", () => {
  const where = folder();
  before(() => {
    mkdirSync(join(where, "folder"));
    put(where, "file", "");
  });
  const cases: [what: string, target: string][] = [
    ["a missing folder", join(where, "missing", "x")],
    ["a folder", join(where, "folder")],
    ["a file in the place of a folder", join(where, "file", "x")],
    ["a device that is full", "/dev/full"],
    ["a device", "/dev/null"],
    ["the kernel's own", "/proc/jochi"],
    ["an empty name", ""],
    ["a name that is too long", join(where, "x".repeat(300))],
  ];
  for (const option of ["--save-evidence", "--html"]) {
    for (const [what, target] of cases) {
      it(`${option}: ${what}`, async () => {
        const device = target.startsWith("/dev/") && statSync(target);
        const ended = await run(["diagnose", option, target], { env, cwd: where });
        assertRefused(ended, what);
        assertKorean(ended.err);
        assert.deepEqual(readdirSync(where).sort(), ["file", "folder"]);
        if (device) assert.ok(statSync(target).isCharacterDevice(), "the device is still there");
      });
    }

    it(`${option}: a pipe that nobody reads`, async () => {
      const line = `mkfifo "$F" && exec ./jochi diagnose ${option} "$F"`;
      const ended = await shell(line, { ...env, F: join(where, `pipe${option}`) });
      assertRefused(ended, "pipe");
      const { err } = await shell(`rm "$F"`, { F: join(where, `pipe${option}`) });
      assert.equal(err, "");
    });
  }

  it("a folder and a file that may not be written", { skip: isRoot && asRoot }, async () => {
    const locked = folder();
    const file = put(locked, "protected.json", "old");
    chmodSync(file, 0o444);
    assertRefused(await run(["diagnose", "--html", file], { env }), "file", /EACCES/);
    assert.equal(readFileSync(file, "utf8"), "old");
    chmodSync(locked, 0o555);
    const target = join(locked, "new");
    assertRefused(await run(["diagnose", "--html", target], { env }), "folder", /EACCES/);
    chmodSync(locked, 0o755);
  });

  it("a disk that only reads", async (context) => {
    const line = 'mount --bind "$F" "$F" && mount -o remount,ro,bind "$F" && exec ./jochi diagnose';
    const own = ["unshare", "-rm", "bash", "-c", `${line} --save-evidence "$F/x"`];
    const disk = join(where, "folder");
    const ended = await run(own.slice(1), { command: own[0]!, env: { ...env, F: disk } });
    if (/unshare:|mount:/.test(ended.err)) return context.skip(ended.err.trim());
    assertRefused(ended, "read-only", /EROFS|EACCES/);
  });
});

describe("what is written", () => {
  const where = folder();

  it("replaces the old file whole, keeps its mode, and follows a link", async () => {
    const file = put(where, "old.json", "x".repeat(100_000));
    chmodSync(file, 0o600);
    symlinkSync("old.json", join(where, "link.json"));
    const args = ["diagnose", "--save-evidence", join(where, "link.json")];
    assert.equal((await run(args, { env })).code, 1);
    assert.equal(JSON.parse(readFileSync(file, "utf8")).schema, "jochi.evidence/1");
    assert.equal(statSync(file).mode & 0o777, 0o600);
    assert.deepEqual(readdirSync(where).sort(), ["link.json", "old.json"]);
  });

  it("stands before the report is printed, page and evidence at once", async () => {
    const [evidence, page] = [join(where, "e.json"), join(where, "p.html")];
    const args = ["diagnose", "--save-evidence", evidence, "--html", page];
    const { code, out } = await run(args, { env });
    assert.equal(code, 1);
    assert.equal((await run(["diagnose", "--evidence", evidence])).out, out);
    assert.match(readFileSync(page, "utf8"), /^<!doctype html>.*<\/html>\n$/s);
  });
});

describe("evidence that cannot be read", () => {
  it("a file that others closed", { skip: isRoot && "root may read everything" }, async () => {
    const file = put(folder(), "closed.json", await gather([]));
    chmodSync(file, 0);
    assertRefused(await run(["diagnose", "--evidence", file]), "closed", /EACCES/);
  });

  it("a file that others closed, to a user without root's rights", async (context) => {
    if (!isRoot) return context.skip("needs root to become another user");
    const where = folder();
    const file = put(where, "closed.json", await gather([]));
    chmodSync(where, 0o711);
    chmodSync(file, 0o600);
    const nobody = "setpriv --reuid=65534 --regid=65534 --clear-groups";
    const node = `"${process.execPath}" src/cli/main.ts`;
    const ended = await shell(`cd / && ${nobody} true`);
    if (ended.code !== 0) return context.skip(ended.err.trim());
    const read = await shell(`${nobody} ${node} diagnose --evidence "$F"`, { F: file });
    if (/Cannot find|EACCES.*main\.ts/.test(read.err))
      return context.skip("no way to the checkout");
    assertRefused(read, "closed", /EACCES/);
  });
});
