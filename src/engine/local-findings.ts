import type { JudgedCheck } from "./check.ts";
import type { Draft } from "./draft.ts";

/** Causes that make an agent's silence follow by itself, the more telling first. */
const programCauses = ["program.missing", "program.stopped"];

/** One finding per cause and subject among the checks that no network cause explains already. */
export function localDrafts(network: Draft[], checks: JudgedCheck[]): Draft[] {
  const failing = checks.filter(({ verdict, cause }) => verdict === "fail" && cause !== undefined);
  const drafts = new Map<string, Draft>();
  for (const check of failing) {
    const cause = check.cause as string;
    const already = network.find((draft) => draft.cause === cause || isBehind(check, draft));
    if (already) {
      already.explains.push(check.id);
      continue;
    }
    const key = wholeCause.has(cause) ? cause : `${cause} ${check.subject}`;
    const draft = drafts.get(key);
    if (draft) {
      draft.subjects.push(check.subject);
      draft.explains.push(check.id);
      draft.because.push(...check.because);
      continue;
    }
    const { subject, id, because } = check;
    drafts.set(key, {
      cause,
      certainty: "confirmed",
      subjects: [subject],
      explains: [id],
      because: [...because],
    });
  }
  return withoutConsequences([...drafts.values()], checks);
}

/** Without a network no resolver can answer; its silence is no cause of its own. */
function isBehind({ kind }: JudgedCheck, { cause }: Draft): boolean {
  return (kind === "resolver" || kind === "network") && cause.startsWith("net.");
}

const wholeCause = new Set(["popup.blocked", "browser.unsupported"]);

/** A missing program explains its silent agent; the agent is then no cause of its own. */
function withoutConsequences(drafts: Draft[], checks: JudgedCheck[]): Draft[] {
  const programs = drafts.filter(({ cause }) => programCauses.includes(cause));
  return drafts.filter((draft) => {
    if (draft.cause !== "local.agent-down") return true;
    const explaining = programs.find(({ subjects }) =>
      draft.subjects.some((agent) => subjects.some((program) => agent.startsWith(program))),
    );
    if (!explaining) return true;
    const silent = checks.filter(({ id }) => draft.explains.includes(id));
    explaining.explains.push(...silent.map(({ id }) => id));
    return false;
  });
}
