// npm run bench: the whole diagnosis beside a port scanner and a prober, in one lab, in turns.
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { rowsOf } from "../src/guide/guide.ts";
import { loadGuide } from "../src/guide/load.ts";
import { LabError, labSupport, startLab } from "../src/lab/real/lab.ts";
import { blackbox } from "./blackbox.ts";
import { jochi, jochiCold } from "./jochi.ts";
import { markdown } from "./markdown.ts";
import { measure } from "./measure.ts";
import { present } from "./needed.ts";
import { nmaps } from "./nmap.ts";
import type { Result } from "./result.ts";
import { BenchError } from "./tool.ts";
import { type BenchWorld, benchWorlds } from "./worlds.ts";

const guideName = "bankpay-transfer@2018.11";
const usage = `npm run bench -- [--rounds N] [--world ID]… [--json FILE]

  --rounds N     counted runs of each tool in each network (default 5)
  --world ID     healthy, seven, silent, all, lossy (default: all of them)
  --json FILE    writes every figure
`;

interface Choices {
  rounds: number;
  worlds: string[] | undefined;
  json: string | undefined;
}

const say = (line: string) => void process.stderr.write(`bench: ${line}\n`);

try {
  const choices = choicesOf();
  if (choices) await bench(choices);
  else process.stdout.write(usage);
} catch (error) {
  if (!isExpected(error)) throw error;
  say(error.message);
  process.exitCode = 2;
}

function isExpected(error: unknown): error is Error {
  if (error instanceof BenchError || error instanceof LabError) return true;
  return error instanceof TypeError && "code" in error;
}

/** Undefined where only the usage was asked for. */
function choicesOf(): Choices | undefined {
  const { values } = parseArgs({
    options: {
      rounds: { type: "string", default: "5" },
      world: { type: "string", multiple: true },
      json: { type: "string" },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help) return undefined;
  const rounds = Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 1) throw new BenchError("--rounds takes 1 or more");
  return { rounds, worlds: values.world, json: values.json };
}

async function bench(choices: Choices): Promise<void> {
  const support = labSupport();
  if ("missing" in support) throw new BenchError(support.missing);
  const guide = loadGuide(guideName);
  const rows = rowsOf(guide);
  const there = present(say);
  const worlds = chosen(benchWorlds(guide), choices.worlds).filter(
    ({ world }) => world.link.delayMs === 0 || there.has("perl"),
  );
  if (worlds.length === 0) throw new BenchError("no network is left to measure in");
  const lab = await startLab(worlds[0]!.world);
  const stop = new AbortController();
  try {
    const tools = [jochi(lab), jochiCold(lab)];
    if (there.has("nmap")) tools.push(...nmaps(lab, rows));
    if (there.has("prometheus-blackbox-exporter")) tools.push(blackbox(lab, rows, stop.signal));
    const { rounds } = choices;
    const memory = there.has("time");
    const result = await measure({ lab, tools, worlds, rows, rounds, memory, say });
    process.stdout.write(markdown(result));
    if (choices.json !== undefined) writeJson(choices.json, result);
  } finally {
    stop.abort();
    await lab.close();
  }
}

function chosen(worlds: BenchWorld[], wanted: string[] | undefined): BenchWorld[] {
  const known = worlds.map(({ id }) => id as string);
  const unknown = wanted?.find((id) => !known.includes(id));
  if (unknown) throw new BenchError(`unknown network "${unknown}" (${known.join(", ")})`);
  return worlds.filter(({ id }) => wanted === undefined || wanted.includes(id));
}

function writeJson(path: string, result: Result): void {
  try {
    writeFileSync(path, `${JSON.stringify(result, null, 2)}\n`);
  } catch (error) {
    throw new BenchError(`${path} cannot be written (${(error as NodeJS.ErrnoException).code})`);
  }
}
