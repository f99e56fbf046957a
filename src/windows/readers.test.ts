import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { browsersOf, makerVersion } from "./read-browsers.ts";
import { chromiumPopups, explorerPopups } from "./read-popups.ts";
import { readPreferences } from "./read-preferences.ts";
import { programEntries } from "./read-programs.ts";
import { propertiesOf, storedRoots } from "./read-roots.ts";
import { serviceState } from "./read-services.ts";
import type { RegistryKey } from "./registry.ts";
import { binary, key, number, type Plain } from "./stage/plain-key.ts";

describe("root stores", () => {
  const property = (id: number, bytes: Buffer) =>
    Buffer.concat([number(id), number(1), number(bytes.length), bytes]);
  const sha1 = Buffer.alloc(20, 7);
  const der = Buffer.from("DER");
  const blob = (...properties: Buffer[]) => ({ Blob: binary(Buffer.concat(properties)) });
  const whole = blob(property(3, sha1), property(11, Buffer.from("name")), property(32, der));
  const store = (name: string, entry: Plain) =>
    key("", { [name]: { Certificates: { AB: entry } } });
  const one = { sha1: "07".repeat(20), stores: ["user"], distrusted: false };

  it("hold a certificate once, with every store it lies in", () => {
    const roots = storedRoots([
      { store: "user", key: store("Root", whole) },
      { store: "machine", key: store("AuthRoot", whole) },
      { store: "policy", key: undefined },
    ]);
    assert.deepEqual(
      roots.map(({ der: bytes, ...rest }) => [Buffer.from(bytes!), rest]),
      [[der, { ...one, stores: ["user", "machine"] }]],
    );
  });

  it("say what is never to be trusted, also by fingerprint alone", () => {
    const byName = blob(property(3, sha1));
    const [listed] = storedRoots([
      { store: "user", key: store("Root", whole) },
      { store: "machine", key: store("Disallowed", byName) },
    ]);
    assert.deepEqual([listed?.stores, listed?.distrusted], [["user"], true]);
    const [only] = storedRoots([{ store: "machine", key: store("Disallowed", whole) }]);
    assert.deepEqual([only?.stores, only?.distrusted], [[], true]);
    const taken = blob(property(3, sha1), property(104, Buffer.alloc(8)), property(32, der));
    assert.equal(
      storedRoots([{ store: "machine", key: store("AuthRoot", taken) }])[0]?.distrusted,
      true,
    );
  });

  it("damaged entries hide no others", () => {
    assert.deepEqual(storedRoots([{ store: "user", key: store("Root", { Blob: "text" }) }]), []);
    const lying = Buffer.concat([property(3, sha1), number(32), number(1), number(99), der]);
    assert.deepEqual([...propertiesOf(lying).keys()], [3]);
    assert.deepEqual([...propertiesOf(Buffer.alloc(5)).keys()], []);
  });
});

describe("what sc.exe says", () => {
  const service = key("s", { Start: 3 });
  const told = (state: string) => ({
    code: 0,
    output: `\r\nSERVICE_NAME: s 4 : 4\r\n        종류               : 110  WIN32_OWN_PROCESS  (interactive)\r\n        상태              : ${state}\r\n                                (STOPPABLE)\r\n`,
  });
  const cases: [string, Parameters<typeof serviceState>, string][] = [
    ["runs", [service, told("4  RUNNING")], "running"],
    ["stands", [service, told("1  STOPPED")], "stopped"],
    ["is starting", [service, told("2  START_PENDING")], "unknown"],
    ["said nothing", [service, { code: 0, output: "" }], "unknown"],
    ["failed", [service, { code: 1, output: "" }], "unknown"],
    ["does not know it", [service, { code: 1060, output: "" }], "absent"],
    ["could not be asked", [service, undefined], "unknown"],
    ["nothing, but it may not start", [key("s", { Start: 4 }), undefined], "disabled"],
    ["stands and may not start", [key("s", { Start: 4 }), told("1  STOPPED")], "disabled"],
    [
      "still runs although it may not start again",
      [key("s", { Start: 4 }), told("4  RUNNING")],
      "running",
    ],
    ["no key", [undefined, undefined], "absent"],
  ];
  for (const [name, given, expected] of cases) {
    it(name, () => assert.equal(serviceState(...given), expected));
  }
});

