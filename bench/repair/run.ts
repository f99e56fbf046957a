// npm run bench:repair: what the planner's way costs beside the exact optimum and simpler orders, and how long it thinks.
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { nextStep } from "../../src/engine/repair/next-step.ts";
import {
  type Case,
  type Costs,
  cases,
  costsOf,
  spreadOf,
  ways,
} from "../../src/engine/repair/stage/compare.ts";
import { guidesTables } from "./guides.ts";
import { largeProblem } from "./large.ts";
import { table } from "./table.ts";
import { type Taken, taken } from "./taken.ts";

const usage = `npm run bench:repair -- [--rounds N] [--json FILE]

  --rounds N     rounds of 360 random cases (default 30: 10,800 cases, about a minute)
  --json FILE    writes every case with its costs
`;
const timed = 320;
const warmUp = 20;
const processes = 9;

interface Measured {
  one: Case;
  costs: Costs;
}

const { rounds, json, help } = choicesOf();
if (help) process.stdout.write(usage);
else if (!Number.isInteger(rounds) || rounds < 1) {
  process.stderr.write(usage);
  process.exitCode = 2;
} else bench();

function choicesOf() {
  try {
    const { values } = parseArgs({
      options: {
        rounds: { type: "string", default: "30" },
        json: { type: "string" },
        help: { type: "boolean", short: "h" },
      },
    });
    return { rounds: Number(values.rounds), json: values.json, help: values.help };
  } catch {
    return { rounds: 0, json: undefined, help: false };
  }
}

function bench(): void {
  const before = loadavg()[0]!;
  const started = performance.now();
  const all = [...cases(rounds)].map((one) => ({ one, costs: costsOf(one) }));
  const seconds = ((performance.now() - started) / 1_000).toFixed(0);
  process.stderr.write(`bench: ${all.length} cases, ${seconds} s\n`);
  if (json !== undefined) writeJson(json, all);
  const model = /model name\s*: (.*)/.exec(readFileSync("/proc/cpuinfo", "utf8"))?.[1] ?? "";
  const parts = [
    `${all.length} random cases in ${seconds} s; ${cpus().length} cores ${model}; Node ${process.versions.node}; load ${before.toFixed(1)} to ${loadavg()[0]!.toFixed(1)}.`,
    "Expected cost as a multiple of the exact optimum: mean, 95 of 100 below, worst.",
    byWay(all),
    "The mean alone, by what is in the problem:",
    byGroup(all, "kind", ({ kind }) => kind),
    byGroup(all, "remedies", ({ remedies }) => `${remedies}`),
    byGroup(all, "Dirichlet α, log-sd of minutes σ", ({ alpha, sigma }) => `${alpha}, ${sigma}`),
    byGroup(all, "a remedy", ({ sure }) => (sure ? "always ends its cause" : "may fail")),
    verdicts(all),
    ...guidesTables(),
    times(),
  ];
  process.stdout.write(`${parts.join("\n\n")}\n`);
}

function writeJson(path: string, all: readonly Measured[]): void {
  try {
    writeFileSync(path, `${JSON.stringify(all)}\n`);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    process.stderr.write(`bench: ${path} cannot be written (${code})\n`);
    process.exitCode = 2;
  }
}

function ratios(all: readonly Measured[], way: keyof Costs): number[] {
  return all.map(({ costs }) => costs[way] / costs.optimum);
}

function byWay(all: readonly Measured[]): string {
  const rows = ways.slice(1).map((way) => {
    const { mean, most, max } = spreadOf(ratios(all, way));
    return [way, mean.toFixed(4), most.toFixed(3), max.toFixed(2)];
  });
  return table(["", "mean", "95 %", "worst"], rows);
}

function byGroup(all: readonly Measured[], name: string, groupOf: (one: Case) => string): string {
  const groups = Map.groupBy(all, ({ one }) => groupOf(one));
  const rows = [...groups].map(([group, members]) => [
    group,
    ...ways.slice(1).map((way) => spreadOf(ratios(members, way)).mean.toFixed(3)),
    besideDocument(members).toFixed(3),
  ]);
  return table([name, ...ways.slice(1), "planner / document"], rows);
}

/** The mean of each case's own ratio. */
function besideDocument(all: readonly Measured[]): number {
  return spreadOf(all.map(({ costs }) => costs.planner / costs["document order"])).mean;
}

/** What was asked for, and whether it is so. */
function verdicts(all: readonly Measured[]): string {
  const sum = (way: keyof Costs) => all.reduce((total, { costs }) => total + costs[way], 0);
  const mean = (way: keyof Costs) => spreadOf(ratios(all, way)).mean;
  const means = mean("planner") / mean("document order");
  const lines: [what: string, value: number, most: number][] = [
    ["planner / optimum, mean", mean("planner"), 1.05],
    ["search alone / optimum, mean", mean("search alone"), 1.05],
    [
      "priors wrong ×2 / optimum, mean",
      spreadOf(ratios(all, "planner, priors wrong ×2")).mean,
      1.15,
    ],
    ["planner / document order, means of the multiples", means, 0.6],
    ["planner / document order, minutes of all cases", sum("planner") / sum("document order"), 0.6],
    ["planner / document order, mean of the ratios", besideDocument(all), 0.6],
  ];
  const rows = lines.map(([what, value, most]) => [
    what,
    value.toFixed(3),
    `≤ ${most}`,
    value <= most ? "met" : "missed",
  ]);
  return table(["target", "measured", "wanted", ""], rows);
}

/** Milliseconds for the next step among 40 remedies and 8 questions. */
function times(): string {
  const problems = Array.from({ length: timed }, (_, at) => largeProblem(at + 1));
  const script = fileURLToPath(new URL("first.ts", import.meta.url));
  const first = Array.from({ length: processes }, (_, at): Taken => {
    const ended = spawnSync(process.execPath, [script, `${at + 1}`], { encoding: "utf8" });
    if (ended.status !== 0) throw new Error(ended.stderr);
    return JSON.parse(ended.stdout) as Taken;
  });
  const warm = problems.map((problem) => taken(() => nextStep(problem)));
  const rows = [
    ["in a running program", warm.slice(warmUp)] as const,
    ["the first one of a new process", first] as const,
  ].map(([what, all]) => [
    what,
    `${all.length}`,
    ...[all.map(({ wall }) => wall), all.map(({ cpu }) => cpu)].map((each) => {
      const sorted = each.toSorted((a, b) => a - b);
      return `${sorted[sorted.length >> 1]!.toFixed(1)}, ${sorted.at(-1)!.toFixed(1)}`;
    }),
  ]);
  const head = [
    "next step, 40 remedies, 8 questions",
    "times",
    "ms: median, worst",
    "of processor",
  ];
  return table(head, rows);
}
