// Preloaded: kill -9 at the n-th step that changes something on the disk, half of it written.
import fs from "node:fs";
import promises from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";

const killAt = Number(process.env.JOCHI_TEST_KILL_AT);
let steps = 0;

function stepped(half?: () => void): void {
  steps += 1;
  if (steps < killAt) return;
  half?.();
  process.kill(process.pid, "SIGKILL");
}

type Any = (...args: never[]) => unknown;

/** Half of what would have been written, where the call writes bytes at a place. */
function wrap(holder: object, name: string, halved = false): void {
  const own = Reflect.get(holder, name) as Any;
  Reflect.set(holder, name, function wrapped(this: unknown, ...args: never[]) {
    stepped(() => {
      if (!halved) return;
      const [handle, bytes, from, length, place] = args as unknown as [
        number,
        Buffer,
        number,
        number,
        number,
      ];
      fs.writevSync(handle, [bytes.subarray(from, from + Math.floor(length / 2))], place);
    });
    return Reflect.apply(own, this, args);
  });
}

wrap(fs, "writeSync", true);
for (const name of [
  "writeFileSync",
  "renameSync",
  "ftruncateSync",
  "fsyncSync",
  "fdatasyncSync",
  "rmSync",
]) {
  wrap(fs, name);
}
wrap(promises, "rename");
const probe = await promises.open(import.meta.filename);
const prototype = Object.getPrototypeOf(probe) as object;
await probe.close();
wrap(prototype, "write");
wrap(prototype, "sync");
syncBuiltinESMExports();

process.on("exit", () => process.stdout.write(`${steps}\n`));
