import { formatAddress } from "../address.ts";
import type { ToldBox } from "../audit/told.ts";
import type { Packet } from "../prove/packet.ts";
import { protocolName, tellProtocols } from "./protocols.ts";
import { tellPorts, tellRange } from "./tell.ts";
import type { ToldOpen, ToldPacket } from "./verification.ts";

/** What a box of packets is, as one would write it in a rule. */
export function tellOpen(box: ToldBox): ToldOpen {
  return {
    sources: tellRange(...box.sources),
    addresses: tellRange(...box.destinations),
    ports: tellPorts(...box.destinationPorts),
    protocol: tellProtocols(...box.protocols),
  };
}

export function tellAnyPacket(packet: Packet): ToldPacket {
  const { source, sourcePort, destination, destinationPort, protocol } = packet;
  return {
    source: formatAddress(source),
    sourcePort,
    address: typeof destination === "string" ? destination : formatAddress(destination),
    port: destinationPort,
    protocol: protocolName(protocol),
  };
}
