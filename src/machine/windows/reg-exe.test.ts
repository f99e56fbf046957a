import assert from "node:assert/strict";
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { regExe } from "./reg-exe.ts";
import { runProgram } from "./run.ts";

/** A program that behaves as the tool might; what it is told to export goes to `$3`. */
let folder = "";
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "jochi-reg-test-"));
});
after(() => rm(folder, { recursive: true }));

let made = 0;
async function script(body: string): Promise<string> {
  made += 1;
  const path = join(folder, `tool-${made}`);
  await writeFile(path, `#!/bin/sh\n${body}\n`);
  await chmod(path, 0o755);
  return path;
}

/** Octal escapes for printf: the only kind that every shell knows. */
const octal = (bytes: Buffer) =>
  Array.from(bytes, (byte) => `\\${byte.toString(8).padStart(3, "0")}`).join("");
const noOutput = { state: "unreadable", failure: "unreadable", code: "NO_OUTPUT" };

describe("reg.exe", () => {
  it("exports through a file in UTF-16 that is gone afterwards", async () => {
    const text =
      '\ufeffWindows Registry Editor Version 5.00\r\n\r\n[HKEY_CURRENT_USER\\조치]\r\n"a"="가"\r\n\r\n';
    const tool = await script(
      `echo "$3" > ${folder}/named; printf '${octal(Buffer.from(text, "utf16le"))}' > "$3"`,
    );
    assert.deepEqual(await regExe(tool).exported("HKCU\\조치", "32"), {
      state: "found",
      value: [
        {
          path: "HKCU\\조치",
          remove: false,
          changes: [{ name: "a", value: { type: "REG_SZ", data: "가" } }],
        },
      ],
    });
    const left = (await readdir(tmpdir())).filter((name) => /^jochi-reg-[^t]/.test(name));
    const named = (await import("node:fs")).readFileSync(join(folder, "named"), "utf8");
    assert.ok(!left.some((name) => named.includes(name)));
  });

  it("tells the texts of a key, whatever else is in it and below it", async () => {
    const lines = [
      "",
      "HKEY_LOCAL_MACHINE\\SOFTWARE\\A",
      "    ProgramFilesDir    REG_SZ    C:\\Program Files",
      "    ProgramFilesDir (x86)    REG_SZ    C:\\Program Files (x86)",
      "    ProgramFilesPath    REG_EXPAND_SZ    %ProgramFiles%",
      "    Number    REG_DWORD    0x1",
      "    Empty    REG_SZ    ",
      "",
      "HKEY_LOCAL_MACHINE\\SOFTWARE\\A\\    Odd    REG_SZ    x",
      "",
    ];
    const tool = await script(
      `echo "$@" > ${folder}/asked; printf '${octal(Buffer.from(lines.join("\r\n")))}'`,
    );
    const answer = await regExe(tool).texts("HKLM\\SOFTWARE\\A", "64");
    assert.ok(answer.state === "found");
    assert.deepEqual(Object.fromEntries(answer.value), {
      programfilesdir: "C:\\Program Files",
      "programfilesdir (x86)": "C:\\Program Files (x86)",
      empty: "",
    });
    const asked = await readFile(join(folder, "asked"), "utf8");
    assert.equal(asked, "query HKLM\\SOFTWARE\\A /reg:64\n");
    const refusing = await script("exit 1");
    assert.deepEqual(await regExe(refusing).texts("HKLM\\A", "64"), { state: "refused", code: 1 });
    const silent = await script("exit 0");
    assert.deepEqual(await regExe(silent).texts("HKLM\\A", "64"), noOutput);
  });

  it("works where it is told to, or else where every program may", async () => {
    const tool = await script(`echo "$3" > ${folder}/place; exit 1`);
    const place = async (temporary: string) => {
      await regExe(tool, temporary).exported("HKCU\\A", undefined);
      return readFile(join(folder, "place"), "utf8");
    };
    const own = await mkdtemp(join(folder, "own-"));
    assert.ok((await place(own)).startsWith(join(own, "jochi-reg-")));
    assert.deepEqual(await readdir(own), []);
    assert.ok((await place(join(folder, "none"))).startsWith(join(tmpdir(), "jochi-reg-")));
  });

  it("that ends well and says nothing has not said that there is nothing", async () => {
    const quiet = regExe(await script("exit 0"));
    assert.deepEqual(await quiet.exported("HKCU\\A", undefined), noOutput);
    assert.deepEqual(await quiet.children("HKCU\\A", undefined), noOutput);
    const empty = regExe(await script(': > "$3"'));
    assert.deepEqual(await empty.exported("HKCU\\A", undefined), noOutput);
  });

  it("whose file is damaged names the line", async () => {
    const text = "\ufeffWindows Registry Editor Version 5.00\r\n\r\nhello\r\n";
    const tool = await script(`printf '${octal(Buffer.from(text, "utf16le"))}' > "$3"`);
    assert.deepEqual(await regExe(tool).exported("HKCU\\A", undefined), {
      state: "unreadable",
      failure: "unreadable",
      code: "REG_FILE_3_key-or-value",
    });
  });

  it("refuses, or is not there", async () => {
    const refused = regExe(await script("echo 오류; exit 1"));
    assert.deepEqual(await refused.exported("HKCU\\A", undefined), { state: "refused", code: 1 });
    assert.deepEqual(await refused.deleted("HKCU\\A", "64"), { state: "refused", code: 1 });
    const none = await regExe(join(folder, "none")).exported("HKCU\\A", undefined);
    assert.deepEqual(none, { state: "unreadable", failure: "other", code: "NO_REG_EXE" });
  });

  it("lists keys by their full names, in the Korean code page, in either view", async () => {
    const lines = [
      Buffer.from(
        "\r\nHKEY_LOCAL_MACHINE\\Software\\WOW6432Node\\A\r\n    v    REG_SZ    HKEY_X\\Y\r\n\r\nHKEY_LOCAL_MACHINE\\Software\\WOW6432Node\\A\\B\r\nHKEY_LOCAL_MACHINE\\SOFTWARE\\A\\",
      ),
      Buffer.from([0xb0, 0xa1]),
      Buffer.from("\r\n"),
    ];
    const tool = await script(`printf '${octal(Buffer.concat(lines))}'`);
    const listed = await regExe(tool).children("HKLM\\Software\\A", "32");
    assert.deepEqual(listed, { state: "found", value: ["B", "가"] });
  });
});

