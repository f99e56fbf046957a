import type { FactOf } from "../evidence/facts.ts";
import { isIPv4 } from "../evidence/ipv4.ts";
import type { Machine } from "../machine/machine.ts";
import { bytesInside, ownPath } from "../own/files.ts";
import type { Hands, Probe } from "./probe.ts";

/** A PAC file larger than this is not one. */
const maxBytes = 1_048_576;
const memoryLimitBytes = 32 * 1_048_576;
const runLimitMs = 500;
/** Where the packed program has the engine; in a checkout its package finds it itself. */
const engineFile = "node_modules/quickjs-wasi/quickjs.wasm";

/**
 * Where a PAC file sends each documented host and port, and this PC's own loopback. The script runs
 * in a JavaScript engine of its own that can reach nothing but the machine's name look-up.
 */
export const pac: Probe<"pac"> = {
  id: "pac",
  async gather(hands, { targets }) {
    // Asked again and not taken from the evidence, which keeps no password that an address carries.
    const settings = await hands.machine.proxySettings();
    const url = settings.state === "found" ? settings.value.pacUrl : undefined;
    if (url === undefined) return { file: { state: "absent" }, routes: {} };
    const text = await hands.machine.fetchText(url, { timeoutMs: 2_000, maxBytes });
    if (text.state !== "found") return { file: text, routes: {} };
    const file = { state: "found" as const, value: text.value.length };
    return { file, ...(await evaluate(hands, text.value, targets)) };
  },
};

async function evaluate(
  hands: Hands,
  script: string,
  targets: readonly { host: string; port: number }[],
): Promise<Omit<FactOf<"pac">, "file">> {
  const routes: Record<string, string> = {};
  try {
    const [{ createPacResolver }, { QuickJS }] = await Promise.all([
      import("pac-resolver"),
      import("quickjs-wasi"),
    ]);
    const until = hands.machine.elapsed() + runLimitMs;
    const engine = await QuickJS.create({
      wasm: bytesInside(ownPath(engineFile)),
      memoryLimit: memoryLimitBytes,
      interruptHandler: () => hands.machine.elapsed() > until,
    });
    const findProxy = createPacResolver(engine, script, { sandbox: await sandbox(hands.machine) });
    for (const { host, port } of targets) {
      const scheme = port === 80 || port === 8080 ? "http" : "https";
      routes[`${host}:${port}`] = await findProxy(`${scheme}://${host}:${port}/`, host);
    }
    return { routes };
  } catch (error) {
    return { broken: error instanceof Error ? error.name : "Error", routes };
  }
}

/** The PAC functions that ask for names, through the one door. */
async function sandbox(machine: Machine) {
  const interfaces = await machine.interfaces();
  const own =
    interfaces.state === "found" ? interfaces.value.find(({ loopback }) => !loopback) : undefined;
  const addressOf = async (host: string) => {
    if (isIPv4(host)) return host;
    const answer = await machine.lookup(host, { timeoutMs: 1_000 });
    return answer.ok ? (answer.addresses[0] ?? null) : null;
  };
  return {
    alert: () => undefined,
    myIpAddress: async () => own?.address ?? "127.0.0.1",
    dnsResolve: async (host: string) => addressOf(host),
    isResolvable: async (host: string) => (await addressOf(host)) !== null,
    isInNet: async (host: string, pattern: string, mask: string) => {
      const address = await addressOf(host);
      return (
        address !== null && (number(address) & number(mask)) === (number(pattern) & number(mask))
      );
    },
  };
}

function number(address: string): number {
  return address.split(".").reduce((sum, part) => (sum << 8) | (Number(part) & 0xff), 0);
}
