import type { FactOf, Given } from "../evidence/facts.ts";
import { connectPatiently } from "./_connect.ts";
import { cutAbove, deservesAnotherTry, walkAbove } from "./_walk.ts";
import type { Hands, Probe } from "./probe.ts";

/** Walks one documented opening by its address: TCP, TLS, application. */
export const row: Probe<"row"> = {
  id: "row",
  async gather(hands, given) {
    const first = await walk(hands, given, 1);
    if (first.tcp.outcome !== "ok" || !deservesAnotherTry(first)) return first;
    if (hands.signal.aborted) return first;
    const second = await walk(hands, given, 2);
    return second.tcp.outcome === "ok" ? { ...second, tcp: first.tcp } : first;
  },
};

async function walk(hands: Hands, given: Given<"row">, patience: number): Promise<FactOf<"row">> {
  const { tcp, connection, cut } = await connectPatiently(hands, given.address, given.port);
  if (cut) return { tcp, ...cutAbove(given.protocol, cut) };
  if (!connection) return { tcp };
  const above = await walkAbove(hands, connection, given, patience);
  connection.close();
  return { tcp, ...above };
}
