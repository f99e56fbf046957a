import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { width } from "../../src/report/columns.ts";
import { assertRefused } from "../cli/_refused.ts";
import { type Ended, run } from "../house/_run.ts";
import { type Cast, cast, workshop } from "./_stage.ts";

const { folder, remove } = workshop();
after(remove);
const at = (name: string) => join(folder, name);
const env = { JOCHI_NETWORK: "none" };
const bundle = (...args: string[]): Promise<Ended> =>
  run(["bundle", ...args], { cwd: folder, env });
const english = (...args: string[]) => bundle(...args, "--lang", "en");
const words = ["--passphrase-file", "words"];
let people: Cast;
let guide: string;

async function done(...args: string[]): Promise<string> {
  const { code, out, err } = await bundle(...args);
  assert.equal(code, 0, `${args.join(" ")}\n${out}${err}`);
  return out;
}

before(async () => {
  people = cast(folder);
  guide = at("guides/test-payment/2026.11");
  writeFileSync(at("words"), "several words that nobody guesses\n");
  const der = people.authorities[0]!.certificate.der;
  const base64 = Buffer.from(der).toString("base64");
  writeFileSync(
    at("authorities.pem"),
    `-----BEGIN CERTIFICATE-----\n${base64}\n-----END CERTIFICATE-----\n`,
  );
  await Promise.all(
    ["alice", "bob", "mallory"].map((name) =>
      done("key", "new", `${name}.key`, "--public", `${name}.pub`, ...words),
    ),
  );
  await done("root", "new", "--key", "alice.pub", "--key", "bob.pub", "--output", "1.root.json");
  for (const name of ["alice", "bob"])
    await done("sign", "1.root.json", "--key", `${name}.key`, "--yes", ...words);
});

const made = [
  ...["--artifact", "agent=setup.exe", "--artifact", "payment-root=root.der"],
  ...["--authorities", "authorities.pem", "--root", "1.root.json"],
];

