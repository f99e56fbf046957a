import assert from "node:assert/strict";
import { test } from "node:test";
import { uses } from "../trust/pin.ts";
import { refusals } from "../trust/publisher.ts";
import { places, remarkCodes, signatureVerdicts } from "../trust/verdict.ts";
import { sentences } from "./sentences.ts";

test("whatever can be said of a signed file or a certificate has a sentence", () => {
  const keys = [
    ...signatureVerdicts.map((code) => `verdict.${code}`),
    ...places.map((code) => `where.${code}`),
    ...remarkCodes.map((code) => `remark.${code}`),
    ...refusals.map((code) => `refused.${code}`),
    ...uses.map((code) => `use.${code}`),
    ...["match", "other", "malformed"].map((code) => `pin.${code}`),
  ];
  for (const key of keys) assert.ok(Object.hasOwn(sentences, `trust.${key}`), key);
  const owned = Object.keys(sentences).filter((key) => key.startsWith("trust."));
  const whole =
    /^trust\.(where|accepted|pin\.(subject|issuer|self-signed|validity|fingerprint|uses))$/;
  const unused = owned.filter((key) => !keys.includes(key.slice(6)) && !whole.test(key));
  assert.deepEqual(unused, []);
});
