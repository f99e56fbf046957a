import assert from "node:assert/strict";
import { after, before, describe } from "node:test";
import { wineIt } from "./stage/again.ts";
import { askMachine, type Step, skip } from "./stage/machine-on.ts";
import { type WinePc, winePc } from "./stage/wine-pc.ts";

const found = (value: unknown) => ({ state: "found", value });
const absent = { state: "absent" };
const bytes = (text: string) => ({ base64: Buffer.from(text).toString("base64") });
const text = (name: string, data: string) => ({ name, value: { type: "REG_SZ", data } });

describe("registry, files and programs under Wine", { skip }, () => {
  let pc: WinePc;
  before(async () => {
    pc = await winePc();
  });
  after(() => pc.close());

  wineIt("writes keys exactly, in both views, and tells absent ones", async () => {
    const path = "HKCU\\Software\\조치 시험\\아래";
    const values = [
      text("", "기본값"),
      { name: "b", value: { type: "hex", id: 3, data: "00ff".repeat(90) } },
      { name: "d", value: { type: "REG_DWORD", data: 4_294_967_295 } },
      { name: "e", value: { type: "REG_EXPAND_SZ", data: "%SystemRoot%\\한글" } },
      { name: "m", value: { type: "REG_MULTI_SZ", data: ["하나", "둘"] } },
      { name: "q", value: { type: "hex", id: 11, data: "0102030405060708" } },
      text("r", "두\r\n줄"),
      text("보안프로그램", '"C:\\프로그램\\" 똠방각하'),
    ];
    const key = (name: string, list: unknown[], keys: unknown[] = []) =>
      found({ name, values: list, keys });
    const both: Step = [
      "system.writeKey",
      { path: "HKLM\\Software\\Jochi", view: "32", values: [] },
    ];
    const steps: [Step, unknown][] = [
      [["system.readKey", path], absent],
      [["system.writeKey", { path, values }], { ok: true }],
      [["system.readKey", path], key("아래", values)],
      [["system.writeKey", { path, values: values.slice(2, 4) }], { ok: true }],
      [["system.readKey", path], key("아래", values.slice(2, 4))],
      [
        ["system.writeKey", { path: "HKCU\\Software\\조치 시험", values: null }],
        { ok: false, failure: "other", code: "not-empty" },
      ],
      [["system.writeKey", { path, values: null }], { ok: true }],
      [["system.readKey", path], absent],
      [["system.writeKey", { path: "HKCU\\Software\\조치 시험", values: null }], { ok: true }],
      [["system.readKey", "HKCU\\Software\\조치 시험"], absent],
      [["system.readKey", "HKCU\\Software\\None\\At\\All"], absent],
      [both, { ok: true }],
      [["system.readKey", "HKLM\\Software\\Jochi", "32"], key("Jochi", [])],
      [["system.readKey", "HKLM\\Software\\Jochi", "64"], absent],
      [
        ["system.writeKey", { path: "HKLM\\Software\\Jochi", view: "32", values: null }],
        { ok: true },
      ],
      [["system.readKey", "HKLM\\Software\\Jochi", "32"], absent],
    ];
    const told = await askMachine(
      pc,
      steps.map(([step]) => step),
    );
    for (const [at, [step, expected]] of steps.entries()) {
      assert.deepEqual(told[at], expected, JSON.stringify(step));
    }
  });

  wineIt("leaves a registry to the byte as it was once a change is taken back", async () => {
    const domain = "HKCU\\Software\\Jochi\\Domains\\bankpay.or.kr";
    await pc.importReg(
      '[HKEY_CURRENT_USER\\Software\\Jochi\\Domains\\bankpay.or.kr]\n"http"=dword:00000002\n',
    );
    const before = await pc.exportReg("HKCU\\Software\\Jochi");
    const zone = (name: string) => ({ name, value: { type: "REG_DWORD", data: 2 } });
    await askMachine(pc, [["system.writeKey", { path: domain, values: [zone("*")] }]]);
    assert.notEqual(await pc.exportReg("HKCU\\Software\\Jochi"), before);
    await askMachine(pc, [["system.writeKey", { path: domain, values: [zone("http")] }]]);
    assert.equal(await pc.exportReg("HKCU\\Software\\Jochi"), before);
  });

  wineIt("handles files with Korean names", async () => {
    const file = "%ProgramData%\\조치\\파일.txt";
    const steps: [Step, unknown][] = [
      [["system.fileFact", file], absent],
      [["system.writeFile", file, bytes("안녕")], { ok: true }],
      [["system.writeFile", file, bytes("안녕하세요")], { ok: true }],
      [["system.fileFact", file], found({ kind: "file", size: 15 })],
      [["system.fileFact", "%programdata%\\조치"], found({ kind: "folder", size: 0 })],
      [["system.readFile", file, 100], found(bytes("안녕하세요"))],
      [["system.readFile", file, 14], { state: "unreadable", failure: "too-large" }],
      [["system.readPart", file, 3, 6], found(bytes("녕하"))],
      [["system.readPart", file, 12, 60], found(bytes("요"))],
      [["system.listFolder", "%ProgramData%\\조치", 9], found(["파일.txt"])],
      [
        ["system.remove", "%ProgramData%\\조치"],
        { ok: false, failure: "other", code: "ENOTEMPTY" },
      ],
      [["system.move", file, "%ProgramData%\\조치\\b.txt"], { ok: true }],
      [["system.remove", "%ProgramData%\\조치\\b.txt"], { ok: true }],
      [["system.remove", "%ProgramData%\\조치"], { ok: true }],
      [["pc.exists", "%ProgramData%\\조치"], found(false)],
      [["pc.exists", "%SystemRoot%\\system32\\REG.EXE"], found(true)],
      [["pc.exists", "%NoSuchVariable%\\x"], found(false)],
      [["pc.exists", "\\\\server.test\\share\\x"], { state: "unreadable", failure: "guarded" }],
      [["system.remove", "\\\\server.test\\share\\x"], { ok: false, failure: "guarded" }],
    ];
    const told = await askMachine(
      pc,
      steps.map(([step]) => step),
    );
    for (const [at, [step, expected]] of steps.entries()) {
      assert.deepEqual(told[at], expected, JSON.stringify(step));
    }
  });

  wineIt("puts programs where the registry says, and not where the process was told", async () => {
    const own = "%ProgramFiles%\\Jochi\\증거";
    const old = "%ProgramFiles(x86)%\\Jochi\\증거";
    const told = await askMachine(pc, [
      ["env", "ProgramFiles", "C:\\users\\Public\\x"],
      ["env", "ProgramFiles(x86)", "C:\\users\\Public\\x"],
      ["system.writeFile", own, bytes("64")],
      ["system.writeFile", old, bytes("32")],
      ["system.readFile", "C:\\Program Files\\Jochi\\증거", 9],
      ["system.readFile", "C:\\Program Files (x86)\\Jochi\\증거", 9],
      ["system.fileFact", "C:\\users\\Public\\x"],
      ["system.remove", own],
      ["system.remove", old],
    ]);
    assert.deepEqual(told.slice(2), [
      { ok: true },
      { ok: true },
      found(bytes("64")),
      found(bytes("32")),
      absent,
      { ok: true },
      { ok: true },
    ]);
  });

  wineIt("runs programs within their limits", async () => {
    const limits = { timeoutMs: 20_000, maxBytes: 10_000 };
    const tool = (name: string) => `%SystemRoot%\\System32\\${name}`;
    const [missing, relative, large, slow, batch, nothing] = await askMachine(pc, [
      ["system.run", tool("no-such.exe"), [], limits],
      ["system.run", "reg.exe", [], limits],
      ["system.run", tool("reg.exe"), ["query", "HKLM\\Software\\Classes", "/s"], limits],
      ["system.run", tool("ping.exe"), ["-n", "9", "127.0.0.1"], { ...limits, timeoutMs: 300 }],
      ["system.run", "C:\\x.bat", [], limits],
      // Wine has it by name only: it ends well and says nothing.
      ["system.run", tool("certutil.exe"), ["-verifystore", "Root"], limits],
    ]);
    assert.deepEqual(missing, absent);
    assert.deepEqual(relative, {
      state: "unreadable",
      failure: "other",
      code: "ERR_NOT_A_WHOLE_PATH",
    });
    assert.equal((large as { failure: string }).failure, "too-large");
    assert.equal((slow as { failure: string }).failure, "timeout");
    assert.equal((batch as { state: string }).state, "unreadable");
    assert.deepEqual(nothing, found({ code: 0, output: { base64: "" } }));
  });
});
