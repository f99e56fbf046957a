import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { isReversible } from "../../src/actions/change.ts";
import { loadGuide } from "../../src/guide/load.ts";
import type { MemoryProgram, SystemWorld } from "../../src/machine/memory/system-world.ts";
import type { RegistryValue } from "../../src/windows/registry.ts";
import { treatNow, undoAll } from "./_crash.ts";
import {
  bytesOf,
  dword,
  patient,
  put,
  services,
  sz,
  text,
  uninstall,
  windowsPc,
  zoneMap,
} from "./_patient.ts";
import { filesFolder, installer, pinnedGuide, withInstaller, withOwnRoot } from "./_pins.ts";

/**
 * The guide's own remedies on PCs that are broken in one way each: the check fails before, passes
 * afterwards, and undoing brings every byte back.
 */
const printed = loadGuide("bankpay-transfer@2018.11");
const pinned = pinnedGuide();
const domains = `${zoneMap}\\Domains`;
const settings = zoneMap.slice(0, zoneMap.lastIndexOf("\\"));
const nosFolder = "C:\\Program Files (x86)\\INCAInternet\\nProtect Online Security";
const in32 = (path: string) => path.replace("Software", "Software\\WOW6432Node");
const nosKey = `${in32(uninstall)}\\NOS`;
const nosValues = [
  sz("DisplayName", "nProtect Online Security V1.0(PFS)"),
  sz("InstallLocation", nosFolder),
  sz("UninstallString", `"${nosFolder}\\un.exe" /silent`),
];

const both: [string, string][] = [
  ["lgcns.com", "lgcns.com"],
  ["bankpay.or.kr", "bankpay.or.kr"],
];
function trusting(world: SystemWorld): SystemWorld {
  for (const [domain] of both) put(world, `${domains}\\${domain}`, [dword("*", 2)]);
  return world;
}

const admin = () => windowsPc({ elevated: true });

function nos(world: SystemWorld, start?: number): SystemWorld {
  put(world, nosKey, nosValues);
  world.files.push(text(`${nosFolder}\\un.exe`, "MZ"));
  if (start !== undefined) put(world, `${services}\\nossvc`, [dword("Start", start)]);
  return world;
}

/** An installer that leaves NOS, and NOS' own way out of it. */
function installable(world: SystemWorld): SystemWorld {
  const key = `${uninstall}\\NOS`;
  const file = `${nosFolder}\\un.exe`;
  const base64 = Buffer.from("MZ").toString("base64");
  const install: MemoryProgram = {
    path: `${filesFolder}\\nos_setup.exe`,
    code: 0,
    effects: [
      { do: "key", path: key, view: "32", values: nosValues },
      { do: "file", path: file, base64 },
      { do: "key", path: `${services}\\nossvc`, values: [dword("Start", 2)] },
      { do: "service", name: "nossvc", running: true },
    ],
  };
  const remove: MemoryProgram = {
    path: file,
    code: 0,
    effects: [
      { do: "key", path: key, view: "32", values: null },
      { do: "remove", path: file },
      { do: "service", name: "nossvc", running: false },
      { do: "key", path: `${services}\\nossvc`, values: null },
    ],
  };
  return withInstaller({ ...world, programs: [install, remove] }, installer);
}

function toolbar(world: SystemWorld): SystemWorld {
  const key = `${uninstall.replace("HKLM", "HKCU")}\\ALToolbar`;
  const file = "C:\\Users\\user\\AppData\\Local\\ALToolbar\\un.exe";
  put(world, key, [sz("DisplayName", "알툴바"), sz("UninstallString", file)]);
  world.files.push(text(file, "MZ"));
  world.programs.push({
    path: file,
    code: 0,
    effects: [
      { do: "key", path: key, values: null },
      { do: "remove", path: file },
    ],
  });
  return world;
}

const proxy = (...more: RegistryValue[]) =>
  put(windowsPc(), settings, [dword("ProxyEnable", 1), sz("ProxyServer", "10.0.0.1:80"), ...more]);

