import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { holdAlone } from "./alone.ts";

const name = `test ${process.pid}`;

test("a name is held once, and again when it was let go of", async () => {
  const first = await holdAlone(name);
  assert.ok(first);
  assert.equal(await holdAlone(name), undefined);
  const other = await holdAlone(`${name} other`);
  assert.ok(other, "another name is another thing");
  other();
  first();
  const again = await holdAlone(name);
  assert.ok(again);
  again();
});

test("the name of a process that was killed is free", async () => {
  const module = fileURLToPath(new URL("alone.ts", import.meta.url));
  const code = `import { holdAlone } from ${JSON.stringify(module)};
    await holdAlone(${JSON.stringify(name)}); process.send("held"); setInterval(() => {}, 1e6);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", code], {
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  await once(child, "message");
  assert.equal(await holdAlone(name), undefined);
  child.kill("SIGKILL");
  await once(child, "exit");
  const mine = await holdAlone(name);
  assert.ok(mine);
  mine();
});
