import { firewallFault } from "./_firewall.ts";

export const tcpIcmpNetProhibited = firewallFault({
  id: "tcp.icmp-net-prohibited",
  verdict: "tcp.reject",
  title: {
    ko: "방화벽이 ICMP 네트워크 금지로 거부",
    en: "The firewall answers ICMP net prohibited",
  },
  action: "icmp-net-prohibited",
});
