import { firewallFault } from "./_firewall.ts";

export const tcpIcmpHostProhibited = firewallFault({
  id: "tcp.icmp-host-prohibited",
  verdict: "tcp.reject",
  title: {
    ko: "방화벽이 ICMP 호스트 금지로 거부",
    en: "The firewall answers ICMP host prohibited",
  },
  action: "icmp-host-prohibited",
});
