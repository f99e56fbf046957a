import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { loadGuide } from "../guide/load.ts";
import { type AddressSet, parseAddresses } from "./address.ts";
import { cidrsOf } from "./cidr.ts";
import { type Flow, flowsOf } from "./flow.ts";
import { openingsOf } from "./merge.ts";
import type { Opening } from "./opening.ts";
import { includes } from "./ranges.ts";

const seed = 20181101;
const guide = { id: "a-guide", edition: "2026.11" };
const sources = parseAddresses("10.20.0.0/16")!;
const addresses = [
  "192.0.2.0/30",
  "192.0.2.1",
  "192.0.2.2",
  "192.0.2.3",
  "192.0.2.2-192.0.2.9",
  "192.0.2.9",
  "2001:db8::1",
  "2001:db8::/127",
];
const names = ["one.example.kr", "two.example.kr", "*.example.kr"];
const probes: (number | bigint | string)[] = [
  ...Array.from({ length: 12 }, (_, at) => parseAddresses("192.0.2.0")!.v4[0]! + at),
  ...Array.from({ length: 3 }, (_, at) => parseAddresses("2001:db8::")!.v6[0]! + BigInt(at)),
  ...names,
];

function flowTo(where: string, port: number, to: number, over: Partial<Flow> = {}): Flow {
  const destination = parseAddresses(where) ?? { v4: [], v6: [], names: [where] };
  return {
    endpoint: `to-${where.replace(/[^a-z0-9]/g, "-")}`,
    group: "g",
    host: "host.example.kr",
    address: where,
    destination,
    port: `${port}-${to}`,
    ports: [port, to],
    protocol: "tcp",
    transport: "tcp",
    direction: "outbound",
    required: true,
    purpose: { ko: "시험" },
    ...over,
  };
}

const anyFlow = fc
  .tuple(
    fc.constantFrom(...addresses, ...names),
    fc.integer({ min: 1, max: 6 }),
    fc.integer({ min: 0, max: 2 }),
    fc.constantFrom("tcp" as const, "udp" as const),
    fc.constantFrom("outbound" as const, "outbound" as const, "inbound" as const),
  )
  .map(([where, port, more, transport, direction]) =>
    flowTo(where, port, port + more, { transport, direction }),
  );

const has = (set: AddressSet, one: number | bigint | string) =>
  typeof one === "string"
    ? set.names.includes(one)
    : typeof one === "number"
      ? includes(set.v4, one)
      : includes(set.v6, one);

/** Every packet of a small world that one of these permits. */
function permitted(
  all: readonly Pick<Opening, "direction" | "transport" | "ports">[],
  service: (at: number) => AddressSet,
): string[] {
  const found = new Set<string>();
  for (const [at, { direction, transport, ports }] of all.entries()) {
    for (const one of probes) {
      if (!has(service(at), one)) continue;
      for (let port = 0; port < 10; port += 1)
        if (includes(ports, port)) found.add(`${direction} ${transport} ${one} ${port}`);
    }
  }
  return [...found].sort();
}

describe("openings", () => {
  it("of the printed guide are four", () => {
    const printed = loadGuide("bankpay-transfer@2018.11");
    const openings = openingsOf(flowsOf(printed), sources, printed);
    assert.deepEqual(
      openings.map(({ name, ports, destinations }) => [
        name.replace(/-[0-9a-f]{4}-/, "-XXXX-"),
        ports.filter((_, at) => at % 2 === 0),
        cidrsOf(destinations).length,
      ]),
      [
        ["jochi-bankpay-transfer-XXXX-1", [80], 9],
        ["jochi-bankpay-transfer-XXXX-2", [443], 12],
        ["jochi-bankpay-transfer-XXXX-3", [80, 443, 5310, 7443, 8080], 2],
        ["jochi-bankpay-transfer-XXXX-4", [389], 1],
      ],
    );
    assert.equal(
      openings[2]!.comment,
      "bankpay-transfer 2018.11: pg-bankpay-or-kr, mobile-bankpay-or-kr",
    );
  });

  it("permit exactly the flows", () => {
    fc.assert(
      fc.property(fc.array(anyFlow, { maxLength: 14 }), (flows) => {
        const openings = openingsOf(flows, sources, guide);
        const side = ({ direction, sources, destinations }: Opening) =>
          direction === "outbound" ? destinations : sources;
        assert.deepEqual(
          permitted(openings, (at) => side(openings[at]!)),
          permitted(flows, (at) => flows[at]!.destination),
        );
        for (const opening of openings) {
          const users = opening.direction === "outbound" ? opening.sources : opening.destinations;
          assert.equal(users, sources);
          const rows = flows.filter(
            (flow) =>
              flow.direction === opening.direction &&
              flow.transport === opening.transport &&
              permitted([flow], () => flow.destination).some((packet) =>
                permitted([opening], () => side(opening)).includes(packet),
              ),
          );
          assert.deepEqual(opening.endpoints, [...new Set(rows.map(({ endpoint }) => endpoint))]);
        }
      }),
      { seed, numRuns: 400 },
    );
  });

  it("have names and comments that every firewall takes", () => {
    const id = fc.constantFrom("a", "a-guide-whose-name-is-long", "a-guide-whose-name-is-longer");
    fc.assert(
      fc.property(fc.array(anyFlow, { maxLength: 14 }), id, (flows, id) => {
        const openings = openingsOf(flows, sources, { id, edition: "2026.11" });
        assert.equal(new Set(openings.map(({ name }) => name)).size, openings.length);
        for (const { name, comment } of openings) {
          assert.match(name, /^jochi-[a-z0-9-]{1,25}$/);
          assert.match(comment, /^[A-Za-z0-9 ._,:+-]{1,120}$/);
        }
      }),
      { seed, numRuns: 100 },
    );
  });

  it("of another content have other names", () => {
    const [flow, other] = [flowTo("192.0.2.1", 1, 1), flowTo("192.0.2.1", 1, 2)];
    const name = (...[flows, from, of]: Parameters<typeof openingsOf>) =>
      openingsOf(flows, from, of)[0]!.name;
    const one = name([flow], sources, guide);
    assert.equal(name([{ ...flow }], { ...sources }, { ...guide }), one);
    assert.notEqual(name([other], sources, guide), one);
    assert.notEqual(name([flow], parseAddresses("10.20.0.0/17")!, guide), one);
    assert.notEqual(name([flow], sources, { ...guide, edition: "2026.12" }), one);
    assert.notEqual(name([flow], sources, { ...guide, id: "b-guide" }), one);
  });

  it("say how many rows a comment leaves out", () => {
    const flows = Array.from({ length: 40 }, (_, at) =>
      flowTo("192.0.2.1", 443, 443, { endpoint: `row-number-${at}` }),
    );
    const [opening] = openingsOf(flows, sources, guide);
    assert.match(opening!.comment, /^a-guide 2026\.11: row-number-0, .*, \+3\d more$/);
    assert.equal(opening!.endpoints.length, 40);
  });
});
