import { createSocket } from "node:dgram";
import { connect } from "node:net";
import type { Attempt, Result } from "./_attempt.ts";

/** Makes all connections it is asked for at once, and says which were answered. */
process.on("message", async ({ attempts, waitMs }: { attempts: Attempt[]; waitMs: number }) => {
  const results = await Promise.all(
    attempts.map((attempt) =>
      attempt.protocol === "tcp" ? overTcp(attempt, waitMs) : overUdp(attempt, waitMs),
    ),
  );
  process.send!(results);
});
process.on("disconnect", () => process.exit());
process.send!("ready");

function overTcp(attempt: Attempt, waitMs: number): Promise<Result> {
  return new Promise((resolve) => {
    const socket = connect({
      host: attempt.destination,
      port: attempt.port,
      localAddress: attempt.source,
      localPort: attempt.sourcePort,
    });
    const timer = setTimeout(() => end("silent"), waitMs);
    socket.on("connect", () => socket.write("?"));
    socket.on("data", () => end("answered"));
    socket.on("error", (error: NodeJS.ErrnoException) =>
      end(error.code === "EADDRINUSE" ? "busy" : "silent"),
    );
    socket.on("close", () => end("silent"));

    function end(result: Result): void {
      clearTimeout(timer);
      // With a reset, so that the port is free again at once.
      socket.resetAndDestroy();
      resolve(result);
    }
  });
}

function overUdp(attempt: Attempt, waitMs: number): Promise<Result> {
  return new Promise((resolve) => {
    const socket = createSocket("udp4");
    const timer = setTimeout(() => end("silent"), waitMs);
    let over = false;
    let answers = 0;
    const ask = () =>
      socket.send("?", attempt.port, attempt.destination, (error) => {
        if (error) end("silent");
      });
    // The first question is a new flow to the firewall, the second belongs to one that it knows.
    socket.on("message", () => {
      answers += 1;
      if (answers === 2) end("answered");
      else ask();
    });
    socket.on("error", (error: NodeJS.ErrnoException) =>
      end(error.code === "EADDRINUSE" ? "busy" : "silent"),
    );
    socket.bind(attempt.sourcePort, attempt.source, ask);

    function end(result: Result): void {
      clearTimeout(timer);
      if (!over) socket.close();
      over = true;
      resolve(result);
    }
  });
}
