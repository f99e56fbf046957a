import { firewallFault } from "./_firewall.ts";

export const tcpIcmpPortUnreachable = firewallFault({
  id: "tcp.icmp-port-unreachable",
  verdict: "tcp.reject",
  title: {
    ko: "방화벽이 ICMP 포트 도달 불가로 거부",
    en: "The firewall answers ICMP port unreachable",
  },
  action: "icmp-port-unreachable",
});
