import type { FactOf, Wish } from "../evidence/facts.ts";
import type { Reason } from "../evidence/report.ts";
import type { Row } from "../guide/guide.ts";
import type { Case } from "./case.ts";
import {
  failed,
  type LayerResult,
  notTested,
  passed,
  reason,
  rounded,
  undecided,
} from "./layer.ts";
import {
  isDeadAddress,
  isDeadNeighbour,
  isRationed,
  leadsNowhere,
  quietWish,
  silenceOf,
} from "./rationed.ts";
import { walkOf } from "./walk.ts";

type Tcp = FactOf<"row">["tcp"];
type Target = Pick<Row, "host" | "address" | "port" | "protocol">;

/** After this long without ICMP, silence is no dead host's any more. */
const patientMs = 3_100;
/** A port that no guide names, for asking whether an address lives. */
export const controlPort = 64_999;

/** Nearer than this share of the far end's time is not the far end; TCP answers at once. */
const nearShare = 0.5;
const farShare = 0.8;
/** A line is steady where its usual answer takes less than this times its quickest. */
const steadyFactor = 1.5;
/** Below this, both ends of the way are too near to each other to be told apart, ms. */
const tellApartMs = 3;

export function judgeTcp(the: Case, row: Target): LayerResult {
  const walk = walkOf(the.book, row);
  return walk ? judgeOutcome(the, row, walk.tcp) : notTested;
}

function judgeOutcome(the: Case, row: Target, tcp: Tcp): LayerResult {
  const ms = rounded(tcp.ms);
  switch (tcp.outcome) {
    case "ok":
      return passed(reason("reason.tcp.ok", { ms }));
    case "timeout":
      return judgeSilence(the, row, tcp);
    case "refused":
    case "reset":
    case "closed":
      return judgeRefusal(the, row, ms);
    case "host-unreachable":
      return judgeUnreachableHost(the, row, tcp.ms);
    case "net-unreachable":
      return judgeUnreachableNet(the, row, ms);
    case "not-permitted":
      return failed("tcp.reject", reason("reason.tcp.not-permitted"));
    case "guarded":
      return undecided("insufficient", reason("decide.connect"), [], reason("reason.guarded"));
    default:
      return undecided("insufficient", reason("decide.connect"), [], reason("reason.not-tested"));
  }
}

function judgeUnreachableHost(the: Case, row: Target, ms: number): LayerResult {
  const told = { ms: rounded(ms) };
  const dead = isDeadNeighbour(the, ms);
  if (dead === undefined) return judgeRationed(the, row, reason("reason.tcp.unreachable", told));
  return dead
    ? failed("ip.dead-host", reason("reason.tcp.no-host", told))
    : failed("tcp.reject", reason("reason.tcp.unreachable", told));
}

function judgeSilence(the: Case, row: Target, tcp: Tcp): LayerResult {
  const silent = reason("reason.tcp.silent", { attempts: tcp.attempts, ms: rounded(tcp.ms) });
  if (tcp.attempts === 0) return notTested;
  if (isDeadAddress(the, row.address)) {
    return failed("ip.dead-host", silent, reason("reason.tcp.dead-sister"));
  }
  if (isRationed(the)) return judgeRationed(the, row, silent);
  const other = answeringPort(the, row);
  if (other !== undefined) {
    return failed("tcp.drop", silent, reason("reason.tcp.other-port-answers", { port: other }));
  }
  if (tcp.attempts >= 3 && tcp.ms >= patientMs) {
    return failed("tcp.drop", silent, reason("reason.tcp.no-icmp"));
  }
  return undecided("tcp", reason("decide.wait-for-icmp"), [], silent);
}

/** Silence among many ICMP messages may be a message that the router held back. */
function judgeRationed(the: Case, row: Target, silent: Reason): LayerResult {
  const meaning = silenceOf(the, row);
  const sampled = reason("reason.tcp.sampled");
  switch (meaning) {
    case undefined:
      return undecided("tcp", reason("decide.quiet-line"), [quietWish(the)], silent);
    case "reject":
      return leadsNowhere(the)
        ? failed("net.no-route", silent, sampled)
        : failed("tcp.reject", silent, sampled);
    case "dead":
      return failed("ip.dead-host", silent, sampled);
    case "drop":
      return failed("tcp.drop", silent, sampled);
    default:
      return undecided("insufficient", reason("decide.quiet-line"), [], silent);
  }
}

/** A port of the same address from which something came back. */
function answeringPort({ book }: Case, { address }: Target): number | undefined {
  const answers = (tcp: Tcp) => tcp.outcome === "ok" || tcp.outcome === "refused";
  const row = book.all("row").find((e) => e.with.address === address && answers(e.fact.tcp));
  const control = book
    .all("control-port")
    .find((e) => e.with.address === address && answers(e.fact));
  return row?.with.port ?? control?.with.port;
}

/** A refusal comes by ICMP from a device, or by RST from a device or the far end itself. */
function judgeRefusal(the: Case, row: Target, ms: number): LayerResult {
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

function judgeUnreachableNet(the: Case, row: Target, ms: number): LayerResult {
  const unreachable = reason("reason.tcp.unreachable", { ms });
  const route = the.book.get("route", { address: row.address });
  if (!route) {
    const wants: Wish[] = [{ probe: "route", with: { address: row.address } }];
    return undecided("net.no-route", reason("decide.route"), wants, unreachable);
  }
  if (route.state === "found" && !route.value) {
    return failed("net.no-route", unreachable, reason("reason.tcp.no-route"));
  }
  if (leadsNowhere(the)) {
    return failed("net.no-route", unreachable, reason("reason.tcp.no-route-anywhere"));
  }
  return failed("tcp.reject", unreachable, reason("reason.tcp.route-exists"));
}
