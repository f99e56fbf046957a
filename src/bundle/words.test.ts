import assert from "node:assert/strict";
import { test } from "node:test";
import { hasSentence } from "../text/say.ts";
import { refusals } from "../trust/publisher.ts";
import { signatureVerdicts } from "../trust/verdict.ts";
import { createCodes, keyCodes, trustCodes } from "./codes.ts";
import { checkWords } from "./pins/check.ts";
import { missingWhys } from "./plan.ts";
import { trustWords } from "./verify/trust.ts";

test("every word of the closed lists has its sentence", () => {
  const keys = [
    ...[...createCodes, ...keyCodes, ...trustCodes].map((code) => `bundle.fault.${code}`),
    ...checkWords.map((word) => `bundle.check.${word}`),
    ...missingWhys.map((word) => `bundle.missing.${word}`),
    ...trustWords.map((word) => `bundle.trust.${word}`),
    "bundle.root.changed",
    ...refusals.map((word) => `trust.refused.${word}`),
    ...signatureVerdicts.map((word) => `trust.verdict.${word}`),
  ];
  assert.deepEqual(
    keys.filter((key) => !hasSentence(key)),
    [],
  );
});
