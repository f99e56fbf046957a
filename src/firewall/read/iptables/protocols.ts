/** Names of protocols as iptables-save prints them, from IANA's list of protocol numbers. */
const numbers: Readonly<Record<string, number>> = {
  icmp: 1,
  igmp: 2,
  ggp: 3,
  ipencap: 4,
  ipip: 4,
  st: 5,
  tcp: 6,
  egp: 8,
  igp: 9,
  pup: 12,
  udp: 17,
  hmp: 20,
  "xns-idp": 22,
  rdp: 27,
  "iso-tp4": 29,
  dccp: 33,
  xtp: 36,
  ddp: 37,
  "idpr-cmtp": 38,
  ipv6: 41,
  "ipv6-route": 43,
  "ipv6-frag": 44,
  idrp: 45,
  rsvp: 46,
  gre: 47,
  esp: 50,
  "ipv6-crypt": 50,
  ah: 51,
  "ipv6-auth": 51,
  skip: 57,
  "ipv6-icmp": 58,
  icmpv6: 58,
  "ipv6-nonxt": 59,
  "ipv6-opts": 60,
  rspf: 73,
  vmtp: 81,
  eigrp: 88,
  ospf: 89,
  "ax.25": 93,
  etherip: 97,
  encap: 98,
  pim: 103,
  ipcomp: 108,
  vrrp: 112,
  l2tp: 115,
  isis: 124,
  sctp: 132,
  fc: 133,
  "mobility-header": 135,
  "ipv6-mh": 135,
  mh: 135,
  udplite: 136,
  "mpls-in-ip": 137,
  manet: 138,
  hip: 139,
  shim6: 140,
  wesp: 141,
  rohc: 142,
};

export const icmp = 1;
export const tcp = 6;
export const udp = 17;
export const icmpV6 = 58;

/** The protocols that have ports: TCP, UDP, DCCP, SCTP, UDP-Lite. */
export const portProtocols: readonly number[] = [tcp, udp, 33, 132, 136];

/** A protocol by name or number, 0 for all of them; undefined where it is neither. */
export function protocolNumber(text: string): number | undefined {
  if (/^(0|[1-9]\d{0,2})$/.test(text)) return Number(text) < 256 ? Number(text) : undefined;
  const name = text.toLowerCase();
  if (name === "all") return 0;
  return Object.hasOwn(numbers, name) ? numbers[name] : undefined;
}
