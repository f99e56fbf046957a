import { createSocket } from "node:dgram";
import { createServer } from "node:net";

/** Answers at every address and port it is told: one byte comes, one byte goes. */
const [addresses = [], ports = []] = process.argv.slice(2).map((list) => list.split(","));

process.on("disconnect", () => process.exit());
// The addresses are there once the controller says so.
process.once("message", async () => {
  await Promise.all([
    ...ports.map(overTcp),
    ...addresses.flatMap((address) => ports.map(overUdp(address))),
  ]);
  process.send!("ready");
});
process.send!("here");

function overTcp(port: string): Promise<void> {
  return new Promise((resolve) => {
    const server = createServer((socket) => {
      socket.on("error", () => {});
      socket.once("data", () => socket.end("!"));
    });
    server.listen({ port: Number(port), host: "0.0.0.0", backlog: 1_024 }, resolve);
  });
}

// A datagram's answer must leave from the address it came to, so each address has its own socket.
function overUdp(address: string): (port: string) => Promise<void> {
  return (port) =>
    new Promise((resolve) => {
      const socket = createSocket("udp4");
      socket.on("error", () => {});
      socket.on("message", (_, from) => socket.send("!", from.port, from.address, () => {}));
      socket.bind(Number(port), address, resolve);
    });
}
