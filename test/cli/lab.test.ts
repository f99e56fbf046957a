import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { aim, applyFaults } from "../../src/lab/faults/apply.ts";
import { type Lab, labSupport, startLab } from "../../src/lab/real/lab.ts";
import { run } from "../house/_run.ts";
import { root } from "../house/_source.ts";
import { folder, guide, healthy, langs } from "./_evidence.ts";
import { preload } from "./_preload.ts";
import { Report } from "./_report.ts";

const support = labSupport();
const skip = "missing" in support ? support.missing : false;
const jochi = join(root, "jochi");
/** The lab is made of it. */
const of = ["--guide", `${guide.id}@${guide.edition}`];
/** Far more than any of these runs should need, so that a busy machine fails no test. */
const promptMs = 6_000;

const broken = (...faults: string[]) =>
  applyFaults(
    healthy,
    guide,
    faults.map((name) => aim(name, healthy, guide)),
  );

const worlds: Record<string, string[]> = {
  healthy: [],
  "a firewall and a program": ["tcp.drop", "program.stopped"],
  "names and a decrypting device": ["dns.one-resolver-dead", "tls.intercepted"],
  "a proxy": ["http.proxy-denied-port"],
};

describe("real processes on real sockets", { skip }, () => {
  const where = folder();
  let lab: Lab;
  before(async () => {
    lab = await startLab(healthy);
  });
  after(() => lab?.close());

  for (const [name, faults] of Object.entries(worlds)) {
    it(`${name}: the report of the day and the one judged later are the same bytes`, async () => {
      await lab.set(broken(...faults));
      const [file, page] = [join(where, "e.json"), join(where, "p.html")];
      const again = join(where, "again.html");
      for (const lang of langs) {
        const args = ["diagnose", ...of, "--lang", lang, "--html", page, "--save-evidence", file];
        const first = await lab.run([jochi, ...args]);
        assert.equal(first.code, faults.length > 0 ? 1 : 0, first.stderr);
        const later = { env: { ...preload("_another-day.ts"), TZ: "Asia/Kathmandu" }, cwd: where };
        const saved = ["diagnose", "--lang", lang, "--evidence", file];
        const second = await run([...saved, "--html", again], later);
        assert.deepEqual([second.code, second.out, second.err], [first.code, first.stdout, ""]);
        assert.equal(readFileSync(again, "utf8"), readFileSync(page, "utf8"));
        const { out } = await run([...saved, "--json"], later);
        Report.parse(JSON.parse(out));
        assert.equal((await run([...saved, "--json"])).out, out);
      }
    });
  }

  describe("where everything is dropped", () => {
    before(() => lab.set(broken("tcp.drop:*", "dns.timeout")));

    it("a budget that is too small is kept, and nothing is called dropped", async () => {
      const begun = performance.now();
      const { code, stdout } = await lab.run([
        jochi,
        "diagnose",
        ...of,
        "--timeout",
        "300",
        "--json",
      ]);
      assert.ok(performance.now() - begun < promptMs);
      const { endpoints, findings } = Report.parse(JSON.parse(stdout));
      const verdicts = endpoints.map(({ verdict }) => verdict);
      assert.ok(!verdicts.includes("tcp.drop"), "300 ms of silence are no proof");
      assert.equal(code, findings.length > 0 ? 1 : 2);
    });

    for (const [signal, expected] of [
      ["INT", 130],
      ["TERM", 143],
    ] as const) {
      it(`SIG${signal} in the middle: ends at once and leaves nothing`, async () => {
        const empty = folder();
        const files = ["--save-evidence", join(empty, "e.json"), "--html", join(empty, "p.html")];
        const begun = performance.now();
        const stop = ["timeout", "--preserve-status", "-s", signal, "0.8"];
        const ended = await lab.run([...stop, jochi, "diagnose", ...of, ...files]);
        assert.deepEqual([ended.code, ended.stdout], [expected, ""], ended.stderr);
        assert.ok(performance.now() - begun < promptMs);
        assert.deepEqual(readdirSync(empty), []);
        assert.doesNotMatch(ended.stderr, /error|오류|\n {4}at /i);
      });
    }

    it("a reader that goes away changes nothing", async () => {
      const line = `set -o pipefail; "${jochi}" diagnose --timeout 1000 --json | head -c 10`;
      const { code, stdout, stderr } = await lab.run(["bash", "-c", line]);
      assert.ok(code === 1 || code === 2, stderr);
      assert.equal(stdout, '{\n  "schem');
    });
  });
});
