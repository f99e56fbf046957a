import type { UnknownCode } from "../../policy.ts";

/** Match extensions whose options this reader understands, all or some. */
export const understood: ReadonlySet<string> = new Set([
  "addrtype",
  "comment",
  "conntrack",
  "dccp",
  "icmp",
  "icmp6",
  "icmpv6",
  "iprange",
  "multiport",
  "sctp",
  "set",
  "state",
  "tcp",
  "udp",
  "udplite",
]);

/** What kind of unknown a rule is that uses one of these; every other extension is a `match`. */
const codes: Readonly<Record<string, UnknownCode>> = {
  bpf: "application",
  connbytes: "rate",
  connlimit: "rate",
  connrate: "rate",
  dstlimit: "rate",
  fuzzy: "rate",
  geoip: "geography",
  hashlimit: "rate",
  helper: "application",
  ipp2p: "application",
  layer7: "application",
  limit: "rate",
  lscan: "application",
  ndpi: "application",
  nth: "rate",
  owner: "user",
  quota: "rate",
  quota2: "rate",
  random: "rate",
  rateest: "rate",
  recent: "rate",
  statistic: "rate",
  string: "application",
  time: "schedule",
  u32: "application",
};

export function unknownCode(extension: string): UnknownCode {
  return Object.hasOwn(codes, extension) ? codes[extension]! : "match";
}
