import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { rowsOf } from "../../src/guide/guide.ts";
import { faults } from "../../src/lab/faults/index.ts";
import { randomWorld } from "../../src/lab/random-world.ts";
import { run } from "../house/_run.ts";
import { command, folder, gather, guide, langs, put } from "./_evidence.ts";
import { onMachine } from "./_preload.ts";
import { Report } from "./_report.ts";

const where = folder();
const seeds = 40;

const worlds = [
  [],
  ...faults.map(({ id }) => [id]),
  ...Array.from({ length: seeds }, (_, seed) => randomWorld(seed, guide).faults),
];

/** Both languages' documents of one world, each held to the contract, and the exit code. */
async function reportsOf(named: string[]) {
  const evidence = put(where, "evidence.json", await gather(named));
  const [ko, en] = await Promise.all(
    langs.map(async (lang) => {
      const { code, out, err } = await command(["--evidence", evidence, "--json"], lang);
      assert.equal(err !== "", code === 2, "a line where the work was not done, and only there");
      return { code, report: Report.parse(JSON.parse(out)) };
    }),
  );
  assert.equal(ko!.code, en!.code);
  assert.deepEqual(shapeOf(ko!.report), shapeOf(en!.report), "only words depend on the language");
  return { code: en!.code, report: en!.report };
}

/** A report without its words. */
function shapeOf({ endpoints, checks, findings, plan, ...rest }: Report) {
  return {
    ...rest,
    endpoints: endpoints.map(({ because, ...row }) => [row, because.length]),
    checks: checks.map(({ because, ...check }) => [check, because.length]),
    findings: findings.map(({ because, overturnedBy: _, ...one }) => [one, because.length]),
    plan: plan.map(({ steps, ...step }) => [step, steps.length]),
  };
}

const rowName = ({ host, address, port }: { host: string; address: string; port: number }) =>
  `${host}|${address}:${port}`;

/** Whatever has an id in the guide may be what a finding is about. */
const requirements = Object.values(guide)
  .flatMap((part): unknown[] => (Array.isArray(part) ? part : []))
  .map((part) => (part as { id?: string }).id);

/** What holds between the parts of any report. */
function assertWhole(report: Report, code: number): void {
  const { endpoints, checks, findings, plan } = report;
  const rows = endpoints.map(rowName);
  const checkIds = checks.map(({ id }) => id);
  assert.equal(new Set(rows).size, rows.length, "every row once");
  assert.equal(new Set(checkIds).size, checkIds.length, "every check once");
  for (const row of rowsOf(guide)) assert.ok(rows.includes(rowName(row)), rowName(row));
  for (const row of rows) assert.ok(checkIds.includes(row), `${row} is a check too`);

  const known = new Set([...rows, ...checkIds, ...requirements]);
  const remedies = guide.remedies.map(({ id }) => id);
  for (const { cause, subjects, explains, remedies: helping } of findings) {
    for (const id of explains) assert.ok(checkIds.includes(id), `${cause} explains ${id}`);
    for (const id of subjects) assert.ok(known.has(id), `${cause} is about ${id}`);
    for (const id of helping) assert.ok(remedies.includes(id), `${cause} is ended by ${id}`);
  }
  for (const { remedy } of plan) assert.ok(remedies.includes(remedy), remedy);

  const held = findings.filter(({ certainty }) => certainty !== "ruled-out");
  const explained = new Set(held.flatMap(({ explains }) => explains));
  for (const { id, verdict } of checks) {
    if (verdict === "fail") assert.ok(explained.has(id), `${id} fails and no finding explains it`);
  }
  const open = endpoints.some(({ verdict }) => verdict === "insufficient");
  assert.equal(code, held.length > 0 ? 1 : open ? 2 : 0);
}

describe("jochi.report/1", () => {
  for (const [at, named] of worlds.entries()) {
    const title = named.join(" + ") || "healthy";
    it(`${at}: ${title}`, async () => {
      const { code, report } = await reportsOf(named);
      assertWhole(report, code);
      if (at === 0) assert.deepEqual([code, report.findings, report.plan], [0, [], []]);
    });
  }

  it("is all that a process prints, with the exit code that belongs to it", async () => {
    for (const [named, expected] of [
      [[], 0],
      [["tcp.drop", "program.missing"], 1],
    ] as const) {
      const args = ["diagnose", "--json", "--guide", `${guide.id}@${guide.edition}`];
      const { code, out, err } = await run(args, { env: onMachine(...named) });
      assert.deepEqual([code, err], [expected, ""]);
      assertWhole(Report.parse(JSON.parse(out)), expected);
      assert.ok(out.endsWith("}\n"));
    }
  });

  it("is printed where the guard lets nothing out, and says that nothing was tested", async () => {
    for (const lang of langs) {
      const args = ["diagnose", "--json", "--lang", lang];
      const { code, out, err } = await run(args, { env: { JOCHI_NETWORK: "none" } });
      assert.equal(code, 2);
      assert.match(err, /^jochi: [^\n]*JOCHI_NETWORK=none[^\n]*\n$/);
      const { endpoints, findings } = Report.parse(JSON.parse(out));
      const verdicts = new Set(endpoints.map(({ verdict }) => verdict));
      assert.deepEqual([[...verdicts], findings], [["insufficient"], []]);
    }
  });
});
