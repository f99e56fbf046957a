/** IANA numbers that people know by name. */
const names: Readonly<Record<number, string>> = {
  1: "icmp",
  6: "tcp",
  17: "udp",
  47: "gre",
  50: "esp",
  58: "icmpv6",
  132: "sctp",
};

export function protocolName(protocol: number): string {
  return names[protocol] ?? String(protocol);
}

/** `any` for all of them. */
export function tellProtocols(lo: number, hi: number): string {
  if (lo === hi) return protocolName(lo);
  return lo === 0 && hi === 255 ? "any" : `${protocolName(lo)}-${protocolName(hi)}`;
}
