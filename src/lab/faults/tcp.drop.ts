import { firewallFault } from "./_firewall.ts";

export const tcpDrop = firewallFault({
  id: "tcp.drop",
  verdict: "tcp.drop",
  title: { ko: "방화벽이 패킷을 버림", en: "The firewall drops the packets" },
  action: "drop",
});
