import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Change, RunChange } from "../../src/actions/change.ts";
import { type Entry, type Journal, openJournals } from "../../src/doctor/journal.ts";
import { previewUndo } from "../../src/doctor/undo.ts";
import type { SystemWorld } from "../../src/machine/memory/system-world.ts";
import { treatNow, undoAll } from "./_crash.ts";
import { bytesOf, patient, put, sz, text, uninstall, windowsPc } from "./_patient.ts";
import { filesFolder, installer, pinnedGuide, remedyOf, withInstaller } from "./_pins.ts";

/** What somebody with fewer rights has left for an administrator to fall over. */
const userJournals = "C:\\Users\\user\\AppData\\Local\\Jochi\\journal";
const machineJournals = "C:\\Program Files\\Jochi\\journal";

function planted(folder: string, changes: Change[], world = windowsPc({ elevated: true })) {
  const id = "20991231-000000-x";
  const entries = changes.map(
    (change): Entry => ({ action: "trust-sites", change, state: "done" }),
  );
  const journal: Journal = {
    schema: "jochi.journal/1",
    id,
    writtenBy: "1",
    guide: { id: "x", edition: "x" },
    remedy: "x",
    startedAt: "2099-12-31T00:00:00.000Z",
    direction: "forward",
    ended: "applied",
    entries,
  };
  world.files.push(text(`${folder}\\${id}.json`, JSON.stringify(journal)));
  return patient({ world });
}

const run = (back: RunChange["back"], more: Partial<RunChange> = {}): RunChange => ({
  kind: "run",
  program: "C:\\x.exe",
  args: [],
  files: [],
  timeoutMs: 1_000,
  visible: false,
  done: { sign: "key", path: "HKLM\\Software", there: true },
  back,
  kept: [],
  about: [],
  ...more,
});

const hosts = "%SystemRoot%\\System32\\drivers\\etc\\hosts";
const base64 = (content: string) => Buffer.from(content, "latin1").toString("base64");
const hostsNow = "# hosts\r\n127.0.0.1 localhost\r\n";
const settings = "Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings";
const key = (path: string): Change => ({
  kind: "key",
  path,
  before: [sz("x", "y")],
  after: null,
  about: [],
});
const sha1 = "A".repeat(40);
const certutil = "%SystemRoot%\\System32\\certutil.exe";

/** What only an administrator may do, as a file says it that any user can write. */
const ofMachine: [string, Change][] = [
  ["the zones of the PC", key(`HKLM\\${settings}\\ZoneMap\\Domains\\evil.example`)],
  ["a browser's policy", key("HKLM\\Software\\Policies\\Google\\Chrome\\PopupsAllowedForUrls")],
  [
    "the hosts file",
    { kind: "file", path: hosts, before: base64(""), after: base64(hostsNow), about: [] },
  ],
  ["a root of the PC", run({ way: "run", program: certutil, args: ["-delstore", "Root", sha1] })],
  [
    "a service",
    run({ way: "run", program: "%SystemRoot%\\System32\\sc.exe", args: ["stop", "WinDefend"] }),
  ],
  ["a program", run({ way: "uninstall", names: ["*"] })],
];

/** What no action does, whoever says so. */
const ofNobody: [string, Change][] = [
  ["the proxy of services", key(`HKLM\\${settings}\\Connections`)],
  ["folders of Windows", key("HKLM\\Software\\Microsoft\\Windows\\CurrentVersion")],
  [
    "another list of a browser",
    key("HKLM\\Software\\Policies\\Google\\Chrome\\InsecureContentAllowedForUrls"),
  ],
  [
    "other lines of the hosts file",
    {
      kind: "file",
      path: hosts,
      before: base64("203.0.113.9 bank.example\r\n"),
      after: base64(hostsNow),
      about: [],
    },
  ],
  [
    "a file that is no copy",
    run(
      { way: "run", program: certutil, args: ["-delstore", "Root", sha1] },
      { files: [{ path: "C:\\a", sha256: "0".repeat(64), copy: "C:\\Windows\\win.ini" }] },
    ),
  ],
];

describe("a journal that was planted", () => {
  for (const [name, change] of ofMachine) {
    test(`in a user's folder changes nothing of the PC: ${name}`, async () => {
      const { machine, system } = planted(userJournals, [change]);
      const start = bytesOf(system.world());
      const [walked] = await undoAll(machine);
      assert.deepEqual(
        walked!.left.map(({ why }) => why),
        ["not-ours"],
      );
      assert.equal(bytesOf(system.world()), start);
    });
  }

  for (const [name, change] of ofNobody) {
    test(`changes nothing that no action changes: ${name}`, async () => {
      const { machine, system } = planted(machineJournals, [change]);
      const start = bytesOf(system.world());
      const [walked] = await undoAll(machine);
      assert.deepEqual(
        walked!.left.map(({ why }) => why),
        ["not-ours"],
      );
      assert.equal(bytesOf(system.world()), start);
    });
  }

  test("where any user can make files is not even read", async () => {
    const folder = "C:\\ProgramData\\Jochi\\journal";
    const { machine } = planted(folder, [key(`HKLM\\${settings}\\ZoneMap\\Domains\\evil.example`)]);
    assert.deepEqual(await undoAll(machine), []);
  });
});

describe("undoing an installation", () => {
  const name = "nProtect Online Security V1.0(PFS)";
  const ours = "C:\\Program Files\\NOS\\un.exe";
  const evil = "C:\\Users\\user\\evil.exe";

  async function installed(world: SystemWorld) {
    const entry = [sz("DisplayName", name), sz("UninstallString", ours)];
    const made = withInstaller(world, installer);
    made.programs.push({
      path: `${filesFolder}\\nos_setup.exe`,
      code: 0,
      effects: [
        { do: "file", path: ours, base64: base64("MZ") },
        { do: "key", path: `${uninstall}\\NOS`, values: entry },
      ],
    });
    const { machine, system } = patient({ world: made });
    const remedy = remedyOf("install-program");
    const { treated } = await treatNow(machine, pinnedGuide(), remedy, filesFolder);
    assert.equal(treated?.outcome, "done", JSON.stringify(treated));
    return { machine, system };
  }

  test("shows the uninstaller that it starts", async () => {
    const { machine } = await installed(windowsPc({ elevated: true }));
    const [kept] = (await openJournals(machine.system).list()).kept;
    const [step] = await previewUndo(machine, kept!);
    assert.deepEqual(step?.runs, { program: ours, args: [] });
  });

  test("does not start what a user has entered under the same name", async () => {
    const { system } = await installed(windowsPc({ elevated: true }));
    const world = system.world();
    const mine = `${uninstall.replace("HKLM", "HKCU")}\\A`;
    put(world, mine, [sz("DisplayName", name), sz("UninstallString", evil)]);
    world.files.push(text(evil, "MZ"));
    world.programs.push(
      { path: evil, code: 0, effects: [{ do: "file", path: "C:\\Windows\\owned", base64: "" }] },
      {
        path: ours,
        code: 0,
        effects: [
          { do: "remove", path: ours },
          { do: "key", path: `${uninstall}\\NOS`, values: null },
        ],
      },
    );
    const again = patient({ world });
    await undoAll(again.machine);
    const after = again.system.world().files.map(({ path }) => path);
    assert.ok(!after.includes("C:\\Windows\\owned"));
    assert.ok(!after.includes(ours), "the one that was installed is gone");
  });
});
