import { existsSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import { parseArgs } from "node:util";
import { GuideError } from "../guide/error.ts";
import { loadGuide } from "../guide/load.ts";
import { aim, applyFaults } from "../lab/faults/apply.ts";
import { faults } from "../lab/faults/index.ts";
import { type Lab, startLab } from "../lab/real/lab.ts";
import { WordedError } from "../lab/worded-error.ts";
import { worldOf } from "../lab/world-of.ts";
import type { World } from "../machine/world.ts";
import { ownPath } from "../own/files.ts";
import { pad, width, wrap } from "../report/columns.ts";
import type { Command, Io } from "./command.ts";
import { defaultGuide } from "./default-guide.ts";
import { diagnoseText } from "./diagnose-text.ts";
import { readTextFile } from "./files.ts";
import { labText } from "./lab-text.ts";
import { Refusal } from "./refusal.ts";

const scenarioFolder = ownPath("scenarios");
const mostColumns = 100;
const most = { delay: 10_000, jitter: 10_000, loss: 100 } as const;

/** `jochi lab`: the simulated closed network of a guide. */
export const labCommand: Command = {
  name: "lab",
  summary: {
    ko: "안내서의 모의 폐쇄망을 만들고, 고장 내고, 그 안에서 명령을 실행합니다",
    en: "Build a guide's simulated closed network, break it, and run commands in it",
  },
  async run(argv, io) {
    const text = labText[io.lang];
    const [name, ...rest] = argv;
    if (name === undefined || name === "--help" || name === "-h") {
      (name === undefined ? io.err : io.out)(`${text.usage}\n`);
      return name === undefined ? 2 : 0;
    }
    const run = Object.hasOwn(subcommands, name) ? subcommands[name] : undefined;
    try {
      if (run === undefined) throw new Refusal(text.unknown(name));
      return await run(rest, io);
    } catch (error) {
      const line = refusalOf(error, io);
      if (line === undefined) throw error;
      io.err(`jochi lab: ${line}\n`);
      return 2;
    }
  },
};

function refusalOf(error: unknown, { lang }: Io): string | undefined {
  if (error instanceof GuideError || error instanceof WordedError) return error.words[lang];
  return error instanceof Refusal ? error.message : undefined;
}

const help = { type: "boolean", short: "h" } as const;
const listOptions = { guide: { type: "string" }, json: { type: "boolean" }, help } as const;

const subcommands: Record<string, (argv: string[], io: Io) => number | Promise<number>> = {
  async run(argv, io) {
    const text = labText[io.lang];
    // What follows the first `--` belongs to the command, even if it looks like ours.
    const end = argv.indexOf("--");
    const words = end < 0 ? [] : argv.slice(end + 1);
    const { values } = parseArgs({
      args: end < 0 ? argv : argv.slice(0, end),
      options: {
        guide: { type: "string" },
        fault: { type: "string", multiple: true },
        delay: { type: "string" },
        jitter: { type: "string" },
        loss: { type: "string" },
        firewall: { type: "string" },
        help,
      },
    });
    if (values.help) return usage(io);
    if (words.length === 0) throw new Refusal(text.noCommand);
    const world = brokenWorld(values.guide, values.fault ?? []);
    setLine(world, values, io);
    const rules = values.firewall === undefined ? undefined : readRules(values.firewall, io);
    const lab = await startLab(world, { env: io.env });
    try {
      if (rules) await loadRules(lab, rules, io);
      const options = { cwd: io.cwd, stdio: "inherit", signal: io.signal } as const;
      return (await lab.run(words, options)).code;
    } finally {
      await lab.close();
    }
  },

  faults(argv, io) {
    const { values } = parseArgs({ args: argv, options: listOptions });
    if (values.help) return usage(io);
    const guide = loadGuide(values.guide ?? defaultGuide);
    const world = worldOf(guide);
    const rows = faults.map(({ id, verdict, title, targets }) => {
      const example = targets(world, guide)[0];
      return { id, verdict, title, ...(example !== undefined && { example }) };
    });
    if (values.json) {
      io.out(`${JSON.stringify({ schema: "jochi.lab-faults/1", faults: rows }, null, 2)}\n`);
      return 0;
    }
    const cells = rows.map(({ id, verdict, title, example = "–" }) => {
      return [id, example, verdict === id ? title[io.lang]! : `${title[io.lang]} → ${verdict}`];
    });
    list([labText[io.lang].columns, ...cells], io);
    return 0;
  },

  async scenarios(argv, io) {
    const { values } = parseArgs({ args: argv, options: listOptions });
    if (values.help) return usage(io);
    if (!existsSync(scenarioFolder)) throw new Refusal(labText[io.lang].noFolder(scenarioFolder));
    // YAML and zod are only needed here, and take longer to load than a lab takes to start.
    const { loadScenarios } = await import("../lab/scenario.ts");
    const guide = loadGuide(values.guide ?? defaultGuide);
    const rows = loadScenarios(scenarioFolder, guide).map((scenario) => {
      const { id, story, faults: broken } = scenario;
      return { id, story, faults: broken };
    });
    if (values.json) {
      io.out(`${JSON.stringify({ schema: "jochi.lab-scenarios/1", scenarios: rows }, null, 2)}\n`);
      return 0;
    }
    list(
      rows.map(({ id, story }) => [id, story[io.lang]]),
      io,
    );
    return 0;
  },
};

/** Columns as wide as they must be; the last one goes on in further lines below itself. */
function list(rows: readonly (readonly string[])[], { out }: Io): void {
  const widths = rows[0]?.slice(0, -1).map((_, at) => {
    return Math.max(...rows.map((row) => width(row[at]!))) + 2;
  });
  for (const row of rows) {
    const head = row.slice(0, -1).map((cell, at) => pad(cell, widths![at]!));
    out(`${wrap(row.at(-1)!, mostColumns, head.join("")).join("\n")}\n`);
  }
}

function brokenWorld(guideName: string | undefined, names: string[]): World {
  const guide = loadGuide(guideName ?? defaultGuide);
  const healthy = worldOf(guide);
  const aimed = names.map((name) => aim(name, healthy, guide));
  return applyFaults(healthy, guide, aimed);
}

interface RuleFile {
  file: string;
  text: string;
}

const rulesBytesMax = 16_000_000;

function readRules(file: string, { cwd, lang }: Io): RuleFile {
  const path = isAbsolute(file) ? file : join(cwd, file);
  return { file, text: readTextFile(path, rulesBytesMax, diagnoseText[lang]) };
}

/** Adds a user's own rules to the lab's firewall: what iptables-save wrote, or nft's own form. */
async function loadRules(lab: Lab, { file, text }: RuleFile, io: Io): Promise<void> {
  const isIptables = /^\*(filter|nat|mangle|raw|security)\s*$/m.test(text);
  const command = isIptables ? ["iptables-nft-restore", "--noflush"] : ["nft", "-f", "-"];
  const { code, stderr } = await lab.run(command, { where: "router", input: text });
  if (code === 0) return;
  throw new Refusal(labText[io.lang].rulesRefused(file, stderr.trim().split("\n")[0] ?? ""));
}

/** A line as given by hand is stronger than what a fault makes of it. */
function setLine(
  world: World,
  values: { delay?: string; jitter?: string; loss?: string },
  { lang }: Io,
): void {
  const number = (option: keyof typeof most): number | undefined => {
    const value = values[option];
    if (value === undefined) return undefined;
    const amount = value.trim() === "" ? Number.NaN : Number(value.replace(/%$/, ""));
    if (amount >= 0 && amount <= most[option]) return amount;
    throw new Refusal(labText[lang].notNumber(`--${option}`, value, 0, most[option]));
  };
  const loss = number("loss");
  world.link.delayMs = number("delay") ?? world.link.delayMs;
  world.link.jitterMs = number("jitter") ?? world.link.jitterMs;
  world.link.loss = loss === undefined ? world.link.loss : loss / 100;
}

function usage(io: Io): number {
  io.out(`${labText[io.lang].usage}\n`);
  return 0;
}
