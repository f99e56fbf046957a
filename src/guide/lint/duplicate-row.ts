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
  },
  *check({ guide }) {
    const seen = new Set<string>();
    const isNew = (key: string) => seen.size < seen.add(key).size;
    for (const [i, { host, addresses, ports }] of guide.endpoints.entries()) {
      const at = (...path: (string | number)[]): DataPath => ["endpoints", i, ...path];
      const ownPorts = new Map(ports.map(({ port }, j) => [port, j]));
      for (const [j, { port }] of ports.entries()) {
        if (isNew(`port ${i} ${port}`)) continue;
        yield { kind: "endpoints", path: at("ports", j), message: "port", with: { host, port } };
      }
      for (const [j, address] of addresses.entries()) {
        const path = at("addresses", j);
        if (!isNew(`address ${i} ${address}`)) {
          yield { kind: "endpoints", path, message: "address", with: { host, address } };
          continue;
        }
        const again = [...ownPorts.keys()].filter((port) => !isNew(`${host} ${address} ${port}`));
        for (const port of again) {
          yield { kind: "endpoints", path, message: "host", with: { host, address, port } };
        }
      }
    }
  },
};
