import { loadavg } from "node:os";
import type { Row } from "../src/guide/guide.ts";
import type { Lab } from "../src/lab/real/lab.ts";
import { type Figures, figuresOf, machine, type Result, withRatios } from "./result.ts";
import type { Run, Tool } from "./tool.ts";
import type { BenchWorld } from "./worlds.ts";

export interface Plan {
  lab: Lab;
  tools: Tool[];
  worlds: BenchWorld[];
  rows: Row[];
  rounds: number;
  /** Whether peak memory can be asked for. */
  memory: boolean;
  say: (line: string) => void;
}

export async function measure(plan: Plan): Promise<Result> {
  const { tools, worlds, rows, rounds, lab, say } = plan;
  const startedAt = new Date().toISOString();
  const load = loadavg()[0]!;
  const measured: Result["worlds"] = [];
  for (const each of worlds) {
    say(each.title);
    await lab.set(each.world);
    const figures = withRatios(await inTurns(plan, each));
    measured.push({
      id: each.id,
      title: each.title,
      dropped: [...each.dropped],
      tools: figures,
    });
  }
  return {
    schema: "jochi.bench/1",
    startedAt,
    rounds,
    rows: rows.length,
    machine: machine(load),
    tools: tools.map(({ id, title, commands }) => ({ id, title, commands })),
    worlds: measured,
  };
}

/** A B C, A B C, …: what else the machine does hits all of them alike. */
async function inTurns(plan: Plan, world: BenchWorld): Promise<Figures[]> {
  const { rows, rounds, memory } = plan;
  const tools = plan.tools.filter(({ only }) => only === undefined || only === world.id);
  const peaks = new Map<Tool, number | undefined>();
  const runs = new Map<Tool, Run[]>(tools.map((tool) => [tool, []]));
  // The run that warms up is not counted; weighing one that is would cost it a process.
  for (const tool of tools) peaks.set(tool, (await tool.run(world, rows, { memory })).peakKb);
  for (let round = 0; round < rounds; round++) {
    for (const tool of tools) runs.get(tool)!.push(await tool.run(world, rows));
  }
  return tools.map((tool) => figuresOf(tool.id, runs.get(tool)!, peaks.get(tool)));
}
