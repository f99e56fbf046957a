import type { Family } from "../../address.ts";
import { difference, type Ranges } from "../../ranges.ts";
import { anyBox, everyPort, everyProtocol } from "./boxes.ts";
import { doubt, narrow } from "./draft.ts";
import { icmpCodes } from "./icmp.ts";
import { portRange } from "./ports.ts";
import { icmp, icmpV6, portProtocols, protocolNumber } from "./protocols.ts";
import { portSet } from "./reading.ts";
import type { Use } from "./use.ts";

type Side = "sourcePorts" | "destinationPorts";

export function protocolOption({ draft, values: [value = ""], negated }: Use) {
  const number = protocolNumber(value);
  if (number === undefined || (number === 0 && negated)) return doubt(draft, "value", value);
  const protocols = number === 0 ? everyProtocol : [number, number];
  narrow(draft, [{ ...anyBox, protocols }], negated, value);
}

/** One port or range of TCP, UDP and their like. */
export function portOption(side: Side) {
  return (use: Use): void => apply(use, [side], portRange(use.values[0] ?? ""));
}

/** multiport's list. */
export function listOption(side: Side | "either") {
  const sides: Side[] = side === "either" ? ["sourcePorts", "destinationPorts"] : [side];
  return (use: Use): void => apply(use, sides, portSet(use.reading, use.values[0] ?? ""));
}

/** With two sides a packet matches by either, and matches a negated list by neither. */
function apply(use: Use, sides: Side[], ports: Ranges<number> | undefined) {
  const {
    draft,
    values: [value = ""],
    negated,
  } = use;
  draft.needs.push({ protocols: portProtocols, what: value });
  if (!ports) return doubt(draft, "value", value);
  if (negated) {
    const others = difference(everyPort, ports);
    for (const side of sides) narrow(draft, [{ ...anyBox, [side]: others }], false, value);
  } else {
    const boxes = sides.map((side) => ({ ...anyBox, [side]: ports }));
    narrow(draft, boxes, false, value);
  }
}

export function icmpOption(family: Family) {
  return ({ draft, values: [value = ""], negated }: Use) => {
    draft.needs.push({ protocols: [family === "ipv4" ? icmp : icmpV6], what: value });
    const codes = icmpCodes(value, family);
    if (!codes) return doubt(draft, "value", value);
    narrow(draft, [{ ...anyBox, destinationPorts: codes }], negated, value);
  };
}
