import { firewallFault } from "./_firewall.ts";

export const tcpIcmpAdminProhibited = firewallFault({
  id: "tcp.icmp-admin-prohibited",
  verdict: "tcp.reject",
  title: {
    ko: "방화벽이 ICMP 관리자 금지로 거부",
    en: "The firewall answers ICMP administratively prohibited",
  },
  action: "icmp-admin-prohibited",
});
