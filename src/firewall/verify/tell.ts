import { formatAddress } from "../address.ts";
import type { Flow } from "../flow.ts";
import type { Box } from "../prove/boxes.ts";
import type { Deciding, Part } from "../prove/parts.ts";
import type { Example, FlowProof } from "../prove/prove.ts";
import type { Bound } from "../ranges.ts";
import type { ToldFlow, ToldLine, ToldPacket, ToldPart } from "./verification.ts";

/** A proof in words that anybody can read, with the lines' own text. */
export function tellFlow(proof: FlowProof, lines: ReadonlyMap<number, string>): ToldFlow {
  const { flow, verdict, parts, crossing, assumed, contested, counterexample, impossible } = proof;
  const [worst] = parts;
  const told = parts.map((part) => tellPart(part, flow, lines));
  return {
    host: flow.host,
    address: flow.address ?? "",
    port: /^\d+$/.test(flow.port) ? Number(flow.port) : flow.port,
    protocol: flow.protocol,
    transport: flow.transport,
    direction: flow.direction,
    group: flow.group,
    required: flow.required,
    verdict,
    decidedBy: worst ? worst.decidedBy.map((line) => tellLine(line, lines)) : [],
    ...(counterexample && { counterexample: tellPacket(counterexample, flow) }),
    ...(told.length > 1 && { parts: told }),
    ...(crossing && isNamed(crossing) && { crossing: { ...named(crossing), assumed } }),
    ...(contested && { dependsOnCrossing: true }),
    ...(impossible && { impossible }),
  };
}

type Sides = NonNullable<FlowProof["crossing"]>;

/** `?` stands for an interface that no rule names. */
function isNamed({ input, output }: Sides): boolean {
  return [input, output].some((name) => name !== undefined && name !== "?");
}

function named({ input, output }: Sides) {
  return {
    ...(input !== undefined && input !== "?" && { input }),
    ...(output !== undefined && output !== "?" && { output }),
  };
}

export function tellLine(deciding: Deciding, lines: ReadonlyMap<number, string>): ToldLine {
  const { line, verdict, chain, phase, unknown } = deciding;
  const text = lines.get(line) ?? "";
  return { line, text, verdict, chain, phase, ...(unknown && { unknown }) };
}

function tellPart(part: Part, flow: Flow, lines: ReadonlyMap<number, string>): ToldPart {
  return {
    verdict: part.verdict,
    share: part.share,
    sets: part.boxes.map((box) => tellBox(box, flow)),
    more: part.more,
    decidedBy: part.decidedBy.map((line) => tellLine(line, lines)),
  };
}

function tellBox({ clients, clientPorts, servers, serverPorts }: Box, flow: Flow) {
  return {
    sources: clients.map(([lo, hi]) => tellRange(lo, hi)),
    sourcePorts: tellPorts(...clientPorts),
    addresses: flow.destination.names.length > 0 ? flow.host : tellRange(...servers),
    ports: tellPorts(...serverPorts),
  };
}

export function tellPacket(example: Example, flow: Pick<Flow, "transport" | "host">): ToldPacket {
  const { source, sourcePort, destination, destinationPort } = example;
  return {
    source: formatAddress(source),
    sourcePort,
    address: destination === undefined ? flow.host : formatAddress(destination),
    port: destinationPort,
    protocol: flow.transport,
  };
}

export function tellRange(lo: Bound, hi: Bound): string {
  return lo === hi ? formatAddress(lo) : `${formatAddress(lo)}-${formatAddress(hi)}`;
}

export function tellPorts(lo: number, hi: number): string {
  return lo === hi ? String(lo) : `${lo}-${hi}`;
}
