/**
 * URL patterns of the content settings of Chromium browsers, as policies such as
 * `PopupsAllowedForUrls` list them: `*`, `[*.]example.edu`, `https://www.example.com:8080`.
 * Source: learn.microsoft.com and chromeenterprise.google, "Enterprise policy URL pattern format".
 */
interface Pattern {
  /** Undefined: every one. */
  scheme: string | undefined;
  host: string;
  below: boolean;
  port: string | undefined;
}

/** How much of an origin pattern a policy's pattern holds for. */
export type Reach = "all" | "part" | "none";

/** `origin` is written as in guides: `*.bankpay.or.kr`, or `https://www.bankpay.or.kr:7443`. */
export function reachOf(pattern: string, origin: string): Reach {
  const policy = parse(pattern);
  const wanted = parse(origin.replace(/^((?:https?:\/\/)?)\*\./, "$1[*.]"));
  if (!policy || !wanted) return "none";
  const hosts = hostReach(policy, wanted);
  if (hosts === "none") return "none";
  const sides = [
    [policy.scheme, wanted.scheme],
    [policy.port, wanted.port],
  ] as const;
  if (sides.some(([own, other]) => own !== undefined && other !== undefined && own !== other)) {
    return "none";
  }
  // A payment page is shown with TLS, so a pattern for https alone leaves nothing out.
  const narrower =
    (policy.port !== undefined && wanted.port === undefined) || policy.scheme === "http";
  return narrower && wanted.scheme === undefined ? "part" : hosts;
}

/** The widest reach of any pattern of a list. */
export function listReach(patterns: readonly string[], origin: string): Reach {
  const reaches = patterns.map((pattern) => reachOf(pattern, origin));
  return reaches.includes("all") ? "all" : reaches.includes("part") ? "part" : "none";
}

function hostReach(policy: Pattern, wanted: Pattern): Reach {
  if (policy.host === "*") return "all";
  const inside = wanted.host.endsWith(`.${policy.host}`);
  if (policy.below && (inside || wanted.host === policy.host)) return "all";
  if (policy.host === wanted.host) return wanted.below ? "part" : "all";
  return wanted.below && policy.host.endsWith(`.${wanted.host}`) ? "part" : "none";
}

function parse(text: string): Pattern | undefined {
  const match = /^(?:(\*|[a-z]+):\/\/)?([^/:]+|\[[0-9a-f:]+\])(?::(\*|\d+))?(?:\/\*?)?$/i.exec(
    text.trim(),
  );
  const host = match?.[2]?.toLowerCase();
  if (!match || host === undefined) return undefined;
  const below = host.startsWith("[*.]");
  if (host !== "*" && (below ? host.slice(4) : host).includes("*")) return undefined;
  return {
    scheme: match[1] === "*" ? undefined : match[1]?.toLowerCase(),
    host: below ? host.slice(4) : host,
    below,
    port: match[3] === "*" ? undefined : match[3],
  };
}
