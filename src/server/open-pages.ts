import type { ServerResponse } from "node:http";
import { limits } from "./limits.ts";
import { Refusal } from "./refusal.ts";
import { openStream } from "./stream.ts";

/** Pages that are open: each holds one answer that does not end, so that either side notices the other's end. */
export interface OpenPages {
  open(response: ServerResponse): void;
}

export function keepOpen(everyMs: number = limits.openLineMs): OpenPages {
  let count = 0;
  return {
    open(response) {
      if (count >= limits.openPages) throw new Refusal(409, "busy", "pages");
      count += 1;
      const stream = openStream(response);
      const line = () => stream.write({ type: "open" });
      const timer = setInterval(line, everyMs);
      line();
      stream.signal.addEventListener(
        "abort",
        () => {
          count -= 1;
          clearInterval(timer);
        },
        { once: true },
      );
    },
  };
}
