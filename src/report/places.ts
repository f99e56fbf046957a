import type { CheckResult, Seen } from "../evidence/report.ts";
import type { Certainty, Owner } from "../evidence/verdict.ts";
import { activeFindings } from "./summary.ts";
import { type Mark, markOf } from "./view.ts";

/** Where a payment passes on its way to the servers. */
export type Place = "pc" | "firewall";

/** How this PC stands, and what is between it and the servers. */
export type Places = Record<Place, Mark>;

/** Those who look after what stands between the PC and the servers. */
const between: readonly Owner[] = ["network", "security", "proxy", "dns"];

export function placesOf(diagnosis: Seen): Places {
  return { pc: pcOf(diagnosis), firewall: firewallOf(diagnosis) };
}

/** As many servers as must agree before one trusts their clocks more than the PC's. */
const witnessesLeast = 2;

/**
 * What is proved of the places while evidence is still coming in, so that it need not be taken back:
 * the PC is well when everything about it is known, and its clock from two servers; what is between is
 * to blame only where a cause is confirmed, and well when every row is.
 *
 * @param isLocalOver whether everything about the PC itself has been gathered
 */
export function provenSoFar(diagnosis: Seen, isLocalOver: boolean): Partial<Places> {
  const { pc, firewall } = placesOf(diagnosis);
  const proven: Partial<Places> = {};
  if (isLocalOver && (pc === "bad" || (pc === "ok" && isClockAgreed(diagnosis)))) proven.pc = pc;
  const own = diagnosis.checks.filter(isOwn);
  if (own.some(({ kind, verdict }) => kind !== "agent" && verdict === "fail")) proven.pc = "bad";
  if (firewall === "ok" || isOwned(diagnosis, between, ["confirmed"])) proven.firewall = firewall;
  return proven;
}

function isClockAgreed({ checks }: Seen): boolean {
  const [because] = checks.find(({ kind }) => kind === "clock")?.because ?? [];
  return Number(because?.with?.servers ?? 0) >= witnessesLeast;
}

const isOwn = ({ kind }: CheckResult) => kind !== "endpoint" && kind !== "resolver";

function pcOf(diagnosis: Seen): Places["pc"] {
  if (isOwned(diagnosis, ["user", "pc-admin"])) return "bad";
  const own = diagnosis.checks.filter(isOwn);
  if (own.some(({ verdict }) => verdict === "fail")) return "bad";
  if (own.some(({ verdict }) => verdict === "unknown")) return "unsure";
  return own.some(({ verdict }) => verdict === "pass") ? "ok" : "unsure";
}

function firewallOf(diagnosis: Seen): Places["firewall"] {
  if (isOwned(diagnosis, between)) return "bad";
  const marks = diagnosis.endpoints.map(({ verdict }) => markOf(verdict));
  return marks.length > 0 && marks.every((mark) => mark === "ok") ? "ok" : "unsure";
}

/** Whether a cause is known for which one of them has to act; one that is only possible accuses nobody. */
function isOwned(
  diagnosis: Seen,
  owners: readonly Owner[],
  sure: readonly Certainty[] = ["confirmed", "likely"],
): boolean {
  return activeFindings(diagnosis).some(
    ({ certainty, owner }) => sure.includes(certainty) && owners.includes(owner),
  );
}
