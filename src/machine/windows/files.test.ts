import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { files } from "./files.ts";

const at = (whole: string) => {
  const place = async () => ({ whole });
  return files({ toRead: place, toChange: place, isGuarded: () => false }).freeBytes("x");
};

test("room is that of the nearest folder that is there", async () => {
  const folder = mkdtempSync(join(tmpdir(), "jochi-free-"));
  const read = await at(join(folder, "not", "yet"));
  rmSync(folder, { recursive: true });
  assert.ok(read.state === "found" && read.value > 0);
});

test("a disk of no size is not one without room", async () => {
  const unknown = { state: "unreadable", failure: "unreadable", code: "NO_SIZE" };
  assert.deepEqual(await at("/proc"), unknown);
});
