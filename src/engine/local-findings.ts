import { programOfFile } from "../guide/folders.ts";
import type { Case } from "./case.ts";
import type { JudgedCheck } from "./check.ts";
import { type Draft, distinct } from "./draft.ts";

/** Causes that make an agent's silence follow by itself, the more telling first. */
const programCauses = ["program.missing", "program.stopped", "program.conflict"];

/**
 * One finding per cause among the checks that no network cause explains already. Where some of them
 * are the user's to put right and others an administrator's, those are two.
 */
export function localDrafts(the: Case, network: Draft[], checks: JudgedCheck[]): Draft[] {
  const failing = checks.filter(({ verdict, cause }) => verdict === "fail" && cause !== undefined);
  const drafts: Draft[] = [];
  const following: JudgedCheck[] = [];
  for (const check of failing) {
    const cause = check.cause as string;
    const already = network.find((draft) => draft.cause === cause || isBehind(check, draft));
    if (already) already.explains.push(check.id);
    else if (failing.some(({ id }) => id === check.follows)) following.push(check);
    else drafts.push(draftOf(check, cause));
  }
  for (const { id, follows } of following) {
    const first = drafts.find(({ explains }) => explains.includes(follows ?? ""));
    first?.explains.push(id);
  }
  return together(withoutConsequences(the, drafts));
}

function draftOf({ id, subject, because, managed, likely }: JudgedCheck, cause: string): Draft {
  return {
    cause,
    certainty: likely ? "likely" : "confirmed",
    subjects: [subject],
    explains: [id],
    because: [...because],
    ...(managed && { managed }),
  };
}

/** Without a network no resolver can answer; its silence is no cause of its own. */
function isBehind({ kind }: JudgedCheck, { cause }: Draft): boolean {
  return (kind === "resolver" || kind === "network") && cause.startsWith("net.");
}

/** What is one cause on several requirements is one finding. */
function together(drafts: Draft[]): Draft[] {
  const same = ({ cause, certainty, managed }: Draft) =>
    `${cause} ${certainty} ${managed === true}`;
  return [...Map.groupBy(drafts, same).values()].map(([first, ...more]): Draft => {
    const all = [first as Draft, ...more];
    return {
      ...(first as Draft),
      subjects: [...new Set(all.flatMap(({ subjects }) => subjects))],
      explains: [...new Set(all.flatMap(({ explains }) => explains))],
      because: distinct(all.flatMap(({ because }) => because)),
    };
  });
}

/**
 * A program that is not there, does not run or is disturbed explains its silent agent; one that is
 * not there also explains that its folders are empty. Those are then no causes of their own.
 */
function withoutConsequences(the: Case, drafts: Draft[]): Draft[] {
  const programs = drafts.filter(({ cause }) => programCauses.includes(cause));
  return drafts.filter((draft) => {
    const explaining = programs.find((one) => explains(the, one, draft));
    if (explaining) explaining.explains.push(...draft.explains);
    return explaining === undefined;
  });
}

function explains({ guide }: Case, one: Draft, other: Draft): boolean {
  const programs = guide.programs.filter(({ id }) => one.subjects.includes(id));
  if (other.cause === "local.agent-down") {
    const agents = guide.agents.filter(({ program }) => programs.some(({ id }) => id === program));
    return other.subjects.some((id) => agents.some((agent) => agent.id === id));
  }
  if (other.cause !== "file.missing" || one.cause !== "program.missing") return false;
  const owners = other.subjects.map((id) => programOfFile(guide, id));
  return owners.every((owner) => programs.some(({ id }) => id === owner));
}
