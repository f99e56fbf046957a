import type { ProxiedWalk } from "../evidence/facts.ts";
import { connectPatiently } from "./_connect.ts";
import { bodyBytes, deservesAnotherTry, walkAbove } from "./_walk.ts";
import type { Hands, Probe } from "./probe.ts";

type Given = Parameters<(typeof proxiedRow)["gather"]>[1];

/** Walks one opening through a proxy, as the browser would: CONNECT, or a whole URL for http. */
export const proxiedRow: Probe<"proxied-row"> = {
  id: "proxied-row",
  async gather(hands, given) {
    const first = await walk(hands, given, 1);
    const { tcp: _, connect, ...above } = first;
    const retry = deservesAnotherTry(above) && (connect === undefined || connect.ok);
    return retry && !hands.signal.aborted ? walk(hands, given, 2) : first;
  },
};

async function walk(hands: Hands, given: Given, patience: number): Promise<ProxiedWalk> {
  const { host, port, protocol, proxy } = given;
  const { address, port: proxyPort } = splitAuthority(proxy);
  const { tcp, connection } = await connectPatiently(hands, address, proxyPort);
  if (!connection) return { tcp };
  const timeoutMs = hands.pace.answerWithinMs() * patience * 2;
  try {
    if (protocol === "http") {
      const path = `http://${port === 80 ? host : `${host}:${port}`}/`;
      const http = await connection.http({
        method: "GET",
        path,
        host,
        timeoutMs,
        maxBytes: bodyBytes,
      });
      return { tcp, http };
    }
    const authority = `${host}:${port}`;
    const connect = await connection.http({
      method: "CONNECT",
      path: authority,
      host: authority,
      timeoutMs,
      maxBytes: bodyBytes,
    });
    if (!connect.ok || connect.status !== 200) return { tcp, connect };
    return { tcp, connect, ...(await walkAbove(hands, connection, given, patience)) };
  } finally {
    connection.close();
  }
}

/** `host:port` of a proxy; the port is 80 where none is given, as in a PAC answer. */
function splitAuthority(authority: string): { address: string; port: number } {
  const at = authority.lastIndexOf(":");
  const port = at < 0 ? Number.NaN : Number(authority.slice(at + 1));
  return Number.isInteger(port)
    ? { address: authority.slice(0, at), port }
    : { address: authority, port: 80 };
}
