import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { LineCounter, parseDocument } from "yaml";
import { z } from "zod";
import { knownCauses, type Verdict, verdicts } from "../evidence/verdict.ts";
import { type Guide, rowId } from "../guide/guide.ts";
import type { Words } from "../guide/words.ts";
import type { World } from "../machine/world.ts";
import type { Expected, ExpectedFinding } from "./expected.ts";
import { aim, applyFaults } from "./faults/apply.ts";
import { selectRows } from "./faults/select.ts";
import { WordedError, wordsOf } from "./worded-error.ts";
import { worldOf } from "./world-of.ts";

const ScenarioFile = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "an id in kebab-case"),
  story: z.strictObject({ ko: z.string().min(1), en: z.string().min(1) }),
  faults: z.array(z.string().min(1)),
  link: z
    .strictObject({
      delayMs: z.number().min(0).max(2_000).default(0),
      jitterMs: z.number().min(0).max(1_000).default(0),
      loss: z.number().min(0).max(0.5).default(0),
    })
    .optional(),
  /** Row pattern → verdict; later patterns win; every other row is ok. */
  rows: z.record(z.string().min(1), z.enum(verdicts)).default({}),
  /** Exactly these; without subjects only the cause is fixed. */
  findings: z.array(
    z.strictObject({
      cause: z.string().min(1),
      /** Row patterns or requirement ids. */
      subjects: z.array(z.string().min(1)).min(1).optional(),
    }),
  ),
});
export type ScenarioFile = z.infer<typeof ScenarioFile>;

/** Faults, and what must come out. */
export interface Scenario {
  id: string;
  story: ScenarioFile["story"];
  faults: string[];
  world: World;
  expected: Expected;
}

/** A scenario that cannot be used: one line with the file, the place and what is wrong. */
export class ScenarioError extends WordedError {
  override name = "ScenarioError";

  constructor(place: string, { ko, en }: Words) {
    super({ ko: `${place}: ${ko}`, en: `${place}: ${en}` });
  }
}

const notYaml = (message: string): Words => ({ ko: `올바른 YAML이 아님: ${message}`, en: message });

const badField = (field: string, message: string): Words => ({
  ko: `${field}: 형식에 맞지 않음: ${message}`,
  en: `${field}: ${message}`,
});

/** Every scenario of a folder, by id. */
export function loadScenarios(folder: string, guide: Guide): Scenario[] {
  const files = readdirSync(folder).filter((name) => name.endsWith(".yaml"));
  return files.sort().map((name) => loadScenario(join(folder, name), guide));
}

export function loadScenario(file: string, guide: Guide): Scenario {
  return buildScenario(parseScenario(readFileSync(file, "utf8"), file), guide, file);
}

export function parseScenario(text: string, file: string): ScenarioFile {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false });
  const at = (offset: number) => `${file}:${lineCounter.linePos(offset).line}`;
  const broken = document.errors[0];
  if (broken) throw new ScenarioError(at(broken.pos[0]), notYaml(broken.message));
  const result = ScenarioFile.safeParse(document.toJS());
  if (!result.success) {
    const issue = result.error.issues[0]!;
    const path = issue.path.filter((part) => typeof part !== "symbol");
    const node = document.getIn(path, true) as { range?: [number, number, number] } | undefined;
    const place = node?.range ? at(node.range[0]) : file;
    throw new ScenarioError(place, badField(path.join(".") || "scenario", issue.message));
  }
  const expectedName = `${result.data.id}.yaml`;
  if (basename(file) !== expectedName) {
    throw new ScenarioError(file, {
      ko: `id가 "${result.data.id}"이므로 파일 이름은 ${expectedName}이어야 합니다`,
      en: `id is "${result.data.id}", so expected ${expectedName}`,
    });
  }
  return result.data;
}

export function buildScenario(parsed: ScenarioFile, guide: Guide, file: string): Scenario {
  const healthy = worldOf(guide);
  if (parsed.link) healthy.link = parsed.link;
  const aimed = parsed.faults.map((name) => {
    try {
      return aim(name, healthy, guide);
    } catch (error) {
      throw new ScenarioError(file, wordsOf(error));
    }
  });
  const { id, story, faults } = parsed;
  const world = applyFaults(healthy, guide, aimed);
  return { id, story, faults, world, expected: expectation(parsed, guide, file) };
}

function expectation(parsed: ScenarioFile, guide: Guide, file: string): Expected {
  const rows: Record<string, Verdict> = {};
  for (const [pattern, verdict] of Object.entries(parsed.rows)) {
    const selected = selectRows(guide, pattern);
    if (selected.length === 0) {
      throw new ScenarioError(file, {
        ko: `"${pattern}"에 맞는 줄이 없습니다`,
        en: `no row matches "${pattern}"`,
      });
    }
    for (const row of selected) rows[rowId(row)] = verdict;
  }
  const own = new Set(guide.causes.map(({ id }) => id));
  const findings = parsed.findings.map(({ cause, subjects }): ExpectedFinding => {
    if (!knownCauses.includes(cause) && !own.has(cause)) {
      throw new ScenarioError(file, {
        ko: `"${cause}"라는 원인은 없습니다`,
        en: `no cause is called "${cause}"`,
      });
    }
    if (subjects === undefined) return { cause };
    return { cause, subjects: subjects.flatMap((subject) => subjectIds(guide, subject)) };
  });
  return { rows, findings };
}

/** A row pattern stands for its rows; anything else is a requirement's id. */
function subjectIds(guide: Guide, subject: string): string[] {
  const rows = selectRows(guide, subject).map(rowId);
  return rows.length > 0 ? rows : [subject];
}
