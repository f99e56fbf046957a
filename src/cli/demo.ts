import { randomInt } from "node:crypto";
import { parseArgs } from "node:util";
import { GuideError } from "../guide/error.ts";
import type { Guide } from "../guide/guide.ts";
import { loadGuide } from "../guide/load.ts";
import { nearest } from "../guide/nearest.ts";
import { type Aimed, aim, applyFaults } from "../lab/faults/apply.ts";
import { FaultError, faults } from "../lab/faults/index.ts";
import { randomWorld } from "../lab/random-world.ts";
import { LabError, labSupport, startLab } from "../lab/real/lab.ts";
import { worldOf } from "../lab/world-of.ts";
import type { World } from "../machine/world.ts";
import { ownPath } from "../own/files.ts";
import { wrap } from "../report/columns.ts";
import type { Command, Io } from "./command.ts";
import { defaultGuide } from "./default-guide.ts";
import { demoText } from "./demo-text.ts";
import { lookOf } from "./output.ts";
import { Refusal } from "./refusal.ts";

const main = ownPath("src/cli/main.ts");
/** Short enough to be typed again. */
const seedsDrawn = 1_000_000;
const mostSeed = 2 ** 32 - 1;
const examplesShown = 4;

/** `jochi demo`: a simulated closed network, broken, and what the diagnosis makes of it. */
export const demoCommand: Command = {
  name: "demo",
  summary: {
    ko: "모의 폐쇄망을 고장 내고, 그 안에서 진단해 보여 줍니다",
    en: "breaks a simulated closed network and diagnoses it",
  },
  async run(argv, io) {
    try {
      return await run(argv, io);
    } catch (error) {
      const line = refusalOf(error, io);
      if (line === undefined) throw error;
      io.err(`jochi demo: ${line}\n`);
      return 2;
    }
  },
};

interface Broken {
  world: World;
  faults: Aimed[];
  /** Where chance chose the faults. */
  seed?: number;
}

async function run(argv: string[], io: Io): Promise<number> {
  const text = demoText[io.lang];
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      guide: { type: "string" },
      seed: { type: "string" },
      list: { type: "boolean" },
      json: { type: "boolean" },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help) {
    io.out(text.help);
    return 0;
  }
  const guideName = values.guide ?? defaultGuide;
  const guide = loadGuide(guideName);
  if (values.list) return list(guide, values.json === true, io);
  if (values.seed !== undefined && positionals.length > 0) throw new Refusal(text.seedOrFaults);
  const broken =
    positionals.length > 0
      ? brokenByName(guide, positionals, io)
      : brokenByChance(guide, seedOf(values.seed, io));
  const support = labSupport();
  if ("missing" in support) throw new LabError(support.words);
  if (broken.seed !== undefined) io.err(`${text.seed(broken.seed, values.guide)}\n`);
  const words = ["diagnose", "--lang", io.lang, "--guide", guideName];
  if (values.json) words.push("--json");
  const code = await diagnoseIn(broken.world, words, io);
  // Stopped by the user: there is no diagnosis to compare with.
  if (!io.signal.aborted) io.err(`${values.json ? "" : "\n"}${truth(broken.faults, io)}`);
  return code;
}

/** The real command, on the PC of the lab, with this process's terminal. */
async function diagnoseIn(world: World, words: string[], io: Io): Promise<number> {
  const lab = await startLab(world, { env: io.env });
  try {
    if (io.signal.aborted) return 2;
    const options = { cwd: io.cwd, stdio: "inherit", signal: io.signal } as const;
    return (await lab.run([process.execPath, main, ...words], options)).code;
  } finally {
    await lab.close();
  }
}

function brokenByName(guide: Guide, names: string[], io: Io): Broken {
  const healthy = worldOf(guide);
  const aimed = names.map((name) => aimedAt(name, healthy, guide, io));
  return { world: applyFaults(healthy, guide, aimed), faults: aimed };
}

function brokenByChance(guide: Guide, seed: number): Broken {
  const { world, faults: names } = randomWorld(seed, guide);
  const healthy = worldOf(guide);
  return { world, faults: names.map((name) => aim(name, healthy, guide)), seed };
}

/** The lab's own refusals are for its developers; whoever tries the demo reads these. */
function aimedAt(name: string, world: World, guide: Guide, { lang }: Io): Aimed {
  const text = demoText[lang];
  try {
    return aim(name, world, guide);
  } catch (error) {
    if (!(error instanceof FaultError)) throw error;
    const [id = "", ...target] = name.split(":");
    const fault = faults.find((one) => one.id === id);
    if (fault === undefined) throw new Refusal(text.unknownFault(id, meant(id)));
    const examples = fault.targets(world, guide).slice(0, examplesShown);
    throw new Refusal(text.badTarget(id, target.join(":"), examples.join(", ")));
  }
}

/** Reports speak in verdicts, so the verdict of a fault, or its last word, leads to it too. */
function meant(id: string): string | undefined {
  const known = faults.map((fault) => fault.id);
  const close = nearest(id, known);
  if (close !== undefined) return close;
  const said = faults.find(({ id: other, verdict }) => verdict === id || other.endsWith(`.${id}`));
  return said?.id;
}

function seedOf(value: string | undefined, { lang }: Io): number {
  if (value === undefined) return randomInt(seedsDrawn);
  const seed = /^\d{1,10}$/.test(value) ? Number(value) : Number.NaN;
  if (seed <= mostSeed) return seed;
  throw new Refusal(demoText[lang].badSeed(value, mostSeed));
}

function list(guide: Guide, asJson: boolean, { lang, out }: Io): number {
  const world = worldOf(guide);
  const rows = faults.flatMap(({ id, title, targets }) => {
    const example = targets(world, guide)[0];
    return example === undefined ? [] : [{ id, title, example }];
  });
  if (asJson) {
    out(`${JSON.stringify({ schema: "jochi.demo-faults/1", faults: rows }, null, 2)}\n`);
    return 0;
  }
  const width = Math.max(...rows.map(({ id }) => id.length)) + 2;
  for (const { id, title } of rows) out(`${id.padEnd(width)}${title[lang]}\n`);
  return 0;
}

/** What was really broken, for whoever wants to compare. */
function truth(broken: readonly Aimed[], { lang }: Io): string {
  const text = demoText[lang];
  const columns = lookOf(2).columns;
  const names = broken.map(({ fault, target }) => `${fault.title[lang]} (${fault.id}:${target})`);
  const lines =
    names.length === 1
      ? wrap(`${text.truth} ${names[0]}`, columns, "", 2)
      : [text.truth, ...names.flatMap((name) => wrap(name, columns, "  - "))];
  return `${lines.join("\n")}\n`;
}

function refusalOf(error: unknown, { lang }: Io): string | undefined {
  if (error instanceof GuideError) return error.words[lang];
  if (error instanceof LabError) return demoText[lang].noLab(error.words[lang]);
  return error instanceof Refusal ? error.message : undefined;
}
