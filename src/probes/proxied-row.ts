import type { FactOf, Given } from "../evidence/facts.ts";
import { isIPv4 } from "../evidence/ipv4.ts";
import type { Connection } from "../machine/machine.ts";
import { connectPatiently } from "./_connect.ts";
import { pageBytes } from "./_page.ts";
import { deservesAnotherTry, walkAbove, withGist } from "./_walk.ts";
import type { Hands, Probe } from "./probe.ts";

type Seen = FactOf<"proxied-row">;

/** How long the system may take to find a proxy that is given by name, ms. */
const lookupMs = 2_500;

/** Walks one opening through the first proxy that answers, as the browser would. */
export const proxiedRow: Probe<"proxied-row"> = {
  id: "proxied-row",
  async gather(hands, given) {
    let dead: Seen | undefined;
    for (const proxy of given.proxies) {
      const seen = await through(hands, given, proxy);
      if (seen.tcp.outcome === "ok") return seen;
      dead ??= seen;
    }
    return dead ?? { proxy: "", tcp: { outcome: "other", attempts: 0, ms: 0 } };
  },
};

async function through(hands: Hands, given: Given<"proxied-row">, proxy: string): Promise<Seen> {
  const first = await walk(hands, given, proxy, 1);
  const { proxy: _proxy, tcp: _tcp, connect, ...above } = first;
  const refused = connect !== undefined && (!connect.ok || connect.status !== 200);
  if (refused || !deservesAnotherTry(above) || hands.signal.aborted) return first;
  return walk(hands, given, proxy, 2);
}

async function walk(
  hands: Hands,
  given: Given<"proxied-row">,
  proxy: string,
  patience: number,
): Promise<Seen> {
  const { name, port } = splitAuthority(proxy);
  const address = await addressOf(hands, name);
  if (address === undefined) return { proxy, tcp: { outcome: "other", attempts: 0, ms: 0 } };
  const { tcp, connection } = await connectPatiently(hands, address, port);
  if (!connection) return { proxy, tcp: tcp.outcome === "ok" ? { ...tcp, outcome: "reset" } : tcp };
  try {
    return { proxy, tcp, ...(await ask(hands, given, connection, patience)) };
  } finally {
    connection.close();
  }
}

/** CONNECT and what stands above it, or a whole URL for plain http. */
async function ask(
  hands: Hands,
  given: Given<"proxied-row">,
  connection: Connection,
  patience: number,
): Promise<Omit<Seen, "proxy" | "tcp">> {
  const { host, port, protocol } = given;
  const limits = { timeoutMs: hands.pace.answerWithinMs() * patience * 2, maxBytes: pageBytes };
  if (protocol === "http") {
    const path = `http://${port === 80 ? host : `${host}:${port}`}/`;
    return { http: withGist(await connection.http({ method: "GET", path, host, ...limits })) };
  }
  const path = `${host}:${port}`;
  const answer = await connection.http({ method: "CONNECT", path, host: path, ...limits });
  const connect = withGist(answer);
  if (!connect.ok || connect.status !== 200) return { connect };
  return { connect, ...(await walkAbove(hands, connection, given, patience)) };
}

async function addressOf({ machine }: Hands, name: string): Promise<string | undefined> {
  if (isIPv4(name)) return name;
  const answer = await machine.lookup(name, { timeoutMs: lookupMs });
  return answer.ok ? answer.addresses[0] : undefined;
}

/** `host:port` of a proxy; the port is 80 where none is given, as in a PAC answer. */
function splitAuthority(authority: string): { name: string; port: number } {
  const at = authority.lastIndexOf(":");
  const port = at < 0 ? Number.NaN : Number(authority.slice(at + 1));
  return Number.isInteger(port)
    ? { name: authority.slice(0, at), port }
    : { name: authority, port: 80 };
}
