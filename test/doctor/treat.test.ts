import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { openJournals } from "../../src/doctor/journal.ts";
import { prepare } from "../../src/doctor/prepare.ts";
import { treat } from "../../src/doctor/treat.ts";
import { loadGuide } from "../../src/guide/load.ts";
import { treatNow, undoAll } from "./_crash.ts";
import { bytesOf, dword, patient, put, sz, text, windowsPc, zoneMap } from "./_patient.ts";
import { filesFolder, pinnedGuide, remedyOf } from "./_pins.ts";
import { troubled } from "./_worlds.ts";

const guide = loadGuide("bankpay-transfer@2018.11");
const remedy = (id: string) => guide.remedies.find((each) => each.id === id)!;
const domains = `${zoneMap}\\Domains`;
const journalFolder = "C:\\Users\\user\\AppData\\Local\\Jochi\\journal";

describe("a treatment", () => {
  test("looks again at what it has put right", async () => {
    const { machine } = patient({ world: windowsPc() });
    const { treated } = await treatNow(machine, guide, remedy("trusted-sites"));
    assert.equal(treated?.outcome, "done");
    const verdicts = (checks: typeof treated.after) => checks.map(({ verdict }) => verdict);
    assert.deepEqual(verdicts(treated.before), ["fail", "fail"]);
    assert.deepEqual(verdicts(treated.after), ["pass", "pass"]);
  });

  test("that helps nothing is taken back", async () => {
    const { machine, system } = patient({ world: windowsPc() });
    const start = bytesOf(system.world());
    const useless = { ...remedy("trusted-sites"), verifies: ["nos"] };
    const { treated } = await treatNow(machine, guide, useless);
    assert.deepEqual([treated?.outcome, treated?.failure], ["rolled-back", "not-verified"]);
    assert.equal(bytesOf(system.world()), start);
  });

  test("of which one change is denied takes back the others", async () => {
    const world = { ...windowsPc(), denied: [`${domains}\\lgcns.com`] };
    put(world, `${domains}\\bankpay.or.kr\\www`, [dword("*", 2)]);
    const { machine, system } = patient({ world });
    const start = bytesOf(system.world());
    const { treated } = await treatNow(machine, guide, remedy("trusted-sites"));
    assert.deepEqual([treated?.outcome, treated?.failure], ["rolled-back", "not-permitted"]);
    assert.equal(bytesOf(system.world()), start);
  });

  test("without room for its journal changes nothing", async () => {
    const { machine, system } = patient({ world: windowsPc(), changesUntilFull: 0 });
    const start = bytesOf(system.world());
    const { treated } = await treatNow(machine, guide, remedy("trusted-sites"));
    assert.deepEqual(
      [treated?.outcome, treated?.failure, treated?.code],
      ["not-begun", "journal", "ENOSPC"],
    );
    assert.equal(bytesOf(system.world()), start);
  });

  test("whose journal could not be read again changes nothing", async () => {
    const { machine, system } = patient({ world: windowsPc() });
    const start = system.world();
    const long = { ...remedy("trusted-sites"), id: "a".repeat(90) };
    const { treated } = await treatNow(machine, guide, long);
    assert.deepEqual([treated?.outcome, treated?.failure], ["not-begun", "journal"]);
    assert.deepEqual(system.world(), start);
  });

  test("that fills the disk midway is undone once there is room", async () => {
    for (let room = 1; room < 12; room += 1) {
      const full = patient({ world: windowsPc(), changesUntilFull: room });
      const start = bytesOf(full.system.world());
      const { treated } = await treatNow(full.machine, guide, remedy("trusted-sites"));
      const again = patient({ world: full.system.world() });
      await undoAll(again.machine);
      assert.equal(bytesOf(again.system.world()), start, `${room}: ${treated?.outcome}`);
    }
  });

  test("that is stopped takes back what it has done", async () => {
    const { machine, system } = patient({ world: windowsPc() });
    const start = bytesOf(system.world());
    const stop = new AbortController();
    const journals = openJournals(system);
    const prepared = await prepare({ machine }, guide, remedy("trusted-sites"));
    let writes = 0;
    const treated = await treat(prepared, {
      machine,
      guide,
      signal: stop.signal,
      journals: {
        ...journals,
        write(kept) {
          writes += 1;
          if (writes === 3) stop.abort();
          return journals.write(kept);
        },
      },
    });
    assert.deepEqual([treated.outcome, treated.failure], ["rolled-back", "stopped"]);
    assert.equal(bytesOf(system.world()), start);
  });

  test("beside another one shares the keys that both were going to make", async () => {
    const { machine, system } = patient({ world: windowsPc({ elevated: true }) });
    const start = bytesOf(system.world());
    const journals = openJournals(system);
    const { signal } = new AbortController();
    const both = ["allow-popups", "allow-local-network"] as const;
    const prepared = await Promise.all(both.map((id) => prepare({ machine }, guide, remedyOf(id))));
    for (const one of prepared) {
      const treated = await treat(one, { machine, guide, journals, signal });
      assert.equal(treated.outcome, "done", JSON.stringify(treated));
    }
    const walked = await undoAll(machine);
    assert.deepEqual(
      walked.map(({ left, failed }) => [left, failed]),
      [
        [[], []],
        [[], []],
      ],
    );
    assert.equal(bytesOf(system.world()), start);
  });

  test("does not touch what has changed since its preview", async () => {
    const { machine, system } = patient({ world: windowsPc() });
    const prepared = await prepare({ machine }, guide, remedy("trusted-sites"));
    const theirs = `${domains}\\lgcns.com`;
    await system.writeKey({ path: theirs, values: [dword("*", 1)] });
    const now = bytesOf(system.world());
    const { signal } = new AbortController();
    const journals = openJournals(system);
    const treated = await treat(prepared, { machine, guide, journals, signal });
    assert.deepEqual([treated.outcome, treated.failure], ["rolled-back", "changed-meanwhile"]);
    assert.equal(bytesOf(system.world()), now);
  });
});

