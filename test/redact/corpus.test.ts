import assert from "node:assert/strict";
import { test } from "node:test";
import { parseEvidence } from "../../src/evidence/parse.ts";
import { loadGuide } from "../../src/guide/load.ts";
import { redact } from "../../src/redact/redact.ts";
import { type Asked, asked, writtenCases } from "./_corpus.ts";
import { inventedRemovals, inventedSurvivors } from "./_invented.ts";
import { evidenceWith, writtenIn } from "./_place.ts";

const guide = loadGuide("bankpay-transfer@2018.11");
const key = new Uint8Array(32).fill(7);
const each = 6;
const leastRecall = 0.999;
const mostOver = 0.005;
const least = 300;

const removals = [...writtenCases("must-remove"), ...asked(inventedRemovals(each))];
const survivors = [...writtenCases("must-survive"), ...asked(inventedSurvivors(each))];

/** What of a case's parts is still written after redaction, and what is not. */
function told({ place, text, parts }: Asked): { gone: string[]; there: string[] } {
  const { evidence } = redact(evidenceWith(place, text), guide, key);
  const written = writtenIn(parseEvidence(JSON.stringify(evidence)));
  const low = written.toLowerCase();
  return {
    gone: parts.filter((part) => !written.includes(part)),
    there: parts.filter((part) => low.includes(part.toLowerCase())),
  };
}

test("what must go is gone", (context) => {
  const missed = removals.flatMap((one) => told(one).there.map((part) => `${part} in ${one.text}`));
  const total = removals.reduce((sum, { parts }) => sum + parts.length, 0);
  const recall = (total - missed.length) / total;
  for (const line of missed) context.diagnostic(`left: ${line}`);
  context.diagnostic(`recall ${(recall * 100).toFixed(2)} % of ${total}`);
  assert.ok(total >= least, `only ${total}`);
  assert.ok(recall >= leastRecall, missed.join("\n"));
});

test("what must stay is there", (context) => {
  const lost = survivors.flatMap((one) => told(one).gone.map((part) => `${part} of ${one.text}`));
  const total = survivors.reduce((sum, { parts }) => sum + parts.length, 0);
  const over = lost.length / total;
  for (const line of lost) context.diagnostic(`gone: ${line}`);
  context.diagnostic(`over-removal ${(over * 100).toFixed(2)} % of ${total}`);
  assert.ok(total >= least, `only ${total}`);
  assert.ok(over <= mostOver, lost.join("\n"));
});

test("what is redacted once stays so, and with another key reads otherwise", () => {
  const other = new Uint8Array(32).fill(8);
  let differing = 0;
  const some = removals.filter((_, at) => at % 2 === 0);
  for (const { place, text } of some) {
    const once = redact(evidenceWith(place, text), guide, key);
    const twice = redact(once.evidence, guide, key);
    assert.deepEqual(twice.evidence, once.evidence, text);
    assert.deepEqual(twice.removals, [], text);
    assert.deepEqual(redact(evidenceWith(place, text), guide, key), once, text);
    const { evidence } = redact(evidenceWith(place, text), guide, other);
    if (writtenIn(evidence) !== writtenIn(once.evidence)) differing += 1;
  }
  // What is written over byte by byte has no token.
  assert.ok(differing >= some.length * 0.98, `${differing} of ${some.length}`);
});

test("what was taken out is told by place, kind and token, and never said", () => {
  for (const { place, text, parts } of removals) {
    const { evidence, removals: list } = redact(evidenceWith(place, text), guide, key);
    assert.ok(list.length > 0, text);
    const written = JSON.stringify(evidence);
    const said = JSON.stringify(list).toLowerCase();
    for (const { where, token, times } of list) {
      assert.match(where, /^facts\[0\]\./);
      assert.ok(times > 0 && (token === "x" || written.includes(token)), `${token} in ${written}`);
    }
    // A short part may be a piece of a path or a token by chance.
    for (const part of parts.filter(({ length }) => length > 4)) {
      assert.ok(!said.includes(part.toLowerCase()), `${part} is said`);
    }
  }
});
