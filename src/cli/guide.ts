import { parseArgs } from "node:util";
import { GuideError, oneLine } from "../guide/error.ts";
import { jsonSchemas } from "../guide/json-schema.ts";
import type { Severity } from "../guide/lint/rule.ts";
import { type LintReport, lintGuide, type Problem } from "../guide/lint.ts";
import { listGuides, loadGuide } from "../guide/load.ts";
import { fill, same, type Words } from "../guide/words.ts";
import { width, wrap } from "../report/columns.ts";
import type { Command, Io } from "./command.ts";
import { isDay, localDay } from "./day.ts";
import { settled, severityWords, total, usage, words } from "./guide-text.ts";
import { Refusal } from "./refusal.ts";

/** Columns of a line that a person reads. */
const mostColumns = 100;

/** `jochi guide`: 0 nothing found, 1 lint found errors or warnings, 2 the guide or call is bad. */
export const guideCommand: Command = {
  name: "guide",
  summary: {
    ko: "안내서를 나열하고, 보여 주고, 점검합니다",
    en: "List, show and check guides",
  },
  async run(argv, io) {
    const [name, ...rest] = argv;
    if (name === undefined || name === "--help" || name === "-h") {
      (name === undefined ? io.err : io.out)(`${usage[io.lang]}\n`);
      return name === undefined ? 2 : 0;
    }
    const run = Object.hasOwn(subcommands, name) ? subcommands[name] : undefined;
    if (!run) return refuse(io, fill(words.unknown, { name }));
    try {
      return await run(rest, io);
    } catch (error) {
      if (error instanceof Refusal) return refuse(io, same(error.message));
      if (!(error instanceof GuideError)) throw error;
      for (const { words: says } of [error, ...error.more]) refuse(io, says);
      return error.left > 0 ? refuse(io, fill(words.left, { count: error.left })) : 2;
    }
  },
};

const subcommands: Record<string, (argv: string[], io: Io) => number | Promise<number>> = {
  async diff(argv, io) {
    const { diff } = await import("./guide/diff.ts");
    return diff(argv, io);
  },

  async import(argv, io) {
    const { importGuide } = await import("./guide/import.ts");
    return importGuide(argv, io);
  },

  async new(argv, io) {
    const { newGuide } = await import("./guide/new.ts");
    return newGuide(argv, io);
  },

  async render(argv, io) {
    const { render } = await import("./guide/render.ts");
    return render(argv, io);
  },

  async status(argv, io) {
    const { status } = await import("./guide/status.ts");
    return status(argv, io);
  },

  async test(argv, io) {
    const { testGuide } = await import("./guide/test.ts");
    return testGuide(argv, io);
  },

  async deploy(argv, io) {
    const { deploy } = await import("./guide/deploy.ts");
    return deploy(argv, io);
  },

  async page(argv, io) {
    const { page } = await import("./guide/page.ts");
    return page(argv, io);
  },

  async script(argv, io) {
    const { script } = await import("./guide/script.ts");
    return script(argv, io);
  },

  lint(argv, io) {
    const { values, positionals } = parseArgs({
      args: argv,
      allowPositionals: true,
      options: { json: { type: "boolean" }, today: { type: "string" }, help: helpOption },
    });
    if (values.help) return help(io);
    if (positionals.length > 1) return refuse(io, words.oneName);
    const today = values.today ?? localDay();
    if (!isDay(today)) return refuse(io, fill(words.badDay, { day: today }));
    const names = positionals.length > 0 ? positionals : listGuides().map(({ folder }) => folder);
    const reports = names.map((name) => lintGuide(name, { today }));
    io.out(values.json ? lintJson(reports, today) : lintText(reports, io.lang));
    return reports.some(({ problems }) => problems.some(counts)) ? 1 : 0;
  },

  list(argv, io) {
    const { values } = parseArgs({
      args: argv,
      options: { json: { type: "boolean" }, help: helpOption },
    });
    if (values.help) return help(io);
    const guides = listGuides().map(({ folder }) => {
      const { id, edition, title, audience } = loadGuide(folder);
      return { id, edition, title, audience };
    });
    if (values.json) io.out(json({ schema: "jochi.guides/1", guides }));
    else {
      for (const { id, edition, title, audience } of guides) {
        io.out(`${id}@${edition}  ${inWords(title, io)} · ${inWords(audience, io)}\n`);
      }
    }
    return 0;
  },

  show(argv, io) {
    const { values, positionals } = parseArgs({
      args: argv,
      allowPositionals: true,
      options: { json: { type: "boolean" }, help: helpOption },
    });
    if (values.help) return help(io);
    if (positionals.length !== 1) return refuse(io, words.oneName);
    const guide = loadGuide(positionals[0]!);
    io.out(values.json ? json(guide) : `${inWords(guide.title, io)}\n${countsOf(guide, io)}\n`);
    return 0;
  },

  schema(argv, io) {
    const { values, positionals } = parseArgs({
      args: argv,
      allowPositionals: true,
      options: { help: helpOption },
    });
    if (values.help) return help(io);
    const schemas = new Map<string, string>(jsonSchemas());
    const text = positionals.length === 1 ? schemas.get(positionals[0]!) : undefined;
    if (!text) return refuse(io, fill(words.oneKind, { kinds: [...schemas.keys()].join(", ") }));
    io.out(text);
    return 0;
  },
};

const helpOption = { type: "boolean", short: "h" } as const;

// A note tells of something that is as it should be, so it is no finding.
function counts({ severity }: Problem): boolean {
  return severity !== "info";
}

function lintText(reports: LintReport[], lang: Io["lang"]): string {
  return reports
    .map(({ guide, problems }) => {
      const lines = problems.flatMap((problem) => problemLines(problem, lang));
      const name = `${guide.id}@${guide.edition}`;
      return `${[...lines, total[lang](name, tally(problems))].join("\n")}\n`;
    })
    .join("\n");
}

/** The place first, so that an editor or terminal can lead there; on one line where it fits. */
function problemLines(problem: Problem, lang: Io["lang"]): string[] {
  const { file, line, column, rule, severity, words: says } = problem;
  const head = oneLine(`${file}:${line}:${column}: ${severityWords[severity][lang]} ${rule}:`);
  const message = oneLine(settled(says)[lang]);
  if (width(head) + 1 + width(message) <= mostColumns) return [`${head} ${message}`];
  return [head, ...wrap(message, mostColumns, "    ")];
}

function lintJson(reports: LintReport[], today: string): string {
  const guides = reports.map(({ guide, problems }) => ({
    ...guide,
    ...tally(problems),
    problems: problems.map(({ words: says, ...rest }) => ({ ...rest, message: settled(says) })),
  }));
  return json({ schema: "jochi.lint/1", today, guides });
}

function tally(problems: Problem[]): Record<Severity, number> {
  const count = { error: 0, warning: 0, info: 0 };
  for (const { severity } of problems) count[severity] += 1;
  return count;
}

function countsOf(guide: ReturnType<typeof loadGuide>, io: Io): string {
  const { endpoints, symptoms, causes, remedies } = guide;
  return fill(words.parts, {
    endpoints: endpoints.length,
    symptoms: symptoms.length,
    causes: causes.length,
    remedies: remedies.length,
  })[io.lang];
}

function inWords(text: { ko: string; en?: string | undefined }, io: Io): string {
  return text[io.lang] ?? text.ko;
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function help(io: Io): number {
  io.out(`${usage[io.lang]}\n`);
  return 0;
}

function refuse(io: Io, says: Words): number {
  io.err(`jochi guide: ${settled(says)[io.lang]}\n`);
  return 2;
}
