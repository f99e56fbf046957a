import { type AddressSet, parseAddresses } from "../../src/firewall/address.ts";
import { flowsOf } from "../../src/firewall/flow.ts";
import { openingsOf } from "../../src/firewall/merge.ts";
import type { OpeningRequest } from "../../src/firewall/opening.ts";
import { loadGuide } from "../../src/guide/load.ts";
import type { Endpoint } from "../../src/guide/schema/endpoint.ts";

/** What the writers' goldens are made of. */
export function requests(): Record<"printed" | "mixed", OpeningRequest> {
  const printed = loadGuide("bankpay-transfer@2018.11");
  const mixed = { id: "small-mixed", edition: "2026.11" };
  const zones = { input: "trust", output: "untrust" };
  return {
    printed: {
      guide: { id: printed.id, edition: printed.edition },
      openings: openingsOf(flowsOf(printed), addresses("10.20.0.0/16"), printed),
      input: undefined,
      output: undefined,
    },
    mixed: {
      guide: mixed,
      openings: openingsOf(flowsOf({ endpoints: mixedEndpoints }), mixedSources, mixed),
      ...zones,
    },
  };
}

/** Every kind of flow there is, from a block, a range that is none, and IPv6. */
const mixedSources: AddressSet = {
  v4: [...addresses("10.20.0.0/16").v4, ...addresses("192.168.5.10-192.168.5.20").v4],
  v6: addresses("2001:db8:20::/48").v6,
  names: [],
};

const mixedEndpoints: Endpoint[] = [
  {
    ...endpoint("web", "web.example.kr", ["203.0.113.7", "203.0.113.9"]),
    ports: [
      { port: 443, protocol: "https" },
      { port: 8000, to: 8010, protocol: "tcp" },
    ],
  },
  endpoint("block", "block.example.kr", ["198.51.100.0/24", "2001:db8:9::/64"]),
  {
    ...endpoint("time", "time.example.kr", ["203.0.113.20"]),
    ports: [{ port: 123, protocol: "udp" }],
  },
  endpoint("name", "only-name.example.kr", []),
  endpoint("wildcard", "*.cdn.example.kr", []),
  { ...endpoint("callback", "push.example.kr", ["203.0.113.30"]), direction: "inbound" },
];

/** A request of so many flows, one of four kinds of ports each. */
export function largeRequest(count: number): OpeningRequest {
  const guide = { id: "large", edition: "2026" };
  const endpoints = Array.from({ length: count }, (_, at) => ({
    ...endpoint(`row-${at}`, `host-${at}.example.kr`, [
      `198.${18 + (at >> 16)}.${(at >> 8) & 255}.${at & 255}`,
    ]),
    ports: [{ port: [80, 443, 389, 7443][(at * 7) % 4]!, protocol: "tcp" as const }],
  }));
  const openings = openingsOf(flowsOf({ endpoints }), addresses("10.20.0.0/16"), guide);
  return { guide, openings, input: undefined, output: undefined };
}

/** Everything as long and as much as it gets, to meet the limits of every vendor. */
export function stretchedRequest(): OpeningRequest {
  const guide = { id: "a-guide-with-a-name-beyond-every-limit", edition: "2026.11" };
  const label = "a-label-that-is-quite-long-and-still-permitted-by-dns-itself";
  const ports = Array.from({ length: 60 }, (_, at) =>
    at % 3 === 0
      ? { port: 50_000 + 10 * at, to: 50_005 + 10 * at, protocol: "tcp" as const }
      : { port: 50_000 + 10 * at, protocol: "tcp" as const },
  );
  const endpoints = Array.from({ length: 40 }, (_, at) => ({
    ...endpoint(
      `row-${at}-${label}`,
      `${label}.${label}.${label}.h${at}.kr`,
      at < 34
        ? [
            `203.0.${at}.1-203.0.${at}.6`,
            `2001:db8:aaaa:bbbb:cccc:dddd:${at}:1-2001:db8:aaaa:bbbb:cccc:dddd:${at}:fffe`,
          ]
        : [],
    ),
    ports,
  }));
  const openings = openingsOf(flowsOf({ endpoints }), mixedSources, guide);
  return { guide, openings, input: undefined, output: undefined };
}

export function endpoint(id: string, host: string, own: string[]): Endpoint {
  return {
    id,
    group: "all",
    host,
    addresses: own,
    ports: [{ port: 443, protocol: "https" }],
    purpose: { ko: "시험용 흐름" },
    required: true,
  };
}

export function addresses(text: string): AddressSet {
  return parseAddresses(text)!;
}
