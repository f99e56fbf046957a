import assert from "node:assert/strict";
import type { Preview, State, TreatResult } from "../../src/portal/wire.ts";
import { call, guideName, linesOf, type Served } from "./_served.ts";

interface Report {
  type: string;
  diagnosis: { findings: { cause: string }[]; plan: { remedy: string }[] };
}

export const causesIn = (lines: Record<string, unknown>[]): string[] =>
  (lines.at(-1) as unknown as Report).diagnosis.findings.map(({ cause }) => cause);

export async function diagnosed(one: Served): Promise<Record<string, unknown>[]> {
  return linesOf((await call(one, "POST", "/api/diagnose", { guide: guideName })).text);
}

/** From a fault to a PC on which nothing is found any more, and back; all as a page does it. */
export async function tour(one: Served, fault: string, cause: string, remedy: string) {
  const post = (path: string, body: object) => call(one, "POST", path, body);
  const { demo } = (await post("/api/demo", { faults: [fault] })).json as State;
  assert.deepEqual(demo?.chosen, [fault]);
  assert.deepEqual(causesIn(await diagnosed(one)), [cause], fault);
  const ask = { guide: guideName, remedy };
  const preview = (await post("/api/preview", ask)).json as Preview;
  assert.ok(preview.entries.length > 0, fault);
  const lines = linesOf((await post("/api/treat", { ...ask, preview: preview.preview })).text);
  const { result } = lines.find(({ type }) => type === "treated") as unknown as {
    result: TreatResult;
  };
  assert.equal(result.outcome, "done", fault);
  assert.deepEqual(causesIn(lines), [], fault);
  const undone = linesOf((await post("/api/undo", { id: result.journal })).text).at(-1);
  assert.deepEqual(undone?.result, { outcome: "undone", remains: [] }, fault);
  assert.deepEqual(causesIn(await diagnosed(one)), [cause], fault);
}

/** Faults of the PC that Jochi can put right: what is found, and what is done. */
export const tours: [fault: string, cause: string, remedy: string][] = [
  ["site.mistyped", "site.mistyped", "trusted-sites"],
  ["popup.blocked", "popup.blocked", "popup-and-toolbars"],
  ["program.stopped", "program.stopped", "start-programs"],
  ["local.name-missing", "local.name-missing", "add-local-name"],
];