describe("jochi bundle, from the first key to the closed side", () => {
  it("makes, signs by two, and verifies", async () => {
    const told = await done("create", "--guide", guide, ...made, "--output", "a.jochi");
    assert.match(told, /installers\/setup\.exe/);
    const one = await done("sign", "a.jochi", "--key", "alice.key", "--yes", ...words);
    assert.match(one, /Example Payments Co\., Ltd\./, "what is signed is shown first");
    assert.match(one, /모자람/);
    const half = await english("verify", "a.jochi", "--root", "1.root.json");
    assert.equal(half.code, 1);
    assert.match(half.err, /2 people must sign, and 1 did\. Do not use this bundle\./);
    const two = await done("sign", "a.jochi", "--key", "bob.key", "--yes", ...words);
    assert.doesNotMatch(two, /모자람/);

    const first = await english("verify", "a.jochi");
    assert.equal(first.code, 1, "nobody vouches for its keys");
    assert.match(first.out, /Nothing vouches for whose bundle this is/);
    assert.match(first.out, /Do not use this bundle/);
    const [, fingerprint] = /fingerprint ([0-9a-f]{64})/.exec(first.out)!;
    const known = await english(
      "verify",
      "a.jochi",
      "--fingerprint",
      fingerprint!,
      "--state",
      "pc",
    );
    assert.deepEqual([known.code, known.err], [0, ""]);
    assert.match(known.out, /Verified: it is as it was signed/);
    const again = await english("verify", "a.jochi", "--state", "pc", "--json");
    const json = JSON.parse(again.out);
    assert.deepEqual([again.code, json.accepted, json.trust], [0, true, "known"]);
  });

  it("says what is in it, and how it differs from the one before", async () => {
    const shown = await english("show", "a.jochi");
    assert.equal(shown.code, 0);
    assert.match(shown.out, /Shown, not checked/);
    assert.equal((await english("diff", "a.jochi", "a.jochi")).code, 0);
    const next = ["--guide", guide, "--after", "a.jochi", "--output", "b.jochi"];
    const told = await done("create", ...next);
    assert.match(told, /installers/);
    const same = await english("diff", "a.jochi", "b.jochi");
    assert.deepEqual([same.code, same.out], [0, "They hold the same.\n"]);
  });

  it("hands nothing out where something was changed", async () => {
    const bytes = readFileSync(at("a.jochi"));
    bytes[bytes.indexOf("MZ") + 40]! ^= 1;
    writeFileSync(at("changed.jochi"), bytes);
    const { code, out, err } = await english("verify", "changed.jochi", "--root", "1.root.json");
    assert.deepEqual([code, out], [1, ""]);
    assert.match(err, /^jochi bundle: installers\/setup\.exe: [^\n]+\n$/);
    const json = await english("verify", "changed.jochi", "--json");
    assert.equal(JSON.parse(json.out).accepted, false);
  });

  it("lets nobody sign who is not named, and signs nothing unasked", async () => {
    const before = readFileSync(at("a.jochi"));
    const stranger = await english("sign", "a.jochi", "--key", "mallory.key", "--yes", ...words);
    assertRefused(stranger, "a stranger's key", /nothing here for this key/);
    const unasked = await english("sign", "a.jochi", "--key", "alice.key", ...words);
    assertRefused(unasked, "nobody to ask", /--yes/);
    writeFileSync(at("wrong"), "other words that are wrong");
    const wrong = ["--passphrase-file", "wrong"];
    const locked = await english("sign", "a.jochi", "--key", "alice.key", "--yes", ...wrong);
    assert.equal(locked.code, 2);
    assert.match(locked.err, /passphrase is wrong/);
    assert.ok(readFileSync(at("a.jochi")).equals(before));
  });

  it("makes a root that follows, signed by the old keys and the new", async () => {
    const next = ["--from", "1.root.json", "--key", "alice.pub", "--key", "mallory.pub"];
    await done("root", "next", ...next, "--output", "2.root.json");
    const older = ["--root", "1.root.json"];
    const sign = (name: string, ...more: string[]) =>
      english("sign", "2.root.json", "--key", `${name}.key`, "--yes", ...words, ...more);
    assertRefused(await sign("alice"), "the old root is not given", /--root is needed/);
    await sign("alice", ...older);
    const { out } = await sign("mallory", ...older);
    assert.match(out, /root +version 2, 2 signed \(2 needed\)\n/);
    assert.match(out, /root +version 2, by keys of version 1: 1 signed \(2 needed\) {2}<- missing/);
    const one = ["--guide", guide, ...made, "--root", "2.root.json"];
    const early = await english("create", ...one, "--output", "c.jochi");
    assertRefused(early, "a root without the old keys", /2 people must sign, and 1 did/);
    const last = await sign("bob", ...older);
    assert.match(last.out, /All signatures are there/);
    await done("create", ...one, "--output", "c.jochi");
    for (const name of ["alice", "mallory"])
      await done("sign", "c.jochi", "--key", `${name}.key`, "--yes", ...words);
    const verified = await english("verify", "c.jochi", "--root", "1.root.json");
    assert.equal(verified.code, 0, verified.err);
    assert.match(verified.out, /Keys have changed since the first, and so has the fingerprint/);
  });

  it("says which ids there are, and that something cannot be told here", async () => {
    const foreign = ["--guide", guide, "--root", "1.root.json", "--output", "lacking.jochi"];
    const unasked = await english("create", ...foreign, "--artifact", "other=setup.exe");
    assertRefused(unasked, "an id that is unknown", /other: .* ask for: agent, payment-root$/m);
    const unknown = await english("create", ...foreign, "--artifact", "agent=setup.exe");
    assertRefused(unknown, "an authority that is unknown", /cannot be told here.*--authorities/);
    const lacking = await english("create", ...foreign);
    assert.equal(lacking.code, 1);
    assert.match(lacking.out, /agent: Security program \(test-payment@2026\.11\)\. No file/);
    const { out } = await english("verify", "a.jochi", "--root", "1.root.json");
    assert.match(out, /One thing cannot be told here; see the \? above\.\n$/);
  });
});

