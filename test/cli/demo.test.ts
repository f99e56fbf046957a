import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { demoCommand } from "../../src/cli/demo.ts";
import { loadGuide } from "../../src/guide/load.ts";
import { faults } from "../../src/lab/faults/index.ts";
import { randomWorld } from "../../src/lab/random-world.ts";
import { labSupport } from "../../src/lab/real/lab.ts";
import { run as jochi } from "../house/_run.ts";

// The edition of 2018 has something for every fault.
const named = "bankpay-transfer@2018.11";
const edition = ["--guide", named];
const support = labSupport();
const skip = "missing" in support ? support.missing : false;

/** The command in this process: whatever never comes to a lab. */
async function call(lang: "ko" | "en", ...argv: string[]) {
  const said = { out: "", err: "" };
  const code = await demoCommand.run(argv, {
    out: (text) => {
      said.out += text;
    },
    err: (text) => {
      said.err += text;
    },
    lang,
    env: process.env,
    cwd: process.cwd(),
    signal: new AbortController().signal,
  });
  return { code, ...said };
}

describe("jochi demo, before there is a lab", () => {
  it("lists every fault, in both languages and as JSON", async () => {
    const { out: json } = await call("ko", "--list", "--json", ...edition);
    const listed = (JSON.parse(json) as { faults: { id: string }[] }).faults.map(({ id }) => id);
    assert.deepEqual(
      listed,
      faults.map(({ id }) => id),
    );
    for (const lang of ["ko", "en"] as const) {
      const { code, out } = await call(lang, "--list", ...edition);
      assert.equal(code, 0);
      const lines = out.trimEnd().split("\n");
      for (const [at, { id, title }] of faults.entries()) {
        assert.match(lines[at]!, /^\S+ {2,}\S/);
        assert.ok(lines[at]!.startsWith(`${id} `) && lines[at]!.endsWith(title[lang]!));
      }
    }
  });

  it("refuses what it cannot do with one line and 2", async () => {
    for (const [argv, line] of [
      [["tcp.dorp"], /“tcp\.dorp” \(did you mean tcp\.drop\?\)/],
      [["drop"], /did you mean tcp\.drop\?/],
      [["local.agent"], /unknown fault: “local\.agent”/],
      [["tcp.drop:192.0.2.1"], /tcp\.drop cannot be aimed at “192\.0\.2\.1”; for example: \d/],
      [["tcp.drop", "--seed", "1"], /--seed and the names/],
      [["--seed=-1"], /--seed -1: expected a whole number/],
      [["--seed", "4294967296"], /--seed 4294967296: expected a whole number/],
      [["--guide", "nope"], /unknown guide/],
    ] as const) {
      const { code, out, err } = await call("en", ...argv);
      assert.equal(code, 2, argv.join(" "));
      assert.equal(out, "");
      assert.match(err, line);
      assert.equal(err.trimEnd().split("\n").length, 1);
    }
    assert.match((await call("ko", "tcp.dorp")).err, /모르는 고장입니다: “tcp\.dorp” \(혹시/);
  });
});

describe("jochi demo", { skip }, () => {
  it("diagnoses what it has broken, and only then tells what that was", async () => {
    const { code, out, err } = await jochi([
      "demo",
      "site.mistyped",
      "local.agent-down",
      ...edition,
    ]);
    assert.equal(code, 1);
    assert.match(out, /^✗ 고칠 것이 2가지 있습니다/);
    const truth = err.slice(err.indexOf("실제로 낸 고장:"));
    assert.match(truth, /^ {2}- .*\(site\.mistyped:.*\)$/m);
    assert.match(truth, /^ {2}- .*\(local\.agent-down:nos-agent\)$/m);
    assert.ok(!out.includes("실제로"), "the report must not know the truth");
  });

  it("prints one JSON document, and ends with 0 where nothing is wrong", async () => {
    const { code, out, err } = await jochi(["demo", "--lang", "en", "--json", "ip.rotation"]);
    assert.equal(code, 0);
    assert.equal((JSON.parse(out) as { schema: string }).schema, "jochi.report/1");
    assert.match(err, /^What was really broken: [^(]*\(ip\.rotation:\S+\)\n$/);
  });

  it("breaks the same again for the same seed", async () => {
    const seed = 7;
    const { err } = await jochi(["demo", "--lang", "en", "--seed", String(seed), ...edition]);
    assert.match(
      err,
      /^Broken at random\. To see the same again: jochi demo --seed 7 --guide \S+\n/,
    );
    const { faults: chosen } = randomWorld(seed, loadGuide(named));
    const told = err.slice(err.indexOf("really broken:"));
    for (const name of chosen) assert.ok(told.includes(`(${name})`), name);
  });

  it("leaves nothing behind when it is stopped", async () => {
    let children: string[] = [];
    const { code, err } = await jochi(["demo", "tcp.drop:203.175.190.200"], {
      meanwhile(child) {
        child.stderr!.once("data", () => {
          // bash has become Node by now, so that the lab is a child of the child.
          const { pid } = child;
          children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ");
          child.kill("SIGINT");
        });
      },
    });
    assert.equal(code, 130);
    assert.ok(!err.includes("실제로 낸 고장"));
    assert.ok(children.length > 0 && children[0] !== "", "the lab was not running yet");
    for (const pid of children) assert.ok(!existsSync(`/proc/${pid}`), `process ${pid} is left`);
  });
});
