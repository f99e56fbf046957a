import { firewallFault } from "./_firewall.ts";

export const tcpIcmpHostUnreachable = firewallFault({
  id: "tcp.icmp-host-unreachable",
  verdict: "tcp.reject",
  title: {
    ko: "방화벽이 ICMP 호스트 도달 불가로 거부",
    en: "The firewall answers ICMP host unreachable",
  },
  action: "icmp-host-unreachable",
});
