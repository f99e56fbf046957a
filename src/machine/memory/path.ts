import type { Failure } from "../failure.ts";
import type { FirewallAction, World } from "../world.ts";
import type { Peer } from "./peer.ts";
import { hasRoute, type Side, sideOf } from "./place.ts";

/** What Linux tells a program about a way to be turned away. */
export interface Refusal {
  failure: Failure;
  code: string;
}

/** What a connection request comes to, and after how long; `undefined`: nothing ever comes back. */
export type Arrival =
  | { kind: "connected"; afterMs: number }
  | ({ kind: "refused"; afterMs: number } & Refusal)
  /** Up to the router's ICMP; the requests that get there are sent from `afterMs` on. */
  | ({ kind: "turned-away" | "dead-host"; afterMs: number } & Refusal);

/** Linux sends a connection request again after 1, 3, 7 and 15 s. */
export const requestsAtMs = [0, 1_000, 3_000, 7_000, 15_000] as const;
const loopbackMs = 0.05;
export const nearMs = 0.3;
/** What a host adds to the way there and back. */
const hostMs = 0.2;
const leastRetransmitMs = 200;
const mostRetransmits = 8;

const rejections: Record<Exclude<FirewallAction, "accept" | "drop">, Refusal> = {
  "tcp-reset": { failure: "refused", code: "ECONNREFUSED" },
  "icmp-port-unreachable": { failure: "refused", code: "ECONNREFUSED" },
  "icmp-host-unreachable": { failure: "host-unreachable", code: "EHOSTUNREACH" },
  "icmp-host-prohibited": { failure: "host-unreachable", code: "EHOSTUNREACH" },
  "icmp-admin-prohibited": { failure: "host-unreachable", code: "EHOSTUNREACH" },
  "icmp-net-unreachable": { failure: "net-unreachable", code: "ENETUNREACH" },
  "icmp-net-prohibited": { failure: "net-unreachable", code: "ENETUNREACH" },
};

const noRoute = { failure: "net-unreachable", code: "ENETUNREACH" } as const;

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
  target: { address: string; port: number; peer: Peer | undefined; dead: boolean },
): Arrival | undefined {
  const { address, port, peer, dead } = target;
  if (!hasRoute(world, address)) return { kind: "refused", afterMs: 0, ...noRoute };
  if (way.side === "internet") {
    const action = firewallAction(world, address, port);
    if (action === "drop") return undefined;
    if (action === "tcp-reset") {
      return { kind: "refused", afterMs: nearMs, ...rejections[action] };
    }
    if (action !== "accept") return { kind: "turned-away", afterMs: 0, ...rejections[action] };
  }
  const sentMs = requestsAtMs.find(() => !way.loses() && !way.loses());
  if (sentMs === undefined) return undefined;
  if (dead) return { kind: "dead-host", afterMs: sentMs, ...rejections["icmp-host-unreachable"] };
  const afterMs = sentMs + way.roundTripMs();
  if (peer === undefined) return { kind: "refused", afterMs, ...rejections["tcp-reset"] };
  const cut = peer.kind === "service" && peer.service.behaviour === "accept-then-reset";
  return cut
    ? { kind: "refused", afterMs, failure: "reset", code: "ECONNRESET" }
    : { kind: "connected", afterMs };
}
