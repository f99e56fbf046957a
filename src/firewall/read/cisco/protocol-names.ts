/**
 * Protocol names of ASA and IOS by their IANA number; `ip` and `ipv6` are every protocol.
 * source: Cisco ASA General Operations CLI Configuration Guide 9.x, "Protocols and Applications".
 * verifiedOn: 2026-11-25
 */
export const protocolNames: Readonly<Record<string, number | "every">> = {
  ip: "every",
  ipv6: "every",
  ah: 51,
  ahp: 51,
  eigrp: 88,
  esp: 50,
  gre: 47,
  icmp: 1,
  icmp6: 58,
  igmp: 2,
  igrp: 9,
  ipinip: 4,
  ipsec: 50,
  nos: 94,
  ospf: 89,
  pcp: 108,
  pim: 103,
  pptp: 47,
  sctp: 132,
  snp: 109,
  tcp: 6,
  udp: 17,
};

export const icmp = 1;
export const icmpV6 = 58;
