import type { Table } from "./words.ts";

/** The one test that would decide where two causes look alike and the evidence does not. */
export const decisions: Table = {
  "decide.own-cause": {
    ko: "조치를 마친 뒤에도 같으면 이 원인이 아닙니다.",
    en: "If it stays the same after the remedy, this is not the cause.",
  },
  "decide.certificate": {
    ko: "서버의 인증서를 한 번 더 받아 보면 알 수 있습니다.",
    en: "Fetching the server's certificate once more would decide it.",
  },
  "decide.certificate-there": {
    ko: "그 주소의 서버가 이 이름의 인증서를 내놓는지 보면 알 수 있습니다.",
    en: "Whether the server there shows a certificate for the name would decide it.",
  },
  "decide.connect": {
    ko: "그 주소로 연결해 보면 알 수 있습니다.",
    en: "Connecting to the address would decide it.",
  },
  "decide.control-name": {
    ko: "같은 주소에 다른 이름으로 연결해 보면 알 수 있습니다.",
    en: "Asking the same address for another name would decide it.",
  },
  "decide.distance": {
    ko: "거절이 가까운 장비에서 왔는지 서버에서 왔는지, 다른 망의 PC에서 같은 포트를 열어 보면 알 수 있습니다.",
    en: "Trying the same port from a PC in another network would tell whether a near device or the server refuses.",
  },
  "decide.icmp-count": {
    ko: "거절이 ICMP로 왔는지 세어 보면 알 수 있습니다.",
    en: "Counting whether the refusals came by ICMP would decide it.",
  },
  "decide.peer": {
    ko: "다른 망의 PC에서 같은 곳을 열어 보면 알 수 있습니다.",
    en: "Opening the same place from a PC in another network would decide it.",
  },
  "decide.plain-http": {
    ko: "그 포트에 일반 웹(HTTP)으로 물어보면 알 수 있습니다.",
    en: "Asking the port in plain HTTP would decide it.",
  },
  "decide.provider-says": {
    ko: "제공 기관에 그 포트가 보안 연결을 쓰는지 물어보면 알 수 있습니다.",
    en: "The provider can say whether that port is meant to speak TLS.",
  },
  "decide.proxy-log": {
    ko: "프록시 기록에서 이 연결을 찾아보면 알 수 있습니다.",
    en: "The proxy's log of this connection would decide it.",
  },
  "decide.quiet-line": {
    ko: "다른 연결이 없을 때 이 주소만 다시 물어보면 알 수 있습니다.",
    en: "Asking this address again while nothing else is on the line would decide it.",
  },
  "decide.route": {
    ko: "이 PC의 경로 표를 보면 알 수 있습니다.",
    en: "This PC's routing table would decide it.",
  },
  "decide.server-flight": {
    ko: "서버가 인증서를 요구하는지 보면 알 수 있습니다.",
    en: "Whether the server asks for a certificate would decide it.",
  },
  "decide.wait-for-icmp": {
    ko: "더 기다리면 그 주소에 장비가 없다는 알림이 오는지 알 수 있습니다.",
    en: "Waiting longer would show whether a notice of a missing machine comes.",
  },
};
