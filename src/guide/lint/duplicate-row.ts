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
    const opened = new Map<string, Ports[]>();
    for (const [i, endpoint] of guide.endpoints.entries()) {
      const { host, addresses, ports, direction = "outbound" } = endpoint;
      const at = (...path: (string | number)[]): DataPath => ["endpoints", i, ...path];
      for (const [j, each] of ports.entries()) {
        for (const port of overlaps(ports.slice(0, j), each)) {
          yield { kind: "endpoints", path: at("ports", j), message: "port", with: { host, port } };
        }
      }
      /** Ports that other endpoints have opened at the same place. */
      const again = (address: string): string[] => {
        const key = `${direction} ${host} ${address}`;
        const known = opened.get(key) ?? [];
        opened.set(key, [...known, ...ports]);
        return [...new Set(ports.flatMap((each) => overlaps(known, each)))];
      };
      const own = new Set<string>();
      for (const [j, address] of addresses.entries()) {
        const path = at("addresses", j);
        const written = writtenInOneWay(address);
        if (own.has(written)) {
          yield { kind: "endpoints", path, message: "address", with: { host, address } };
          continue;
        }
        own.add(written);
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

/** What of one entry's ports stands in others already, as texts; TCP and UDP ports are two. */
function overlaps(known: readonly Ports[], { port, to = port, protocol }: Ports): string[] {
  return known.flatMap((other) => {
    const first = Math.max(port, other.port);
    const last = Math.min(to, other.to ?? other.port);
    if (first > last || (other.protocol === "udp") !== (protocol === "udp")) return [];
    return first === last ? `${first}` : `${first}-${last}`;
  });
}

function writtenInOneWay(address: string): string {
  const block = parseBlock(address);
  return block ? formatBlock(block) : address;
}
