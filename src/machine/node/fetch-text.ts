import { isIP } from "node:net";
import { type Failure, failures, type Reading, type TlsFailure } from "../failure.ts";
import { connect, type NodeConnection, type Way } from "./connection.ts";
import type { Lookup } from "./lookup.ts";
import { readText } from "./text-file.ts";
import { remaining } from "./within.ts";

interface TextLimits {
  timeoutMs: number;
  maxBytes: number;
}

/** Reads what a setting points to, the way a browser fetches a PAC file: directly, no proxy. */
export async function fetchText(
  way: Way,
  lookup: Lookup,
  url: string,
  limits: TextLimits,
): Promise<Reading<string>> {
  const target = URL.canParse(url) ? new URL(url) : undefined;
  // Two slashes before a path name another PC on Windows, which a file of this one never is.
  if (target?.protocol === "file:" && target.hostname === "" && !/^\/[/\\]/.test(target.pathname)) {
    return readText(target, limits.maxBytes);
  }
  if (target?.protocol !== "http:" && target?.protocol !== "https:") {
    return unreadable("other", "ERR_INVALID_URL");
  }
  return fetchPage(way, lookup, target, limits);
}

async function fetchPage(
  way: Way,
  lookup: Lookup,
  target: URL,
  limits: TextLimits,
): Promise<Reading<string>> {
  const startedAt = performance.now();
  const left = () => ({ timeoutMs: remaining(limits.timeoutMs, startedAt) });
  const host = target.hostname.replace(/^\[|\]$/g, "");
  const found = isIP(host) ? host : await lookup(host, left());
  if (typeof found !== "string" && !found.ok) return unreadable(dnsWord(found.failure), found.code);
  const address = typeof found === "string" ? found : (found.addresses[0] ?? "");
  const secure = target.protocol === "https:";
  const port = Number(target.port || (secure ? 443 : 80));
  const connected = await connect(way, address, port, left());
  if (!connected.ok) return unreadable(connected.failure, connected.code);
  // `connect` always makes this class; the contract's interface does not tell of cut bodies.
  const connection = connected.connection as NodeConnection;
  try {
    if (secure) {
      const tls = await connection.tls({ servername: host, ...left() });
      if (!tls.ok) return unreadable(tls.failure, tls.code);
      // A browser would refuse the file too.
      if (tls.anchor === "none" || !tls.nameMatches) return unreadable("other", tls.verify);
    }
    const path = target.pathname + target.search;
    const options = { method: "GET" as const, path, host, maxBytes: limits.maxBytes, ...left() };
    const { outcome, cut } = await connection.request(options);
    if (!outcome.ok) return unreadable(outcome.failure, outcome.code);
    if (outcome.status === 404 || outcome.status === 410) return { state: "absent" };
    if (outcome.status !== 200) return unreadable("other", `HTTP_${outcome.status}`);
    if (cut) return unreadable(cut);
    return { state: "found", value: outcome.body };
  } finally {
    connection.close();
  }
}

function dnsWord(failure: string): Failure {
  return failure === "guarded" || failure === "timeout" ? failure : "other";
}

/** A session's own trouble has no word among the readings; its code still tells. */
function unreadable(failure: Failure | TlsFailure, code?: string): Reading<string> {
  const word = failures.find((known) => known === failure) ?? "other";
  return { state: "unreadable", failure: word, ...(code ? { code } : {}) };
}
