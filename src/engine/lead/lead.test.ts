import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Evidence } from "../../evidence/evidence.ts";
import type { GivenFact } from "../../evidence/facts.ts";
import type { Finding } from "../../evidence/report.ts";
import { dontKnow, toldAs, toldFacts, triedInVain } from "../../evidence/told.ts";
import { loadGuide } from "../../guide/load.ts";
import { openCase } from "../case.ts";
import { diagnose } from "../diagnose.ts";
import { leadOf } from "./lead.ts";

const guide = loadGuide("bankpay-transfer@2018.11");

/** What a page on a locked PC knows. */
function pageEvidence(symptom?: string, facts: Evidence["facts"] = []): Evidence {
  return {
    schema: "jochi.evidence/1",
    gatheredBy: "1",
    guide: { id: guide.id, edition: guide.edition },
    platform: "browser",
    ...(symptom !== undefined && { symptom }),
    startedAt: "2026-11-26T00:00:00.000Z",
    durationMs: 0,
    incomplete: false,
    facts,
  };
}

/** A symptom, and what the person has told. */
function known(symptom: string, told: Record<string, string> = {}, more: GivenFact[] = []) {
  const facts = [...toldFacts(told), ...more].map((fact) => ({ ...fact, at: 0, ms: 0 }));
  return diagnose(guide, pageEvidence(symptom, facts)).diagnosis;
}

const answered = (id: string, answer: string) => ({ [`${toldAs.answer}${id}`]: answer });
const tried = (id: string) => ({ [`${toldAs.tried}${id}`]: triedInVain });

/** By itself it ends nothing: what was removed has to be installed again. */
const never = guide.efforts
  .filter(({ ends }) => ends.every(({ chance }) => chance === 0))
  .map(({ remedy }) => remedy);

test("the plan holds each remedy of what may be true once", () => {
  assert.deepEqual(never, ["remove-programs"]);
  for (const { id } of guide.symptoms) {
    const { findings, plan } = known(id);
    const wanted = new Set(
      findings
        .flatMap(({ certainty, remedies }) => (certainty === "ruled-out" ? [] : remedies))
        .filter((id) => !never.includes(id)),
    );
    const ids = plan.map(({ remedy }) => remedy);
    assert.deepEqual([...ids].sort(), [...wanted].sort(), id);
  }
});

test("what did not help is not proposed again, and the rest moves up", () => {
  const before = known("install-page-again");
  const first = before.plan[0]!.remedy;
  const after = known("install-page-again", tried(first));
  assert.notEqual(after.next?.id, first);
  assert.equal(after.plan.at(-1)?.remedy, first);
});

test("a question is asked once, whatever is answered, and not knowing changes nothing else", () => {
  const asked = known("working-time-over");
  assert.equal(asked.next?.kind, "question");
  const silent = known("working-time-over", answered(asked.next!.id, dontKnow));
  assert.notEqual(silent.next?.id, asked.next!.id);
  const order = (diagnosis: typeof asked) => diagnosis.plan.map(({ remedy }) => remedy);
  assert.deepEqual(order(silent), order(asked));
});

test("an answer changes the order", () => {
  const { id } = known("working-time-over").next!;
  const question = guide.questions.find((one) => one.id === id)!;
  const orders = new Set(
    question.answers.map(({ id: answer }) =>
      known("working-time-over", answered(id, answer))
        .plan.map(({ remedy }) => remedy)
        .join(),
    ),
  );
  assert.ok(orders.size > 1, "whatever is answered, the same is done");
});

test("what an answer speaks for moves up among what is possible", () => {
  const possible = (told: Record<string, string>) =>
    known("certificate-window-missing", told)
      .findings.filter(({ certainty }) => certainty === "possible")
      .map(({ cause }) => cause);
  const { id } = known("certificate-window-missing").next!;
  assert.equal(id, "nos-icon");
  const [before, after] = [possible({}), possible(answered(id, "not-there"))];
  assert.ok(after.indexOf("program.missing") < before.indexOf("program.missing"));
  assert.deepEqual(after.toSorted(), before.toSorted());
});

test("what has helped here before comes sooner, the oftener it did", () => {
  const helped = (times: number): GivenFact => ({
    probe: "outcomes",
    with: {},
    fact: { helped: [{ remedy: "add-local-name", times }] },
  });
  const placeAfter = (times: number) =>
    known("install-page-again", {}, times > 0 ? [helped(times)] : []).plan.findIndex(
      ({ remedy }) => remedy === "add-local-name",
    );
  const places = [0, 1, 5, 200].map(placeAfter);
  assert.deepEqual(
    places,
    places.toSorted((a, b) => b - a),
  );
  assert.equal(places.at(-1), 0);
  assert.ok(places[0]! > 0);
});

