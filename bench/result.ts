import { cpus, loadavg, release, totalmem } from "node:os";
import type { Run, Tool } from "./tool.ts";
import type { BenchWorld } from "./worlds.ts";

/** Everything of one run of the bench; what `--json` writes. */
export interface Result {
  schema: "jochi.bench/1";
  startedAt: string;
  rounds: number;
  rows: number;
  machine: {
    cores: number;
    memoryMb: number;
    kernel: string;
    node: string;
    /** Over a minute, before and after: what else the machine was doing shows here. */
    load: [before: number, after: number];
  };
  tools: Pick<Tool, "id" | "title" | "commands">[];
  worlds: (Pick<BenchWorld, "id" | "title"> & { dropped: string[]; tools: Figures[] })[];
}

export interface Figures {
  id: string;
  ms: Spread;
  right: Spread;
  /** jochi's time is 1. */
  ratio?: number;
  peakMb?: number;
}

export interface Spread {
  median: number;
  min: number;
  max: number;
  all: number[];
}

export function machine(loadBefore: number): Result["machine"] {
  return {
    cores: cpus().length,
    memoryMb: Math.round(totalmem() / 2 ** 20),
    kernel: release(),
    node: process.versions.node,
    load: [loadBefore, loadavg()[0]!],
  };
}

export function figuresOf(id: string, runs: Run[], peakKb: number | undefined): Figures {
  return {
    id,
    ms: spreadOf(runs.map(({ ms }) => ms)),
    right: spreadOf(runs.map(({ right }) => right)),
    ...(peakKb !== undefined && { peakMb: peakKb / 1024 }),
  };
}

export function withRatios(figures: Figures[]): Figures[] {
  const one = figures.find(({ id }) => id === "jochi")?.ms.median;
  if (one === undefined) return figures;
  return figures.map((each) => ({ ...each, ratio: each.ms.median / one }));
}

function spreadOf(all: number[]): Spread {
  const sorted = all.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  const middle = sorted.slice(Math.ceil(half) - 1, Math.floor(half) + 1);
  const median = middle.reduce((sum, value) => sum + value, 0) / middle.length;
  return { median, min: sorted[0]!, max: sorted.at(-1)!, all };
}
