// Runs on the lab's client: takes one order from standard input, does everything in it at once,
// and prints how long that took. What the lab and this process need to start is not counted.
import { spawn } from "node:child_process";
import { Agent, get } from "node:http";
import { text } from "node:stream/consumers";

export type Watched =
  | { do: "commands"; commands: string[][]; env: Record<string, string> }
  /** `warm` is asked as often first, until it answers: the connections are then there. */
  | { do: "requests"; urls: string[]; warm: string };

export interface Timed {
  ms: number;
  answers: { code: number; stdout: string; stderr: string }[];
}

const patienceMs = 10_000;
const againMs = 50;
const failed = -1;

if (import.meta.main) {
  const order = JSON.parse(await text(process.stdin)) as Watched;
  process.stdout.write(JSON.stringify(await obey(order)));
  process.exit();
}

async function obey(order: Watched): Promise<Timed> {
  if (order.do === "commands") {
    const env = { ...process.env, ...order.env };
    return timed(() => order.commands.map((argv) => run(argv, env)));
  }
  const agent = new Agent({ keepAlive: true });
  await until(() => ask(order.warm, agent));
  await Promise.all(order.urls.map(() => ask(order.warm, agent)));
  return timed(() => order.urls.map((url) => ask(url, agent)));
}

async function timed(start: () => Promise<Timed["answers"][number]>[]): Promise<Timed> {
  const before = process.hrtime.bigint();
  const answers = await Promise.all(start());
  return { ms: Number(process.hrtime.bigint() - before) / 1e6, answers };
}

function run(argv: string[], env: NodeJS.ProcessEnv): Promise<Timed["answers"][number]> {
  const [program = "", ...rest] = argv;
  const child = spawn(program, rest, { env, stdio: ["ignore", "pipe", "pipe"] });
  const output = Promise.all([text(child.stdout), text(child.stderr)]);
  return new Promise((resolve) => {
    child.on("error", (error) => resolve({ code: failed, stdout: "", stderr: error.message }));
    child.on("exit", async (code) => {
      const [stdout, stderr] = await output;
      resolve({ code: code ?? failed, stdout, stderr });
    });
  });
}

function ask(url: string, agent: Agent): Promise<Timed["answers"][number]> {
  return new Promise((resolve) => {
    const request = get(url, { agent }, async (response) => {
      resolve({ code: response.statusCode ?? failed, stdout: await text(response), stderr: "" });
    });
    request.on("error", (error) => resolve({ code: failed, stdout: "", stderr: error.message }));
  });
}

/** Up to `patienceMs`; whoever asks afterwards sees what is still wrong. */
async function until(question: () => Promise<{ code: number }>): Promise<void> {
  const end = Date.now() + patienceMs;
  while ((await question()).code === failed && Date.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, againMs));
  }
}
