import { pageBytes } from "./_page.ts";
import type { Probe } from "./probe.ts";

/** Whether a loopback agent listens on a port, with which certificate, and what it answers. */
export const agent: Probe<"agent"> = {
  id: "agent",
  async gather({ machine, signal }, { address, port, protocol, path }) {
    // Loopback answers at once or not at all; a busy agent gets the time a page would give it.
    const timeoutMs = 1_500;
    const outcome = await machine.connect(address, port, { timeoutMs, signal });
    if (!outcome.ok) {
      const { failure, code, ms } = outcome;
      return { tcp: { outcome: failure, ...(code && { code }), attempts: 1, ms } };
    }
    const { connection, ms } = outcome;
    const tcp = { outcome: "ok" as const, attempts: 1, ms };
    try {
      if (protocol === "http") {
        return { tcp, http: await ask() };
      }
      const tls = await connection.tls({ servername: "", timeoutMs });
      if (!tls.ok || protocol === "wss") return { tcp, tls };
      return { tcp, tls, http: await ask() };
    } finally {
      connection.close();
    }

    function ask() {
      const host = `${address}:${port}`;
      return connection.http({ method: "GET", path, host, timeoutMs, maxBytes: pageBytes });
    }
  },
};
