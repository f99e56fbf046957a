import type { TlsOutcome } from "../evidence/outcome.ts";
import type { Case, Target } from "./case.ts";
import type { ClockResult } from "./clock.ts";
import type { LayerResult } from "./layer.ts";
import { judgeFailure } from "./tls-failure.ts";
import { judgeSession } from "./tls-session.ts";

/** The TLS step of a walk. `separable`: a direct way, on which further tests can be made. */
export function judgeTls(
  the: Case,
  clock: ClockResult,
  row: Target,
  tls: TlsOutcome,
  separable: boolean,
): LayerResult {
  if (tls.ok) return judgeSession(the, clock, row, tls, separable);
  return judgeFailure(the, row, tls, separable);
}