/** What is wrong, the PC, its remedy, and the check that is to pass. */
const ways: [string, SystemWorld, string, string][] = [
  ["no site is trusted", windowsPc(), "trusted-sites", "bankpay"],
  ...printed.wrong.map(({ entry, meant }): [string, SystemWorld, string, string] => {
    const [, scheme = "*", host] = /^(?:(https?):\/\/)?(.*)$/.exec(entry)!;
    const path = host!.startsWith("*.") ? host!.slice(2) : "bankpay.or.kr\\www";
    const world = put(windowsPc(), `${domains}\\${path}`, [dword(scheme, 2)]);
    return [`${entry} is trusted instead`, world, "trusted-sites", meant];
  }),
  [
    "a site is in another zone",
    put(trusting(windowsPc()), `${domains}\\bankpay.or.kr`, [dword("*", 4)]),
    "trusted-sites",
    "bankpay",
  ],
  [
    "one server of a site is in another zone",
    put(trusting(windowsPc()), `${domains}\\bankpay.or.kr\\www`, [dword("https", 4)]),
    "trusted-sites",
    "bankpay",
  ],
  [
    "pop-ups are blocked",
    put(trusting(windowsPc()), `${settings}\\Zones\\2`, [dword("1809", 0)]),
    "popup-and-toolbars",
    "payment-popup",
  ],
  ["a toolbar is there", toolbar(trusting(windowsPc())), "popup-and-toolbars", "altoolbar"],
  ["NOS is missing", installable(admin()), "install-programs", "nos"],
  [
    "NOS is half installed: its files are gone",
    put(installable(admin()), nosKey, nosValues),
    "install-programs",
    "nos",
  ],
  [
    "NOS is half installed: its service is gone",
    nos(installable(admin())),
    "install-programs",
    "nos",
  ],
  ["NOS stands still", nos(admin(), 2), "start-programs", "nos"],
  ["a root certificate is missing", withOwnRoot(admin()), "certificate-window", "verisign-root"],
];

describe("a PC that is broken in one way", () => {
  for (const [name, world, id, check] of ways) {
    test(`${name}: ${id}`, async () => {
      const guide = id === "install-programs" || id === "certificate-window" ? pinned : printed;
      const remedy = guide.remedies.find((each) => each.id === id)!;
      const { machine, system } = patient({ world });
      const start = bytesOf(system.world());
      const { prepared, treated } = await treatNow(machine, guide, remedy, filesFolder);
      const verdict = (checks: NonNullable<typeof treated>["after"]) =>
        checks.find((each) => each.id === check)?.verdict;
      assert.equal(treated?.outcome, "done", JSON.stringify({ prepared, treated }));
      assert.deepEqual(
        [verdict(treated.before), verdict(treated.after)],
        ["fail", "pass"],
        JSON.stringify(treated.after),
      );
      if (!prepared.entries.every(({ change }) => isReversible(change))) return;
      await undoAll(machine);
      assert.equal(bytesOf(system.world()), start);
    });
  }

  for (const [name, world] of [
    ["without exceptions", proxy()],
    ["that forces even the PC's own addresses", proxy(sz("ProxyOverride", "<local>;<-loopback>"))],
  ] as const) {
    test(`a proxy ${name}: bypass-proxy-on-this-pc`, async () => {
      const remedy = printed.remedies.find(({ id }) => id === "bypass-proxy-on-this-pc")!;
      const { machine, system } = patient({ world });
      const start = bytesOf(system.world());
      const { prepared } = await treatNow(machine, printed, { ...remedy, verifies: [] });
      assert.equal(prepared.entries.length, 1);
      const read = await system.readKey(settings);
      const values = read.state === "found" ? read.value.values : [];
      const list = values.find((one) => one.name === "ProxyOverride")?.value.data;
      assert.deepEqual(list?.toString().split(";").slice(-3), [
        "127.0.0.1",
        "localhost",
        "pfs.nprotect.com",
      ]);
      assert.ok(!bytesOf(system.world()).includes("<-loopback>"));
      await undoAll(machine);
      assert.equal(bytesOf(system.world()), start);
    });
  }
});
