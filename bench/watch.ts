import { fileURLToPath } from "node:url";
import type { Lab } from "../src/lab/real/lab.ts";
import type { Timed, Watched } from "./stopwatch.ts";
import { BenchError } from "./tool.ts";

const stopwatch = fileURLToPath(new URL("stopwatch.ts", import.meta.url));
const limitMs = 120_000;

/** Has the lab's client do an order against the clock; `before` goes in front of the stopwatch. */
export async function watch(lab: Lab, order: Watched, before: string[] = []): Promise<Timed> {
  const argv = [...before, process.execPath, stopwatch];
  const input = JSON.stringify(order);
  const { code, stdout, stderr, timedOut } = await lab.run(argv, { input, timeoutMs: limitMs });
  if (timedOut) throw new BenchError(`a run takes longer than ${limitMs} ms`);
  if (code !== 0) throw new BenchError(`the stopwatch failed: ${lastLine(stderr)}`);
  return JSON.parse(stdout) as Timed;
}

export function lastLine(text: string): string {
  return text.trim().split("\n").at(-1) ?? "";
}
