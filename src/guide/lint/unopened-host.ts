import type { Guide } from "../guide.ts";
import { hostMatches } from "../host.ts";
import type { Part } from "./parts.ts";
import type { LintRule } from "./rule.ts";

export const unopenedHost: LintRule = {
  id: "unopened-host",
  title: { ko: "방화벽 목록에 없는 호스트", en: "a host that no endpoint opens" },
  severity: "error",
  messages: {
    unopened: {
      ko: "{host}을(를) 쓰지만 endpoints에 여는 줄이 없습니다",
      en: "{host} is used here, and no row of endpoints opens it",
    },
  },
  *check({ guide }) {
    const seen = new Set<string>();
    for (const { kind, path, value } of uses(guide)) {
      const name = value.port === undefined ? value.host : `${value.host}:${value.port}`;
      if (seen.has(name) || isOpened(guide, value)) continue;
      seen.add(name);
      yield { kind, path, message: "unopened", with: { host: name } };
    }
  },
};

/** A host that something of the guide needs; without a port, on any. */
interface Use {
  host: string;
  port?: number;
}

/** By one name below a pattern that is used, or by a pattern above the name. */
function isOpened(guide: Guide, { host, port }: Use): boolean {
  return guide.endpoints.some(
    (endpoint) =>
      endpoint.direction !== "inbound" &&
      (hostMatches(host, endpoint.host) || hostMatches(endpoint.host, host)) &&
      (port === undefined || endpoint.ports.some((each) => holds(each, port))),
  );
}

/** What is used is fetched over TCP. */
function holds(ports: Guide["endpoints"][number]["ports"][number], port: number): boolean {
  const { port: first, to = first, protocol } = ports;
  return protocol !== "udp" && first <= port && port <= to;
}

function uses(guide: Guide): Part<Use>[] {
  return [
    ...guide.programs.flatMap(({ download }, i) =>
      download ? ofUrl("programs", ["programs", i, "download", "url"], download.url) : [],
    ),
    ...guide.certificates.flatMap(({ url }, i) =>
      ofUrl("certificates", ["certificates", i, "url"], url),
    ),
    ...guide.sites.map(({ pattern }, i) => ({
      kind: "sites" as const,
      path: ["sites", i, "pattern"],
      value: { host: pattern },
    })),
    ...guide.popups.flatMap(({ origins }, i) =>
      origins.flatMap((origin, j) => ofUrl("browsers", ["popups", i, "origins", j], origin)),
    ),
    ...guide.remedies.flatMap(({ steps }, i) =>
      steps.flatMap(({ text }, j) =>
        Object.entries(text).flatMap(([lang, words]) =>
          [...String(words).matchAll(/https?:\/\/[^\s"'<>()]+/g)].flatMap(([url]) =>
            ofUrl("remedies", ["remedies", i, "steps", j, "text", lang], url),
          ),
        ),
      ),
    ),
  ];
}

// By hand, because a URL parser takes no `*.` in a host.
function ofUrl(kind: Part<Use>["kind"], path: Part<Use>["path"], url: string): Part<Use>[] {
  const match = /^(?:(https?):\/\/)?([^/:\s]+)(?::(\d+))?/.exec(url);
  if (!match) return [];
  const [, scheme, host = "", explicit] = match;
  if (host === "localhost" || host.startsWith("127.")) return [];
  const port = explicit ? Number(explicit) : impliedPorts[scheme ?? ""];
  return [{ kind, path, value: port === undefined ? { host } : { host, port } }];
}

const impliedPorts: Record<string, number> = { http: 80, https: 443 };
