import type { FactOf, Wish } from "../evidence/facts.ts";
import type { Case, Target } from "./case.ts";

type Tcp = FactOf<"row">["tcp"];

/** From so many ICMP messages on, further ones may have been held back by the router. */
const burst = 5;
/**
 * A router gives a neighbour up after three seconds; a request that joins the wait late may have to
 * wait less. A device that rejects answers at once, or one second later, when the request is
 * repeated.
 */
const neighbourMs = 1_900;
const samples = 3;

const isUnreachable = ({ outcome }: Tcp) =>
  outcome === "host-unreachable" || outcome === "net-unreachable";

/**
 * Whether so many ICMP messages came that silence elsewhere may be a message held back. Refusals
 * count too, for they may have come by ICMP.
 */
export function isRationed({ book }: Case): boolean {
  const byIcmp = book.all("icmp-count").some(({ fact }) => {
    return fact.unreachables.state === "found" && fact.unreachables.value > 0;
  });
  // Each request of a row that was told so may have used up a message.
  const messages = book
    .all("row")
    .filter(({ fact: { tcp } }) => isUnreachable(tcp) || (byIcmp && tcp.outcome === "refused"))
    .reduce((sum, { fact }) => sum + fact.tcp.attempts, 0);
  return messages >= burst;
}

/**
 * Whether a host-unreachable speaks of a dead neighbour and not of a device that rejects; undefined
 * where a device rejects and its message may only have been late.
 */
export function isDeadNeighbour(the: Case, ms: number): boolean | undefined {
  if (ms < neighbourMs) return false;
  return hasRejections(the) && hasSilence(the) ? undefined : true;
}

/** Where every row was told something, nothing was held back. */
function hasSilence({ book }: Case): boolean {
  return book.all("row").some(({ fact }) => fact.tcp.outcome === "timeout");
}

/** Whether some device answered at once that a host cannot be reached. */
function hasRejections({ book }: Case): boolean {
  return book
    .all("row")
    .some(({ fact: { tcp } }) => tcp.outcome === "host-unreachable" && tcp.ms < neighbourMs);
}

/** Whether another port of the address has been found dead, so that this one is too. */
export function isDeadAddress(the: Case, address: string): boolean {
  return the.book
    .all("row")
    .some(
      ({ with: given, fact: { tcp } }) =>
        given.address === address &&
        tcp.outcome === "host-unreachable" &&
        tcp.ms >= neighbourMs &&
        isDeadNeighbour(the, tcp.ms) === true,
    );
}

/** Every message that came says that there is no network that way, and nobody answered at all. */
export function leadsNowhere({ book }: Case): boolean {
  const outcomes = book.all("row").map(({ fact }) => fact.tcp.outcome);
  const told = outcomes.filter((outcome) => outcome === "net-unreachable").length;
  const silent = outcomes.filter((outcome) => outcome === "timeout").length;
  return outcomes.length > 1 && told > 0 && told + silent === outcomes.length;
}

/** Asks a few of the silent places again on a quiet line. */
export function quietWish(the: Case): Wish {
  const late = (tcp: Tcp) => tcp.outcome === "host-unreachable" && tcp.ms >= neighbourMs;
  const silent = the.book
    .all("row")
    .filter(({ fact: { tcp } }) => tcp.outcome === "timeout" || late(tcp))
    .sort((a, b) => Number(late(b.fact.tcp)) - Number(late(a.fact.tcp)));
  const perAddress = [...new Map(silent.map((e) => [e.with.address, e.with])).values()];
  const step = Math.max(1, Math.floor(perAddress.length / samples));
  const targets = perAddress
    .filter((_, index) => index % step === 0)
    .slice(0, samples)
    .map(({ address, port }) => ({ address, port }));
  return { probe: "quiet", with: { targets } };
}

/** What silence stands for, as the places asked again show it. */
export type Silence = "reject" | "dead" | "drop" | "unknown";

/**
 * The sample's answer for a row: its own address's, or, for a rejecting device, everybody's where
 * all agree. That one host is dead says nothing about another.
 */
export function silenceOf(the: Case, { address }: Target): Silence | undefined {
  const sample = the.book.one("quiet");
  if (!sample) return undefined;
  const rejects = hasRejections(the);
  const meanings = new Set(sample.map(({ tcp }) => meaningOf(tcp, rejects)));
  const own = sample.find((one) => one.address === address);
  // Silence counts only where a host known to be dead was heard of again, and no other used up
  // the message.
  const starved = meanings.has("dead") || sample.some((one) => isDeafControl(the, one));
  if (own) {
    const meaning = meaningOf(own.tcp, rejects);
    return starved && meaning === "drop" ? "unknown" : meaning;
  }
  if (starved) return "unknown";
  const [only] = meanings;
  return meanings.size === 1 && (only === "reject" || only === "drop") ? only : "unknown";
}

/** A place that was found dead before and is silent now shows that no message comes any more. */
function isDeafControl(the: Case, { address, tcp }: FactOf<"quiet">[number]): boolean {
  return tcp.outcome === "timeout" && isDeadAddress(the, address);
}

function meaningOf(tcp: FactOf<"quiet">[number]["tcp"], rejects: boolean): Silence {
  switch (tcp.outcome) {
    case "timeout":
      return "drop";
    case "refused":
    case "net-unreachable":
      return "reject";
    case "host-unreachable":
      // A request may join the wait for a neighbour that others began.
      return tcp.ms < neighbourMs && rejects ? "reject" : "dead";
    default:
      return "unknown";
  }
}
