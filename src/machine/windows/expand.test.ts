import assert from "node:assert/strict";
import { test } from "node:test";
import { expand, leavesPc } from "./expand.ts";

const env = { ProgramFiles: "C:\\Program Files", Relative: "x" };

test("a path begins with a drive, a server, or a variable that is one", () => {
  assert.equal(expand(env, "%PROGRAMFILES%\\조치"), "C:\\Program Files\\조치");
  assert.equal(expand(env, "c:/a/b"), "c:/a/b");
  assert.equal(expand(env, "\\\\server\\share\\x"), "\\\\server\\share\\x");
  for (const path of ["%ProgramFiles(x86)%\\x", "%Relative%\\x", "x.exe", "C:x", "\\x", "", "/x"]) {
    assert.equal(expand(env, path), undefined, path);
  }
});

test("files of other PCs are asked for only where that is allowed", () => {
  const none = { JOCHI_NETWORK: "none" };
  for (const path of ["\\\\server\\share\\x", "//server/share/x", "\\\\?\\UNC\\server\\x"]) {
    assert.equal(leavesPc(none, path), true, path);
    assert.equal(leavesPc({}, path), false, path);
  }
  assert.equal(leavesPc(none, "C:\\x"), false);
});
