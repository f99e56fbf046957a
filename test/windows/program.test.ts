import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe } from "node:test";
import { folder, gather, put } from "../cli/_evidence.ts";
import { run } from "../house/_run.ts";
import { root } from "../house/_source.ts";
import { wineIt } from "./stage/again.ts";
import { runToEnd } from "./stage/process.ts";
import { skip, type WinePc, winePc } from "./stage/wine-pc.ts";

const oneLine = /^jochi[^\n]*: [^\n]+\n$/;
/** A path of this machine, as the program sees it. */
const windows = (path: string) => `Z:${path.replaceAll("/", "\\")}`;

describe("the program for Windows", { skip }, () => {
  const where = folder();
  let pc: WinePc;
  before(async () => {
    pc = await winePc();
  });
  after(() => pc?.close());

  wineIt("tells its version, in exactly these bytes", async () => {
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
      version: string;
    };
    const { code, bytes } = await pc.run(["--version"]);
    assert.deepEqual(
      [code, bytes.stdout, bytes.stderr],
      [0, Buffer.from(`jochi ${version}\n`), Buffer.alloc(0)],
    );
  });

  wineIt("starts nothing that the user's environment names", async () => {
    const { argv, env } = pc.command(["--version"]);
    const names = { ...env, NODE_OPTIONS: "--require=C:\\evil.js" };
    const { code, stderr } = await runToEnd(argv, pc.folder, { env: names });
    assert.deepEqual([code, stderr], [0, ""]);
  });

  wineIt("speaks Korean, in UTF-8 to a file whatever the console's code page is", async () => {
    const there = await pc.run(["diagnose", "--help"]);
    const here = await run(["diagnose", "--help"]);
    assert.equal(there.stdout, here.out);
    assert.match(there.stdout, /무엇이 막혀 있는지/);
    assert.deepEqual(there.bytes.stdout, Buffer.from(here.out, "utf8"));
  });

  wineIt("writes to a pipe that Windows did not make", async () => {
    const { argv, env } = pc.command(["guide", "list"]);
    const piped = ["bash", "-c", 'set -o pipefail; "$@" | cat', "bash", ...argv];
    const { code, stdout, stderr } = await runToEnd(piped, pc.folder, { env });
    assert.deepEqual([code, stderr], [0, ""]);
    assert.equal(stdout, (await run(["guide", "list"])).out);
  });

  wineIt("has the guides inside, checked and as they are written", async () => {
    const shown = await pc.run(["guide", "show", "bankpay-transfer@2018.11", "--json"]);
    const here = await run(["guide", "show", "bankpay-transfer@2018.11", "--json"]);
    assert.deepEqual([shown.code, shown.stdout], [0, here.out]);
    // Linting reads the YAML itself.
    const args = ["guide", "lint", "--json", "--today", "2026-11-26"];
    const [there, ours] = [await pc.run(args), await run(args)];
    const problems = (text: string) =>
      (JSON.parse(text) as Lint).guides.flatMap((guide) =>
        guide.problems.map(({ file, ...rest }) => ({ ...rest, file: file.split(/[\\/]/).at(-1) })),
      );
    assert.deepEqual([there.code, problems(there.stdout)], [ours.code, problems(ours.out)]);
  });

  wineIt("reads a guide from a folder of the PC", async () => {
    const guide = join(root, "test/guide/small-guide");
    const there = await pc.run(["guide", "show", windows(guide), "--json"]);
    assert.deepEqual([there.code, there.stderr], [0, ""]);
    assert.equal(there.stdout, (await run(["guide", "show", guide, "--json"])).out);
  });

  wineIt("says the same of saved evidence as a checkout does", async () => {
    const evidence = put(where, "e.json", await gather(["tcp.drop", "program.stopped"]));
    for (const more of [[], ["--json"], ["--lang", "en"]]) {
      const there = await pc.run(["diagnose", "--evidence", windows(evidence), ...more]);
      const here = await run(["diagnose", "--evidence", evidence, ...more]);
      assert.deepEqual([there.code, there.stdout, there.stderr], [here.code, here.out, here.err]);
      assert.equal(there.code, 1);
    }
    const well = put(where, "well.json", await gather([]));
    assert.equal((await pc.run(["diagnose", "--evidence", windows(well)])).code, 0);
  });

  wineIt("writes an application form of the same bytes", async () => {
    const args = ["firewall", "request", "--source", "10.1.2.0/24", "--format", "hwpx", "--output"];
    const there = await pc.run([...args, "C:\\form.hwpx"]);
    assert.equal(there.code, 0, there.stderr);
    const file = join(where, "form.hwpx");
    await run([...args, file]);
    assert.deepEqual(pc.getFile("C:\\form.hwpx"), readFileSync(file));
  });

  wineIt("refuses what it cannot do with one line and exit code 2", async () => {
    const form = ["firewall", "request", "--source", "10.1.2.0/24", "--output", "C:\\form.pdf"];
    const bad = [
      [],
      ["diagnoos"],
      ["--bogus"],
      ["--lang", "fr", "--help"],
      ["diagnose", "--evidence", "C:\\없는 파일.json"],
      ["diagnose", "--guide", "no-such-guide"],
      ["lab", "start"],
      ["demo"],
      [...form, "--format", "pdf"],
    ];
    for (const args of bad) {
      const { code, stdout, stderr } = await pc.run(args);
      assert.deepEqual([code, stdout], [2, ""], `${args.join(" ")}: ${stderr}`);
      assert.match(stderr, oneLine, args.join(" "));
    }
    assert.equal(pc.getFile("C:\\form.pdf"), undefined);
  });
});

interface Lint {
  guides: { problems: { file: string }[] }[];
}
