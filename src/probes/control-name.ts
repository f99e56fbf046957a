import type { FactOf } from "../evidence/facts.ts";
import { impossibleName } from "../evidence/impossible-name.ts";
import { connectPatiently } from "./_connect.ts";
import type { Probe } from "./probe.ts";

/**
 * Names no filter has on its list: none at all, and one that can never exist (RFC 2606). Where one
 * of them gets a TLS answer from an address that is silent to the real name, the name is filtered;
 * where the impossible name gets a certificate of its own, somebody mints certificates.
 */
const controlNames = ["", impossibleName] as const;

/** How the same address answers when another name is asked for. */
export const controlName: Probe<"control-name"> = {
  id: "control-name",
  async gather(hands, { address, port }) {
    return Promise.all(
      controlNames.map(async (servername): Promise<FactOf<"control-name">[number]> => {
        const { tcp, connection } = await connectPatiently(hands, address, port);
        if (!connection) {
          return { servername, tls: { ok: false, failure: "timeout", ms: tcp.ms } };
        }
        const timeoutMs = hands.pace.answerWithinMs();
        const tls = await connection.tls({ servername, timeoutMs });
        connection.close();
        return { servername, tls };
      }),
    );
  },
};
