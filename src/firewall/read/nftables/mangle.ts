import type { Statement } from "./syntax.ts";

const rewritten = new Set(
  ["ip", "ip6"]
    .flatMap((family) => [`${family} saddr`, `${family} daddr`])
    .concat(["tcp", "udp", "th", "sctp"].flatMap((name) => [`${name} sport`, `${name} dport`])),
);

/** What `KEY set …` does to the verdict: marks do nothing, a new address leads elsewhere. */
export function mangled(key: string): Statement {
  return rewritten.has(key)
    ? { kind: "verdict", verdict: { action: "unclear", code: "nat", what: `${key} set` } }
    : { kind: "ignored" };
}
