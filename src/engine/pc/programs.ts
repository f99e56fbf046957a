import type { InstalledProgram, Service } from "../../evidence/pc-outcome.ts";
import type { Reason } from "../../evidence/report.ts";
import type { Guide } from "../../guide/guide.ts";
import type { Case } from "../case.ts";
import type { JudgedCheck } from "../check.ts";
import { answersWell } from "../check-agents.ts";
import { reason } from "../layer.ts";
import { anyPath } from "./files.ts";
import {
  cannotTell,
  fail,
  failBecause,
  foundIn,
  held,
  matchesName,
  type Outcome,
  pass,
} from "./held.ts";

type Program = Guide["programs"][number];

/** Programs that the payment needs: there as a whole, new enough, running, and undisturbed. */
export function judgePrograms(the: Case): JudgedCheck[] {
  return the.guide.programs
    .filter(({ required }) => required)
    .map((program) =>
      held(program.id, "program", the.book.one("programs"), (installed) =>
        judge(the, program, installed),
      ),
    );
}

function judge(the: Case, program: Program, installed: InstalledProgram[]): Outcome {
  const { name: title, uninstallNames, minimumVersion } = program;
  const entries = installed.filter(({ name }) =>
    uninstallNames.some((one) => matchesName(one, name)),
  );
  const found = entries.find(({ state }) => state === "complete") ?? entries[0];
  // A program that answers as it should is there and runs, whatever else was read.
  const answers = answersWell(the, program.id);
  if (!found)
    return answers
      ? pass(reason("reason.pc.program.no-entry", { name: title }))
      : absent(the, program);
  const { name, version } = found;
  if (found.state === "half") {
    return failBecause("program.missing", reason("reason.pc.program.half", { name }));
  }
  if (minimumVersion !== undefined) {
    if (version === undefined)
      return cannotTell(reason("reason.pc.program.version-unread", { name }));
    if (older(version, minimumVersion)) {
      return fail("program.outdated", { name, version, minimum: minimumVersion });
    }
  }
  if (answers) return pass(...beside(program, installed, name));
  return service(the, program, found) ?? conflict(program, installed, name) ?? pass();
}

/** No entry: nothing there, or files that an entry no longer knows. */
function absent(the: Case, { name, installFolders = [] }: Program): Outcome {
  const left = installFolders.find((path) => foundIn(anyPath(the, [path])) === true);
  return left === undefined
    ? fail("program.missing", { name })
    : failBecause("program.missing", reason("reason.pc.program.leftover", { name, folder: left }));
}

/**
 * Names of services are alternatives, as versions of a program call theirs differently. One that
 * runs is enough; what is not known is no fault.
 */
function service(
  the: Case,
  program: Program,
  { name, running }: InstalledProgram,
): Outcome | undefined {
  const names = program.services ?? [];
  const all =
    foundIn(
      the.book
        .all("services")
        .find(({ with: given }) => names.every((one) => given.names.includes(one)))?.fact,
    ) ?? [];
  const own = all.filter((one) =>
    names.some((known) => known.toLowerCase() === one.name.toLowerCase()),
  );
  const inState = (state: Service["state"]) => own.filter((one) => one.state === state);
  const say = (key: string, [one]: Service[]): Reason =>
    reason(`reason.pc.program.service-${key}`, { name, service: one?.name ?? "" });
  if (inState("running").length === 0 && own.length > 0) {
    const disabled = inState("disabled");
    if (disabled.length > 0) {
      return { ...failBecause("program.stopped", say("disabled", disabled)), managed: true };
    }
    const stopped = inState("stopped");
    if (stopped.length > 0) return failBecause("program.stopped", say("stopped", stopped));
    const gone = inState("absent");
    if (gone.length === own.length) return failBecause("program.missing", say("absent", gone));
  }
  return running === false ? fail("program.stopped", { name }) : undefined;
}

function conflict(
  program: Program,
  installed: InstalledProgram[],
  name: string,
): Outcome | undefined {
  const [first, ...more] = others(program, installed).map((other) =>
    reason("reason.pc.program.conflict", { name, other }),
  );
  // That both are there is seen, that one silences the other is not.
  return first && { ...failBecause("program.conflict", first, ...more), likely: true };
}

/** Where the program works all the same, what may disturb it is worth a note. */
function beside(program: Program, installed: InstalledProgram[], name: string): Reason[] {
  return others(program, installed).map((other) =>
    reason("reason.pc.program.beside", { name, other }),
  );
}

function others({ conflictsWith = [] }: Program, installed: InstalledProgram[]): string[] {
  const known = conflictsWith.flatMap(({ names }) => names);
  const found = installed.filter(({ name }) => known.some((one) => matchesName(one, name)));
  return [...new Set(found.map(({ name }) => name))];
}

function older(version: string, minimum: string): boolean {
  const parts = (text: string) => text.split(".").map((part) => Number.parseInt(part, 10) || 0);
  const [a, b] = [parts(version), parts(minimum)];
  for (let at = 0; at < Math.max(a.length, b.length); at += 1) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}
