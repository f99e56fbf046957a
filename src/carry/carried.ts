import { diagnose as judge } from "../engine/diagnose.ts";
import type { Evidence } from "../evidence/evidence.ts";
import type { Guide } from "../guide/guide.ts";
import { pack } from "./pack.ts";
import { bytesIn, type CodeSize } from "./qr.ts";
import { cut, type Series } from "./series.ts";
import { thin } from "./thin.ts";

/** The series, its bytes before they were cut, and what it could do without. */
export interface Carried {
  series: Series;
  packed: Uint8Array;
  /** How many entries each probe's list lost. */
  left: Record<string, number>;
}

/**
 * Evidence as codes from which the same report follows: in a file there is room for everything, but
 * each code less is one that nobody has to scan. Throws a CarryFault where it is too much for codes.
 *
 * @param goesOn asked before each try to leave something out; once it says no, the rest stays
 */
export function carried(
  guide: Guide,
  evidence: Evidence,
  size: CodeSize,
  goesOn: () => boolean = () => true,
): Carried {
  const report = (one: Evidence) => JSON.stringify(judge(guide, one).diagnosis);
  const whole = report(evidence);
  const isSame = (tried: Evidence) => goesOn() && report(tried) === whole;
  const { evidence: thinned, left } = thin(evidence, isSame);
  const packed = pack(JSON.stringify(thinned));
  return { series: cut(packed, bytesIn(size)), packed, left };
}
