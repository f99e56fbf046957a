import { connectPatiently } from "./_connect.ts";
import { deservesAnotherTry, walkAbove } from "./_walk.ts";
import type { Probe } from "./probe.ts";

/** Walks one documented opening by its address: TCP, TLS, application. */
export const row: Probe<"row"> = {
  id: "row",
  async gather(hands, given) {
    const { address, port } = given;
    const { tcp, connection } = await connectPatiently(hands, address, port);
    if (!connection) return { tcp };
    const above = await walkAbove(hands, connection, given, 1);
    connection.close();
    if (!deservesAnotherTry(above) || hands.signal.aborted) return { tcp, ...above };

    const again = await connectPatiently(hands, address, port);
    if (!again.connection) return { tcp, ...above };
    const second = await walkAbove(hands, again.connection, given, 2);
    again.connection.close();
    return { tcp, ...second };
  },
};
