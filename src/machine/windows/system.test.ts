import assert from "node:assert/strict";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { windowsSystem } from "./system.ts";

const folder = mkdtempSync(join(tmpdir(), "jochi-system-test-"));
after(() => rmSync(folder, { recursive: true }));

test("what was read is read anew once a file was written, as a journal is before each change", async () => {
  // On this system a backslash is a letter of the name.
  const root = join(folder, "windows");
  const tool = `${root}\\System32\\reg.exe`;
  writeFileSync(tool, `#!/bin/sh\necho x >> ${folder}/asked; exit 1\n`);
  chmodSync(tool, 0o755);
  const system = windowsSystem({ SystemRoot: root });
  const asked = () => readFileSync(join(folder, "asked"), "utf8").length;
  await system.readKey("HKCU\\A");
  const once = asked();
  await system.readKey("HKCU\\A");
  assert.equal(asked(), once);
  await system.writeFile("no whole path", new Uint8Array());
  await system.readKey("HKCU\\A");
  assert.equal(asked(), 2 * once);
});

test("nothing is written or started in folders of programs that only the process names", async () => {
  const root = join(folder, "without");
  const tool = `${root}\\System32\\reg.exe`;
  writeFileSync(tool, "#!/bin/sh\nexit 1\n");
  chmodSync(tool, 0o755);
  const system = windowsSystem({ SystemRoot: root, ProgramFiles: "C:\\Users\\Public" });
  const code = "PROGRAM_FILES_UNKNOWN";
  const refused = { ok: false, failure: "other", code };
  const file = "%ProgramFiles%\\Jochi\\x";
  assert.deepEqual(await system.writeFile(file, new Uint8Array()), refused);
  assert.deepEqual(await system.remove(file), refused);
  assert.deepEqual(await system.move("C:\\x", file), refused);
  const limits = { timeoutMs: 1_000, maxBytes: 100 };
  const ran = await system.run("%ProgramFiles%\\x.exe", [], limits);
  assert.deepEqual(ran, { state: "unreadable", failure: "other", code });
});