describe("uninstall entries", () => {
  const filesOf = (plain: Plain) =>
    programEntries([{ path: "HKCU\\U", key: key("U", { x: { DisplayName: "x", ...plain } }) }])[0]
      ?.files;

  it("name the files that must be there", () => {
    assert.deepEqual(filesOf({ InstallLocation: '"C:\\Program Files\\X\\"' }), [
      "C:\\Program Files\\X",
    ]);
    assert.deepEqual(filesOf({ DisplayIcon: "C:\\X\\x.exe,-101" }), ["C:\\X\\x.exe"]);
    assert.deepEqual(filesOf({ UninstallString: '"C:\\X Y\\u.exe" /S' }), ["C:\\X Y\\u.exe"]);
    assert.deepEqual(filesOf({ UninstallString: "C:\\X Y\\u.exe /S" }), ["C:\\X Y\\u.exe"]);
    assert.deepEqual(filesOf({ UninstallString: "%ProgramFiles%\\X\\u.exe" }), [
      "%ProgramFiles%\\X\\u.exe",
    ]);
    assert.deepEqual(filesOf({ UninstallString: "C:\\Windows\\System32\\rundll32.exe a,b" }), []);
    assert.deepEqual(filesOf({ InstallLocation: "X", UninstallString: "u.exe" }), []);
    assert.deepEqual(filesOf({ InstallLocation: "\\\\server\\share\\X" }), []);
  });

  it("that are updates or hidden are left out, and so is the same entry in the other view", () => {
    const plain: Plain = {
      a: { DisplayName: "a", ReleaseType: "Security Update" },
      b: { DisplayName: "b", SystemComponent: 1 },
      c: { DisplayName: " " },
      d: { DisplayName: "d", SystemComponent: 0 },
    };
    const lists = (["64", "32"] as const).map((view) => ({
      path: "HKLM\\U",
      view,
      key: key("U", plain),
    }));
    const found = programEntries(lists).map(({ program }) => [program.name, program.view]);
    assert.deepEqual(found, [["d", "64"]]);
  });
});

describe("browsers", () => {
  it("are found by what they registered, and the default by its file types", () => {
    const registered = key("StartMenuInternet", {
      "Firefox-308046B0AF4A39CB": {},
      "Google Chrome.ABC": {},
      "Whale.X": {},
    });
    const found = browsersOf({
      registered: [undefined, registered],
      explorer: undefined,
      userChoice: key("UserChoice", { ProgId: "FirefoxURL-308046B0AF4A39CB" }),
      programs: [{ name: "Mozilla Firefox (x64 ko)", version: "145.0" }],
    });
    assert.deepEqual(found, [
      { id: "chrome", version: "", default: false },
      { id: "whale", version: "", default: false },
      { id: "firefox", version: "145.0", default: true },
    ]);
  });

  it("have their versions told in several ways", () => {
    assert.equal(makerVersion(key("", { version: "1.2" })), "1.2");
    assert.equal(makerVersion(key("", { pv: "3.4" })), "3.4");
    assert.equal(makerVersion(key("", { CurrentVersion: "145.0 (x64 ko)" })), "145.0");
    assert.equal(makerVersion(undefined), undefined);
  });
});

describe("pop-up blockers", () => {
  it("of Internet Explorer: number or word, policy first, on where nothing is said", () => {
    const set = (PopupMgr: string | number) => key("", { PopupMgr });
    const blocked = (...keys: (RegistryKey | undefined)[]) => explorerPopups(keys).blocked;
    assert.deepEqual(
      ["no", 0, "No ", "yes", 1, "?"].map((each) => blocked(set(each))),
      [false, false, false, true, true, true],
    );
    assert.equal(blocked(undefined, set(0), set(1)), false);
    assert.equal(blocked(undefined), true);
  });

  it("of Chromium browsers: the machine's policy, the user's, the user", () => {
    const policy = (place: "user-policy" | "machine-policy", value: string) => ({
      browser: "edge" as const,
      place,
      name: "DefaultPopupsSetting",
      values: [value],
    });
    const own = { popupsByDefault: "allow" as const, permissions: [] };
    const blocked = (...policies: ReturnType<typeof policy>[]) =>
      chromiumPopups("edge", policies, own).blocked;
    assert.equal(blocked(), false);
    assert.equal(blocked(policy("user-policy", "2")), true);
    assert.equal(blocked(policy("user-policy", "2"), policy("machine-policy", "1")), false);
    assert.equal(
      chromiumPopups("chrome", [policy("machine-policy", "1")], {
        ...own,
        popupsByDefault: undefined,
      }).blocked,
      true,
    );
  });
});

describe("a profile's preferences", () => {
  it("that are damaged or of another shape tell nothing", () => {
    for (const text of ["", "{", "[]", "null", '"x"'])
      assert.equal(readPreferences(text), undefined, text);
    assert.deepEqual(readPreferences("\ufeff{}"), { permissions: [], popupsByDefault: undefined });
  });

  it("give origins and answers and nothing else", () => {
    const popups = {
      "https://a.test:443,*": { setting: 1, visits: ["https://private.test/page"] },
      "http://b.test:80,*": { setting: 2 },
      "[*.]c.test,*": { setting: 3 },
      "https://d.test:8443,*": { setting: { nested: 1 } },
      "https://e.test/path,*": { setting: 1 },
      "https://user@f.test,*": { setting: 1 },
      __proto__x: { setting: 9 },
    };
    const whole = { profile: { content_settings: { exceptions: { popups } } } };
    assert.deepEqual(readPreferences(JSON.stringify(whole))?.permissions, [
      { permission: "popups", origin: "https://a.test", setting: "allow" },
      { permission: "popups", origin: "http://b.test", setting: "block" },
      { permission: "popups", origin: "[*.]c.test", setting: "ask" },
    ]);
  });
});
