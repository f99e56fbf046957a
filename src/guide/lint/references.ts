import type { Guide } from "../guide.ts";
import { stepLists } from "../schema/remedy.ts";
import { builtInChecks, entries, type ListName, type Part, requirementLists } from "./parts.ts";

/** One id that points at something, and the lists it may point into. */
export interface Reference extends Part<string> {
  into: readonly ListName[];
  /** Ids that are right although no list has them. */
  orOneOf: readonly string[];
}

/** Every reference by id in a guide, apart from those to sources and causes. */
export function references(guide: Guide): Reference[] {
  return [
    ...guide.sections.flatMap(({ contains }, i) =>
      each("guide", ["sections", i, "contains"], contains, [
        ...requirementLists,
        "groups",
        "symptoms",
        "remedies",
      ]),
    ),
    one("guide", ["escalation", "remedy"], guide.escalation.remedy, ["remedies"]),
    ...guide.groups.map(({ program }, i) =>
      one("endpoints", ["groups", i, "program"], program, ["programs"]),
    ),
    ...guide.endpoints.map(({ group }, i) =>
      one("endpoints", ["endpoints", i, "group"], group, ["groups"]),
    ),
    ...guide.wrong.map(({ meant }, i) => one("sites", ["wrong", i, "meant"], meant, ["sites"])),
    ...guide.agents.map(({ program }, i) =>
      one("programs", ["agents", i, "program"], program, ["programs"]),
    ),
    ...guide.symptoms.flatMap(({ pageSees = [] }, i) =>
      pageSees.flatMap(({ agent }, j) =>
        agent === undefined
          ? []
          : [one("symptoms", ["symptoms", i, "pageSees", j, "agent"], agent, ["agents"])],
      ),
    ),
    ...guide.causes.flatMap(({ confirmedBy, remedies, managedRemedies }, i) => [
      ...each("causes", ["causes", i, "confirmedBy"], confirmedBy ?? [], requirementLists),
      ...each("causes", ["causes", i, "remedies"], remedies, ["remedies"]),
      ...each("causes", ["causes", i, "managedRemedies"], managedRemedies ?? [], ["remedies"]),
    ]),
    ...guide.remedies.flatMap((remedy, i) => ofRemedy(remedy, i)),
  ];
}

/** Ids that something refers to, `list id` by `list id`. */
export function referred(guide: Guide): Set<string> {
  const known = new Set(entries(guide).map(({ list, value }) => `${list} ${value.id}`));
  return new Set(
    references(guide).flatMap(({ into, value }) =>
      into.map((list) => `${list} ${value}`).filter((name) => known.has(name)),
    ),
  );
}

function ofRemedy(remedy: Guide["remedies"][number], i: number): Reference[] {
  const verifies = each("remedies", ["remedies", i, "verifies"], remedy.verifies, requirementLists);
  return [
    ...verifies.map((reference) => ({ ...reference, orOneOf: builtInChecks })),
    ...remedy.steps.flatMap((step, j) =>
      stepLists.flatMap((list) =>
        each("remedies", ["remedies", i, "steps", j, list], step[list] ?? [], [list]),
      ),
    ),
  ];
}

function one(
  kind: Reference["kind"],
  path: Reference["path"],
  value: string,
  into: readonly ListName[],
): Reference {
  return { kind, path, value, into, orOneOf: [] };
}

function each(
  kind: Reference["kind"],
  path: Reference["path"],
  values: readonly string[],
  into: readonly ListName[],
): Reference[] {
  return values.map((value, i) => one(kind, [...path, i], value, into));
}
