import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { labCommand } from "../../src/cli/lab.ts";
import { width } from "../../src/report/columns.ts";
import { skip } from "./_lab.ts";

const main = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url));

/** The command in a process of its own: what it runs has that process's standard output. */
function jochi(...argv: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, "--lang=en", ...argv], {
    encoding: "utf8",
    timeout: 30_000,
  });
  return { status, stdout, stderr };
}

async function runIn(lang: "ko" | "en", ...argv: string[]) {
  const said = { out: "", err: "" };
  const signal = new AbortController().signal;
  const code = await labCommand.run(argv, {
    out: (text) => {
      said.out += text;
    },
    err: (text) => {
      said.err += text;
    },
    lang,
    env: process.env,
    cwd: process.cwd(),
    signal,
  });
  return { code, ...said };
}

const run = (...argv: string[]) => runIn("en", ...argv);

describe("jochi lab", () => {
  it("keeps its help in 80 columns and its lists in 100", async () => {
    const widest = (text: string) => Math.max(...text.split("\n").map(width));
    for (const lang of ["ko", "en"] as const) {
      assert.ok(widest((await runIn(lang, "--help")).out) <= 80);
      for (const name of ["faults", "scenarios"]) {
        const { out } = await runIn(lang, name);
        assert.ok(widest(out) <= 100, name);
        assert.doesNotMatch(out, /^\S{26,}\S* \S/m);
      }
    }
  });

  it("refuses in Korean, too", async () => {
    for (const argv of [
      ["run", "--fault", "tcp.dorp", "--", "true"],
      ["run", "--fault", "tcp.drop:192.0.2.1", "--", "true"],
      ["faults", "--guide", "nope"],
      ["scenarios", "--guide", "nope"],
      ["run", "--guide", "nope", "--", "true"],
    ]) {
      const { code, err } = await runIn("ko", ...argv);
      assert.equal(code, 2);
      assert.match(err, /^jochi lab: .*[가-힣]{2}.*\n$/, argv.join(" "));
      assert.doesNotMatch(err, /there are|cannot|unknown/);
    }
  });

  it("lists the faults, as text and as JSON", async () => {
    const { code, out } = await run("faults", "--json");
    assert.equal(code, 0);
    const { faults } = JSON.parse(out);
    assert.ok(faults.length > 50);
    const drop = faults.find(({ id }: { id: string }) => id === "tcp.drop");
    assert.equal(drop.verdict, "tcp.drop");
    assert.ok(drop.title.ko && drop.title.en && drop.example);
    assert.match((await run("faults")).out, /^tcp\.drop +52\.79\.192\.248:80 +\S/m);
  });

  it("refuses what it cannot do with one line and 2", async () => {
    for (const [argv, line] of [
      [["run", "--fault", "tcp.dorp", "--", "true"], /no fault is called "tcp\.dorp"/],
      [["run", "--fault", "tcp.drop:192.0.2.1", "--", "true"], /cannot be aimed at "192\.0\.2\.1"/],
      [["run", "--loss", "150", "--", "true"], /--loss 150: a number from 0 to 100/],
      [["run", "--delay", "", "--", "true"], /--delay : a number/],
      [["run", "--guide", "nope", "--", "true"], /unknown guide/],
      [["run"], /no command to run/],
      [["walk"], /unknown subcommand: walk/],
    ] as const) {
      const { code, out, err } = await run(...argv);
      assert.equal(code, 2, argv.join(" "));
      assert.equal(out, "");
      assert.match(err, line);
      assert.equal(err.trimEnd().split("\n").length, 1);
    }
  });
});

describe("jochi lab run", { skip }, () => {
  it("does not need a PATH that leads to its own tools", () => {
    const echo = (PATH: string, command: string) =>
      spawnSync(process.execPath, [main, "lab", "run", "--", command, "hello"], {
        env: { PATH },
        encoding: "utf8",
        timeout: 30_000,
      });
    for (const path of ["", "/nowhere"]) {
      assert.deepEqual(
        [echo(path, "/bin/echo").stdout, echo(path, "/bin/echo").status],
        ["hello\n", 0],
      );
    }
    assert.equal(echo("", "echo").stdout, "hello\n");
    const lost = echo("/nowhere", "echo");
    assert.equal(lost.status, 127);
    assert.match(lost.stderr, /^[^\n]+echo[^\n]+\n$/);
  });

  it("prints only what the command prints, and ends with its code", () => {
    const script = "echo -n $JOCHI_LAB$JOCHI_NETWORK; exit 7";
    const result = jochi("lab", "run", "--", "sh", "-c", script);
    assert.deepEqual(result, { status: 7, stdout: "1", stderr: "" });
  });

  it("breaks what it is told to break, on a line as it is told", () => {
    const script = `
      const start = Date.now();
      const end = (code) => { console.log(code, Date.now() - start >= 40); process.exit(); };
      const socket = require("net").connect(+process.argv[2], process.argv[1]);
      socket.on("connect", () => end("ok")).on("error", ({ code }) => end(code));`;
    const node = ["--", process.execPath, "-e", script, "203.175.190.200"];
    const fault = ["--fault", "tcp.icmp-admin-prohibited:203.175.190.200:443"];
    const line = ["--delay", "40", "--jitter", "5"];
    assert.equal(
      jochi("lab", "run", ...fault, ...line, ...node, "443").stdout,
      "EHOSTUNREACH false\n",
    );
    assert.equal(jochi("lab", "run", ...fault, ...line, ...node, "80").stdout, "ok true\n");
  });
});
