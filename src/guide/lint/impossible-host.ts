import { isBlock } from "../block.ts";
import type { Guide } from "../guide.ts";
import { hostTrouble } from "./hosts.ts";
import type { Part } from "./parts.ts";
import type { LintRule } from "./rule.ts";

export const impossibleHost: LintRule = {
  id: "impossible-host",
  title: { ko: "있을 수 없는 호스트 이름", en: "a host name that cannot be" },
  severity: "error",
  messages: {
    scheme: {
      ko: "‘{host}’: http:// 같은 앞부분이 있습니다",
      en: "‘{host}’ has a scheme in front",
    },
    space: { ko: "‘{host}’: 빈칸이 있습니다", en: "‘{host}’ has a space in it" },
    port: { ko: "‘{host}’: 포트가 붙어 있습니다", en: "‘{host}’ has a port in it" },
    path: { ko: "‘{host}’: 경로가 붙어 있습니다", en: "‘{host}’ has a path in it" },
    wildcard: {
      ko: "‘{host}’: *는 사이트 주소의 맨 앞자리에만 올 수 있습니다",
      en: "‘{host}’: a * can only be the first label of a site entry",
    },
    wide: { ko: "‘{host}’: 너무 많은 이름을 뜻합니다", en: "‘{host}’ stands for too many names" },
    empty: { ko: "‘{host}’: 점 사이가 비어 있습니다", en: "‘{host}’ has an empty label" },
    underscore: { ko: "‘{host}’: 밑줄이 있습니다", en: "‘{host}’ has an underscore" },
    character: {
      ko: "‘{host}’: 쓸 수 없는 글자가 있습니다",
      en: "‘{host}’ has a character no host name has",
    },
    hyphen: {
      ko: "‘{host}’: 붙임표로 시작하거나 끝나는 자리가 있습니다",
      en: "‘{host}’ has a label that starts or ends with a hyphen",
    },
    long: { ko: "‘{host}’: 너무 깁니다", en: "‘{host}’ is too long" },
  },
  *check({ guide }) {
    for (const { kind, path, value, wildcard, nameless } of hosts(guide)) {
      if (nameless && value === "*") continue;
      const trouble = hostTrouble(value, wildcard);
      if (trouble) yield { kind, path, message: trouble, with: { host: value } };
    }
  },
};

// An origin of a pop-up rule may carry scheme and port, which browsers' policies allow.
function hosts(guide: Guide): (Part<string> & { wildcard: boolean; nameless?: boolean })[] {
  return [
    ...guide.endpoints.map(({ host, addresses }, i) => ({
      kind: "endpoints" as const,
      path: ["endpoints", i, "host"],
      value: host,
      // An address belongs to a host; a pattern stands for many, which a block may hold.
      wildcard: addresses.every(isBlock),
      // A firewall needs no name where all addresses are known; see src/guide/schema/endpoint.ts.
      nameless: addresses.length > 0 && addresses.every(isBlock),
    })),
    ...guide.sites.map(({ pattern }, i) => ({
      kind: "sites" as const,
      path: ["sites", i, "pattern"],
      value: pattern,
      wildcard: true,
    })),
    ...guide.popups.flatMap(({ origins }, i) =>
      origins.map((origin, j) => ({
        kind: "browsers" as const,
        path: ["popups", i, "origins", j],
        value: origin.replace(/^https?:\/\//, "").replace(/:\d+$/, ""),
        wildcard: true,
      })),
    ),
  ];
}
