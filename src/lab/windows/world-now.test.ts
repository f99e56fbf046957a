import assert from "node:assert/strict";
import { test } from "node:test";
import { loadGuide } from "../../guide/load.ts";
import { memorySystem } from "../../machine/memory/system.ts";
import { aim, applyFaults } from "../faults/apply.ts";
import { settingsOf } from "../payment/payer-settings.ts";
import { worldOf } from "../world-of.ts";
import { systemOf } from "./system-of.ts";
import { worldNow } from "./world-now.ts";

const guide = loadGuide("bankpay-transfer@2018.11");
const healthy = worldOf(guide);
const broken = (name: string) => applyFaults(healthy, guide, [aim(name, healthy, guide)]);
const zoneMap =
  "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings\\ZoneMap\\Domains";

test("a PC to which nothing was done is the world's own", async () => {
  const system = memorySystem({ world: systemOf(healthy, guide)! });
  const now = await worldNow(healthy, guide, system);
  assert.deepEqual(now.pc.proxy, healthy.pc.proxy);
  assert.deepEqual(now.pc.agents, healthy.pc.agents);
  assert.deepEqual(settingsOf(now, guide), settingsOf(healthy, guide));
  const trusted = now.pc.facts!.zoneEntries.map(({ entry }) => entry).sort();
  assert.deepEqual(trusted, healthy.pc.facts!.zoneEntries.map(({ entry }) => entry).sort());
});

test("what is written into its registry counts in its world", async () => {
  const world = broken("site.not-trusted:bankpay");
  const system = memorySystem({ world: systemOf(world, guide)! });
  const values = [{ name: "*", value: { type: "REG_DWORD" as const, data: 2 } }];
  const written = { path: `${zoneMap}\\bankpay.or.kr`, view: undefined, values };
  assert.ok((await system.writeKey(written)).ok);
  const { zoneEntries } = (await worldNow(world, guide, system)).pc.facts!;
  assert.ok(zoneEntries.some(({ entry, zone }) => entry === "*.bankpay.or.kr" && zone === 2));
});

test("a browser is set as the registry has it", async () => {
  const blocked = broken("popup.blocked");
  assert.deepEqual(settingsOf(blocked, guide).popups, []);
  const system = memorySystem({ world: systemOf(blocked, guide)! });
  const newWindows = "HKCU\\Software\\Microsoft\\Internet Explorer\\New Windows\\Allow";
  const values = [{ name: "*.lgcns.com", value: { type: "hex" as const, id: 3, data: "0000" } }];
  assert.ok((await system.writeKey({ path: newWindows, view: undefined, values })).ok);
  const now = await worldNow(blocked, guide, system);
  assert.deepEqual(settingsOf(now, guide).popups, ["*.lgcns.com"]);

  const refused = broken("local-network-access.refused");
  assert.deepEqual(settingsOf(refused, guide).loopback, []);
  const chrome = memorySystem({ world: systemOf(refused, guide)! });
  const path = "HKLM\\Software\\Policies\\Google\\Chrome\\LoopbackNetworkAllowedForUrls";
  const allowed = [{ name: "1", value: { type: "REG_SZ" as const, data: "[*.]bankpay.or.kr" } }];
  assert.ok((await chrome.writeKey({ path, view: undefined, values: allowed })).ok);
  const after = await worldNow(refused, guide, chrome);
  assert.deepEqual(settingsOf(after, guide).loopback, ["*.bankpay.or.kr"]);
});
