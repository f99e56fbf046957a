import { firstBytes } from "./_bytes.ts";
import { clientHello, commonSuites, handshakeMessages } from "./_hello.ts";
import { askRaw } from "./_raw.ts";
import type { Probe } from "./probe.ts";

const serverHelloDone = 14;
const alertRecord = 0x15;

/** What a TLS 1.2 server says before the client proves anything: is a certificate asked for? */
export const serverFlight: Probe<"server-flight"> = {
  id: "server-flight",
  async gather(hands, { host, address, port }) {
    const answer = await askRaw(hands, { address, port }, clientHello(host, commonSuites), {
      maxBytes: 65_536,
      enough: (bytes) =>
        bytes[0] === alertRecord || handshakeMessages(bytes).includes(serverHelloDone),
    });
    if (!answer.ok) return { answer, messages: [] };
    return { answer: firstBytes(answer), messages: handshakeMessages(answer.bytes) };
  },
};
