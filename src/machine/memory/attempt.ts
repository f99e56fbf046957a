import type { ConnectOutcome } from "../machine.ts";
import type { World } from "../world.ts";
import type { VirtualClock } from "./clock.ts";
import { openConnection } from "./connection.ts";
import { type Arrival, nearMs, request, requestsAtMs, wayTo } from "./path.ts";
import { peerAt } from "./peer.ts";
import { office, sideOf } from "./place.ts";
import type { Router } from "./router.ts";

interface Inside {
  world: World;
  clock: VirtualClock;
  now(): number;
  random(): number;
  router: Router;
}

interface Limits {
  timeoutMs: number;
  signal?: AbortSignal;
}

const abandoned = { ok: false, failure: "other", code: "ABORT_ERR" } as const;

/** One attempt to connect, with all the requests that the system sends for it. */
export async function attempt(
  inside: Inside,
  address: string,
  port: number,
  limits: Limits,
): Promise<ConnectOutcome> {
  const { world, clock, now, random } = inside;
  const { timeoutMs, signal } = limits;
  if (signal?.aborted) return { ...abandoned, ms: 0 };
  const begun = clock.elapsed();
  const since = () => clock.elapsed() - begun;
  const peer = peerAt(world, address, port);
  const way = wayTo(world, address, random);
  const target = { address, port, peer, dead: isDead(world, address) };
  const arrival = request(world, way, target);
  if (arrival?.kind === "turned-away" || arrival?.kind === "dead-host") {
    const told = await untilTold(inside, address, arrival, limits);
    if (signal?.aborted && !told) return { ...abandoned, ms: since() };
    if (!told) return { ok: false, failure: "timeout", ms: since() };
    return { ok: false, failure: arrival.failure, code: arrival.code, ms: since() };
  }
  const inTime = arrival !== undefined && arrival.afterMs < timeoutMs;
  if (!(await clock.wait(inTime ? arrival.afterMs : timeoutMs, signal))) {
    return { ...abandoned, ms: since() };
  }
  const ms = since();
  if (!inTime) return { ok: false, failure: "timeout", ms };
  if (arrival.kind === "refused") {
    return { ok: false, failure: arrival.failure, code: arrival.code, ms };
  }
  // Something listens, or the request would not have been accepted.
  return { ok: true, connection: openConnection({ world, clock, now, way }, peer!, ms), ms };
}

/** Sends each request in its turn until the router's ICMP message comes; false: it never did. */
async function untilTold(
  { clock, router }: Inside,
  address: string,
  { kind, afterMs }: Arrival,
  { timeoutMs, signal }: Limits,
): Promise<boolean> {
  const told = new AbortController();
  const tell = () => told.abort();
  const timers: (() => void)[] = [];
  const send = () => {
    if (kind === "turned-away") {
      if (router.turnsAway()) timers.push(clock.after(nearMs, tell));
      return;
    }
    const due = router.keep(address, tell);
    timers.push(clock.after(due - clock.elapsed(), router.settle));
  };
  for (const at of requestsAtMs) {
    if (at >= afterMs && at < timeoutMs) timers.push(clock.after(at, send));
  }
  await clock.wait(timeoutMs, signal ? AbortSignal.any([signal, told.signal]) : told.signal);
  for (const cancel of timers) cancel();
  return told.signal.aborted;
}

/** An office address that nobody has is as dead as a host that is off. */
function isDead(world: World, address: string): boolean {
  if (world.deadHosts.includes(address)) return true;
  if (sideOf(address) !== "office") return false;
  const known = [...Object.keys(world.proxies), ...Object.keys(world.services)];
  const lives = known.some((authority) => authority.startsWith(`${address}:`));
  return !lives && address !== office.pc && world.resolvers[address] === undefined;
}
