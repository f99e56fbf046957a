import type { Kind } from "../../guide/files.ts";
import type { Guide } from "../../guide/guide.ts";
import { rules } from "../../guide/lint/rules.ts";
import { schemas } from "../../guide/schemas.ts";
import { type Change, changed } from "./change.ts";
import type { Claims } from "./claims.ts";
import { openingTrouble } from "./paper.ts";
import { type PlayedCase, play } from "./play.ts";
import { isRead } from "./reading.ts";
import { paperClaims, type Recorded } from "./record.ts";
import { symptomClaims } from "./symptoms.ts";
import { watchClaims } from "./watch.ts";

/** Who noticed that a fact was wrong, and by what. */
export type Noticed =
  | { by: "load" | "lint"; what: string }
  /** What held in this world of the original guide holds no more. */
  | { by: "world"; what: string; claim: string };

/** The lab's day: lint judges dates by it, so that the same guide gives the same. */
const today = "2026-11-20";

/** Tries wrong guides in the worlds of the right one. */
export function tester(recorded: Recorded) {
  const { original } = recorded.desk;
  const known = breachesOf(original);
  return async (change: Change): Promise<Noticed | undefined> => {
    const guide = changed(original, change);
    if (!loads(guide, change.kind)) return { by: "load", what: change.kind };
    const rule = newBreach(known, breachesOf(guide));
    if (rule !== undefined) return { by: "lint", what: rule };
    return inWorlds(recorded, guide, change);
  };
}

function loads(guide: Guide, kind: Kind): boolean {
  const keys = Object.keys(schemas[kind].shape) as (keyof Guide)[];
  const own = keys.filter((key) => guide[key] !== undefined).map((key) => [key, guide[key]]);
  return schemas[kind].safeParse(Object.fromEntries(own)).success;
}

/** What lint says, each as often as it says it. Places do not count: a dropped entry moves them. */
function breachesOf(guide: Guide): Map<string, { rule: string; count: number }> {
  const found = new Map<string, { rule: string; count: number }>();
  for (const { id, severity, check } of rules) {
    if (severity === "info") continue;
    for (const { message, with: gaps = {} } of check({ guide, today })) {
      const key = JSON.stringify([id, message, gaps]);
      const { count } = found.get(key) ?? { count: 0 };
      found.set(key, { rule: id, count: count + 1 });
    }
  }
  return found;
}

function newBreach(known: ReturnType<typeof breachesOf>, now: typeof known): string | undefined {
  for (const [key, { rule, count }] of now) if (count > (known.get(key)?.count ?? 0)) return rule;
  return undefined;
}

/**
 * Every world that could show the change, the likeliest first. What a world cannot show is left out
 * only where nothing of it was read there: a remedy that nothing named, a cause that was not found.
 */
async function inWorlds(
  recorded: Recorded,
  guide: Guide,
  change: Change,
): Promise<Noticed | undefined> {
  const { desk, byCause } = recorded;
  const [list = "", at = 0] = change.path as [string, number];
  if (list === "sections") return unread(recorded, guide);
  if (list === "endpoints" || list === "groups") {
    const claim = openingTrouble(desk.readers, desk.original, guide);
    if (claim !== undefined) return { by: "world", what: "openings", claim };
  }
  const papers = paperClaims(desk, guide);
  for (const [index, claims] of papers.entries()) {
    const lost = lostOf(recorded.paper[index]!, claims);
    if (lost !== undefined) return { by: "world", what: "paper", claim: lost };
  }
  const about = idOf(desk.original, list, at);
  if (list === "remedies") {
    const lost = lostOf(recorded.watched, watchClaims(desk, recorded.cases, guide));
    if (lost !== undefined) return { by: "world", what: "watched", claim: lost };
  }
  const ordered = inOrder(recorded, list, about);
  for (const treats of actedOn.has(list) ? [false, true] : [false]) {
    for (const { one, played } of ordered) {
      const now = await play(desk, guide, one, treats);
      const lost = lostOf(played.claims, now.claims, treats ? undefined : isByHand);
      if (lost !== undefined) return { by: "world", what: one.id, claim: lost };
    }
  }
  const only = list === "symptoms" ? about : undefined;
  const symptoms = await symptomClaims(desk, guide, byCause, only);
  const lost = lostOf(
    recorded.symptoms,
    symptoms,
    (claim) => only === undefined || claim.startsWith(`${only} `),
  );
  return lost === undefined ? undefined : { by: "world", what: "symptoms", claim: lost };
}

function inOrder({ cases }: Recorded, list: string, about: string | undefined): PlayedCase[] {
  if (list === "symptoms" || list === "escalation" || list === "edition") return [];
  if (list === "remedies")
    return cases.filter(({ played }) => played.remedies.includes(about ?? ""));
  if (list === "causes") return cases.filter(({ played }) => played.causes.includes(about ?? ""));
  const rank = ({ one }: PlayedCase) => {
    const named = one.expected.findings.some(({ subjects }) => subjects?.includes(about ?? ""));
    return named ? 0 : one.expected.findings.length === 0 ? 1 : 2;
  };
  return cases.toSorted((a, b) => rank(a) - rank(b));
}

/** A section that no longer leads to something that was looked for. */
function unread({ cases, symptoms }: Recorded, guide: Guide): Noticed | undefined {
  for (const { one, played } of cases) {
    for (const claim of played.claims.held()) {
      const [word, id = ""] = claim.split(" ");
      if (word === "read" && !isRead(guide, id)) return { by: "world", what: one.id, claim };
    }
  }
  for (const claim of symptoms.held()) {
    const [id = "", word] = claim.split(" ");
    if (word === "read" && !isRead(guide, id)) return { by: "world", what: "symptoms", claim };
  }
  return undefined;
}

function idOf(guide: Guide, list: string, at: number): string | undefined {
  const entries = (guide as unknown as Record<string, unknown>)[list];
  if (!Array.isArray(entries)) return undefined;
  const entry = entries[at] as { id?: string; meant?: string } | undefined;
  return entry?.id ?? entry?.meant;
}

/** Lists that actions read: all others decide what is found, and not what is done. */
const actedOn: ReadonlySet<string> = new Set([
  "remedies",
  "sites",
  "popups",
  "programs",
  "toolbars",
  "certificates",
  "localNetwork",
]);

const ofActions = /^(does|acts|asks|offers|rights|window|treats|undone|promise) /;
const isByHand = (claim: string) => !ofActions.test(claim);

/** The first claim that held and does not hold now. */
function lostOf(
  was: Claims,
  now: Claims,
  counts: (claim: string) => boolean = () => true,
): string | undefined {
  return was.held().find((claim) => counts(claim) && !now.holds(claim));
}
