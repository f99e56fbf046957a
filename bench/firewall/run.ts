// npm run bench:firewall: proving, auditing and writing rules, beside Capirca where it can do the same.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { parseAddresses } from "../../src/firewall/address.ts";
import { type Flow, flowsOf } from "../../src/firewall/flow.ts";
import { openingsOf } from "../../src/firewall/merge.ts";
import { writers } from "../../src/firewall/write/index.ts";
import { loadGuide } from "../../src/guide/load.ts";
import { chance } from "../../test/firewall/kernel/_chance.ts";
import { writeCapirca, writeIptables } from "./rule-sets.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const guide = loadGuide("bankpay-transfer@2018.11");
const source = "10.20.0.0/16";
const sizes = [10_000, 100_000, 1_000_000];
const manyFlows = 10_000;

interface Measured {
  what: string;
  seconds: number[];
  peakMb: number;
}

const { values } = parseArgs({ options: { rounds: { type: "string", default: "5" } } });
const rounds = Math.max(1, Number(values.rounds) || 1);
const folder = mkdtempSync(join(tmpdir(), "jochi-bench-"));
try {
  bench();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function bench(): void {
  const load = loadavg()[0]!.toFixed(1);
  const rows: Measured[] = [];
  for (const size of sizes) {
    const config = join(folder, `${size}.rules`);
    writeIptables(
      config,
      size,
      guide.endpoints.flatMap(({ addresses }) => addresses),
    );
    const verify = [join(root, "jochi"), "firewall", "verify", "--json", "--config", config];
    const asked = [...verify, "--source", source, "--audit"];
    const count = size.toLocaleString("en");
    rows.push(time(`jochi verify, ${count} rules, 32 flows`, [...asked, "none"]));
    rows.push(time("… and what these sources reach beyond", [...asked, "sources"]));
    rows.push(time("… and every line of all", [...asked, "whole"]));
    if (size === sizes[0]) rows.push(...capirca(size));
  }
  rows.push(...generation());
  print(rows, load);
}

function capirca(size: number): Measured[] {
  const python = "/usr/bin/python3";
  if (spawnSync(python, ["-c", "import capirca.lib.aclcheck"]).status !== 0) {
    process.stderr.write("bench: no Capirca here (Debian: apt install python3-capirca)\n");
    return [];
  }
  const base = join(folder, "capirca");
  const policy = writeCapirca(base, size, "iptables FORWARD DROP");
  const definitions = join(base, "def");
  const check = fileURLToPath(new URL("aclcheck.py", import.meta.url));
  const packet = ["10.20.0.1", "203.175.190.200", "443"];
  const count = size.toLocaleString("en");
  const generate = ["aclgen", "--policy_file", policy, "--definitions_directory", definitions];
  return [
    time(`Capirca aclcheck, ${count} terms, one packet`, [
      python,
      check,
      definitions,
      policy,
      ...packet,
    ]),
    time(`Capirca aclgen iptables, ${count} terms`, [
      ...generate,
      "--base_directory",
      base,
      "--output_directory",
      join(base, "out"),
    ]),
  ];
}

/** Every vendor: 32 flows as a whole process, many flows inside this one. */
function generation(): Measured[] {
  const vendors = Object.keys(writers);
  const rules = [
    join(root, "jochi"),
    "firewall",
    "rules",
    "--source",
    source,
    "--json",
    "--vendor",
  ];
  const whole = vendors.map((vendor) => time(vendor, [...rules, vendor]));
  const flows = randomFlows();
  const inside = vendors.map((vendor) => ({
    what: vendor,
    seconds: Array.from({ length: rounds }, () => write(vendor, flows)),
    peakMb: 0,
  }));
  return [
    slowest(`jochi rules, 32 flows, the slowest of ${vendors.length} vendors`, whole),
    slowest(`writing ${manyFlows.toLocaleString("en")} flows, the slowest vendor`, inside),
  ];
}

function write(vendor: string, flows: readonly Flow[]): number {
  const before = process.hrtime.bigint();
  const about = { id: "bench", edition: "2026" };
  const openings = openingsOf(flows, parseAddresses(source)!, about);
  writers[vendor]!.write({ guide: about, openings, input: "inside", output: "outside" });
  return Number(process.hrtime.bigint() - before) / 1e9;
}

function randomFlows(): Flow[] {
  const luck = chance(1);
  const [one] = flowsOf(guide);
  return Array.from({ length: manyFlows }, (_, at) => {
    const address = [203, luck.below(256), luck.below(256), luck.below(256)].join(".");
    const port = luck.pick([80, 443, 5310, 7443, 8080]);
    const destination = parseAddresses(address)!;
    const own = { endpoint: `row-${at}`, address, destination, port: String(port) };
    return { ...one!, ...own, ports: [port, port] };
  });
}

function slowest(what: string, all: Measured[]): Measured {
  const [worst] = all.sort((a, b) => median(b.seconds) - median(a.seconds));
  return { ...worst!, what: `${what} (${worst!.what})` };
}

/** Whole processes, one after another; the first is not counted. */
function time(what: string, argv: string[]): Measured {
  const seconds: number[] = [];
  const note = join(folder, "peak");
  const weigh = existsSync("/usr/bin/time") ? ["/usr/bin/time", "-f", "%M", "-o", note] : [];
  const [command = "", ...args] = [...weigh, ...argv];
  for (let round = 0; round <= rounds; round += 1) {
    const before = process.hrtime.bigint();
    const { status, error, stderr } = spawnSync(command, args, { maxBuffer: 2 ** 30 });
    if (error || status === null || status > 1) throw new Error(`${what}: ${error ?? stderr}`);
    if (round > 0) seconds.push(Number(process.hrtime.bigint() - before) / 1e9);
  }
  const peak = weigh.length > 0 ? readFileSync(note, "utf8").trim().split("\n").at(-1) : "0";
  process.stderr.write(`bench: ${what}: ${median(seconds).toFixed(2)} s\n`);
  return { what, seconds, peakMb: Math.round(Number(peak) / 1024) };
}

function median(all: readonly number[]): number {
  return [...all].sort((a, b) => a - b)[all.length >> 1] ?? 0;
}

function print(rows: readonly Measured[], loadBefore: string): void {
  const lines = rows.map(({ what, seconds, peakMb }) => {
    const range = `${Math.min(...seconds).toFixed(2)}–${Math.max(...seconds).toFixed(2)}`;
    const peak = peakMb > 0 ? String(peakMb) : "";
    return `| ${what} | ${median(seconds).toFixed(2)} (${range}) | ${peak} |`;
  });
  const load = `${loadBefore} to ${loadavg()[0]!.toFixed(1)}`;
  const head = ["| what | seconds, median (min–max) | peak MB |", "| --- | ---: | ---: |"];
  const foot = `${rounds} runs each, whole processes; Node ${process.versions.node}; load ${load}.`;
  process.stdout.write(`${[...head, ...lines, "", foot].join("\n")}\n`);
}
