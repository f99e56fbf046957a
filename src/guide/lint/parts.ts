import type { Kind } from "../files.ts";
import type { Guide } from "../guide.ts";
import { checkWords } from "../schema/remedy.ts";
import type { DataPath } from "../value.ts";

/** Something in a guide, and where it stands. */
export interface Part<T> {
  kind: Kind;
  path: DataPath;
  value: T;
}

/** The lists whose entries have ids, by the file they are in. */
const lists = [
  ["endpoints", "groups"],
  ["endpoints", "endpoints"],
  ["sites", "sites"],
  ["browsers", "browsers"],
  ["browsers", "popups"],
  ["browsers", "toolbars"],
  ["browsers", "localNetwork"],
  ["programs", "programs"],
  ["programs", "agents"],
  ["certificates", "certificates"],
  ["files", "files"],
  ["symptoms", "symptoms"],
  ["remedies", "remedies"],
] as const;
export type ListName = (typeof lists)[number][1];

/** What must hold on the PC or network, and so can be checked. */
export const requirementLists: readonly ListName[] = [
  "endpoints",
  "sites",
  "browsers",
  "popups",
  "toolbars",
  "localNetwork",
  "programs",
  "agents",
  "certificates",
  "files",
];

/** Checks that Jochi brings and no guide has to define. */
export const builtInChecks: readonly string[] = Object.keys(checkWords);

/** Every entry with an id of its own, apart from sources, sections and causes. */
export function entries(guide: Guide): Entry[] {
  return lists.flatMap(([kind, list]) =>
    guide[list].map((value, index) => ({ kind, list, path: [list, index], value })),
  );
}

export type Entry = Part<Provenance & { id: string }> & { list: ListName };

export interface Provenance {
  source?: string | undefined;
  verifiedOn?: string | undefined;
  reviewBy?: string | undefined;
  expires?: string | undefined;
}

/** A fact that must name its source; `dated` where the day of its verification must stand too. */
export type FactPart = Part<Provenance> & { dated: boolean };

/** Everything that must say where it is from. */
export function facts(guide: Guide): FactPart[] {
  const dated = (part: Part<Provenance>): FactPart => ({ ...part, dated: true });
  return [
    ...entries(guide).map(dated),
    ...guide.causes.map((value, i) => dated({ kind: "causes", path: ["causes", i], value })),
    ...guide.wrong.map((value, i) => dated({ kind: "sites", path: ["wrong", i], value })),
    ...guide.programs.flatMap(({ download }, i) =>
      download
        ? [dated({ kind: "programs", path: ["programs", i, "download"], value: download })]
        : [],
    ),
    ...guide.programs.flatMap(({ conflictsWith = [] }, i) =>
      conflictsWith.map((value, j) =>
        dated({ kind: "programs", path: ["programs", i, "conflictsWith", j], value }),
      ),
    ),
    ...guide.sites.flatMap(({ pages = [] }, i) =>
      pages.map((value, j) => dated({ kind: "sites", path: ["sites", i, "pages", j], value })),
    ),
    ...guide.certificates.flatMap(({ candidates }, i) =>
      candidates.map((value, j) =>
        dated({ kind: "certificates", path: ["certificates", i, "candidates", j], value }),
      ),
    ),
    ...guide.certificates.flatMap(({ replacement }, i) =>
      replacement
        ? [
            dated({
              kind: "certificates",
              path: ["certificates", i, "replacement"],
              value: replacement,
            }),
          ]
        : [],
    ),
    ...undatedFacts(guide),
  ];
}

// Sentences are as old as the thing they belong to; only their source may differ from its.
function undatedFacts(guide: Guide): FactPart[] {
  const sections = guide.sections.flatMap(({ paragraphs }, i) =>
    paragraphs.map((value, j) => part("guide", ["sections", i, "paragraphs", j], value)),
  );
  // What is not known yet may have come from anywhere.
  const questions = (guide.openQuestions ?? []).flatMap((value, i) =>
    value.source === undefined ? [] : [part("guide", ["openQuestions", i], value)],
  );
  const remedies = guide.remedies.flatMap(({ steps, warnings }, i) => [
    ...steps.map((value, j) => part("remedies", ["remedies", i, "steps", j], value)),
    ...(warnings ?? []).map((value, j) => part("remedies", ["remedies", i, "warnings", j], value)),
  ]);
  const versions = guide.programs.flatMap(({ minimumVersion, minimumVersionSource, source }, i) => {
    if (minimumVersion === undefined) return [];
    const value = { source: minimumVersionSource ?? source };
    return [part("programs", ["programs", i, "minimumVersion"], value)];
  });
  const escalation = part("guide", ["escalation"], guide.escalation);
  return [...sections, ...questions, escalation, ...remedies, ...versions];
}

function part(kind: Kind, path: DataPath, value: Provenance): FactPart {
  return { kind, path, value, dated: false };
}

const kindOfKey: Record<string, Kind> = {
  ...Object.fromEntries(lists.map(([kind, list]) => [list, kind])),
  wrong: "sites",
  retry: "estimates",
  likelihoods: "estimates",
  efforts: "estimates",
  dialogues: "estimates",
  questions: "estimates",
  causes: "causes",
};

/** Every mapping and text anywhere in a guide. */
export function* everything(guide: Guide): Generator<Part<unknown>> {
  for (const [key, value] of Object.entries(guide)) {
    yield* walk(kindOfKey[key] ?? "guide", [key], value);
  }
}

function* walk(kind: Kind, path: DataPath, value: unknown): Generator<Part<unknown>> {
  yield { kind, path, value };
  if (typeof value !== "object" || value === null) return;
  const list = Array.isArray(value);
  for (const [key, inner] of Object.entries(value)) {
    yield* walk(kind, [...path, list ? Number(key) : key], inner);
  }
}
