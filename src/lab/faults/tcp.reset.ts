import { firewallFault } from "./_firewall.ts";

export const tcpReset = firewallFault({
  id: "tcp.reset",
  verdict: "tcp.reject",
  title: { ko: "방화벽이 TCP RST로 거부", en: "The firewall answers with a TCP reset" },
  action: "tcp-reset",
});
