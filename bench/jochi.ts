import { fileURLToPath } from "node:url";
import { type Row, rowId } from "../src/guide/guide.ts";
import type { Lab } from "../src/lab/real/lab.ts";
import type { Report } from "../src/report/json.ts";
import { BenchError, type Run, type Tool } from "./tool.ts";
import { lastLine, watch } from "./watch.ts";
import type { BenchWorld } from "./worlds.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const argv = [`${root}jochi`, "diagnose", "--json"];
const shown = "./jochi diagnose --json";
const mostCode = 1;

export function jochi(lab: Lab): Tool {
  return {
    id: "jochi",
    title: "jochi",
    commands: [shown],
    run: (world, rows, how) => diagnose(lab, world, rows, how?.memory ?? false),
  };
}

/**
 * As after a fresh installation: no compiled code, no checked guide. An empty file system lies
 * over the cache, of which nobody outside this run's own mount namespace knows.
 */
export function jochiCold(lab: Lab): Tool {
  const cover = 'mount -t tmpfs none "$0/.cache" && exec "$@"';
  const before = ["unshare", "--mount", "sh", "-c", cover, root];
  return {
    id: "jochi-cold",
    title: "jochi, first start",
    commands: [`${shown} (with an empty .cache)`],
    only: "healthy",
    run: (world, rows, how) => diagnose(lab, world, rows, how?.memory ?? false, before),
  };
}

async function diagnose(
  lab: Lab,
  world: BenchWorld,
  rows: Row[],
  memory: boolean,
  before: string[] = [],
): Promise<Run> {
  const env = { NODE_COMPILE_CACHE: `${root}.cache/compile` };
  const command = memory ? ["time", "--quiet", "--format=%M", ...argv] : argv;
  const { ms, answers } = await watch(lab, { do: "commands", commands: [command], env }, before);
  const [{ code, stdout, stderr }] = answers as [(typeof answers)[number]];
  if (code < 0 || code > mostCode) throw new BenchError(`jochi failed: ${lastLine(stderr)}`);
  const { endpoints } = JSON.parse(stdout) as Report;
  const verdicts = new Map(endpoints.map((endpoint) => [rowId(endpoint), endpoint.verdict]));
  const right = rows.filter((row) => {
    const id = rowId(row);
    return verdicts.get(id) === (world.dropped.has(id) ? "tcp.drop" : "ok");
  });
  return { ms, right: right.length, ...(memory && { peakKb: Number(lastLine(stderr)) }) };
}
