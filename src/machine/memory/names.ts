import type { DnsFailure } from "../failure.ts";
import type { DnsOutcome } from "../machine.ts";
import type { World } from "../world.ts";
import type { VirtualClock } from "./clock.ts";
import { hasRoute } from "./place.ts";

/** What one resolver does with one question; `silent` leaves it to the caller's limit. */
type Reply = { addresses: string[] } | { failure: Exclude<DnsFailure, "timeout"> } | "silent";

const answerMs = 0.4;
/** glibc gives each server five seconds, and goes through the list twice. */
const serverMs = 5_000;
const rounds = 2;

const codes: Partial<Record<DnsFailure, string>> = {
  nxdomain: "ENOTFOUND",
  nodata: "ENODATA",
  servfail: "ESERVFAIL",
  refused: "EREFUSED",
  closed: "ECONNREFUSED",
  timeout: "ETIMEOUT",
  unreachable: "ENETUNREACH",
};

function plain(name: string): string {
  return name.toLowerCase().replace(/\.$/, "");
}

function reply(world: World, server: string, name: string): Reply {
  if (!hasRoute(world, server)) return { failure: "unreachable" };
  const resolver = world.resolvers[server];
  if (resolver === undefined) return "silent";
  if (!resolver.listening) return { failure: "closed" };
  const behaviour = resolver.names[name] ?? resolver.otherwise;
  switch (behaviour.kind) {
    case "silent":
      return "silent";
    case "addresses":
      return { addresses: behaviour.addresses };
    case "answer": {
      const addresses = world.names[name] ?? resolver.wildcard;
      if (addresses === undefined) return { failure: "nxdomain" };
      return addresses.length > 0 ? { addresses } : { failure: "nodata" };
    }
    default:
      return { failure: behaviour.kind };
  }
}

function failed(failure: DnsFailure, ms: number, code = codes[failure]): DnsOutcome {
  return code === undefined ? { ok: false, failure, ms } : { ok: false, failure, code, ms };
}

/** One question to one resolver. `onClosed` is told of the ICMP message a closed port sends. */
export async function askResolver(
  world: World,
  clock: VirtualClock,
  question: { server: string; name: string; timeoutMs: number },
  onClosed: () => void,
): Promise<DnsOutcome> {
  const { server, name, timeoutMs } = question;
  const begun = clock.elapsed();
  const since = () => clock.elapsed() - begun;
  const answer = reply(world, server, plain(name));
  const unreachable =
    answer !== "silent" && "failure" in answer && answer.failure === "unreachable";
  const afterMs = answer === "silent" ? Number.POSITIVE_INFINITY : unreachable ? 0 : answerMs;
  await clock.wait(Math.min(afterMs, timeoutMs));
  if (answer === "silent" || afterMs > timeoutMs) return failed("timeout", since());
  if ("addresses" in answer) return { ok: true, addresses: [...answer.addresses], ms: since() };
  if (answer.failure === "closed") onClosed();
  return failed(answer.failure, since());
}

/**
 * What programs get from the operating system: the hosts file, then each resolver in turn as glibc
 * asks them. Only "no such name" and "no address" decide; every other trouble is one word.
 */
export async function lookUp(
  world: World,
  clock: VirtualClock,
  name: string,
  timeoutMs: number,
  onClosed: () => void,
): Promise<DnsOutcome> {
  const begun = clock.elapsed();
  const since = () => clock.elapsed() - begun;
  const asked = plain(name);
  if (/^\d+\.\d+\.\d+\.\d+$/.test(asked)) return { ok: true, addresses: [asked], ms: 0 };
  const listed = world.pc.hosts.filter((entry) => plain(entry.name) === asked);
  if (listed.length > 0) {
    return { ok: true, addresses: listed.map(({ address }) => address), ms: since() };
  }
  if (asked === "localhost") return { ok: true, addresses: ["127.0.0.1"], ms: since() };
  const servers = Array.from({ length: rounds }, () => world.pc.resolvers).flat();
  for (const server of servers) {
    const leftMs = timeoutMs - since();
    if (leftMs <= 0) return failed("timeout", since());
    const limitMs = Math.min(serverMs, leftMs);
    const question = { server, name: asked, timeoutMs: limitMs };
    const outcome = await askResolver(world, clock, question, onClosed);
    if (outcome.ok) return { ...outcome, ms: since() };
    const decided = outcome.failure === "nxdomain" || outcome.failure === "nodata";
    if (decided) return failed("nxdomain", since(), "ENOTFOUND");
  }
  return since() >= timeoutMs ? failed("timeout", since()) : failed("other", since(), "EAI_AGAIN");
}