describe("jochi bundle, bad input", () => {
  const cases: [string, string[], RegExp][] = [
    ["no word", [], /say what to do/],
    ["an unknown word", ["verfy"], /did you mean verify/],
    ["no file", ["verify"], /name one bundle/],
    ["a file that is none", ["show", "words"], /words|bundle/],
    ["a file that is not there", ["show", "nowhere.jochi"], /nowhere/],
    ["a folder", ["verify", "."], /\.: not a plain file/],
    ["one of two that is none", ["diff", "a.jochi", "words"], /words: This is no bundle/],
    ["a root that is none", ["verify", "a.jochi", "--root", "words"], /words: not a root file/],
    [
      "a root and a fingerprint",
      ["verify", "a.jochi", "--root", "1.root.json", "--fingerprint", "0".repeat(64)],
      /either --root or --fingerprint/,
    ],
    [
      "an end that has passed",
      [
        ...["root", "new", "--key", "alice.pub", "--key", "bob.pub"],
        "--expires",
        "2020-01-01",
      ].concat("--output", "r.json"),
      /--expires: this day has passed/,
    ],
    [
      "the same key twice",
      ["root", "new", "--key", "alice.pub", "--key", "alice.pub", "--output", "r.json"],
      /2 are needed, and there are 1/,
    ],
    [
      "where a file is from that was not given",
      ["create", "--guide", "bankpay-transfer@2018.11", "--root", "1.root.json"].concat(
        ...["--from", "nos=CD", "--output", "x.jochi"],
      ),
      /--from nos needs --artifact/,
    ],
    ["a bad fingerprint", ["verify", "words", "--fingerprint", "12"], /--fingerprint/],
    ["an option that is unknown", ["show", "words", "--color"], /--color/],
    ["a root without keys", ["root", "new", "--output", "r.json"], /--key/],
    [
      "one key for two people",
      ["root", "new", "--key", "alice.pub", "--output", "r.json"],
      /2 are needed/,
    ],
    [
      "a role that is unknown",
      ["root", "new", "--key", "alice.pub", "--role", "boss=alice.pub", "--output", "r.json"],
      /boss/,
    ],
    [
      "a day that is none",
      ["root", "new", "--key", "alice.pub", "--today", "2026-02-30", "--output", "r.json"],
      /2026-02-30/,
    ],
    ["no guide", ["create", "--root", "1.root.json", "--output", "x.jochi"], /--guide/],
    ["a file that is taken", ["root", "new", "--key", "alice.pub", "--output", "words"], /already/],
    ["a key that is taken", ["key", "new", "alice.key", ...words], /already/],
    [
      "a bundle in the place of a key",
      ["sign", "1.root.json", "--key", "words", "--yes"],
      /words: .*no key file/,
    ],
    [
      "a passphrase in the arguments",
      ["key", "new", "z.key", "--passphrase", "secret"],
      /--passphrase/,
    ],
    ["nobody to type a passphrase", ["key", "new", "z.key"], /--passphrase-file/],
    [
      "a root that is no longer trusted, with what serves in its place",
      [
        ...["create", "--guide", "bankpay-transfer@2018.11", "--root", "1.root.json"],
        ...["--artifact", "verisign-root=root.der", "--output", "x.jochi"],
      ],
      /not trusted it any more since 2021-02-01.* instead: .*DigiCert/,
    ],
    [
      "a download that nobody agreed to",
      [
        "create",
        "--guide",
        "bankpay-transfer@2018.11",
        "--root",
        "1.root.json",
        "--download",
        "nos",
        "--output",
        "x.jochi",
      ],
      /--yes/,
    ],
    [
      "a download without a network",
      [
        "create",
        "--guide",
        "bankpay-transfer@2018.11",
        "--root",
        "1.root.json",
        "--download",
        "nos",
        "--yes",
        "--output",
        "x.jochi",
      ],
      /JOCHI_NETWORK/,
    ],
  ];
  for (const [what, args, says] of cases)
    it(`is one line: ${what}`, async () => {
      const before = readdirSync(folder).sort();
      const ended = await english(...args);
      const lines = ended.err.split("\n").filter((line) => line.startsWith("jochi"));
      assert.deepEqual([ended.code, lines.length, ended.out], [2, 1, ""], ended.err);
      assert.match(lines[0]!, says);
      assert.doesNotMatch(ended.err, /unexpected error/);
      assert.deepEqual(readdirSync(folder).sort(), before, "nothing is left behind");
    });

  it("is told with help of at most 80 columns", async () => {
    const names = ["key", "root", "create", "sign", "verify", "show", "diff", "split", "join"];
    for (const lang of ["ko", "en"])
      for (const name of ["", ...names]) {
        const args = name === "" ? ["--help"] : [name, "--help"];
        const { code, out } = await bundle(...args, "--lang", lang);
        assert.equal(code, 0, name);
        for (const line of out.split("\n")) assert.ok(width(line) <= 80, `${name}: ${line}`);
      }
  });

  it("keeps keys to their owner", () => {
    if (process.platform !== "win32") assert.equal(statSync(at("alice.key")).mode & 0o777, 0o600);
  });
});
