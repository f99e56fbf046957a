import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import type { RegistryValue } from "../../windows/registry.ts";
import { memorySystem, PowerCut } from "./system.ts";
import { emptySystem } from "./system-world.ts";

const value = (data: string): RegistryValue => ({ name: "v", value: { type: "REG_SZ", data } });
const limits = { timeoutMs: 1_000, maxBytes: 1_000 };
const ok = { ok: true };

test("a key holds exactly what was written, whatever case its name is asked in", async () => {
  const system = memorySystem({ world: emptySystem() });
  const path = "HKCU\\Software\\Jochi\\Test";
  assert.deepEqual(await system.readKey(path), { state: "absent" });
  assert.deepEqual(await system.writeKey({ path, values: [value("a")] }), ok);
  assert.deepEqual(await system.readKey(path.toUpperCase()), {
    state: "found",
    value: { name: "Test", values: [value("a")], keys: [] },
  });
  const above = "HKCU\\Software\\Jochi";
  const refused = await system.writeKey({ path: above, values: null });
  assert.deepEqual(refused, { ok: false, failure: "other", code: "not-empty" });
  assert.deepEqual(await system.writeKey({ path, values: null }), ok);
  assert.deepEqual(await system.writeKey({ path, values: null }), ok);
  assert.deepEqual(await system.writeKey({ path: above, values: null }), ok);
});

test("both kinds of programs see their own Software, and share its policies", async () => {
  const system = memorySystem({ world: emptySystem({ elevated: true }) });
  const own = "HKLM\\Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\X";
  await system.writeKey({ path: own, view: "32", values: [value("32")] });
  assert.deepEqual(await system.readKey(own, "64"), { state: "absent" });
  assert.equal((await system.readKey(own, "32")).state, "found");
  const inTree = own.replace("Software", "Software\\WOW6432Node");
  assert.equal((await system.readKey(inTree)).state, "found");
  const policy = "HKLM\\Software\\Policies\\X";
  await system.writeKey({ path: policy, view: "32", values: [] });
  assert.equal((await system.readKey(policy, "64")).state, "found");
});

test("a user may not change what is the PC's, nor anybody what is denied", async () => {
  const denied = { ok: false, failure: "not-permitted", code: "EACCES" };
  const user = memorySystem({ world: emptySystem() });
  for (const path of ["HKLM\\Software\\X", "HKCU\\Software\\Policies\\X"])
    assert.deepEqual(await user.writeKey({ path, values: [] }), denied);
  assert.deepEqual(await user.writeFile("%ProgramFiles%\\x", new Uint8Array()), denied);
  const world = emptySystem({
    elevated: true,
    denied: ["HKCU\\A"],
    unreadable: ["HKCU\\B", "C:\\b"],
  });
  const admin = memorySystem({ world });
  assert.deepEqual(await admin.writeKey({ path: "HKCU\\a\\b", values: [] }), denied);
  assert.deepEqual(await admin.writeKey({ path: "HKLM\\Software\\X", values: [] }), ok);
  assert.equal((await admin.readKey("HKCU\\B")).state, "unreadable");
  assert.equal((await admin.readFile("C:\\b\\c", 10)).state, "unreadable");
});

test("files are found by variables and in any case, whole, in part and by their folder", async () => {
  const system = memorySystem({ world: emptySystem({ folders: ["C:\\Empty"] }) });
  const bytes = Buffer.from("hello");
  assert.deepEqual(await system.writeFile("%Temp%\\A.txt", bytes), ok);
  const path = "c:\\users\\USER\\appdata\\local\\temp\\a.TXT";
  assert.deepEqual(await system.fileFact(path), {
    state: "found",
    value: { kind: "file", size: 5 },
  });
  assert.deepEqual(await system.readFile(path, 4), { state: "unreadable", failure: "too-large" });
  const part = await system.readPart(path, 3, 10);
  assert.equal(part.state === "found" && Buffer.from(part.value).toString(), "lo");
  assert.deepEqual(await system.listFolder("%Temp%", 9), { state: "found", value: ["A.txt"] });
  assert.deepEqual(await system.listFolder("C:\\Empty", 9), { state: "found", value: [] });
  assert.deepEqual(await system.listFolder("C:\\Nowhere", 9), { state: "absent" });
  assert.deepEqual(await system.move(path, "%AppData%\\b"), ok);
  assert.deepEqual(await system.fileFact(path), { state: "absent" });
  assert.deepEqual(await system.remove("%AppData%\\b"), ok);
  assert.equal((await system.remove("%AppData%\\b")).ok, false);
});

