import { firewallFault } from "./_firewall.ts";

export const tcpIcmpNetUnreachable = firewallFault({
  id: "tcp.icmp-net-unreachable",
  verdict: "tcp.reject",
  title: {
    ko: "방화벽이 ICMP 네트워크 도달 불가로 거부",
    en: "The firewall answers ICMP net unreachable",
  },
  action: "icmp-net-unreachable",
});
