import type { FactOf, Wish } from "../evidence/facts.ts";
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
import { walkOf } from "./walk.ts";

type Tcp = FactOf<"row">["tcp"];
type Target = Pick<Row, "host" | "address" | "port" | "protocol">;

/**
 * A neighbour that does not answer ARP costs its router about three seconds; a firewall that
 * rejects answers at once.
 */
const deadHostMs = 700;
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
      return tcp.ms >= deadHostMs
        ? failed("ip.dead-host", reason("reason.tcp.no-host", { ms }))
        : failed("tcp.reject", reason("reason.tcp.unreachable", { ms }));
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

function judgeSilence(the: Case, row: Target, tcp: Tcp): LayerResult {
  const silent = reason("reason.tcp.silent", { attempts: tcp.attempts, ms: rounded(tcp.ms) });
  if (tcp.attempts === 0) return notTested;
  const other = answeringPort(the, row);
  if (other !== undefined) {
    return failed("tcp.drop", silent, reason("reason.tcp.other-port-answers", { port: other }));
  }
  if (tcp.attempts >= 3 && tcp.ms >= patientMs) {
    return failed("tcp.drop", silent, reason("reason.tcp.no-icmp"));
  }
  return undecided("tcp", reason("decide.wait-for-icmp"), [], silent);
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
  const { address, port } = row;
  const refused = reason("reason.tcp.refused", { ms });
  const icmp = the.book.get("icmp-count", { address, port });
  if (!icmp) {
    const wants: Wish[] = [{ probe: "icmp-count", with: { address, port } }];
    return undecided("tcp", reason("decide.icmp-count"), wants, refused);
  }
  if (icmp.unreachables.state === "found" && icmp.attempts > 0) {
    if (icmp.unreachables.value >= icmp.attempts) {
      return failed("tcp.reject", refused, reason("reason.tcp.icmp"));
    }
  }
  return judgeReset(the, row, ms);
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
  const walks = the.book.all("row");
  const everywhere = walks.every((e) => e.fact.tcp.outcome === "net-unreachable");
  if (everywhere && walks.length > 1) {
    return failed("net.no-route", unreachable, reason("reason.tcp.no-route-anywhere"));
  }
  return failed("tcp.reject", unreachable, reason("reason.tcp.route-exists"));
}
