import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { linuxMachine } from "../linux.ts";
import { emptySystem } from "../memory/system-world.ts";

const settings = "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings";
const domain = `${settings}\\ZoneMap\\Domains\\bankpay.or.kr`;

let folder = "";
let file = "";
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "jochi-lab-system-"));
  file = join(folder, "pc.json");
  await writeFile(file, JSON.stringify(emptySystem({ elevated: true })));
});
after(() => rm(folder, { recursive: true }));

const machine = () => linuxMachine({ env: { JOCHI_LAB_SYSTEM: file, http_proxy: "http://own:1" } });

test("Linux has no such system", async () => {
  const { platform, system, pc } = linuxMachine({ env: {} });
  assert.equal(platform, "linux");
  assert.deepEqual(await system.readKey("HKCU\\Software"), { state: "not-applicable" });
  assert.deepEqual(await pc.programs(), { state: "not-applicable" });
});

test("the lab's file is a whole PC: what is written to it is read off it", async () => {
  const { platform, system, pc } = machine();
  assert.equal(platform, "windows");
  assert.deepEqual(await pc.zoneEntries(), { state: "found", value: [] });
  const values = [{ name: "*", value: { type: "REG_DWORD" as const, data: 2 } }];
  assert.deepEqual(await system.writeKey({ path: domain, values }), { ok: true });
  const value = [{ entry: "*.bankpay.or.kr", zone: 2, place: "user" }];
  assert.deepEqual(await machine().pc.zoneEntries(), { state: "found", value });
  assert.deepEqual(await pc.services(["nossvc"]), {
    state: "found",
    value: [{ name: "nossvc", state: "absent" }],
  });
});

test("its proxy and hosts file come before those of the Linux that plays it", async () => {
  const own = await machine().proxySettings();
  assert.deepEqual(own, { state: "found", value: { http: "own:1", bypass: [] } });
  assert.equal((await machine().hostsFile()).state, "found");
  const { system } = machine();
  const text = (name: string, data: string) => ({ name, value: { type: "REG_SZ" as const, data } });
  await system.writeKey({ path: settings, values: [text("ProxyOverride", "<local>")] });
  const value = { bypass: ["<local>"] };
  assert.deepEqual(await machine().proxySettings(), { state: "found", value });
  const hosts = "%SystemRoot%\\System32\\drivers\\etc\\hosts";
  await system.writeFile(hosts, Buffer.from("10.0.0.1 pc.test"));
  const entries = [{ address: "10.0.0.1", name: "pc.test" }];
  assert.deepEqual(await machine().hostsFile(), { state: "found", value: entries });
});
