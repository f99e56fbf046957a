import { firstBytes } from "./_bytes.ts";
import { clientHello, noSuites } from "./_hello.ts";
import { askRaw } from "./_raw.ts";
import type { Probe } from "./probe.ts";

const alertRecordBytes = 7;

/** Whether a server that is silent to a full handshake still answers what fits in a few bytes. */
export const smallAnswer: Probe<"small-answer"> = {
  id: "small-answer",
  async gather(hands, { host, address, port }) {
    const answer = await askRaw(hands, { address, port }, clientHello(host, noSuites), {
      maxBytes: 4_096,
      enough: (bytes) => bytes.length >= alertRecordBytes,
    });
    return answer.ok ? firstBytes(answer) : answer;
  },
};