describe("a program", () => {
  const limits = { timeoutMs: 10_000, maxBytes: 1_000 };
  const output = (text: string) => new Uint8Array(Buffer.from(text));

  it("is given its arguments as they are, and any exit code is an answer", async () => {
    const tool = await script('printf "%s|" "$@"; exit 7');
    const args = ["a b", '"', "$HOME", "가;&"];
    assert.deepEqual(await runProgram(tool, args, limits), {
      state: "found",
      value: { code: 7, output: output('a b|"|$HOME|가;&|') },
    });
  });

  it("runs in the folder that it is given, with windows or without", async () => {
    const tool = await script(`pwd > ${folder}/where`);
    const place = await mkdtemp(join(folder, "place-"));
    for (const visible of [false, true]) {
      await runProgram(tool, [], { ...limits, visible }, place);
      assert.equal(await readFile(join(folder, "where"), "utf8"), `${place}\n`);
      await rm(join(folder, "where"));
    }
  });

  it("that is not there, says too much, or does not end", async () => {
    assert.deepEqual(await runProgram(join(folder, "none"), [], limits), { state: "absent" });
    const loud = await runProgram(await script("yes"), [], limits);
    assert.deepEqual(loud.state === "unreadable" && loud.failure, "too-large");
    const endless = await script("exec sleep 60");
    const late = await runProgram(endless, [], { ...limits, timeoutMs: 100 });
    assert.deepEqual(late, { state: "unreadable", failure: "timeout" });
    const data = join(folder, "data");
    await writeFile(data, "no program", { mode: 0o644 });
    const closed = await runProgram(data, [], limits);
    assert.deepEqual(closed, { state: "unreadable", failure: "not-permitted", code: "EACCES" });
  });

  it("with windows is never cut off, however much it prints and however long it takes", async () => {
    const visible = { ...limits, visible: true };
    const loud = await script("head -c 100000 /dev/zero; exit 3");
    const none = new Uint8Array();
    assert.deepEqual(await runProgram(loud, [], visible), {
      state: "found",
      value: { code: 3, output: none },
    });
    const slow = await script(`echo $$ > ${folder}/slow; exec sleep 60`);
    const begun = runProgram(slow, [], { ...visible, timeoutMs: 1_000 });
    assert.deepEqual(await begun, { state: "unreadable", failure: "timeout" });
    const running = Number(await readFile(join(folder, "slow"), "utf8"));
    assert.equal(process.kill(running, 0), true);
    process.kill(running);
    assert.deepEqual(await runProgram(join(folder, "none"), [], visible), { state: "absent" });
  });

  it("waits for its turn", async () => {
    const tool = await script(
      `own=$(mktemp ${folder}/running.XXXXXX); ls ${folder}/running.* | wc -l; sleep 0.2; rm "$own"`,
    );
    const counts = await Promise.all(Array.from({ length: 8 }, () => runProgram(tool, [], limits)));
    for (const count of counts) {
      assert.ok(count.state === "found");
      assert.ok(Number(Buffer.from(count.value.output).toString()) <= 3);
    }
  });
});
