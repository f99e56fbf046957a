import { runInNewContext } from "node:vm";
import type { World } from "../../machine/world.ts";
import { paymentOf } from "./payment.ts";

/** The agent's own words for what it found. Source: nos-script 1.13.0; there is no public word for a remote session. */
const words = {
  right: "59615036FA2C1A9EFC35D43EC6C77269",
  proxy: "2EA074D6A53044138EC6DB91CFE2691D",
  remote: "REMOTE",
} as const;

/**
 * What the agent of the certificate window answers to the questions of a wallet's page, `/?code=…`.
 * `undefined`: the question is none of these. `silent`: it holds the question without an answer.
 */
export function agentAnswer(world: World, url: URL): string | "silent" | undefined {
  const payment = paymentOf(world);
  if (payment === undefined) return undefined;
  const { facts } = world.pc;
  const busy = payment.agents.find(({ id }) => id === payment.busyAgent);
  if (busy && asks(url, busy.path)) return "silent";
  switch (url.searchParams.get("code")) {
    case "state":
      if (payment.session === "remote") return words.remote;
      return capturesLoopback(world) ? words.proxy : words.right;
    case "addon": {
      const has = (folders: string[]) => folders.some((path) => facts?.paths.includes(path));
      return payment.certificateWindow.folders.every(has) ? words.right : "";
    }
    case "certificates": {
      // The add-on is loaded only where Windows follows its signature to a root.
      const known = facts?.rootCertificates.filter(({ distrusted }) => !distrusted) ?? [];
      const has = (subjects: string[]) => known.some(({ subject }) => subjects.includes(subject));
      const list = JSON.stringify(payment.certificates);
      return payment.certificateWindow.roots.every(has) ? list : "silent";
    }
    default:
      return undefined;
  }
}

/** Whether it is the question of this path, with or without the name of a callback. */
function asks({ pathname, searchParams }: URL, path: string): boolean {
  const own = new URL(path, "https://127.0.0.1");
  return (
    pathname === own.pathname &&
    [...own.searchParams].every(([name, value]) => searchParams.get(name) === value)
  );
}

const pacMs = 200;

/** Whether programs of this PC are told to reach the PC itself by a proxy. */
function capturesLoopback({ pc: { proxy, pac } }: World): boolean {
  if (proxy.pacUrl !== undefined) return pac !== undefined && sendsLoopback(pac);
  const used = proxy.http !== undefined || proxy.https !== undefined;
  return used && proxy.bypass.includes("<-loopback>");
}

/** Asks the script itself. It is a text of the lab's own; one that breaks sends nothing anywhere. */
function sendsLoopback(pac: string): boolean {
  try {
    const ask = `${pac};FindProxyForURL("https://127.0.0.1/", "127.0.0.1")`;
    return !String(runInNewContext(ask, {}, { timeout: pacMs })).startsWith("DIRECT");
  } catch {
    return false;
  }
}