test("services and certificates are changed by the programs that Windows has for them", async () => {
  const world = emptySystem({
    elevated: true,
    files: [{ path: "C:\\a.cer", base64: "AAEC" }],
  });
  const system = memorySystem({ world });
  const sc = (...args: string[]) => system.run("%SystemRoot%\\System32\\sc.exe", args, limits);
  const codeOf = (ran: Awaited<ReturnType<typeof sc>>) => ran.state === "found" && ran.value.code;
  assert.equal(codeOf(await sc("query", "svc")), 1060);
  await system.writeKey({ path: "HKLM\\System\\CurrentControlSet\\Services\\svc", values: [] });
  assert.equal(codeOf(await sc("stop", "svc")), 1062);
  assert.equal(codeOf(await sc("start", "svc")), 0);
  assert.equal(codeOf(await sc("start", "svc")), 1056);
  assert.deepEqual(system.world().running, ["svc"]);
  const certutil = "%SystemRoot%\\System32\\certutil.exe";
  await system.run(certutil, ["-addstore", "Root", "C:\\a.cer"], limits);
  const sha1 = "0C7A623FD2BBC05B06423BE359E4021D36E721AD";
  const store = "HKLM\\Software\\Microsoft\\SystemCertificates\\Root\\Certificates";
  assert.equal((await system.readKey(`${store}\\${sha1}`)).state, "found");
  await system.run(certutil, ["-delstore", "Root", sha1], limits);
  assert.equal((await system.readKey(`${store}\\${sha1}`)).state, "absent");
  assert.deepEqual(await system.run("C:\\nothing.exe", [], limits), { state: "absent" });
});

test("what is made again stands where it stood", async () => {
  const system = memorySystem({ world: emptySystem() });
  for (const name of ["b", "A", "c"]) await system.writeKey({ path: `HKCU\\${name}`, values: [] });
  const before = system.world();
  await system.writeKey({ path: "HKCU\\A", values: null });
  await system.writeKey({ path: "HKCU\\A", values: [] });
  assert.deepEqual(system.world(), before);
});

test("a power cut throws before the change, and a full disk refuses it", async () => {
  const cut = memorySystem({ world: emptySystem(), changesUntilPowerCut: 1 });
  assert.deepEqual(await cut.writeKey({ path: "HKCU\\A", values: [] }), ok);
  const before = cut.world();
  await assert.rejects(cut.writeKey({ path: "HKCU\\B", values: [] }), PowerCut);
  assert.deepEqual(cut.world(), before);
  const full = memorySystem({ world: emptySystem(), changesUntilFull: 0 });
  assert.equal((await full.writeFile("%Temp%\\a", new Uint8Array())).ok, false);
});

test("a PC in a file is one for every process that has it, and never half there", async () => {
  const folder = mkdtempSync(join(tmpdir(), "jochi-system-"));
  try {
    const file = join(folder, "pc.json");
    writeFileSync(file, JSON.stringify(emptySystem()));
    const [one, other] = [memorySystem({ file }), memorySystem({ file })];
    await one.writeKey({ path: "HKCU\\A", values: [value("1")] });
    assert.equal((await other.readKey("HKCU\\A")).state, "found");
    assert.deepEqual(JSON.parse(readFileSync(file, "utf8")), one.world());
    assert.deepEqual(readdirSync(folder), ["pc.json"]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
