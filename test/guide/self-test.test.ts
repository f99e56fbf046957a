import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Io } from "../../src/cli/command.ts";
import { readers } from "../../src/cli/guide/test.ts";
import { parseBlock } from "../../src/guide/block.ts";
import { listGuides, loadGuide } from "../../src/guide/load.ts";
import { changed } from "../../src/lab/self-test/change.ts";
import { changesOf } from "../../src/lab/self-test/changes.ts";
import { tester } from "../../src/lab/self-test/mutate.ts";
import { record } from "../../src/lab/self-test/record.ts";
import { isGood, rateOf, selfTest } from "../../src/lab/self-test/self-test.ts";
import { misread, neighbour, raised, swapped } from "../../src/lab/self-test/wrong.ts";
import { runGuide } from "./_run.ts";
import { brokenGuide, smallGuide } from "./broken-guide.ts";

const { signal } = new AbortController();
const small = loadGuide(smallGuide);
const none = { mutations: "none", signal } as const;

const run = (argv: string[], lang: Io["lang"] = "en") => runGuide(argv, lang);

const troublesOf = async (folder: string, cause: string) => {
  const { causes } = await selfTest(loadGuide(folder), readers, none);
  const own = causes.find((one) => one.cause === cause);
  return own?.scenarios.flatMap(({ scenario, troubles }) =>
    troubles.map(({ kind }) => `${kind} ${scenario}`),
  );
};

describe("what a guide is tried with", () => {
  test("a remedy that looks at something else ends nothing", async () => {
    const fault = "ends site.not-trusted:bank";
    assert.ok(!(await troublesOf(smallGuide, "site.not-trusted"))?.includes(fault));
    const hole = {
      file: "remedies.yaml",
      from: "verifies: [bank, endpoints]",
      to: "verifies: [endpoints]",
    };
    assert.ok((await troublesOf(brokenGuide(hole), "site.not-trusted"))?.includes(fault));
  });

  test("whoever is said to be able to act needs something to do", async () => {
    const fault = "owner tcp.drop:52.79.1.1:443";
    assert.deepEqual(await troublesOf(smallGuide, "tcp.drop"), [fault]);
    const right = { file: "remedies.yaml", from: "owner: user", to: "owner: network" };
    assert.deepEqual(await troublesOf(brokenGuide(right), "tcp.drop"), []);
  });

  test("a remedy that is automatic is done, and must end its cause", async () => {
    const doing = {
      file: "remedies.yaml",
      from: "        sites: [bank]\n",
      to: "        sites: [bank]\n        action: trust-sites\n",
    };
    const promise = { file: "remedies.yaml", from: "automatic: false", to: "automatic: true" };
    const kept = loadGuide(brokenGuide(doing, promise));
    const { causes } = await selfTest(kept, readers, none);
    const [scenario] = causes[0]!.scenarios.filter((one) => one.scenario.startsWith("site.not"));
    assert.deepEqual(scenario?.endings, [{ remedy: "trust", how: "treated" }]);
    const elsewhere = {
      ...doing,
      to: "        sites: [bank]\n        action: hosts-entry\n        hosts: [{ address: 127.0.0.1, name: x.bank.kr }]\n",
    };
    const troubles = await troublesOf(brokenGuide(elsewhere, promise), "site.not-trusted");
    assert.ok(troubles?.includes("promise site.not-trusted:bank"));
    assert.ok(troubles?.includes("ends site.not-trusted:bank"));
  });

  test("a cause that no world shows is untested, and never passed", async () => {
    const own = {
      file: "causes.yaml",
      from: "  - id: tcp.drop\n",
      to: "  - id: moon.full\n    title: { ko: 보름달, en: Full moon }\n    owner: user\n    remains: true\n    remedies: [call]\n    source: paper\n    verifiedOn: 2026-10-01\n  - id: tcp.drop\n",
    };
    const { causes } = await selfTest(loadGuide(brokenGuide(own)), readers, none);
    const moon = causes.find(({ cause }) => cause === "moon.full");
    assert.deepEqual(moon, {
      cause: "moon.full",
      state: "untested",
      untested: "remains",
      scenarios: [],
    });
  });
});

