import { createSocket, type Socket as UdpSocket } from "node:dgram";
import type { Socket } from "node:net";
import type { DnsBehaviour, World, WorldResolver } from "../../machine/world.ts";
import {
  type Answer,
  type Question,
  rcode,
  readQuestion,
  typeA,
  writeAnswer,
} from "./dns-message.ts";

export const dnsPort = 53;
const idleMs = 10_000;
const messageBytes = 65_537;

/** What a resolver says to one question; `undefined`: nothing at all. */
export function answerTo(
  question: Pick<Question, "name" | "type">,
  resolver: WorldResolver,
  names: World["names"],
): Answer | undefined {
  const own = Object.hasOwn(resolver.names, question.name)
    ? resolver.names[question.name]
    : undefined;
  const behaviour: DnsBehaviour = own ?? resolver.otherwise;
  const none = (code: number): Answer => ({ rcode: code, addresses: [] });
  switch (behaviour.kind) {
    case "silent":
      return undefined;
    case "nxdomain":
    case "servfail":
    case "refused":
      return none(rcode[behaviour.kind]);
    case "nodata":
      return none(rcode.noError);
    case "addresses":
      return found(question.type, behaviour.addresses);
    case "answer": {
      const known = Object.hasOwn(names, question.name) ? names[question.name] : undefined;
      const addresses = known ?? resolver.wildcard;
      return addresses ? found(question.type, addresses) : none(rcode.nxdomain);
    }
  }
}

/** A name that exists has no data of any other type. */
function found(type: number, addresses: string[]): Answer {
  return { rcode: rcode.noError, addresses: type === typeA ? addresses : [] };
}

function reply(message: Buffer, world: World, address: string, over: "udp" | "tcp") {
  const question = readQuestion(message);
  const resolver = world.resolvers[address];
  if (question === undefined || resolver === undefined) return undefined;
  const answer = answerTo(question, resolver, world.names);
  return answer && writeAnswer(question, answer, over);
}

/** Opens the UDP port of one resolver; `world` is asked anew for every question. */
export function openUdp(address: string, world: () => World): Promise<UdpSocket> {
  const socket = createSocket("udp4");
  socket.on("message", (message, from) => {
    const bytes = reply(message, world(), address, "udp");
    if (bytes) socket.send(bytes, from.port, from.address);
  });
  return new Promise((resolve, reject) => {
    socket.once("error", reject);
    socket.bind(dnsPort, address, () => {
      // An answer to somebody who has gone away is no trouble of this server.
      socket.off("error", reject).on("error", () => {});
      resolve(socket);
    });
  });
}

/** The same over one TCP connection: each message behind its length in two bytes. */
export function serveDnsStream(socket: Socket, world: () => World, address: string): void {
  let held = Buffer.alloc(0);
  socket.setTimeout(idleMs, () => socket.destroy());
  socket.on("data", (chunk: Buffer) => {
    held = Buffer.concat([held, chunk]);
    if (held.length > messageBytes) return void socket.destroy();
    while (held.length >= 2 && held.length >= 2 + held.readUInt16BE(0)) {
      const length = held.readUInt16BE(0);
      const bytes = reply(held.subarray(2, 2 + length), world(), address, "tcp");
      held = held.subarray(2 + length);
      if (bytes === undefined) continue;
      const prefix = Buffer.alloc(2);
      prefix.writeUInt16BE(bytes.length);
      socket.write(Buffer.concat([prefix, bytes]));
    }
  });
}
