import { isIPv4 } from "node:net";
import { networkInterfaces } from "node:os";
import type { Reading } from "../failure.ts";
import { isLoopback } from "../guard.ts";
import type { NetworkInterface } from "../machine.ts";
import { socketFailure } from "./codes.ts";

/** Where a PC is: its interfaces, and whether it knows a way to an address. */
export function interfaces(): Reading<NetworkInterface[]> {
  const found = Object.entries(networkInterfaces()).flatMap(([name, addresses = []]) =>
    addresses.map(({ address, internal }) => ({ name, address, loopback: internal })),
  );
  return { state: "found", value: found };
}

export async function hasRoute(address: string): Promise<Reading<boolean>> {
  if (!isIPv4(address)) return { state: "unreadable", failure: "other", code: "ERR_INVALID_IP" };
  if (isLoopback(address)) return { state: "found", value: true };
  const { hasRouteTo } = await import("./dns.ts");
  const answer = await hasRouteTo(address);
  if (typeof answer === "boolean") return { state: "found", value: answer };
  return { state: "unreadable", ...socketFailure({ code: answer, syscall: "connect" }) };
}
