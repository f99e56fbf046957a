import assert from "node:assert/strict";
import type { Diagnosis } from "../../src/evidence/report.ts";
import type { Expected } from "../../src/lab/expected.ts";
import { findingsDiffer, type RowScore, scoreRows, scoreWorld } from "../../src/lab/score.ts";

type Total = Pick<RowScore, "right" | "said" | "true">;

/** Holds one diagnosis to every verdict and finding of its scenario, and adds to the total. */
export function assertExact(
  expected: Expected,
  diagnosis: Diagnosis,
  faults: readonly string[],
  total: Total,
): void {
  const score = scoreRows(expected, diagnosis);
  total.right += score.right;
  total.said += score.said;
  total.true += score.true;
  assert.deepEqual(score.deeper, [], `deeper than the evidence: ${faults.join(" ")}`);
  assert.deepEqual(score.wrong, [], faults.join(" "));
  assert.deepEqual(findingsDiffer(expected, diagnosis), [], faults.join(" "));
}

/** What a random world's diagnosis misses or adds, in one line; undefined where nothing. */
export function missOf(
  seed: number,
  expected: Expected,
  diagnosis: Diagnosis,
  faults: readonly string[],
): string | undefined {
  const score = scoreWorld(expected, diagnosis);
  const notes = [
    ...score.missed.map(({ cause, why }) => `missed ${cause}: ${why}`),
    ...score.extra.map(({ cause, why }) => `extra ${cause}: ${why}`),
  ];
  return notes.length > 0 ? `seed ${seed} (${faults.join(" ")}): ${notes.join("; ")}` : undefined;
}
