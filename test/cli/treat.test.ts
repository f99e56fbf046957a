import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { holdAlone } from "../../src/machine/node/alone.ts";
import { bytesOf, dword, put, text, windowsPc, zoneMap } from "../doctor/_patient.ts";
import { run, shell } from "../house/_run.ts";
import { guide, pc } from "./_pc.ts";

interface Treatment {
  schema: string;
  dryRun: boolean;
  remedies: {
    remedy: string;
    outcome: string;
    journal?: string;
    notProven?: true;
    changes: { change: unknown; exact: string[] }[];
    checks: { id: string; before: string; verdict: string }[];
  }[];
}

describe("jochi treat", () => {
  test("shows the same changes beforehand as it makes", async () => {
    const { jochi, world } = pc(
      put(windowsPc(), `${zoneMap}\\Domains\\bankpay.co.kr`, [dword("*", 2)]),
    );
    const start = bytesOf(world());
    const dry = await jochi("treat", "trusted-sites", "--dry-run", "--json");
    assert.equal(dry.code, 0);
    assert.equal(bytesOf(world()), start);
    const real = await jochi("treat", "trusted-sites", "--yes", "--json");
    assert.equal(real.code, 0, real.err);
    const [shown, made] = [dry, real].map(({ out }) => JSON.parse(out) as Treatment);
    assert.equal(shown!.schema, "jochi.treatment/1");
    assert.deepEqual([shown!.dryRun, made!.dryRun], [true, false]);
    assert.deepEqual(shown!.remedies[0]!.changes, made!.remedies[0]!.changes);
    assert.deepEqual(
      made!.remedies[0]!.checks.map(({ id, before, verdict }) => [id, before, verdict]),
      [
        ["lgcns", "fail", "pass"],
        ["bankpay", "fail", "pass"],
      ],
    );
    const undone = await jochi("undo", "--yes");
    assert.equal(undone.code, 0, undone.err);
    assert.equal(bytesOf(world()), start);
    assert.match((await jochi("undo")).out, /nothing to take back/);
  });

  test("changes nothing where nobody can be asked, and says why", async () => {
    const { jochi, world } = pc();
    const start = JSON.stringify(world());
    const ended = await jochi("treat", "trusted-sites");
    assert.equal(ended.code, 2);
    assert.match(ended.out, /Adds \*\.bankpay\.or\.kr to the trusted sites/);
    assert.match(ended.err, /^jochi: nothing was changed.*--yes\n$/);
    assert.equal(JSON.stringify(world()), start);
  });

  for (const [answer, code] of [
    ["y", 0],
    ["", 1],
    ["no", 1],
  ] as const) {
    test(`asks at a terminal: ${answer || "Enter"}`, async () => {
      const { env, world } = pc();
      const start = bytesOf(world());
      const words = ["treat trusted-sites --lang en", ...guide].join(" ");
      const line = `printf '${answer}\\n' | script -qec "./jochi ${words}" /dev/null`;
      const ended = await shell(line, env);
      assert.equal(ended.code, code, ended.out);
      assert.match(ended.out, /Change this\?/);
      assert.equal(bytesOf(world()) === start, code !== 0);
    });
  }

  test("without a name does what the diagnosis asks for, and nothing that cannot be undone", async () => {
    const { jochi, world } = pc();
    const start = bytesOf(world());
    const dry = await jochi("treat", "--dry-run", "--json");
    const real = await jochi("treat", "--yes", "--json");
    const [shown, made] = [dry, real].map(({ out }) => JSON.parse(out) as Treatment);
    const changes = ({ remedies }: Treatment) =>
      remedies.map(({ remedy, changes }) => [remedy, changes.map(({ exact }) => exact)]);
    assert.deepEqual(changes(made!), changes(shown!));
    const outcomes = Object.fromEntries(made!.remedies.map((one) => [one.remedy, one.outcome]));
    assert.equal(outcomes["trusted-sites"], "done");
    assert.equal(outcomes["browser-reset"], undefined);
    assert.equal(real.code, 1, "programs are missing, and nobody gave it an installer");
    await jochi("undo", "--all", "--yes");
    assert.equal(bytesOf(world()), start);
  });

  test("leaves what only the browser can ask about, and says so", async () => {
    const { jochi, world } = pc(windowsPc({ elevated: true }));
    const start = bytesOf(world());
    const ended = await jochi("treat", "allow-local-access", "--yes");
    assert.equal(ended.code, 1, "the programs that it is for are not there");
    assert.match(ended.out, /The change stays\. Only the payment page itself can show/);
    assert.notEqual(bytesOf(world()), start);
    await jochi("undo", "--all", "--yes");
    assert.equal(bytesOf(world()), start);
    const json = await jochi("treat", "allow-local-access", "--yes", "--json");
    const [remedy] = (JSON.parse(json.out) as Treatment).remedies;
    assert.deepEqual([remedy?.outcome, remedy?.notProven], ["done", true]);
  });

  test("lists what it can do", async () => {
    const { jochi } = pc();
    const listed = await jochi("treat", "--list");
    assert.equal(listed.code, 0);
    assert.match(listed.out, /^trusted-sites {2}Register the trusted sites · automatic$/m);
    assert.match(listed.out, /^certificate-window .* · only by name$/m);
    const { remedies } = JSON.parse((await jochi("treat", "--list", "--json")).out);
    assert.deepEqual(remedies.find(({ id }: { id: string }) => id === "browser-reset").actions, [
      "clear-cache",
      "reset-browser",
    ]);
  });

  const refused: [string, string[], RegExp][] = [
    ["an unknown remedy", ["treat", "nonsense"], /unknown remedy: nonsense; it can do: trusted-/],
    ["one that only a person can do", ["treat", "restart-pc"], /restart-pc: only a person can/],
    [
      "options that exclude one another",
      ["treat", "--yes", "--dry-run"],
      /cannot be used together/,
    ],
    ["a name beside --list", ["treat", "--list", "x"], /unexpected argument with --list: x/],
    ["a folder without its drive", ["treat", "--files", "here"], /begins with its drive: here/],
    ["an unknown guide", ["treat", "--guide", "nowhere"], /nowhere/],
    [
      "an unknown journal",
      ["undo", "20200101-000000-x"],
      /no record 20200101-000000-x; there are: -/,
    ],
    ["--all beside an id", ["undo", "--all", "x"], /cannot be used together/],
    ["two ids", ["undo", "x", "y"], /unexpected argument with x: y/],
    ["an unknown option", ["undo", "--really"], /--really/],
  ];
  for (const [name, args, line] of refused) {
    test(`refuses ${name} in one line`, async () => {
      const { jochi, world } = pc();
      const start = JSON.stringify(world());
      const ended = await jochi(...args);
      assert.equal(ended.code, 2);
      assert.match(ended.err, line);
      assert.equal(ended.err.trim().split("\n").length, 1, ended.err);
      assert.equal(ended.out, "");
      assert.equal(JSON.stringify(world()), start);
    });
  }

  test("says that a PC without Windows has nothing to change", async () => {
    const ended = await run(["treat", "trusted-sites", "--yes", "--lang", "en", ...guide]);
    assert.equal(ended.code, 2);
    assert.match(ended.err, /not Windows/);
  });

  for (const [name, content, line] of [
    ["cut off", '{"schema": "jochi.jo', /found no JSON/],
    ["of another version", '{"schema":"jochi.journal/9"}', /another version.*jochi\.journal\/9/],
  ] as const) {
    test(`changes nothing beside a journal that is ${name}`, async () => {
      const world = windowsPc();
      const file = "C:\\Users\\user\\AppData\\Local\\Jochi\\journal\\20260101-000000-x.json";
      world.files.push(text(file, content));
      const { jochi, world: now } = pc(world);
      const start = JSON.stringify(now());
      for (const words of [
        ["treat", "trusted-sites", "--yes"],
        ["undo", "--all", "--yes"],
        ["undo", "--list"],
      ]) {
        const ended = await jochi(...words);
        assert.equal(ended.code, 2, words.join(" "));
        assert.match(ended.err, line);
        assert.equal(ended.err.trim().split("\n").length, 1);
        assert.equal(JSON.stringify(now()), start);
      }
    });
  }

  test("does not run beside another treatment", async () => {
    const { file, jochi, world } = pc();
    const start = JSON.stringify(world());
    const release = await holdAlone(`treatment ${file}`);
    try {
      const ended = await jochi("treat", "trusted-sites", "--yes");
      assert.equal(ended.code, 2);
      assert.match(ended.err, /another treatment is under way/);
      assert.equal(JSON.stringify(world()), start);
    } finally {
      release?.();
    }
    assert.equal((await jochi("treat", "trusted-sites", "--yes")).code, 0);
  });

  test("names the zone that a site was in", async () => {
    const place = `${zoneMap}\\Domains\\bankpay.or.kr\\www`;
    const { jochi } = pc(put(windowsPc(), place, [dword("*", 4)]));
    const { out } = await jochi("treat", "trusted-sites", "--dry-run");
    assert.match(out, /into another zone \(Restricted sites zone\)/);
  });

  test("promises to take back no more than it can", async () => {
    const { jochi } = pc();
    const { out } = await jochi("treat", "browser-reset", "--yes");
    assert.match(out, /To take back what can be: jochi undo/);
    // The sites are still to be entered, so it is not simply done.
    assert.match(out, /Done as far as it goes: /);
  });

  test("undo lists, names one, and leaves what is not the newest", async () => {
    const { jochi } = pc();
    await jochi("treat", "trusted-sites", "--yes");
    await jochi("treat", "popup-and-toolbars", "--yes");
    const { journals } = JSON.parse((await jochi("undo", "--list", "--json")).out);
    assert.deepEqual(
      journals.map(({ remedy, state }: { remedy: string; state: string }) => [remedy, state]),
      [
        ["popup-and-toolbars", "open"],
        ["trusted-sites", "open"],
      ],
    );
    const shown = await jochi("undo", "--dry-run");
    assert.match(shown.out, /popup-and-toolbars/);
    // What will be there is what was there before it was treated.
    assert.match(shown.out, /before: \*\.lgcns\.com = hex\(3\) 0000\n +after: \(absent\)/);
    assert.equal((await jochi("undo", journals[1].id, "--yes")).code, 0);
    const left = JSON.parse((await jochi("undo", "--list", "--json")).out).journals;
    assert.deepEqual(
      left.map(({ state }: { state: string }) => state),
      ["open", "undone"],
    );
  });
});