describe("undoing", () => {
  test("leaves alone what somebody else has changed since, and takes back the rest", async () => {
    const { machine, system } = patient({ world: windowsPc() });
    await treatNow(machine, guide, remedy("trusted-sites"));
    const theirs = `${domains}\\lgcns.com`;
    await system.writeKey({ path: theirs, values: [dword("*", 1)] });
    const [walked] = await undoAll(machine);
    assert.deepEqual(
      walked!.left.map(({ entry, why }) => [entry.change.kind === "key" && entry.change.path, why]),
      [
        [theirs, "foreign"],
        // Keys that were made for it cannot go either, for something stands below them.
        [domains, "foreign"],
        [zoneMap, "foreign"],
      ],
    );
    const read = await system.readKey(domains);
    assert.deepEqual(read.state === "found" && read.value.keys, [
      { name: "lgcns.com", values: [dword("*", 1)], keys: [] },
    ]);
  });

  test("does nothing that no action could have done, whatever a journal says", async () => {
    const { machine, system } = patient({ world: windowsPc({ elevated: true }) });
    await treatNow(machine, guide, remedy("trusted-sites"));
    const journals = openJournals(system);
    const [one] = (await journals.list()).kept;
    const evil = "HKLM\\Software\\Microsoft\\Windows\\CurrentVersion\\Run";
    one!.journal.entries = [
      {
        action: "trust-sites",
        change: { kind: "key", path: evil, before: [sz("x", "evil.exe")], after: null, about: [] },
        state: "done",
      },
      {
        action: "hosts-entry",
        change: { kind: "file", path: "C:\\evil.cmd", before: "eA==", after: null, about: [] },
        state: "done",
      },
      {
        action: "start-service",
        change: {
          kind: "run",
          program: "C:\\evil.exe",
          args: [],
          files: [],
          timeoutMs: 1_000,
          visible: false,
          done: { sign: "key", path: "HKLM\\Software", there: true },
          back: { way: "run", program: "C:\\Windows\\System32\\cmd.exe", args: ["/c", "evil"] },
          kept: [],
          about: [],
        },
        state: "done",
      },
    ];
    await journals.write(one!);
    const start = bytesOf(system.world());
    const [walked] = await undoAll(machine);
    assert.deepEqual(
      walked!.left.map(({ why }) => why),
      ["not-ours", "not-ours", "not-ours"],
    );
    assert.equal(bytesOf(system.world()), start);
  });

  test("gives back the settings that were kept where nothing else comes back", async () => {
    const settings = zoneMap.slice(0, zoneMap.lastIndexOf("\\"));
    const world = troubled(false);
    const reset = [dword("ProxyEnable", 0), dword("WarnonZoneCrossing", 1), dword("Other", 1)];
    world.programs.push({
      path: "C:\\Windows\\System32\\rundll32.exe",
      args: ["InetCpl.cpl,ResetIEtoDefaults"],
      code: 0,
      effects: [{ do: "key", path: settings, values: reset }],
    });
    const { machine, system } = patient({ world });
    const before = await system.readKey(settings);
    await treatNow(machine, pinnedGuide(), remedyOf("reset-browser"), filesFolder);
    const theirs = [sz("AutoConfigURL", "http://10.0.0.1/p.pac"), dword("Other", 7)];
    await system.writeKey({ path: settings, values: [...reset.slice(0, 2), ...theirs] });
    const [walked] = await undoAll(machine);
    assert.deepEqual(
      walked!.left.map(({ why }) => why),
      ["lasting"],
    );
    const after = await system.readKey(settings);
    assert.ok(before.state === "found" && after.state === "found");
    // And what others have set since is theirs.
    assert.deepEqual(after.value.values, [...before.value.values, ...theirs]);
  });
});

describe("journals", () => {
  const damaged: [string, string, string, string][] = [
    ["that is cut off", "20261126-000000-x.json", '{"schema": "jochi.jour', "not-json"],
    [
      "of another version",
      "20261126-000000-x.json",
      '{"schema": "jochi.journal/2"}',
      "other-version",
    ],
    ["of another form", "20261126-000000-x.json", '{"schema": "jochi.journal/1"}', "not-a-journal"],
    ["that is none", "20261126-000000-x.json", "[]", "not-a-journal"],
  ];
  for (const [name, file, content, problem] of damaged) {
    test(`one ${name} is told and left as it is`, async () => {
      const world = windowsPc();
      world.files.push(text(`${journalFolder}\\${file}`, content));
      const { system } = patient({ world });
      const listed = await openJournals(system).list();
      assert.deepEqual(
        listed.damaged.map((one) => one.problem),
        [problem],
      );
      assert.deepEqual(listed.kept, []);
    });
  }

  test("one that was renamed is no journal: its name says which it is", async () => {
    const { machine, system } = patient({ world: windowsPc() });
    await treatNow(machine, guide, remedy("trusted-sites"));
    const world = system.world();
    const file = world.files.find(({ path }) => path.startsWith(journalFolder))!;
    file.path = `${journalFolder}\\20200101-000000-trusted-sites.json`;
    const { damaged } = await openJournals(patient({ world }).system).list();
    assert.deepEqual(
      damaged.map(({ problem, place }) => [problem, place]),
      [["not-a-journal", "id"]],
    );
  });
});
