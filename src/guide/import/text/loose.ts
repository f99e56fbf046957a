import { patternsOf } from "../../host.ts";
import type { Draft, DraftPort } from "./draft.ts";
import { fileOfUrl, urlsIn } from "./urls.ts";
import type { Walk } from "./walk.ts";

/** Tells of an address the host that no row opens, with its port where one is named. */
export function closedBy({ endpoints }: Draft): (url: string) => string | undefined {
  const open = new Map<string, DraftPort[]>();
  for (const { host, ports } of endpoints) {
    const known = open.get(host.toLowerCase());
    if (known) known.push(...ports);
    else open.set(host.toLowerCase(), [...ports]);
  }
  return (url) => {
    const { protocol, hostname, port } = new URL(url);
    const wanted = Number(port || { "https:": 443 }[protocol] || 80);
    const isOpen = patternsOf(hostname).some((each) => open.get(each)?.some(holds(wanted)));
    if (isOpen) return undefined;
    return port ? `${hostname}:${port}` : hostname;
  };
}

const holds = (wanted: number) => (each: DraftPort) =>
  each.port <= wanted && wanted <= (each.to ?? each.port);

const address = /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?:\/\d{1,2})?(?![\d.])/g;
const name = /(?<![\w.@/*-])(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?![\w.-])/g;
const port =
  /(?:tcp|udp|포트|port)\s*[:/]?\s*(\d{2,5})(?!\d)|(?<![\d.])(\d{2,5})\s*(?:번\s*)?(?:포트|port)/gi;
const files = /\.(?:exe|msi|zip|cer|der|crt|pem|dll|ini|txt|pdf|hwp|html?|jsp?|asp)$/;

/**
 * What would be a firewall row if it stood in a table. A sentence says too little of how its parts
 * belong together, so it is told and not taken.
 */
export function tellLoose({ draft, notes, lines, prose, addresses }: Walk): void {
  const hosts = new Set(
    [...draft.endpoints.map((each) => each.host), ...draft.sites.map(({ pattern }) => pattern)].map(
      (each) => each.toLowerCase(),
    ),
  );
  const closed = closedBy(draft);
  const ports = draft.endpoints.flatMap((each) => each.ports);
  const seen = new Set<string>();
  for (const { number, text } of lines) {
    if (!prose.has(number)) continue;
    const bare = text.replace(/[A-Za-z]+:\/\/\S+|[A-Za-z]:[\\₩￦]\S*/g, " ");
    const loose = [
      ...(bare.match(address) ?? []).filter((each) => !addresses.has(each)),
      ...(bare.match(name) ?? []).filter(
        (each) => !files.test(each) && !patternsOf(each).some((known) => hosts.has(known)),
      ),
      ...[...bare.matchAll(port)]
        .filter(([, one, other]) => !ports.some(holds(Number(one ?? other))))
        .map(([whole]) => whole),
    ];
    if (loose.length > 0) notes.add("opening-in-text", number, { text: loose.join(", ") });
    for (const { url, broken } of urlsIn(text)) {
      if (broken || fileOfUrl(url) !== undefined || draft.endpoints.length === 0) continue;
      const host = closed(url);
      if (host === undefined || seen.has(host)) continue;
      seen.add(host);
      notes.add("url-unopened", number, { host });
    }
  }
}
