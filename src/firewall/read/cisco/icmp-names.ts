import { icmp } from "./protocol-names.ts";

/**
 * ICMP messages of ASA and IOS: the type, or type and code.
 * source: the same guides as port-names.ts, "ICMP Types"; IOS "ipv6 access-list". verifiedOn: 2026-11-25
 */
const v4: Readonly<Record<string, readonly [number, number?]>> = {
  "administratively-prohibited": [3, 13],
  "alternate-address": [6],
  "conversion-error": [31],
  "dod-host-prohibited": [3, 10],
  "dod-net-prohibited": [3, 9],
  echo: [8],
  "echo-reply": [0],
  "general-parameter-problem": [12, 0],
  "host-isolated": [3, 8],
  "host-precedence-unreachable": [3, 14],
  "host-redirect": [5, 1],
  "host-tos-redirect": [5, 3],
  "host-tos-unreachable": [3, 12],
  "host-unknown": [3, 7],
  "host-unreachable": [3, 1],
  "information-reply": [16],
  "information-request": [15],
  "mask-reply": [18],
  "mask-request": [17],
  "mobile-redirect": [32],
  "net-redirect": [5, 0],
  "net-tos-redirect": [5, 2],
  "net-tos-unreachable": [3, 11],
  "net-unreachable": [3, 0],
  "network-unknown": [3, 6],
  "no-room-for-option": [12, 2],
  "option-missing": [12, 1],
  "packet-too-big": [3, 4],
  "parameter-problem": [12],
  "port-unreachable": [3, 3],
  "precedence-unreachable": [3, 15],
  "protocol-unreachable": [3, 2],
  "reassembly-timeout": [11, 1],
  redirect: [5],
  "router-advertisement": [9],
  "router-solicitation": [10],
  "source-quench": [4],
  "source-route-failed": [3, 5],
  "time-exceeded": [11],
  "timestamp-reply": [14],
  "timestamp-request": [13],
  traceroute: [30],
  "ttl-exceeded": [11, 0],
  unreachable: [3],
};

const v6: Readonly<Record<string, readonly [number, number?]>> = {
  "address-unreachable": [1, 3],
  "beyond-scope": [1, 2],
  echo: [128],
  "echo-reply": [129],
  "echo-request": [128],
  "hop-limit": [3, 0],
  "membership-query": [130],
  "membership-reduction": [132],
  "membership-report": [131],
  "mld-query": [130],
  "mld-reduction": [132],
  "mld-report": [131],
  "nd-na": [136],
  "nd-ns": [135],
  "neighbor-advertisement": [136],
  "neighbor-redirect": [137],
  "neighbor-solicitation": [135],
  "next-header": [4, 1],
  "no-admin": [1, 1],
  "no-route": [1, 0],
  "packet-too-big": [2],
  "parameter-option": [4, 2],
  "parameter-problem": [4],
  "port-unreachable": [1, 4],
  "reassembly-timeout": [3, 1],
  "router-advertisement": [134],
  "router-renumbering": [138],
  "router-solicitation": [133],
  "time-exceeded": [3],
  unreachable: [1],
};

/** `type * 256 + code`, inclusive; every code where none is said. Undefined for another word. */
export function icmpRange(
  protocol: number,
  word: string,
  code: string | undefined,
): [number, number] | undefined {
  const names = protocol === icmp ? v4 : v6;
  const [type, own] = Object.hasOwn(names, word) ? names[word]! : [octet(word)];
  const exact = own ?? octet(code);
  if (type === undefined) return undefined;
  return exact === undefined
    ? [type * 256, type * 256 + 255]
    : [type * 256 + exact, type * 256 + exact];
}

export function octet(word: string | undefined): number | undefined {
  return word !== undefined && /^\d{1,3}$/.test(word) && Number(word) < 256
    ? Number(word)
    : undefined;
}
