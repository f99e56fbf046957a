import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { prepare } from "../../src/doctor/prepare.ts";
import { loadGuide } from "../../src/guide/load.ts";
import type { SystemWorld } from "../../src/machine/memory/system-world.ts";
import { dword, patient, put, sz, text, uninstall, windowsPc, zoneMap } from "./_patient.ts";
import { remedyOf } from "./_pins.ts";
import { troubled } from "./_worlds.ts";

const guide = loadGuide("bankpay-transfer@2018.11");

describe("an action refuses", () => {
  const policies = "Software\\Policies\\Microsoft\\Windows\\CurrentVersion\\Internet Settings";
  async function codes(world: SystemWorld, ...actions: Parameters<typeof remedyOf>) {
    const { machine } = patient({ world });
    const { entries, refused } = await prepare({ machine }, guide, remedyOf(...actions));
    return [...entries.map(({ change }) => change.kind), ...refused.map(({ code }) => code)];
  }

  test("sites where a policy's list rules", async () => {
    const world = windowsPc({ elevated: true });
    put(world, `HKLM\\${policies}`, [dword("ListBox_Support_ZoneMapKey", 1)]);
    assert.deepEqual(await codes(world, "trust-sites"), ["policy-rules"]);
  });
  test("a user's sites where only the PC's count", async () => {
    const world = put(windowsPc(), `HKLM\\${policies}`, [dword("Security_HKLM_only", 1)]);
    assert.deepEqual(await codes(world, "trust-sites"), ["machine-zones-only"]);
    const { machine } = patient({ world: { ...world, elevated: true } });
    const { entries } = await prepare({ machine }, guide, remedyOf("trust-sites"));
    const paths = entries.map(({ change }) => (change.kind === "key" ? change.path : ""));
    assert.ok(paths.every((path) => path.startsWith("HKLM\\")));
  });
  test("what it cannot read", async () => {
    const world = windowsPc({ unreadable: [zoneMap] });
    assert.deepEqual(await codes(world, "trust-sites"), ["unreadable"]);
  });
  test("pop-ups where it cannot tell which browsers there are", async () => {
    const world = windowsPc({ unreadable: ["HKLM\\Software\\Clients"] });
    assert.deepEqual(await codes(world, "allow-popups"), ["unreadable"]);
  });
  test("a disabled service, and one that is not there", async () => {
    const world = { ...troubled(true), running: [] };
    put(world, "HKLM\\System\\CurrentControlSet\\Services\\nossvc", [dword("Start", 4)]);
    assert.deepEqual(await codes(world, "start-service"), ["run", "service-disabled"]);
    assert.deepEqual(await codes(windowsPc(), "start-service"), [
      "service-missing",
      "service-missing",
    ]);
  });
  test("policies and system files without an administrator's rights", async () => {
    const world = troubled(false);
    assert.deepEqual(await codes(world, "hosts-entry"), ["needs-admin"]);
    assert.deepEqual(await codes(world, "allow-local-network"), ["needs-admin"]);
    assert.deepEqual(await codes(world, "allow-popups"), ["key", "open"]);
  });
  test("a hosts file that has another address, or that Windows does not read", async () => {
    const file = "C:\\Windows\\System32\\drivers\\etc\\hosts";
    const hosts = (content: string) => windowsPc({ elevated: true, files: [text(file, content)] });
    assert.deepEqual(await codes(hosts("10.0.0.1 pfs.nprotect.com"), "hosts-entry"), [
      "hosts-taken",
    ]);
    assert.deepEqual(await codes(hosts("\xff\xfe#\0"), "hosts-entry"), ["hosts-encoding"]);
  });
  test("a proxy that a script chooses", async () => {
    const settings = zoneMap.slice(0, zoneMap.lastIndexOf("\\"));
    const world = put(windowsPc(), settings, [sz("AutoConfigURL", "http://10.0.0.1/p.pac")]);
    assert.deepEqual(await codes(world, "bypass-proxy"), ["script-decides"]);
  });
  test("as administrator to start what a user has entered as an uninstaller", async () => {
    const key = `${uninstall.replace("HKLM", "HKCU")}\\NOS`;
    const file = "C:\\Users\\user\\un.exe";
    const entered = (elevated: boolean) =>
      put(windowsPc({ elevated, files: [text(file, "MZ")] }), key, [
        sz("DisplayName", "nProtect Online Security V1.0(PFS)"),
        sz("UninstallString", file),
      ]);
    assert.deepEqual(await codes(entered(true), "remove-program"), ["not-as-admin"]);
    // Nor what lies where a user can exchange it, whoever has entered it.
    const forAll = put(
      windowsPc({ elevated: true, files: [text(file, "MZ")] }),
      `${uninstall}\\N`,
      [sz("DisplayName", "nProtect Online Security V1.0(PFS)"), sz("UninstallString", file)],
    );
    assert.deepEqual(await codes(forAll, "remove-program"), ["not-as-admin"]);
    assert.deepEqual(await codes(entered(false), "remove-program"), ["run"]);
  });
  test("a program whose uninstaller is gone, or runs something else", async () => {
    const world = windowsPc({ elevated: true });
    const entry = (command: string) =>
      put(structuredClone(world), `${uninstall}\\NOS`, [
        sz("DisplayName", "nProtect Online Security V1.0(PFS)"),
        sz("UninstallString", command),
      ]);
    const gone = entry('"C:\\gone\\un.exe" /S');
    assert.deepEqual(await codes(gone, "remove-program"), ["uninstaller-missing"]);
    const shell = entry("C:\\Windows\\System32\\cmd.exe /c del C:\\");
    assert.deepEqual(await codes(shell, "remove-program"), ["uninstaller-unclear"]);
  });
});
