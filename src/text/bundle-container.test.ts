import assert from "node:assert/strict";
import { test } from "node:test";
import { containerCodes } from "../bundle/container/codes.ts";
import { mediaCodes } from "../bundle/media/codes.ts";
import { bundleContainer } from "./bundle-container.ts";
import { bundleMedia } from "./bundle-media.ts";
import { sentences } from "./sentences.ts";

test("whatever a bundle's file or its parts are refused for has a sentence, and no other", () => {
  const keys = [...containerCodes, ...mediaCodes].map((code) => `bundle.fault.${code}`);
  for (const key of keys) assert.ok(Object.hasOwn(sentences, key), key);
  const own = [...Object.keys(bundleContainer), ...Object.keys(bundleMedia)];
  assert.deepEqual(own.sort(), keys.sort());
});
