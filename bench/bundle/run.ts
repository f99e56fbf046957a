// npm run bench:bundle: making, checking, splitting and joining a bundle of 1 GB, beside sha256sum, zip and par2.
import { spawnSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import {
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const usage =
  "npm run bench:bundle -- [--rounds N] [--megabytes N]   (default 3 rounds, 1000 MB)\n";
const sector = 2_048;

interface Figure {
  what: string;
  seconds: number[];
  cpu: number[];
  peakMb: number;
}

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "3" },
    megabytes: { type: "string", default: "1000" },
  },
});
const [rounds, megabytes] = [Number(values.rounds), Number(values.megabytes)];
const folder = mkdtempSync(join(tmpdir(), "jochi-bench-"));
const at = (name: string) => join(folder, name);
try {
  if (Number.isInteger(rounds) && rounds > 0 && megabytes >= 1) bench();
  else {
    process.stderr.write(usage);
    process.exitCode = 2;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function bench(): void {
  const before = loadavg()[0]!;
  writeNoise(at("large.bin"), megabytes * 1e6);
  const speed = shaSpeed();
  const figures: Figure[] = [
    own("create", "create", () => [at("made.zip"), at("large.bin")]),
    peer("… zip -0", "zip", () => ["-0", "-q", fresh("peer.zip"), at("large.bin")]),
    own("SHA-256 of every entry", "hash", () => [at("made.zip")]),
    peer("… sha256sum", "sha256sum", () => [at("made.zip")]),
    own("split onto CDs, parity 3 %", "split", () => [at("made.zip"), emptied("parts")]),
  ];
  cpSync(at("parts"), at("sound"), { recursive: true });
  const parts = readdirSync(at("parts")).map((name) => join(at("parts"), name));
  figures.push(own("join", "join", () => [emptied("into"), ...parts]));
  for (const part of parts) spoil(part);
  const scattered = "join, 1 % of all sectors damaged, scattered";
  figures.push(own(scattered, "join", () => [emptied("into"), ...parts]));
  for (const part of readdirSync(at("sound")))
    cpSync(join(at("sound"), part), join(at("parts"), part));
  wipe(parts[0]!, Math.floor((megabytes * 1e6) / 100));
  figures.push(own("join, 1 % damaged, in one run", "join", () => [emptied("into"), ...parts]));
  // As much parity as ours, in blocks that are large enough for it to come to an end.
  figures.push(peer("par2 create -r3, 2,000 blocks", "par2", () => par2Create()));
  if (existsSync(at("par/made.zip.par2"))) {
    wipe(at("par/made.zip"), Math.floor((megabytes * 1e6) / 100));
    cpSync(at("par/made.zip"), at("wiped.zip"));
    figures.push(
      peer("par2 repair, 1 % in one run", "par2", () => {
        cpSync(at("wiped.zip"), at("par/made.zip"));
        return ["repair", "-q", "-q", at("par/made.zip.par2")];
      }),
    );
  }
  print(figures, speed, before);
}

/** Nothing can be made smaller, and every run has other bytes. */
function writeNoise(path: string, bytes: number): void {
  const handle = openSync(path, "w");
  for (let left = bytes; left > 0; left -= 1e7) writeSync(handle, randomBytes(Math.min(left, 1e7)));
  closeSync(handle);
}

/** GB a second of this machine's SHA-256, as Node has it, without reading anything. */
function shaSpeed(): number {
  const piece = randomBytes(1 << 20);
  const before = process.hrtime.bigint();
  const hash = createHash("sha256");
  for (let round = 0; round < 1_000; round += 1) hash.update(piece);
  hash.digest();
  return (1_000 * piece.length) / Number(process.hrtime.bigint() - before);
}

function own(what: string, work: string, args: () => string[]): Figure {
  const script = fileURLToPath(new URL("work.ts", import.meta.url));
  return inTurn(what, () => [process.execPath, script, work, ...args()]);
}

/** Another program that does the same, where it is installed. */
function peer(what: string, program: string, args: () => string[]): Figure {
  if (spawnSync("sh", ["-c", `command -v ${program}`]).status !== 0) {
    process.stderr.write(`bench: no ${program} here (Debian: apt install ${program})\n`);
    return { what, seconds: [], cpu: [], peakMb: 0 };
  }
  return inTurn(what, () => [
    "/usr/bin/time",
    "-f",
    '{"seconds":%e,"user":%U,"system":%S,"kb":%M}',
    program,
    ...args(),
  ]);
}

function inTurn(what: string, argv: () => string[]): Figure {
  const figure: Figure = { what, seconds: [], cpu: [], peakMb: 0 };
  for (let round = 0; round < rounds; round += 1) {
    const [command = "", ...args] = argv();
    const ended = spawnSync(command, args, { encoding: "utf8", maxBuffer: 2 ** 26 });
    if (ended.error || ended.status !== 0) {
      throw new Error(`${what}: ${ended.error ?? ended.stderr.slice(-500)}`);
    }
    const line = command === process.execPath ? ended.stdout : ended.stderr;
    const told = JSON.parse(line.trim().split("\n").at(-1)!);
    figure.seconds.push(told.seconds);
    figure.cpu.push(told.cpu ?? told.user + told.system);
    figure.peakMb = Math.max(figure.peakMb, told.peakMb ?? told.kb / 1024);
  }
  process.stderr.write(`bench: ${what}: ${median(figure.seconds).toFixed(2)} s\n`);
  return figure;
}

function par2Create(): string[] {
  emptied("par");
  cpSync(at("made.zip"), at("par/made.zip"));
  return ["create", "-q", "-q", "-r3", "-b2000", at("par/made.zip.par2"), at("par/made.zip")];
}

/** One bit in every hundredth sector or so. */
function spoil(path: string): void {
  const handle = openSync(path, "r+");
  const sectors = Math.floor(statSync(path).size / sector);
  for (let place = 0; place < sectors; place += 1) {
    if (Math.random() < 0.01) writeSync(handle, randomBytes(4), 0, 4, place * sector + 77);
  }
  closeSync(handle);
}

function wipe(path: string, bytes: number): void {
  const handle = openSync(path, "r+");
  writeSync(handle, randomBytes(bytes), 0, bytes, 3_333_333);
  closeSync(handle);
}

function emptied(name: string): string {
  rmSync(at(name), { recursive: true, force: true });
  mkdirSync(at(name));
  return at(name);
}

function fresh(name: string): string {
  rmSync(at(name), { force: true });
  return at(name);
}

function median(all: readonly number[]): number {
  return [...all].sort((a, b) => a - b)[all.length >> 1] ?? 0;
}

function print(figures: readonly Figure[], speed: number, before: number): void {
  const rows = figures
    .filter(({ seconds }) => seconds.length > 0)
    .map(({ what, seconds, cpu, peakMb }) => {
      const range = `${Math.min(...seconds).toFixed(2)}–${Math.max(...seconds).toFixed(2)}`;
      const rate = (megabytes / 1_000 / median(seconds)).toFixed(2);
      const cells = [
        what,
        `${median(seconds).toFixed(2)} (${range})`,
        median(cpu).toFixed(2),
        rate,
      ];
      return `| ${[...cells, peakMb.toFixed(0)].join(" | ")} |`;
    });
  const load = `${before.toFixed(1)} to ${loadavg()[0]!.toFixed(1)}`;
  const model = /model name\s*: (.*)/.exec(readFileSync("/proc/cpuinfo", "utf8"))?.[1] ?? "";
  process.stdout.write(
    `${[
      `${megabytes} MB; ${rounds} rounds; ${cpus().length} cores ${model}; Node ${process.versions.node}; load ${load}.`,
      `This machine's SHA-256: ${speed.toFixed(2)} GB/s.`,
      "",
      "| work | seconds, median (min–max) | seconds of processor | GB/s | peak MB |",
      "| --- | ---: | ---: | ---: | ---: |",
      ...rows,
    ].join("\n")}\n`,
  );
}
