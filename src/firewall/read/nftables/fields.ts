import { anyV4, anyV6, maxV4, maxV6, parseAddresses } from "../../address.ts";
import { pairsOf, type Ranges, rangesOf } from "../../ranges.ts";
import { portNumbers } from "../port-names.ts";
import type { Box } from "./box.ts";
import { enumField, type Field, numberField, unknownBox } from "./field.ts";
import { icmpCodes, icmpTypes, icmpv6Codes, icmpv6Types, protocolNumbers } from "./names.ts";
import { rangeOfV4 } from "./v4.ts";

type Side = "source" | "destination";

/** Protocols that carry ports where TCP does. */
const withPorts: Ranges<number> = [6, 6, 17, 17, 33, 33, 132, 132, 136, 136];
const withoutPorts: Ranges<number> = [0, 5, 7, 16, 18, 32, 34, 131, 133, 135, 137, 255];

/** Fields of a packet that have one meaning wherever they stand. */
export const fields: ReadonlyMap<string, Field> = new Map<string, Field>([
  ["ip saddr", v4("source")],
  ["ip daddr", v4("destination")],
  ["ip6 saddr", v6("source")],
  ["ip6 daddr", v6("destination")],
  ["meta l4proto", protocol({})],
  ["ip protocol", protocol({ source: anyV4 })],
  ["ip6 nexthdr", protocol({ source: anyV6 })],
  ["meta nfproto", family({ ipv4: anyV4, ipv6: anyV6, "2": anyV4, "10": anyV6 })],
  ["meta protocol", family({ ip: anyV4, ip6: anyV6, "0x0800": anyV4, "0x86dd": anyV6 })],
  ...Object.entries({ tcp: 6, udp: 17, dccp: 33, sctp: 132, udplite: 136 }).flatMap(
    ([name, number]): [string, Field][] => [
      [`${name} sport`, port("sourcePorts", [number, number])],
      [`${name} dport`, port("destinationPorts", [number, number])],
    ],
  ),
  ["th sport", port("sourcePorts", withPorts)],
  ["th dport", port("destinationPorts", withPorts)],
  ["icmp type", icmpType(1, icmpTypes)],
  ["icmp code", icmpCode(1, icmpCodes)],
  ["icmpv6 type", icmpType(58, icmpv6Types)],
  ["icmpv6 code", icmpCode(58, icmpv6Codes)],
]);

function v4(side: Side): Field {
  return numberField<number>({
    lowest: 0,
    highest: maxV4,
    parse: (word) => rangeOfV4(word) ?? parseAddresses(word)?.v4,
    boxes: (ranges) => [{ [side]: { v4: ranges, v6: [], names: [] } }],
  });
}

function v6(side: Side): Field {
  return numberField<bigint>({
    lowest: 0n,
    highest: maxV6,
    parse: (word) => parseAddresses(word)?.v6,
    boxes: (ranges) => [{ [side]: { v4: [], v6: ranges, names: [] } }],
  });
}

function protocol(box: Box): Field {
  return numberField<number>({
    lowest: 0,
    highest: 255,
    parse: (word) => parseNumbers(word, protocolNumbers, 255),
    boxes: (protocols) => [{ ...box, protocols }],
  });
}

function family(sources: Record<string, NonNullable<Box["source"]>>): Field {
  const boxes = new Map([anyV4, anyV6].map((source) => [source, { source }]));
  const known = Object.entries(sources).map(
    ([word, source]) => [word, boxes.get(source)!] as const,
  );
  return enumField(new Map(known));
}

function port(side: "sourcePorts" | "destinationPorts", protocols: Ranges<number>): Field {
  return numberField<number>({
    lowest: 0,
    highest: 65_535,
    parse: (word) => parseNumbers(word, portNumbers, 65_535),
    boxes(ranges) {
      const box = { protocols, [side]: ranges };
      // What stands where ports would be in other protocols is not in a file.
      const rest = unknownBox("match", "th", { protocols: withoutPorts });
      return protocols === withPorts ? [box, rest] : [box];
    },
  });
}

function icmpType(number: number, names: Readonly<Record<string, number>>): Field {
  return numberField<number>({
    lowest: 0,
    highest: 255,
    parse: (word) => parseNumbers(word, names, 255),
    boxes: (types) => [
      {
        protocols: [number, number],
        destinationPorts: rangesOf(pairsOf(types).map(([lo, hi]) => [lo * 256, hi * 256 + 255])),
      },
    ],
  });
}

function icmpCode(number: number, names: Readonly<Record<string, number>>): Field {
  const types = Array.from({ length: 256 }, (_, type) => type * 256);
  return numberField<number>({
    lowest: 0,
    highest: 255,
    parse: (word) => parseNumbers(word, names, 255),
    boxes(codes) {
      const pairs = pairsOf(codes).flatMap(([lo, hi]) =>
        types.map((type): [number, number] => [type + lo, type + hi]),
      );
      return [{ protocols: [number, number], destinationPorts: rangesOf(pairs) }];
    },
  });
}

/** `22`, `0x16`, `ssh`, `80-90`. */
function parseNumbers(
  word: string,
  names: Readonly<Record<string, number>>,
  highest: number,
): Ranges<number> | undefined {
  const single = numberOf(word, names, highest);
  if (single !== undefined) return [single, single];
  const dash = /^([^-]+)-([^-]+)$/.exec(word);
  const lo = dash ? numberOf(dash[1]!, names, highest) : undefined;
  const hi = dash ? numberOf(dash[2]!, names, highest) : undefined;
  return lo !== undefined && hi !== undefined && lo <= hi ? [lo, hi] : undefined;
}

function numberOf(word: string, names: Readonly<Record<string, number>>, highest: number) {
  if (!/^(\d{1,6}|0x[0-9a-f]{1,4})$/i.test(word))
    return Object.hasOwn(names, word) ? names[word] : undefined;
  return Number(word) <= highest ? Number(word) : undefined;
}