const proved = ["confirmed", "likely"];

/** Any findings, any of their remedies tried: what the plan begins with is the next step. */
test("the plan begins with the next step, and proved causes come before guesses", () => {
  const causes = guide.causes.filter(({ remedies }) => remedies.length > 0);
  const any = fc.subarray(causes, { minLength: 1, maxLength: 6 }).chain((chosen) =>
    fc.record({
      findings: fc.tuple(
        ...chosen.map(({ id, remedies }) =>
          fc.constantFrom("confirmed", "likely", "possible").map(
            (certainty): Finding => ({
              cause: id,
              certainty: certainty as Finding["certainty"],
              owner: "user",
              subjects: [],
              explains: [],
              because: [],
              overturnedBy: { key: "x" },
              remedies,
            }),
          ),
        ),
      ),
      failed: fc.subarray(
        [...new Set(chosen.flatMap(({ remedies }) => remedies))].filter(
          (id) => !never.includes(id),
        ),
      ),
    }),
  );
  fc.assert(
    fc.property(any, ({ findings, failed }) => {
      const told = Object.assign({}, ...failed.map(tried)) as Record<string, string>;
      const facts = toldFacts(told).map((fact) => ({ ...fact, at: 0, ms: 0 }));
      const { plan, next } = leadOf(openCase(guide, pageEvidence(undefined, facts)), findings);
      const ids = plan.map(({ remedy }) => remedy);
      assert.equal(new Set(ids).size, ids.length);
      const last = ids.slice(ids.length - failed.length);
      assert.deepEqual(last.toSorted(), failed.toSorted(), "what was tried comes last");
      if (next!.kind === "remedy") {
        const first = [next!.id, ...next!.together];
        assert.deepEqual(ids.slice(0, first.length), first);
        assert.ok(next!.why.length > 0, "it is not said why");
      }
      const needed = findings
        .filter(({ certainty }) => proved.includes(certainty))
        .flatMap(({ remedies }) => remedies)
        .filter((id) => !failed.includes(id) && !never.includes(id));
      const places = needed.map((id) => ids.indexOf(id));
      assert.ok(places.every((place) => place < new Set(needed).size));
    }),
    { seed: 7, numRuns: 150 },
  );
});

test("what alone ends a proved cause is not put off", () => {
  const confirmed = (cause: string): Finding => ({
    cause,
    certainty: "confirmed",
    owner: "user",
    subjects: [],
    explains: [],
    because: [],
    overturnedBy: { key: "x" },
    remedies: guide.causes.find(({ id }) => id === cause)!.remedies,
  });
  const both = [confirmed("tcp.drop"), confirmed("popup.blocked")];
  const { plan } = leadOf(openCase(guide, pageEvidence()), both);
  assert.deepEqual(new Set(plan.map(({ why }) => why?.key)), new Set(["lead.needed"]));
});

/**
 * Somebody on a locked PC, where nothing can be probed: answers as one would whose cause this is,
 * and does what is said, until it works. Gives what was done.
 */
function led(symptom: string, cause: string): string[] {
  const told: Record<string, string> = {};
  const done: string[] = [];
  for (let steps = 0; steps < 40; steps += 1) {
    const { next } = known(symptom, told);
    if (!next || next.kind === "help") return done;
    if (next.kind === "question") {
      const { answers, where, otherwise } = guide.questions.find(({ id }) => id === next.id)!;
      const chances = where.find(({ causes }) => causes.includes(cause))?.chances ?? otherwise;
      const likeliest = answers[chances.indexOf(Math.max(...chances))]!;
      Object.assign(told, answered(next.id, likeliest.id));
      continue;
    }
    for (const remedy of [next.id, ...next.together]) {
      done.push(remedy);
      if (guide.causes.find(({ id }) => id === cause)!.remedies.includes(remedy)) return done;
      Object.assign(told, tried(remedy));
    }
  }
  return [];
}

test("by questions alone everybody is led to what ends the cause", () => {
  for (const { id, causes } of guide.symptoms) {
    for (const cause of causes) {
      const ends = guide.causes.find((one) => one.id === cause)?.remedies ?? [];
      if (ends.length === 0) continue;
      const done = led(id, cause);
      assert.ok(ends.includes(done.at(-1) ?? ""), `${id}, ${cause}: ${done.join(", ")}`);
    }
  }
});
