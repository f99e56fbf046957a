import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, it } from "node:test";
import { type Ended, run, shell } from "../house/_run.ts";
import { folder, gather, put } from "./_evidence.ts";
import { onMachine, preload } from "./_preload.ts";
import { assertRefused } from "./_refused.ts";
import { Report } from "./_report.ts";

const stuck = onMachine("stuck");
/** Far more than any of these runs should need, so that a busy machine fails no test. */
const promptMs = 5_000;
const evidenceMs = 60;

/** A run of which nothing ever comes, stopped once it says that it looks. */
async function stopped(signal: NodeJS.Signals, args: string[]): Promise<Ended & { ms: number }> {
  let sent = 0;
  const ended = await run(["diagnose", "--timeout", "60000", ...args], {
    env: stuck,
    meanwhile(child) {
      child.stderr?.once("data", () =>
        setTimeout(() => {
          sent = performance.now();
          child.kill(signal);
        }, evidenceMs),
      );
    },
  });
  return { ...ended, ms: performance.now() - sent };
}

describe("a diagnosis that is stopped in the middle", () => {
  for (const [signal, code] of [
    ["SIGINT", 130],
    ["SIGTERM", 143],
    ["SIGHUP", 129],
  ] as const) {
    it(`${signal}: ends at once, prints no report and leaves no file`, async () => {
      const where = folder();
      const [evidence, page] = [join(where, "e.json"), put(where, "p.html", "the old one")];
      const ended = await stopped(signal, ["--save-evidence", evidence, "--html", page]);
      assert.deepEqual([ended.code, ended.signal, ended.out], [code, undefined, ""], ended.err);
      assert.doesNotMatch(ended.err, /error|오류|\n {4}at |마쳤습니다/i);
      assert.deepEqual(readdirSync(where), ["p.html"]);
      assert.equal(readFileSync(page, "utf8"), "the old one");
      assert.ok(ended.ms < promptMs, `${ended.ms} ms`);
    });
  }

  it("kill -9 while a file is being written leaves the old one whole", async () => {
    const where = folder();
    const env = preload("_other-machine.ts", "_killed-while-writing.ts");
    for (const option of ["--save-evidence", "--html"]) {
      const target = put(where, "target", "the old one");
      const ended = await run(["diagnose", option, target], { env });
      assert.deepEqual([ended.code ?? ended.signal, ended.out], ["SIGKILL", ""]);
      assert.equal(readFileSync(target, "utf8"), "the old one");
    }
  });

  it("kill -9 at any moment leaves a whole file, the old one or the new one", async () => {
    const where = folder();
    const target = put(where, "target.json", await gather([]));
    for (let ms = 100; ms <= 400; ms += 30) {
      await run(["diagnose", "--save-evidence", target], {
        env: onMachine("tcp.drop"),
        meanwhile: (child) => setTimeout(() => child.kill("SIGKILL"), ms),
      });
      const { schema } = JSON.parse(readFileSync(target, "utf8"));
      assert.equal(schema, "jochi.evidence/1", `killed after ${ms} ms`);
    }
  });
});

describe("a disk that fills up", () => {
  it("keeps the old file, leaves nothing beside it, and is one line", async (context) => {
    const where = folder();
    const disk = 'mount -t tmpfs -o size=16k none "$F" && echo old >"$F/e.json"';
    const line = `${disk} && { ./jochi diagnose --json --save-evidence "$F/e.json"; code=$?
      cat "$F/e.json"; ls -A "$F"; exit $code; }`;
    const args = ["-rm", "bash", "-c", line];
    const ended = await run(args, { command: "unshare", env: { ...onMachine(), F: where } });
    if (/unshare:|mount:/.test(ended.err)) return context.skip(ended.err.trim());
    assert.equal(ended.out, "old\ne.json\n");
    assertRefused({ ...ended, out: "" }, "full", /e\.json.*ENOSPC/);
  });
});

describe("readers that go away", () => {
  const where = folder();
  let env: NodeJS.ProcessEnv = {};
  before(async () => {
    env = { F: put(where, "e.json", await gather(["tcp.drop", "local.agent-down"])) };
  });
  for (const [what, line] of [
    [
      "after ten bytes",
      'set -o pipefail; ./jochi diagnose --evidence "$F" | head -c 10 >/dev/null',
    ],
    ["at once", 'set -o pipefail; ./jochi diagnose --evidence "$F" --json | true'],
    ["before it began", './jochi diagnose --evidence "$F" >&-'],
    ["from both outputs", './jochi diagnose --evidence "$F" >&- 2>&-'],
    ["from everything", './jochi diagnose --evidence "$F" <&- >&- 2>&-'],
  ] as const) {
    it(`${what}: the exit code stays, and nothing is said`, async () => {
      const { code, err } = await shell(line, env);
      assert.deepEqual([code, err], [1, ""]);
    });
  }

  it("from standard error only: the report comes all the same", async () => {
    const live = onMachine("tcp.drop", "local.agent-down");
    const whole = await run(["diagnose"], { env: live });
    assert.equal(whole.code, 1);
    for (const line of ["./jochi diagnose 2>&-", "./jochi diagnose 2> >(true)"]) {
      const { code, out } = await shell(line, live);
      assert.deepEqual([code, out], [1, whole.out]);
    }
  });

  it("files are written although nobody reads the report", async () => {
    const [evidence, page] = [join(where, "new.json"), join(where, "new.html")];
    const line = './jochi diagnose --save-evidence "$E" --html "$P" >&- 2>&-';
    const { code } = await shell(line, { ...onMachine("tcp.drop"), E: evidence, P: page });
    assert.equal(code, 1);
    assert.equal(JSON.parse(readFileSync(evidence, "utf8")).schema, "jochi.evidence/1");
    assert.match(readFileSync(page, "utf8"), /<\/html>\n$/);
  });

  it("a full disk behind standard output is one line", async () => {
    const { code, err } = await shell('./jochi diagnose --evidence "$F" >/dev/full', env);
    assertRefused({ code, err, out: "" }, "full", /ENOSPC/);
  });
});

describe("a budget that is too small", () => {
  it("is kept; what was not looked at is not called dropped, and the code says so", async () => {
    const where = folder();
    const file = join(where, "e.json");
    const begun = performance.now();
    const args = ["diagnose", "--timeout", "300", "--json", "--save-evidence", file];
    args.push("--guide", "bankpay-transfer@2018.11");
    const { code, out, err } = await run(args, { env: stuck });
    assert.ok(performance.now() - begun < promptMs);
    assert.equal(code, 2);
    assert.match(err, /^jochi: [^\n]*--timeout[^\n]*\n$/);
    const { endpoints, findings } = Report.parse(JSON.parse(out));
    assert.deepEqual(new Set(endpoints.map(({ verdict }) => verdict)), new Set(["insufficient"]));
    assert.deepEqual(findings, []);
    assert.equal(JSON.parse(readFileSync(file, "utf8")).incomplete, true);
    const again = await run(["diagnose", "--evidence", file, "--json"]);
    assert.deepEqual([again.code, again.out, again.err], [code, out, err]);
  });
});