describe("facts changed once", () => {
  test("each is another value, and the same each time", () => {
    assert.equal(swapped("*.bankpay.or.kr"), "*.banpkay.or.kr");
    assert.equal(swapped("알툴바"), "알바툴");
    assert.equal(swapped("aaa"), "aaax");
    assert.deepEqual(
      [
        "52.79.1.1",
        "10.0.0.255",
        "10.1.0.0/16",
        "255.255.0.0/16",
        "2001:db8::/32",
        "0.0.0.0/0",
      ].map(neighbour),
      ["52.79.1.2", "10.0.0.254", "10.2.0.0/16", "255.254.0.0/16", "2001:db9::/32", "0.0.0.0/1"],
    );
    assert.deepEqual([raised("3.0.0.19"), misread("00ff")], ["3.0.0.20", "000f"]);
  });

  test("exactly one fact of the guide differs, and the guide itself does not change", () => {
    const before = JSON.stringify(small);
    const changes = changesOf(small);
    assert.equal(new Set(changes.map(({ path }) => path.join("."))).size, changes.length);
    for (const change of changes) {
      const other = changed(small, change);
      assert.notEqual(JSON.stringify(other), before, change.path.join("."));
      const [list] = change.path;
      const rest = (guide: object) => JSON.stringify({ ...guide, [list!]: null });
      assert.equal(rest(other), rest(small));
    }
    assert.equal(JSON.stringify(small), before);
    const addresses = changes.filter(({ fact }) => fact === "address");
    assert.ok(addresses.every(({ to }) => parseBlock(String(to)) !== undefined));
  });

  test("what only one world shows goes unnoticed without it", async () => {
    const recorded = await record(small, readers, signal);
    const change = changesOf(small).find(({ fact }) => fact === "version")!;
    const noticed = await tester(recorded)(change);
    assert.deepEqual(noticed, {
      by: "world",
      what: "browser-just-new:internet-explorer",
      claim: "finds",
    });
    const cases = recorded.cases.filter(({ one }) => !one.id.startsWith("browser-just-new"));
    assert.equal(await tester({ ...recorded, cases })(change), undefined);
  });

  test("words for people and where a fact is from are no facts", () => {
    const paths = changesOf(small).map(({ path }) => String(path.at(-1)));
    for (const word of ["ko", "en", "source", "verifiedOn", "title", "minutes"])
      assert.ok(!paths.includes(word), word);
  });
});

describe("jochi guide test", () => {
  test("says the same each time, with the place of what nobody notices", async () => {
    const runs = [
      await run(["test", smallGuide, "--json"]),
      await run(["test", smallGuide, "--json"]),
    ];
    assert.deepEqual(runs[0], runs[1]);
    const [{ code, out }] = runs as [Awaited<ReturnType<typeof run>>];
    const { schema, guides } = JSON.parse(out);
    assert.deepEqual([code, schema, guides.length], [1, "jochi.guide-test/1", 1]);
    const [{ mutations, causes }] = guides;
    assert.equal(mutations.made, mutations.facts);
    assert.equal(mutations.noticed + mutations.unnoticed.length, mutations.made);
    assert.equal(mutations.noticedBy.length, mutations.noticed);
    for (const { file, line, path } of mutations.unnoticed)
      assert.ok(/\.yaml$/.test(file) && line > 1, path);
    assert.deepEqual(
      causes.map((one: { state: string }) => one.state),
      ["fails", "fails"],
    );
  });

  test("in words: a line for each cause, what did not hold, and a total", async () => {
    const { code, out, err } = await run(["test", smallGuide, "--mutations", "3"], "ko");
    assert.deepEqual([code, err], [1, ""]);
    assert.match(out, /^small@2026\.10: /);
    assert.match(out, /^✘ tcp\.drop · tcp\.drop:52\.79\.1\.1:443/m);
    assert.match(out, /‘network’[가이]? ?할 수 있다고 하지만/);
    assert.match(out, /사실 \d+개 가운데 3개를/);
  });

  test("a bad guide or call is one line and 2", async () => {
    for (const argv of [
      ["--mutations", "ten"],
      ["--mutations", "0"],
      ["no-such-guide"],
      ["a", "b"],
    ]) {
      const { code, out, err } = await run(["test", ...argv]);
      assert.deepEqual([code, out, err.trimEnd().split("\n").length], [2, "", 1], argv.join(" "));
    }
  });

  test("the transfer guide: every cause, and some of its facts", async () => {
    const guide = loadGuide("bankpay-transfer@2018.11");
    const result = await selfTest(guide, readers, { mutations: 16, signal });
    const failing = result.causes.filter(({ state }) => state === "fails");
    assert.deepEqual(failing, []);
    assert.ok(result.causes.filter(({ state }) => state === "holds").length >= 58);
    assert.equal(result.mutations?.made, 16);
    assert.ok(isGood(result), JSON.stringify(result.mutations?.unnoticed));
  });
});

const isFull = process.env.JOCHI_GUIDE_MUTATIONS === "1";
for (const { id, edition, folder } of isFull ? listGuides() : []) {
  test(`every fact of ${id}@${edition}`, async () => {
    const result = await selfTest(loadGuide(folder), readers, { mutations: "all", signal });
    assert.deepEqual(
      result.causes.filter(({ state }) => state === "fails"),
      [],
    );
    assert.ok(result.mutations && rateOf(result.mutations) >= 0.9);
  });
}
