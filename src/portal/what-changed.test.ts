import assert from "node:assert/strict";
import { test } from "node:test";
import { rowId, rowsOf } from "../guide/guide.ts";
import { loadGuide } from "../guide/load.ts";
import { type Sketch, sketched } from "./stage/diagnosis.ts";
import { whatChanged } from "./what-changed.ts";

const guide = loadGuide("bankpay-transfer@2018.11");
const first = rowId(rowsOf(guide)[0]!);
const changed = (before: Sketch, after: Sketch) =>
  whatChanged(sketched(guide, before).diagnosis, sketched(guide, after).diagnosis);
const site: Sketch["findings"] = [
  { cause: "site.not-trusted", owner: "user", explains: ["lgcns"] },
];

test("a cause of which every check passes is gone", () => {
  const result = changed(
    { checks: { lgcns: "fail" }, findings: site },
    { checks: { lgcns: "pass" } },
  );
  assert.deepEqual([result.gone, result.unclear], [["site.not-trusted"], []]);
  assert.deepEqual(
    result.checksBetter.map(({ id }) => id),
    ["lgcns"],
  );
});

test("a cause that nobody sees any more because nobody could look is not gone", () => {
  const result = changed(
    { checks: { lgcns: "fail" }, findings: site },
    { checks: { lgcns: "unknown" } },
  );
  assert.deepEqual([result.gone, result.unclear], [[], ["site.not-trusted"]]);
  assert.deepEqual([result.checksBetter, result.checksWorse], [[], []]);
});

test("what remains, what is new, and what got worse are told apart", () => {
  const drop: Sketch["findings"] = [{ cause: "tcp.drop", owner: "network" }];
  const result = changed(
    { checks: { lgcns: "pass" }, findings: drop },
    { checks: { lgcns: "fail" }, findings: [...drop, ...site!], rows: { [first]: "tcp.drop" } },
  );
  assert.deepEqual(result.still, ["tcp.drop"]);
  assert.deepEqual(result.fresh, ["site.not-trusted"]);
  assert.deepEqual(result.rowsWorse, [first]);
  assert.deepEqual(
    result.checksWorse.map(({ id }) => id),
    ["lgcns"],
  );
});

test("a cause that only the symptom still speaks for is gone, and a guess is no news", () => {
  const guess = (cause: string) => ({ cause, owner: "user", certainty: "possible" }) as const;
  const result = changed(
    { checks: { lgcns: "fail" }, findings: site },
    { checks: { lgcns: "pass" }, findings: [guess("site.not-trusted"), guess("session.idle")] },
  );
  assert.deepEqual([result.gone, result.still, result.fresh], [["site.not-trusted"], [], []]);
});

test("a row that answers now is better; one of which nobody can tell is not", () => {
  assert.deepEqual(changed({ rows: { [first]: "tcp.drop" } }, {}).rowsBetter, [first]);
  const unsure = changed({ rows: { [first]: "tcp.drop" } }, { rows: { [first]: "insufficient" } });
  assert.deepEqual([unsure.rowsBetter, unsure.rowsWorse], [[], []]);
});

test("a guess beside a cause that was known does not remain", () => {
  const guess = { cause: "session.idle", owner: "user", certainty: "possible" } as const;
  const beside = changed(
    { checks: { lgcns: "fail" }, findings: [...site!, guess] },
    { checks: { lgcns: "pass" }, findings: [guess] },
  );
  assert.deepEqual([beside.gone, beside.still], [["site.not-trusted"], []]);
  // Where there are only guesses, they are what there is to go on with.
  assert.deepEqual(changed({ findings: [guess] }, { findings: [guess] }).still, ["session.idle"]);
});
