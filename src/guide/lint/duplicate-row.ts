import { isIPv4 } from "../../evidence/ipv4.ts";
import { formatBlock, parseBlock } from "../block.ts";
import type { Guide } from "../guide.ts";
import type { DataPath } from "../value.ts";
import type { LintRule } from "./rule.ts";

export const duplicateRow: LintRule = {
  id: "duplicate-row",
  title: { ko: "두 번 적힌 주소나 포트", en: "an address or port that stands twice" },
  severity: "error",
  messages: {
    port: {
      ko: "{host}의 포트 {port}이(가) 두 번 있습니다",
      en: "port {port} of {host} stands twice",
    },
    address: {
      ko: "{host}의 주소 {address}이(가) 두 번 있습니다",
      en: "address {address} of {host} stands twice",
    },
    host: {
      ko: "{host} {address}:{port}은(는) 이미 다른 endpoint에 있습니다",
      en: "{host} {address}:{port} is already in another endpoint",
    },
    name: {
      ko: "{host}:{port}은(는) 이미 다른 endpoint에 있습니다",
      en: "{host}:{port} is already in another endpoint",
    },
  },
  *check({ guide }) {
    const opened = new Map<string, Open>();
    for (const [i, endpoint] of guide.endpoints.entries()) {
      const { host, addresses, ports, direction = "outbound" } = endpoint;
      const at = (...path: (string | number)[]): DataPath => ["endpoints", i, ...path];
      const own = newOpen();
      for (const [j, each] of ports.entries()) {
        for (const port of overlap(own, numbersOf(each))) {
          yield { kind: "endpoints", path: at("ports", j), message: "port", with: { host, port } };
        }
        add(own, numbersOf(each));
      }
      // Addresses that had the same ports so far are judged and extended once for all of them.
      const found = new Map<Open, string[]>();
      const extended = new Map<Open, Open>();
      /** Ports that other endpoints have opened at the same place. */
      const again = (address: string): string[] => {
        const key = `${direction} ${host} ${address}`;
        const before = opened.get(key);
        const twice = before ? (found.get(before) ?? common(own, before)) : [];
        const now = before ? (extended.get(before) ?? extend(before, own)) : own;
        if (before) {
          found.set(before, twice);
          extended.set(before, now);
          before.places -= 1;
        }
        now.places += 1;
        opened.set(key, now);
        return twice;
      };
      const seen = new Set<string>();
      for (const [j, address] of addresses.entries()) {
        const path = at("addresses", j);
        const written = writtenInOneWay(address);
        if (seen.has(written)) {
          yield { kind: "endpoints", path, message: "address", with: { host, address } };
          continue;
        }
        seen.add(written);
        for (const port of again(written)) {
          yield { kind: "endpoints", path, message: "host", with: { host, address, port } };
        }
      }
      for (const port of addresses.length === 0 ? again("") : []) {
        yield { kind: "endpoints", path: at("host"), message: "name", with: { host, port } };
      }
    }
  },
};

type Ports = Guide["endpoints"][number]["ports"][number];

/** So many ports that one place opens twice are told; whoever has more will come again. */
const alikeMost = 20;

type Range = [first: number, last: number];

/** Open ports. Those of UDP are negative, because TCP and UDP ports are two. */
interface Open {
  singles: Set<number>;
  ranges: Map<string, Range>;
  /** At how many places exactly these are open. */
  places: number;
}

function newOpen({ singles, ranges }: Partial<Open> = {}): Open {
  return { singles: new Set(singles), ranges: new Map(ranges), places: 0 };
}

function numbersOf({ port, to = port, protocol }: Ports): Range {
  return protocol === "udp" ? [-to, -port] : [port, to];
}

function add({ singles, ranges }: Open, range: Range): void {
  if (range[0] === range[1]) singles.add(range[0]);
  else ranges.set(range.join(), range);
}

/** Both together; no copy where nowhere else is just the first open. */
function extend(open: Open, more: Open): Open {
  const all = open.places === 1 ? open : newOpen(open);
  for (const range of rangesOf(more)) add(all, range);
  return all;
}

function* rangesOf({ singles, ranges }: Open): Generator<Range> {
  for (const port of singles) yield [port, port];
  yield* ranges.values();
}

/** What of some ports is open already, as texts. */
function overlap({ singles, ranges }: Open, [first, last]: Range): string[] {
  const found: string[] = first === last && singles.has(first) ? [textOf(first, last)] : [];
  for (const each of first < last ? singles : []) {
    if (found.length >= alikeMost) return found;
    if (first <= each && each <= last) found.push(textOf(each, each));
  }
  for (const [from, to] of ranges.values()) {
    if (found.length >= alikeMost) return found;
    if (last < from || to < first) continue;
    found.push(textOf(Math.max(first, from), Math.min(last, to)));
  }
  return [...new Set(found)];
}

/** Ports that are open twice, as texts. */
function common(own: Open, other: Open): string[] {
  const found = new Set<string>();
  for (const range of rangesOf(own)) {
    for (const text of overlap(other, range)) found.add(text);
    if (found.size >= alikeMost) break;
  }
  return [...found];
}

function textOf(first: number, last: number): string {
  const [from, to] = [Math.abs(first), Math.abs(last)].sort((a, b) => a - b);
  return from === to ? `${from}` : `${from}-${to}`;
}

function writtenInOneWay(address: string): string {
  // Far quicker for most of them, and what it would be written as in the end.
  if (isIPv4(address) && !/(?:^|\.)0\d/.test(address)) return address;
  const block = parseBlock(address);
  return block ? formatBlock(block) : address;
}
