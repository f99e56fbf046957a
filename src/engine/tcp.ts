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
import { judgeRefusal } from "./tcp-refusal.ts";
import { walkOf } from "./walk.ts";

type Tcp = FactOf<"row">["tcp"];
type Target = Pick<Row, "host" | "address" | "port" | "protocol">;

/** After this long without ICMP, silence is no dead host's any more. */
const patientMs = 3_100;
/** A port that no guide names, for asking whether an address lives. */
export const controlPort = 64_999;

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
