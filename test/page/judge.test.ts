import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { diagnose } from "../../src/doctor/diagnose.ts";
import { plainChecker } from "../../src/evidence/plain-check.ts";
import { readEvidence } from "../../src/evidence/read-evidence.ts";
import { evidenceShapes } from "../../src/evidence/shape-of.ts";
import { version } from "../../src/evidence/version.ts";
import { loadScenarios } from "../../src/lab/scenario.ts";
import { memoryMachine } from "../../src/machine/memory.ts";
import { ownPath } from "../../src/own/files.ts";
import { offlineDoctor } from "../../src/portal/doctor-offline.ts";
import { reportJson } from "../../src/report/json.ts";
import { command, folder, guide, put } from "../cli/_evidence.ts";

const where = folder();
const doctor = offlineDoctor({ version, guide });
const plain = plainChecker(JSON.parse(JSON.stringify(evidenceShapes())));

async function judged(text: string) {
  const answer = await doctor.judge(text);
  assert.ok(answer.ok, JSON.stringify(answer));
  return answer.value;
}

describe("an evidence file that is opened in the page", () => {
  for (const [at, { id, world }] of loadScenarios(ownPath("scenarios"), guide).entries()) {
    const symptom = guide.symptoms[at % guide.symptoms.length]!.id;
    it(`says what the command line says: ${id}`, async () => {
      const { evidence } = await diagnose(memoryMachine(world, { seed: 1 }), guide, { symptom });
      const text = JSON.stringify(evidence);
      assert.deepEqual(readEvidence(text, plain), evidence);
      const file = put(where, `${id}.json`, text);
      const { out } = await command(["--evidence", file, "--json"], "ko");
      const { diagnosis } = await judged(text);
      assert.deepEqual(JSON.parse(reportJson(diagnosis, guide, "ko")), JSON.parse(out));
    });
  }

  it("is refused with its place where it is none, and for another guide", async () => {
    const evidence = {
      schema: "jochi.evidence/1",
      gatheredBy: "0.1.0",
      guide: { id: guide.id, edition: guide.edition },
      platform: "windows",
      startedAt: "2026-11-23T00:00:00.000Z",
      durationMs: 1,
      incomplete: false,
      facts: [],
    };
    const trouble = async (text: string) => {
      const answer = await doctor.judge(text);
      return answer.ok ? "judged" : answer.trouble;
    };
    const of = (more: object) => trouble(JSON.stringify({ ...evidence, ...more }));
    assert.equal(await of({}), "judged");
    assert.deepEqual(await of({ durationMs: -1 }), { code: "bad-evidence", detail: "durationMs" });
    assert.deepEqual(await trouble("{"), { code: "bad-evidence", detail: "1:2" });
    assert.deepEqual(await of({ symptom: "none" }), { code: "bad-evidence", detail: "symptom" });
    assert.deepEqual(await of({ guide: { id: "another", edition: "2020" } }), {
      code: "unknown-guide",
      detail: "another@2020",
    });
  });

  it("changes nothing and asks nobody: what needs a program is refused", async () => {
    const signal = new AbortController().signal;
    const asked = [
      doctor.diagnose({ guide: "x" }, () => {}, signal),
      doctor.preview({ guide: "x", remedy: "y" }),
      doctor.treat({ guide: "x", remedy: "y", preview: "z" }, () => {}, signal),
      doctor.journal(),
      doctor.previewUndo({ id: "x" }),
      doctor.undo({ id: "x" }, () => {}),
      doctor.demo({ faults: [] }),
    ];
    for (const answer of await Promise.all(asked))
      assert.deepEqual(answer, { ok: false, trouble: { code: "cannot-treat" } });
    const ask = { guide: "x", lang: "ko" as const, rows: [] };
    assert.deepEqual(await doctor.handOver({ ...ask, format: "pdf" }), {
      ok: false,
      trouble: { code: "no-format" },
    });
    assert.ok((await doctor.handOver({ ...ask, format: "csv" })).ok);
  });
});
