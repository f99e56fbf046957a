import { createSocket } from "node:dgram";
import { readFileSync } from "node:fs";
import { connect } from "node:net";

/** Sends first packets to places, over TCP and UDP, and waits for no answer. */
interface Place {
  address: string;
  port: number;
  transport: "tcp" | "udp";
}

const places = JSON.parse(readFileSync(0, "utf8")) as Place[];
const atOnce = 250;
/** Long enough for the packet to leave; what is dropped answers nothing anyway. */
const patienceMs = 25;

const udp = createSocket("udp4");
udp.on("error", () => {});
for (let at = 0; at < places.length; at += atOnce) {
  await Promise.all(places.slice(at, at + atOnce).map(knock));
}
udp.close();
console.log(places.length);

function knock({ address, port, transport }: Place): Promise<void> {
  return new Promise((resolve) => {
    if (transport === "udp") {
      udp.send("?", port, address, () => resolve());
      return;
    }
    const socket = connect({ host: address, port });
    const end = () => {
      socket.destroy();
      resolve();
    };
    socket.on("error", end);
    setTimeout(end, patienceMs);
  });
}
