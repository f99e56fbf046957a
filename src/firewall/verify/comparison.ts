import type { AddressSet } from "../address.ts";
import { type Change, compare } from "../audit/compare.ts";
import { linesOf } from "../lines.ts";
import type { Policy } from "../policy.ts";
import type { Crossing } from "../prove/crossing.ts";
import type { Source } from "../source.ts";
import { tellAnyPacket, tellOpen } from "./open.ts";
import type { ToldOpen, ToldPacket } from "./verification.ts";

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
}

/** What `jochi firewall compare --json` prints. */
export interface FirewallComparison {
  schema: "jochi.firewall-comparison/1";
  changes: ToldChange[];
  changesMore: number;
  /** False where the search was cut short. */
  complete: boolean;
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
  const options = { crossing, ...(sources && { sources }) };
  const found = compare(before.policy, after.policy, options);
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
    })),
    changesMore: found.changesMore,
    complete: found.complete,
  };
}

function textsOf(source: Source, changes: readonly Change[], side: "before" | "after") {
  return linesOf(
    source,
    changes.map((change) => change[side].line),
  );
}
