import type { FactOf, Wish } from "../evidence/facts.ts";
import type { Case, Target } from "./case.ts";
import { failed, type LayerResult, reason, rounded, undecided } from "./layer.ts";

/** Nearer than this share of the far end's time is not the far end; TCP answers at once. */
const nearShare = 0.5;
const farShare = 0.8;
/** A line is steady where its usual answer takes less than this times its quickest. */
const steadyFactor = 1.5;
/** Below this, both ends of the way are too near to each other to be told apart, ms. */
const tellApartMs = 3;

/** A refusal comes by ICMP from a device, or by RST from a device or the far end itself. */
export function judgeRefusal(the: Case, row: Target, ms: number): LayerResult {
  const refused = reason("reason.tcp.refused", { ms });
  const byIcmp = refusedByIcmp(the, row);
  if (byIcmp === undefined) {
    const wants = refusalSample(the, row);
    return undecided("tcp", reason("decide.icmp-count"), wants, refused);
  }
  return byIcmp
    ? failed("tcp.reject", refused, reason("reason.tcp.icmp"))
    : judgeReset(the, row, ms);
}

/** A few refusals are looked into one by one; of many, a sample that agrees speaks for all. */
const refusalSamples = 3;

function refusalSample({ book }: Case, { address, port }: Target): Wish[] {
  const refused = book.all("row").filter(({ fact }) => fact.tcp.outcome === "refused");
  const step = Math.max(1, Math.floor(refused.length / refusalSamples));
  const sample = refused.filter((_, index) => index % step === 0).slice(0, refusalSamples);
  const asked = sample.filter((e) => !book.asked("icmp-count", pick(e.with)));
  if (asked.length > 0) return asked.map((e) => ({ probe: "icmp-count", with: pick(e.with) }));
  return [{ probe: "icmp-count", with: { address, port } }];
}

const pick = ({ address, port }: Pick<Target, "address" | "port">) => ({ address, port });

/** Whether the row's refusal came by ICMP; undefined where neither it nor the sample tells. */
function refusedByIcmp({ book }: Case, { address, port }: Target): boolean | undefined {
  const own = book.get("icmp-count", { address, port });
  if (own && own.attempts > 0) return movedCounter(own);
  const seen = book.all("icmp-count").filter(({ fact }) => fact.attempts > 0);
  const answers = new Set(seen.map(({ fact }) => movedCounter(fact)));
  const [only] = answers;
  if (seen.length >= refusalSamples && answers.size === 1) return only;
  return own ? false : undefined;
}

function movedCounter({ attempts, unreachables }: FactOf<"icmp-count">): boolean {
  return unreachables.state === "found" && unreachables.value >= attempts;
}

/** Who sent the RST is told by how far it came, where the far end is far enough. */
function judgeReset(the: Case, row: Target, ms: number): LayerResult {
  const refused = reason("reason.tcp.refused", { ms });
  const decidedBy = reason("decide.distance");
  const open = openReference(the, row);
  if (!open) return undecided("tcp", decidedBy, [], refused);
  const given = { address: row.address, port: row.port, ...open };
  const near = the.book.get("near", given);
  if (!near) return undecided("tcp", decidedBy, [{ probe: "near", with: given }], refused);
  const { refused: refusals, open: answers } = near;
  if (!refusals || !answers || answers.leastMs < tellApartMs) {
    return undecided("tcp", decidedBy, [], refused, reason("reason.tcp.too-near"));
  }
  const gaps = { ms: rounded(refusals.leastMs), openMs: rounded(answers.leastMs) };
  // On a line whose times scatter, the shortest of a few says little about distance.
  if (answers.typicalMs > answers.leastMs * steadyFactor) {
    return undecided("tcp", decidedBy, [], refused, reason("reason.tcp.unsteady"));
  }
  if (refusals.typicalMs <= answers.leastMs * nearShare) {
    return failed("tcp.reject", refused, reason("reason.tcp.near", gaps));
  }
  const same = open.openAddress === row.address;
  if (same && refusals.leastMs >= answers.leastMs * farShare) {
    return failed("tcp.closed", refused, reason("reason.tcp.far", gaps));
  }
  return undecided("tcp", decidedBy, [], refused, reason("reason.tcp.unsteady"));
}

/** An open port on the same address, or, for telling a near refusal only, on a sister address. */
function openReference({ book }: Case, row: Target) {
  const open = book
    .all("row")
    .filter((e) => e.fact.tcp.outcome === "ok")
    .map((e) => ({ host: e.with.host, openAddress: e.with.address, openPort: e.with.port }));
  const same = open.find(({ openAddress }) => openAddress === row.address);
  const sister = open.find(({ host }) => host === row.host);
  const found = same ?? sister;
  return found && { openAddress: found.openAddress, openPort: found.openPort };
}
