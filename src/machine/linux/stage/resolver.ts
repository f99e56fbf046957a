import { createSocket, type Socket } from "node:dgram";
import type { DnsBehaviour, WorldResolver } from "../../world.ts";

const headerBytes = 12;
const responseCodes = { servfail: 2, nxdomain: 3, refused: 5 } as const;

/** A resolver on loopback that answers as a world's resolver is said to; A records only. */
export function resolverServer(resolver: WorldResolver, names: Record<string, string[]>): Socket {
  const server = createSocket("udp4");
  return server.on("message", (question, from) => {
    const { name, end } = questionIn(question);
    const behaviour = resolver.names[name] ?? resolver.otherwise;
    if (behaviour.kind === "silent") return;
    server.send(answerTo(question.subarray(0, end), behaviour, names[name]), from.port);
  });
}

function questionIn(message: Buffer): { name: string; end: number } {
  const labels: string[] = [];
  let at = headerBytes;
  for (let length = message[at] ?? 0; length > 0; length = message[at] ?? 0) {
    labels.push(message.toString("latin1", at + 1, at + 1 + length).toLowerCase());
    at += 1 + length;
  }
  return { name: labels.join("."), end: at + 5 };
}

function answerTo(question: Buffer, behaviour: DnsBehaviour, known: string[] | undefined): Buffer {
  const found = behaviour.kind === "addresses" ? behaviour.addresses : known;
  const addresses = (behaviour.kind === "answer" && !known) || !found ? [] : found;
  const none = behaviour.kind === "nodata";
  const failed = behaviour.kind in responseCodes;
  const missing = behaviour.kind === "answer" && !known ? responseCodes.nxdomain : 0;
  const code = failed ? responseCodes[behaviour.kind as keyof typeof responseCodes] : missing;
  const records = none || code !== 0 ? [] : addresses.map(record);
  const head = Buffer.from(question);
  head.writeUInt16BE(0x8180 | code, 2);
  head.writeUInt16BE(records.length, 6);
  head.writeUInt32BE(0, 8);
  return Buffer.concat([head, ...records]);
}

/** The name by reference to the question, type A, class IN, 60 seconds. */
function record(address: string): Buffer {
  return Buffer.from([
    ...[0xc0, headerBytes, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4],
    ...address.split(".").map(Number),
  ]);
}
