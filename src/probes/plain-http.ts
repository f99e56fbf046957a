import { connectPatiently } from "./_connect.ts";
import { pageBytes } from "./_page.ts";
import { withGist } from "./_walk.ts";
import type { Probe } from "./probe.ts";

/** What a port that should speak TLS says to plain HTTP: a block page, often. */
export const plainHttp: Probe<"plain-http"> = {
  id: "plain-http",
  async gather(hands, { host, address, port }) {
    const { tcp, connection } = await connectPatiently(hands, address, port);
    if (!connection) {
      const failure = tcp.outcome === "ok" ? "other" : tcp.outcome;
      return { ok: false, failure, ms: tcp.ms };
    }
    const timeoutMs = hands.pace.answerWithinMs();
    const http = await connection.http({
      method: "GET",
      path: "/",
      host,
      timeoutMs,
      maxBytes: pageBytes,
    });
    connection.close();
    return withGist(http);
  },
};
