import type { Failure } from "../failure.ts";
import type { FirewallAction, World } from "../world.ts";
import { hasRoute, type Side, sideOf } from "./place.ts";

/** What a connection request comes to, and after how long; `undefined`: nothing ever comes back. */
export type Arrival =
  | { afterMs: number; ok: true }
  | { afterMs: number; ok: false; failure: Failure; code: string; icmp: boolean };

/** Linux sends a connection request again after 1, 3, 7 and 15 s. */
const requestsAtMs = [0, 1_000, 3_000, 7_000, 15_000] as const;
/** Three unanswered ARP requests, one second apart, before the last hop says host unreachable. */
const deadHostMs = 3_060;
const loopbackMs = 0.05;
const nearMs = 0.3;
/** What a host adds to the way there and back. */
const hostMs = 0.2;
const leastRetransmitMs = 200;
const mostRetransmits = 8;

/** What Linux tells a program about each way to be turned away. */
const rejections: Record<
  Exclude<FirewallAction, "accept" | "drop">,
  { failure: Failure; code: string; icmp: boolean }
> = {
  "tcp-reset": { failure: "refused", code: "ECONNREFUSED", icmp: false },
  "icmp-port-unreachable": { failure: "refused", code: "ECONNREFUSED", icmp: true },
  "icmp-host-unreachable": { failure: "host-unreachable", code: "EHOSTUNREACH", icmp: true },
  "icmp-host-prohibited": { failure: "host-unreachable", code: "EHOSTUNREACH", icmp: true },
  "icmp-admin-prohibited": { failure: "host-unreachable", code: "EHOSTUNREACH", icmp: true },
  "icmp-net-unreachable": { failure: "net-unreachable", code: "ENETUNREACH", icmp: true },
  "icmp-net-prohibited": { failure: "net-unreachable", code: "ENETUNREACH", icmp: true },
};

const noRoute = { afterMs: 0, ok: false, failure: "net-unreachable", code: "ENETUNREACH" } as const;

export function firewallAction(world: World, address: string, port: number): FirewallAction {
  const rule = world.firewall.rules.find(
    (rule) =>
      (rule.address === undefined || rule.address === address) &&
      (rule.port === undefined || rule.port === port),
  );
  return rule?.action ?? world.firewall.policy;
}

/** The way between the PC and one place, with its delay, jitter and loss. */
export interface Way {
  side: Side;
  /** One round trip, ms. */
  roundTripMs(): number;
  /** Whether one packet there or back is lost. */
  loses(): boolean;
  /** One request and its answer on an open connection, lost packets sent again. */
  talkMs(packets: number): number;
}

export function wayTo(world: World, address: string, random: () => number): Way {
  const side = sideOf(address);
  const { delayMs, jitterMs, loss } = world.link;
  const far = side === "internet";
  const wayOutMs = () => (far ? delayMs + random() * jitterMs : 0);
  const base = side === "loopback" ? loopbackMs : far ? nearMs + hostMs : nearMs;
  const roundTripMs = () => base + wayOutMs();
  const loses = () => far && loss > 0 && random() < loss;
  return {
    side,
    roundTripMs,
    loses,
    talkMs(packets) {
      let ms = roundTripMs();
      let waitMs = Math.max(leastRetransmitMs, 2 * ms);
      for (let packet = 0; packet < packets; packet += 1) {
        for (let again = 0; again < mostRetransmits && loses(); again += 1) {
          ms += waitMs;
          waitMs *= 2;
        }
      }
      return ms;
    },
  };
}

/** Follows the connection requests of one attempt until something answers one of them. */
export function request(
  world: World,
  way: Way,
  target: { address: string; port: number; listening: boolean; dead: boolean },
): Arrival | undefined {
  const { address, port, listening, dead } = target;
  if (!hasRoute(world, address)) return { ...noRoute, icmp: false };
  if (way.side === "internet") {
    const action = firewallAction(world, address, port);
    if (action === "drop") return undefined;
    if (action !== "accept") return { afterMs: nearMs, ok: false, ...rejections[action] };
  }
  const sentMs = requestsAtMs.find(() => !way.loses() && !way.loses());
  if (sentMs === undefined) return undefined;
  if (dead) {
    return { afterMs: sentMs + deadHostMs, ok: false, ...rejections["icmp-host-unreachable"] };
  }
  const afterMs = sentMs + way.roundTripMs();
  return listening ? { afterMs, ok: true } : { afterMs, ok: false, ...rejections["tcp-reset"] };
}
