import type { Opening } from "../opening.ts";
import { pairsOf } from "../ranges.ts";
import { bare, isHostName, isWildcard, type Sorted, sorted } from "./_request.ts";
import { heading, stemOf, textOf } from "./_text.ts";
import type { Writer } from "./writer.ts";

/**
 * Which way a browser goes, by host and port. Browsers of closed networks may be old: no syntax that
 * JScript does not know.
 */
export const pac: Writer = {
  id: "pac",
  title: "Proxy auto-configuration (PAC)",
  write(request) {
    const parts = hostsOnly(
      sorted(request, { names: true, wildcards: true, inbound: false, tcpOnly: true }),
    );
    const stem = stemOf(request);
    return {
      add: [{ name: `${stem}.pac`, text: textOf(fileOf(parts)) }],
      remove: [{ name: `${stem}-remove.pac`, text: textOf(fileOf({ ...parts, openings: [] })) }],
      needsPerson: parts.needsPerson,
    };
  },
};

/** A browser asks by host: an opening without one that is sound needs a person. */
function hostsOnly(request: Sorted): Sorted {
  const [sound, strange] = [true, false].map((wanted) =>
    request.openings.filter(({ hosts }) => hosts.every(isHostName) === wanted),
  ) as [Opening[], Opening[]];
  const needsPerson = strange.map((opening) => ({ opening, key: "firewall.person.name" }));
  return { ...request, openings: sound, needsPerson: [...request.needsPerson, ...needsPerson] };
}

function fileOf(request: Sorted): string[] {
  const rules = request.openings.flatMap(ruleLines);
  return [
    ...heading(
      request,
      "//",
      'Both ways are "DIRECT" or "PROXY host:port"; set them as this network needs.',
    ),
    'var serviceWay = "DIRECT";',
    'var otherWay = "DIRECT";',
    "",
    "function FindProxyForURL(url, host) {",
    "  var name = host.toLowerCase();",
    "  var port = portOf(url);",
    ...rules,
    "  return otherWay;",
    "}",
    "",
    "function portOf(url) {",
    '  var scheme = url.substring(0, url.indexOf(":")).toLowerCase();',
    "  var given = /^[a-z]+:\\/\\/(?:[^\\/?#]*@)?(?:\\[[^\\]]*\\]|[^\\/?#:]*):(\\d+)/i.exec(url);",
    "  if (given) return Number(given[1]);",
    '  return scheme === "https" || scheme === "wss" ? 443 : scheme === "ftp" ? 21 : 80;',
    "}",
    "",
    "function below(name, domain) {",
    "  var at = name.length - domain.length;",
    "  return at > 0 && name.substring(at) === domain;",
    "}",
  ];
}

function ruleLines({ comment, hosts, ports }: Opening): string[] {
  const host = hosts.map((name) =>
    isWildcard(name)
      ? `below(name, ".${bare(name).toLowerCase()}")`
      : `name === "${name.toLowerCase()}"`,
  );
  const port = pairsOf(ports).map(([lo, hi]) =>
    lo === hi ? `port === ${lo}` : `(port >= ${lo} && port <= ${hi})`,
  );
  return [
    `  // ${comment}`,
    `  if ((${host.join(" ||\n       ")}) &&`,
    `      (${port.join(" || ")})) return serviceWay;`,
  ];
}
