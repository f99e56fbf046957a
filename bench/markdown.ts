import type { Figures, Result, Spread } from "./result.ts";

/** The whole result as Markdown, to be read on a terminal too. */
export function markdown(result: Result): string {
  const { rounds, rows, machine, startedAt } = result;
  const memory = result.worlds.flatMap(({ tools }) => tools.map(({ peakMb }) => peakMb ?? 0));
  const gb = (machine.memoryMb / 1024).toFixed(0);
  return [
    `${startedAt.slice(0, 10)}, ${machine.cores} cores, ${gb} GB, Linux ${machine.kernel}, ` +
      `Node ${machine.node}; ${rounds} runs each; load ${machine.load.map(short).join(" to ")}.`,
    "",
    "Seconds: median (min–max); × is the time against jochi's.",
    "",
    ...table(result, timeCell),
    "",
    `Rows called what they are not, in all rounds together (${rows * rounds} rows).`,
    "",
    ...table(result, ({ right }) => String(right.all.reduce((sum, each) => sum + rows - each, 0))),
    "",
    ...coldLine(result),
    ...(Math.max(...memory) > 0 ? [`Peak memory of jochi: ${peak(memory)}.`, ""] : []),
    "What was run:",
    "",
    ...result.tools.flatMap(({ commands }) => [...commands.map((line) => `    ${line}`), ""]),
  ].join("\n");
}

function table({ tools, worlds }: Result, cell: (figures: Figures) => string): string[] {
  // The first start is measured in one world only, and has a line of its own.
  const columns = tools.filter(({ id }) => id !== "jochi-cold");
  const line = (cells: string[]) => `| ${cells.join(" | ")} |`;
  return [
    line(["network", ...columns.map(({ title }) => title)]),
    line(["---", ...columns.map(() => "---:")]),
    ...worlds.map(({ title, tools: measured }) =>
      line([title, ...columns.map(({ id }) => cell(measured.find((one) => one.id === id)!))]),
    ),
  ];
}

function timeCell({ id, ms, ratio }: Figures): string {
  const times = spread(ms, seconds);
  return id === "jochi" || ratio === undefined ? times : `${times} ×${ratio.toFixed(1)}`;
}

function coldLine({ worlds }: Result): string[] {
  const cold = worlds.flatMap(({ tools }) => tools).find(({ id }) => id === "jochi-cold");
  return cold ? [`First start, nothing cached, healthy: ${spread(cold.ms, seconds)} s.`, ""] : [];
}

function spread({ median, min, max }: Spread, show: (value: number) => string): string {
  return min === max ? show(median) : `${show(median)} (${show(min)}–${show(max)})`;
}

const seconds = (ms: number) => (ms / 1000).toFixed(2);
const short = (value: number) => value.toFixed(1);

function peak(memory: number[]): string {
  const known = memory.filter((mb) => mb > 0);
  return `${Math.min(...known).toFixed(0)} to ${Math.max(...known).toFixed(0)} MB`;
}
