import { randomBytes } from "node:crypto";
import { carried } from "../carry/carried.ts";
import { spokenCode } from "../carry/code.ts";
import { pathOf, sideOf } from "../carry/draw.ts";
import { CarryFault } from "../carry/fault.ts";
import { matrixOf, paperSize } from "../carry/qr.ts";
import { isDiagnosedAlike } from "../carry/same.ts";
import { diagnose as judge } from "../engine/diagnose.ts";
import type { Evidence } from "../evidence/evidence.ts";
import type { Guide } from "../guide/guide.ts";
import type { WayOut } from "../portal/wire.ts";
import { type Removal, redact } from "../redact/redact.ts";
import { activeFindings, statusOf } from "../report/summary.ts";
import { limits } from "./limits.ts";
import { refuse } from "./refusal.ts";

/** Nobody keeps it: what the tokens stand for cannot be found out by trying. */
const keyBytes = 32;

/**
 * What `jochi evidence export --qr --code` gives, for the page: evidence without people and places,
 * as codes and digits from which the same findings follow. Throws a Refusal where they would not.
 */
export function wayOut(
  guide: Guide,
  evidence: Evidence,
  key: Uint8Array = randomBytes(keyBytes),
): WayOut {
  const { diagnosis } = judge(guide, evidence);
  const { evidence: told, removals } = redact(evidence, guide, key);
  if (!isDiagnosedAlike(guide, told, diagnosis)) throw refuse("not-alike");
  const otherwise = statusOf(diagnosis) === "healthy" ? "healthy" : "unknown";
  return {
    spoken: spokenCode(guide, activeFindings(diagnosis), otherwise).split(" "),
    series: seriesOf(guide, told),
    removals: once(removals),
  };
}

/** Null where the report is too much for codes: the digits can still be read out. */
function seriesOf(guide: Guide, evidence: Evidence): WayOut["series"] {
  const end = performance.now() + limits.thinMs;
  try {
    const { series } = carried(guide, evidence, paperSize, () => performance.now() < end);
    const { id, needed, texts } = series;
    const matrices = texts.map(matrixOf);
    const codes = matrices.map((matrix) => ({ side: sideOf(matrix), path: pathOf(matrix) }));
    return { id, needed, codes };
  } catch (error) {
    if (error instanceof CarryFault && error.code === "too-large") return null;
    throw error;
  }
}

/** What stands at several places is told of once, with the first of them. */
function once(removals: readonly Removal[]): WayOut["removals"] {
  const alike = Map.groupBy(removals, ({ kind, token }) => `${kind} ${token}`);
  return [...alike.values()].map((all) => ({
    ...all[0]!,
    times: all.reduce((sum, { times }) => sum + times, 0),
  }));
}
