import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { before, describe, it } from "node:test";
import { type RunOptions, run } from "../house/_run.ts";
import { root } from "../house/_source.ts";
import { folder, gather, guide, langs, put } from "./_evidence.ts";
import { onMachine, preload } from "./_preload.ts";

const worlds = {
  dropped: ["tcp.drop", "dns.sinkhole", "program.missing"],
  decrypted: ["tls.intercepted", "clock.ahead", "popup.blocked"],
  healthy: [],
};

const strace = spawnSync("strace", ["-f", "-o", "/dev/null", "true"]).status === 0;
const skip = strace ? false : "strace is missing or may not trace here";

/** The three forms of the report in both languages, as whole processes print and write them. */
async function allForms(args: string[], where: string, options: RunOptions): Promise<string[]> {
  const forms = langs.flatMap((lang) =>
    [["--html", join(where, `${lang}.html`)], ["--json"]].map(async (form) => {
      const { code, out, err } = await run(["diagnose", "--lang", lang, ...form, ...args], options);
      assert.ok(code === 0 || code === 1, err);
      const page = form[1] === undefined ? "" : readFileSync(form[1], "utf8");
      return [`${code}\n${out}`, page];
    }),
  );
  return (await Promise.all(forms)).flat();
}

describe("evidence judged again", () => {
  const where = folder();

  for (const [name, faults] of Object.entries(worlds)) {
    it(`${name}: the same report on another day, in another place, in another zone`, async () => {
      const evidence = join(where, `${name}.json`);
      const env = onMachine(...faults);
      const own = ["--guide", `${guide.id}@${guide.edition}`];
      const first = await run(["diagnose", "--save-evidence", evidence, ...own], { env });
      assert.equal(first.code, faults.length > 0 ? 1 : 0, first.err);

      const here = join(where, `${name}-here`);
      const there = join(where, `${name}-there`);
      mkdirSync(here);
      mkdirSync(there);
      const now = await allForms(["--evidence", evidence], here, {});
      const later = await allForms(["--evidence", `../${name}.json`], there, {
        cwd: there,
        env: {
          ...preload("_another-day.ts"),
          TZ: "Pacific/Kiritimati",
          LC_ALL: "fr_CA.ISO-8859-1",
          COLUMNS: "200",
          JOCHI_NETWORK: "none",
        },
      });
      assert.equal(now[0], `${first.code}\n${first.out}`, "the report of the day itself");
      assert.deepEqual(later, now);
    });
  }

  it("the same report from a copy of the guide in another folder", async () => {
    const evidence = put(where, "copy.json", await gather(["tcp.closed"]));
    const edition = join(where, "elsewhere", guide.id, guide.edition);
    cpSync(join(root, "guides", guide.id, guide.edition), edition, { recursive: true });
    const named = await run(["diagnose", "--evidence", evidence]);
    const copied = await run(["diagnose", "--evidence", evidence, "--guide", edition]);
    assert.equal(copied.out, named.out);
    assert.equal(named.code, 1);
  });

  it("the symptom that was named when it was gathered counts again", async () => {
    const symptom = guide.symptoms[0]!.id;
    const evidence = await gather(["tcp.drop"]);
    const plain = put(where, "plain.json", evidence);
    const kept = put(where, "symptom.json", { ...evidence, symptom });
    const named = await run(["diagnose", "--evidence", plain, "--symptom", symptom]);
    assert.equal((await run(["diagnose", "--evidence", kept])).out, named.out);
    assert.notEqual((await run(["diagnose", "--evidence", plain])).out, named.out);
  });
});

describe("--evidence touches nothing but the file and the guide", () => {
  const where = folder();
  let evidence = "";
  before(async () => {
    evidence = put(where, "evidence.json", await gather(["tcp.drop", "local.agent-down"]));
  });

  it("loads nothing that could ask the network or the machine", async () => {
    for (const form of [[], ["--json"], ["--html", join(where, "page.html")]]) {
      const options = { env: preload("_closed-doors.ts") };
      const { code, err } = await run(["diagnose", "--evidence", evidence, ...form], options);
      assert.deepEqual([code, err], [1, ""], form.join(" "));
    }
    const live = await run(["diagnose"], { env: preload("_closed-doors.ts") });
    assert.match(live.err, /opens .*machine/, "the preload would have noticed");
  });

  it("opens no socket and reads no setting, seen by the kernel", { skip }, async () => {
    const log = join(where, "trace");
    const calls = "trace=socket,connect,open,openat,execve";
    const traced = ["-f", "-e", calls, "-o", log, join(root, "jochi")];
    const args = [...traced, "diagnose", "--evidence", evidence];
    // Without these two the shell that starts Jochi asks the user database for them.
    const env = { HOME: homedir(), SHELL: "/bin/bash" };
    const { code } = await run(args, { command: "strace", env });
    assert.equal(code, 1);
    const lines = readFileSync(log, "utf8").split("\n");
    const settings =
      /\/etc\/(hosts|resolv|nsswitch|gai|ssl\/certs|passwd)|\/proc\/net|\/sys\/class/;
    const personal = new RegExp(`"${homedir()}/\\.(?!cache|npm)`);
    const telling = lines.filter(
      (line) =>
        /\b(socket|connect)\(/.test(line) ||
        ((settings.test(line) || personal.test(line)) && !/ENOENT/.test(line)),
    );
    assert.deepEqual(telling, []);
    assert.ok(
      lines.some((line) => line.includes(evidence)),
      "the trace saw the evidence being read",
    );
  });
});
