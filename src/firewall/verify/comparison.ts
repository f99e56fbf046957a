import type { AddressSet } from "../address.ts";
import { type Change, compare } from "../audit/compare.ts";
import { phasesThatDiffer } from "../audit/views.ts";
import { linesOf } from "../lines.ts";
import type { Policy } from "../policy.ts";
import type { Crossing } from "../prove/crossing.ts";
import type { Source } from "../source.ts";
import { type Phase, phases } from "../table.ts";
import { tellAnyPacket, tellOpen } from "./open.ts";
import type { ToldOpen, ToldPacket } from "./verification.ts";
import { waysBetween } from "./ways.ts";

/** Which packets one line before and one line after treat otherwise. */
export interface ToldChange {
  direction: Change["direction"];
  /** Line 0 is a default that stands nowhere. */
  before: { line: number; text: string };
  after: { line: number; text: string };
  size: string;
  open: ToldOpen[];
  openMore: number;
  example: ToldPacket;
  /** Which packets of a connection it is about; `open` are the first ones. */
  phase: Phase;
  /**
   * Between which interfaces or zones, where they are told apart and not all fare so; empty words
   * stand for every other one.
   */
  crossings?: { input?: string; output?: string }[];
}

/** What `jochi firewall compare --json` prints. */
export interface FirewallComparison {
  schema: "jochi.firewall-comparison/1";
  changes: ToldChange[];
  changesMore: number;
  /** False where the search was cut short. */
  complete: boolean;
  /** False where rules tell interfaces apart that were not: then those rules match perhaps. */
  everyInterface: boolean;
}

export interface OneSide {
  source: Source;
  policy: Policy;
}

export function compareConfigurations(
  before: OneSide,
  after: OneSide,
  sources: AddressSet | undefined,
  crossing: Crossing,
): FirewallComparison {
  const ways = waysBetween(before.policy, after.policy, crossing);
  const found = comparedOn(ways.all, before.policy, after.policy, sources);
  const old = textsOf(before.source, found.changes, "before");
  const fresh = textsOf(after.source, found.changes, "after");
  return {
    schema: "jochi.firewall-comparison/1",
    changes: found.changes.map((change) => ({
      direction: change.direction,
      before: { line: change.before.line, text: old.get(change.before.line) ?? "" },
      after: { line: change.after.line, text: fresh.get(change.after.line) ?? "" },
      size: String(change.size),
      open: change.boxes.map(tellOpen),
      openMore: change.boxesMore,
      example: tellAnyPacket(change.packet),
      phase: change.phase,
      ...(change.crossings.length < ways.all.length && {
        crossings: change.crossings.map(tellCrossing),
      }),
    })),
    changesMore: found.changesMore,
    complete: found.complete,
    everyInterface: ways.every,
  };
}

/** A change, and the ways on which it was found. */
type ChangeOn = Change & { crossings: Crossing[]; phase: Phase };

const mostChanges = 100;

/** Changes of the same two lines are one, wherever the packets cross; the largest is told. */
function comparedOn(
  ways: readonly Crossing[],
  before: Policy,
  after: Policy,
  sources: AddressSet | undefined,
) {
  const found = phasesOf(before, after).flatMap((phase) =>
    ways.map((crossing) => ({
      crossing,
      phase,
      ...compare(before, after, {
        crossing: isAnswer(phase) ? { input: crossing.output, output: crossing.input } : crossing,
        phase,
        ...(sources && { sources }),
      }),
    })),
  );
  const each = found.flatMap(({ crossing, phase, changes }) =>
    changes.map((change) => ({ crossing, phase, change })),
  );
  const groups = Map.groupBy(each, ({ change: { direction, before: was, after: is } }) =>
    [direction, was.row, was.line, is.row, is.line].join(" "),
  );
  const changes = [...groups.values()].map((group): ChangeOn => {
    const [first] = group.toSorted(
      (a, b) => order(a.phase) - order(b.phase) || (a.change.size > b.change.size ? -1 : 1),
    );
    const { phase, change } = first!;
    // The same two lines may decide about several kinds of packets: it is said of the first.
    const own = group.filter((one) => one.phase === phase);
    return { ...change, phase, crossings: own.map(({ crossing }) => crossing) };
  });
  changes.sort((a, b) => (a.size > b.size ? -1 : 1));
  const more = Math.max(0, ...found.map(({ changesMore }) => changesMore));
  return {
    changes: changes.slice(0, mostChanges),
    changesMore: more + Math.max(0, changes.length - mostChanges),
    complete: found.every(({ complete }) => complete),
  };
}

const order = (phase: Phase) => Object.keys(phases).indexOf(phase);

function isAnswer(phase: Phase): boolean {
  return phase === "reply" || phase === "replyData";
}

/** Where answers pass by themselves on either side, only first packets can be compared. */
function phasesOf(before: Policy, after: Policy): Phase[] {
  if (before.replies !== "checked" || after.replies !== "checked") return ["open"];
  return [...new Set(["open" as const, ...phasesThatDiffer(before), ...phasesThatDiffer(after)])];
}

/** `?` is any interface that no rule names. */
function tellCrossing({ input, output }: Crossing): { input?: string; output?: string } {
  const plain = (name: string | undefined) => (name?.includes("?") ? "" : name);
  const [from, to] = [plain(input), plain(output)];
  return { ...(from !== undefined && { input: from }), ...(to !== undefined && { output: to }) };
}

function textsOf(source: Source, changes: readonly Change[], side: "before" | "after") {
  return linesOf(
    source,
    changes.map((change) => change[side].line),
  );
}
