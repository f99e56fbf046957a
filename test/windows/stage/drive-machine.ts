import { readFileSync, writeFileSync } from "node:fs";
import { windowsMachine } from "../../../src/machine/windows.ts";

/**
 * Runs on Windows, under its Node: asks its machine what a file says, one step after another, and
 * writes the answers beside it. A step is the way to a method, and what it is given; bytes go
 * through as `{ base64 }`. The step `env` gives the process a variable, as whoever starts it could.
 */
const [file = ""] = process.argv.slice(2);
const steps = JSON.parse(readFileSync(file, "utf8")) as [string, ...unknown[]][];
const machine: unknown = windowsMachine();
const answers: unknown[] = [];
for (const [path, ...given] of steps) {
  if (path === "env") {
    const [name, value] = given as [string, string];
    process.env[name] = value;
    answers.push(null);
    continue;
  }
  const names = path.split(".");
  const method = names.pop() ?? "";
  const owner = names.reduce((at, name) => (at as Record<string, unknown>)[name], machine);
  const call = (owner as Record<string, (...given: unknown[]) => unknown>)[method];
  try {
    answers.push(await call?.call(owner, ...given.map(bytesIn)));
  } catch (error) {
    answers.push({ thrown: String((error as Error).stack) });
  }
}
writeFileSync(`${file}.answers`, JSON.stringify(answers, bytesOut));
process.exit(0);

function bytesIn(given: unknown): unknown {
  const { base64 } = (given ?? {}) as { base64?: string };
  return base64 === undefined ? given : Buffer.from(base64, "base64");
}

function bytesOut(_: string, value: unknown): unknown {
  return value instanceof Uint8Array ? { base64: Buffer.from(value).toString("base64") } : value;
}
