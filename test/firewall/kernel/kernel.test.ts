import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { formatAddress, parseAddresses, parseV4 } from "../../../src/firewall/address.ts";
import type { Flow } from "../../../src/firewall/flow.ts";
import type { Policy } from "../../../src/firewall/policy.ts";
import type { Part } from "../../../src/firewall/prove/parts.ts";
import { prove } from "../../../src/firewall/prove/prove.ts";
import { iptables } from "../../../src/firewall/read/iptables.ts";
import { nftables } from "../../../src/firewall/read/nftables.ts";
import { noOptions } from "../../../src/firewall/read/reader.ts";
import { sourceOfText } from "../../../src/firewall/source.ts";
import type { Attempt } from "./_attempt.ts";
import { type Chance, chance } from "./_chance.ts";
import {
  type Kernel,
  kernelMissing,
  serverAddresses,
  serverPorts,
  startKernel,
} from "./_kernel.ts";
import { randomIptables } from "./_random-iptables.ts";
import { randomNftables } from "./_random-nftables.ts";

/** Rule sets of each kind: more for a release than for a push. */
const ruleSets = Number(process.env.JOCHI_RULE_SETS ?? 60);
const first = Number(process.env.JOCHI_RULE_SETS_FROM ?? 0);
const flowsAsked = 8;
const packetsOfPart = 2;
const sources = parseAddresses("10.1.0.0/16")!;
const crossing = { input: "lan", output: "wan" };
/** Answers come within a few milliseconds; a busy machine is asked again with more patience. */
const waitMs = 60;
const patientMs = 600;

const kinds = [
  {
    name: "iptables",
    random: randomIptables,
    read: (text: string) => iptables.read(sourceOfText(text), noOptions),
    load: ["iptables-nft-restore"],
    clean: "flush ruleset\n",
    skip: kernelMissing("nft", "iptables-nft-restore"),
  },
  {
    name: "nftables",
    random: randomNftables,
    read: (text: string) => nftables.read(sourceOfText(text), noOptions),
    load: ["nft", "-f", "-"],
    clean: "flush ruleset\n",
    skip: kernelMissing("nft"),
  },
];

interface Expected {
  attempt: Attempt;
  permitted: boolean;
  by: string;
}

for (const { name, random, read, load, clean, skip } of kinds) {
  describe(`the kernel and the proof agree about ${name}`, { skip }, () => {
    let kernel: Kernel;
    before(async () => {
      kernel = await startKernel();
    });
    after(() => kernel.close());

    it(`${ruleSets} random rule sets, real connections`, async () => {
      const seen = { permitted: 0, denied: 0, partly: 0 };
      for (let seed = first; seed < first + ruleSets; seed += 1) {
        const text = random(seed);
        await kernel.load(["nft", "-f", "-"], clean);
        await kernel.load(load, text);
        const luck = chance(seed + 1_000_000);
        const expected = expectationsOf(read(text), luck, seen, `${name} seed ${seed}\n${text}`);
        const wrong = await disagreements(kernel, expected, { command: load, text });
        assert.deepEqual(wrong, [], `${name} seed ${seed}\n${text}`);
      }
      if (ruleSets >= 30)
        for (const [verdict, count] of Object.entries(seen)) assert.ok(count > 10, verdict);
    });
  });
}

/** Packets of every part of some flows, with what the proof says of them. */
function expectationsOf(
  policy: Policy,
  luck: Chance,
  seen: Record<string, number>,
  about: string,
): Expected[] {
  const flows = Array.from({ length: flowsAsked }, () => randomFlow(luck));
  return prove(policy, flows, sources, crossing).flatMap(({ flow, verdict, parts }) => {
    assert.notEqual(verdict, "undetermined", about);
    seen[verdict] = (seen[verdict] ?? 0) + 1;
    return parts.flatMap((part) =>
      Array.from({ length: packetsOfPart }, () => packetOf(part, flow, luck)),
    );
  });
}

function randomFlow(luck: Chance): Flow {
  const address = luck.pick(serverAddresses);
  const port = luck.pick(serverPorts);
  const transport = luck.pick(["tcp", "tcp", "udp"] as const);
  return {
    endpoint: "e",
    group: "g",
    host: "h",
    address,
    destination: parseAddresses(address)!,
    port: String(port),
    ports: [port, port],
    protocol: transport,
    transport,
    direction: "outbound",
    required: true,
    purpose: { ko: "시험" },
  };
}

function packetOf(part: Part, flow: Flow, luck: Chance): Expected {
  const box = luck.pick(part.boxes);
  const [lo, hi] = luck.pick(box.clients) as [number, number];
  const [from, to] = box.clientPorts;
  return {
    attempt: {
      protocol: flow.transport,
      source: formatAddress(lo + luck.below(hi - lo + 1)),
      sourcePort: from + luck.below(to - from + 1),
      destination: flow.address!,
      port: flow.ports[0]!,
    },
    permitted: part.verdict === "permitted",
    by: part.decidedBy.map(({ line, chain, phase }) => `${phase}:${chain}:${line}`).join(" "),
  };
}

/**
 * A server that still waits for the end of an older connection with the same ends answers
 * otherwise, so what disagrees is tried again in networks that have never seen a packet.
 */
async function disagreements(
  kernel: Kernel,
  expected: readonly Expected[],
  rules: { command: string[]; text: string },
): Promise<Expected[]> {
  // Network and broadcast addresses of the client's own network cannot be bound to.
  const bindable = expected.filter(({ attempt }) => parseV4(attempt.source)! % 65_536 !== 65_535);
  // Two connections with the same ends are in each other's way.
  const usable = [...Map.groupBy(bindable, ({ attempt }) => JSON.stringify(attempt)).values()].map(
    ([one]) => one!,
  );
  const once = await wrongOf(kernel, usable, waitMs);
  if (once.length === 0) return [];
  const fresh = await startKernel();
  await fresh.load(rules.command, rules.text);
  const twice = await wrongOf(fresh, once, patientMs);
  fresh.close();
  return twice;
}

async function wrongOf(
  kernel: Kernel,
  asked: readonly Expected[],
  ms: number,
): Promise<Expected[]> {
  const results = await kernel.try(
    asked.map(({ attempt }) => attempt),
    ms,
  );
  return asked.filter(({ permitted }, at) => {
    const result = results[at]!;
    return result !== "busy" && (result === "answered") !== permitted;
  });
}
