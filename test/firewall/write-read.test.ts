import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { anyAddress } from "../../src/firewall/address.ts";
import { excessOf } from "../../src/firewall/audit/excess.ts";
import { requiredOf } from "../../src/firewall/audit/required.ts";
import { type Flow, transports } from "../../src/firewall/flow.ts";
import { openingsOf } from "../../src/firewall/merge.ts";
import type { Opening, OpeningRequest } from "../../src/firewall/opening.ts";
import type { Policy } from "../../src/firewall/policy.ts";
import { outcomesOf, type Packet } from "../../src/firewall/prove/packet.ts";
import { prove } from "../../src/firewall/prove/prove.ts";
import { includes } from "../../src/firewall/ranges.ts";
import { readers } from "../../src/firewall/read/index.ts";
import { noOptions, type ReadOptions } from "../../src/firewall/read/reader.ts";
import { sourceOfText } from "../../src/firewall/source.ts";
import { stemOf } from "../../src/firewall/write/_text.ts";
import { writers } from "../../src/firewall/write/index.ts";
import { addresses } from "./_requests.ts";

const seed = 20181101;
const icmpV6 = 58;
const guide = { id: "there-and-back", edition: "2026" };
const sources = {
  v4: addresses("10.20.0.0-10.20.0.6").v4,
  v6: addresses("2001:db8:20::/126").v6,
  names: [],
};

interface Vendor {
  /** Which of the files; the first where it is not said. */
  file?: number;
  /** Makes of it what stands in such a firewall's configuration. */
  wrap?(text: string, stem: string): string;
  /** Whether the list that matters must be named, as no interface has it. */
  named?: boolean;
  /** Whether IPv6 is in a file of its own. */
  v4only?: boolean;
}

/** How each vendor's rules become a whole configuration that its reader takes. */
const vendors: Record<string, Vendor> = {
  iptables: {
    v4only: true,
    wrap: (text) => text.replace("*filter", "*filter\n:FORWARD DROP [0:0]"),
  },
  nftables: { file: 1 },
  "cisco-asa": { named: true },
  "cisco-ios": {
    // A list that is bound and not there permits everything.
    wrap: (text, stem) =>
      ["trust", "untrust"].reduce((config, zone, at) => {
        const list = `${stem}${at === 0 ? "" : "-return"}`;
        const v4 = text.includes("ip access-list") ? ` ip access-group ${list} in\n` : "";
        const v6 = text.includes("ipv6 access-list") ? ` ipv6 traffic-filter ${list}-v6 in\n` : "";
        return `${config}interface ${zone}\n${v4}${v6}`;
      }, text),
  },
  panos: {},
  fortios: {},
  "juniper-srx": {},
};

const places = ["192.0.2.1", "192.0.2.2-192.0.2.6", "192.0.2.0/30", "198.51.100.7"];

const anyFlow = fc
  .record({
    where: fc.constantFrom(...places, "2001:db8:9::/127", "2001:db8:9::1-2001:db8:9::6"),
    port: fc.integer({ min: 440, max: 446 }),
    more: fc.constantFrom(0, 0, 3),
    transport: fc.constantFrom("tcp" as const, "udp" as const),
  })
  .map(
    ({ where, port, more, transport }): Flow => ({
      endpoint: `row-${where.replace(/[^0-9a-f]/g, "-")}`,
      group: "all",
      host: "host.example.kr",
      address: where,
      destination: addresses(where),
      port: `${port}-${port + more}`,
      ports: [port, port + more],
      protocol: transport,
      transport,
      direction: "outbound",
      required: true,
      purpose: { ko: "시험" },
    }),
  );

const anyPacket = fc.record({
  source: fc.integer({ min: sources.v4[0]! - 1, max: sources.v4[1]! + 1 }),
  sourcePort: fc.integer({ min: 1024, max: 65_535 }),
  destination: fc.oneof(
    fc.integer({ min: addresses("192.0.2.0").v4[0]!, max: addresses("192.0.2.8").v4[0]! }),
    fc.integer({ min: addresses("198.51.100.6").v4[0]!, max: addresses("198.51.100.8").v4[0]! }),
  ),
  destinationPort: fc.integer({ min: 438, max: 450 }),
  protocol: fc.constantFrom(...Object.values(transports)),
});

function opened(openings: readonly Opening[], packet: Packet): boolean {
  return openings.some(
    ({ sources, destinations, ports, transport }) =>
      transports[transport] === packet.protocol &&
      includes(sources.v4, packet.source as number) &&
      includes(destinations.v4, packet.destination as number) &&
      includes(ports, packet.destinationPort),
  );
}

async function readBack(id: string, request: OpeningRequest): Promise<Policy> {
  const { file = 0, wrap = (text: string) => text, named } = vendors[id]!;
  const stem = stemOf(request);
  const reader = await readers[id]!();
  const text = wrap(writers[id]!.write(request).add[file]!.text, stem);
  const options: ReadOptions = { ...noOptions, list: named ? stem : undefined };
  return reader.read(sourceOfText(text), options);
}

describe("rules that were written are read back", () => {
  for (const id of Object.keys(vendors)) {
    it(`${id}: every flow passes, and no other packet`, async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(anyFlow, { minLength: 1, maxLength: 8 }),
          fc.array(anyPacket, { minLength: 30, maxLength: 30 }),
          async (all, packets) => {
            const flows = vendors[id]!.v4only
              ? all.filter(({ destination }) => destination.v6.length === 0)
              : all;
            if (flows.length === 0) return;
            const openings = openingsOf(flows, sources, guide);
            const zones = { input: "trust", output: "untrust" };
            const request = { guide, openings, ...zones };
            const policy = await readBack(id, request);
            assert.deepEqual(policy.notUnderstood, []);
            for (const { flow, verdict } of prove(policy, flows, sources, zones))
              assert.equal(verdict, "permitted", `${flow.address} ${flow.port}`);
            const required = requiredOf(flows, sources);
            const excess = excessOf(policy, required, anyAddress, { crossing: zones });
            // Neighbour discovery IOS permits by itself; that is no line of ours.
            const ours = excess.told.filter(({ open }) =>
              open.some(({ protocols: [first] }) => first !== icmpV6),
            );
            assert.deepEqual(ours, [], "never wider than the flows");
            assert.deepEqual([excess.undecided, excess.whole], [0, true]);
            for (const some of packets) {
              const packet: Packet = { ...some, ...zones, phase: "open" };
              const verdicts = outcomesOf(policy, packet).map(({ verdict }) => verdict);
              assert.deepEqual(
                [...new Set(verdicts)],
                [opened(openings, packet) ? "permit" : "deny"],
              );
            }
          },
        ),
        { seed, numRuns: 60 },
      );
    });
  }
});
