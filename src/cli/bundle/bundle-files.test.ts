import assert from "node:assert/strict";
import { it } from "node:test";
import type { RunChange } from "../../actions/change.ts";
import type { BundleFiles } from "./bundle-files.ts";
import { bytesToUnpack } from "./bundle-files.ts";

const byPath = new Map([
  ["c:\\b\\a.exe", { size: 100 }],
  ["c:\\b\\b.msi", { size: 20 }],
]);
const bundle = { byPath } as unknown as BundleFiles;
const starts = (...files: Partial<RunChange["files"][number]>[]) =>
  ({ kind: "run", files }) as RunChange;

it("room is needed for each file and its copy, once however many guides need them", () => {
  const copied = starts({ path: "C:\\b\\A.exe", copy: "C:\\checked\\a.exe" });
  const plain = starts({ path: "C:\\b\\b.msi" });
  const elsewhere = starts({ path: "C:\\other.exe" });
  assert.equal(bytesToUnpack(bundle, [copied]), 200);
  assert.equal(bytesToUnpack(bundle, [copied, plain, elsewhere, copied, plain]), 220);
});
