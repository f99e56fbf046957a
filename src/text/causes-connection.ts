import type { CauseEntry } from "./cause-words.ts";

/** The connection itself: TCP, then TLS. */
export const connectionCauses = {
  "tcp.drop": {
    ko: {
      title: "방화벽이 말없이 막고 있음",
      payer: "사내 방화벽이 {words.name} 서버로 가는 연결을 막고 있습니다.",
      act: "네트워크(방화벽) 담당자가 아래 주소와 포트를 열어야 합니다.",
      engineer: "여러 번의 SYN에 응답이 없습니다. DROP 규칙이나 돌아오는 경로를 확인하십시오.",
      overturn: "방화벽을 거치지 않는 곳에서도 응답이 없으면 서버 쪽 문제입니다.",
    },
    en: {
      title: "A firewall silently blocks it",
      payer: "The firewall inside blocks the connection to the {words.name} server.",
      act: "The network (firewall) team opens the addresses and ports listed here.",
      engineer: "Several SYNs get no answer: check DROP rules and the return path.",
      overturn: "If it is silent from outside the firewall too, the trouble is at the server.",
    },
  },
  "tcp.reject": {
    ko: {
      title: "방화벽이 연결을 거절함",
      payer: "사내 방화벽이 {words.name} 서버로 가는 연결을 거절하고 있습니다.",
      act: "네트워크(방화벽) 담당자가 아래 주소와 포트를 열어야 합니다.",
      engineer: "가까운 장비가 RST나 ICMP 금지로 답합니다. REJECT 규칙을 확인하십시오.",
      overturn: "방화벽 밖에서도 똑같이 거절되면 서버의 포트가 닫힌 것입니다.",
    },
    en: {
      title: "A firewall refuses it",
      payer: "The firewall inside refuses the connection to the {words.name} server.",
      act: "The network (firewall) team opens the addresses and ports listed here.",
      engineer: "A near device answers with RST or an ICMP prohibition: check REJECT rules.",
      overturn: "If it is refused outside the firewall too, the server's port is closed.",
    },
  },
  "tcp.closed": {
    ko: {
      title: "서버의 포트가 닫혀 있음",
      payer: "{words.name} 서버까지는 갔지만 서버가 그 문(포트)을 열어 두지 않았습니다.",
      act: "{words.service} 제공사가 서버의 포트를 확인해야 합니다.",
      engineer: "서버가 직접 RST로 답한 것으로 보입니다. 서비스가 내려갔거나 포트가 바뀌었습니다.",
      overturn: "방화벽 밖의 다른 곳에서 같은 포트가 열리면 방화벽이 거절한 것입니다.",
    },
    en: {
      title: "The server's port is closed",
      payer: "We reach the {words.name} server, but it does not keep that door (port) open.",
      act: "The service provider checks the port at the server.",
      engineer: "The server itself seems to answer RST: service down, or port changed.",
      overturn: "If the port is open from elsewhere, a firewall on the way refused it.",
    },
  },
  "tls.sni-reset": {
    ko: {
      title: "보안 장비가 이름을 보고 끊음",
      payer: "보안 장비가 {words.name} 서버의 이름을 보고 연결을 끊고 있습니다.",
      act: "보안 담당자가 이 이름을 예외로 등록해야 합니다.",
      engineer: "같은 주소가 다른 SNI에는 응답합니다. SNI 필터(RST)를 확인하십시오.",
      overturn: "다른 이름(SNI)으로도 끊기면 이름이 아니라 주소나 서버가 원인입니다.",
    },
    en: {
      title: "A security device cuts this name",
      payer: "A security device sees the {words.name} server's name and cuts the connection.",
      act: "The security team makes an exception for this name.",
      engineer: "The same address answers another SNI: check the SNI filter (RST).",
      overturn: "If another name (SNI) is cut as well, the name is not the reason.",
    },
  },
  "tls.sni-drop": {
    ko: {
      title: "보안 장비가 이름을 보고 막음",
      payer: "보안 장비가 {words.name} 서버의 이름을 보고 응답을 막고 있습니다.",
      act: "보안 담당자가 이 이름을 예외로 등록해야 합니다.",
      engineer: "같은 주소가 다른 SNI에는 응답합니다. SNI 필터(DROP)를 확인하십시오.",
      overturn: "다른 이름(SNI)에도 답이 없으면 이름이 아니라 경로나 서버가 원인입니다.",
    },
    en: {
      title: "A security device blocks this name",
      payer: "A security device sees the {words.name} server's name and swallows the answer.",
      act: "The security team makes an exception for this name.",
      engineer: "The same address answers another SNI: check the SNI filter (DROP).",
      overturn: "If another name (SNI) gets no answer either, the name is not the reason.",
    },
  },
  "tls.reset": {
    ko: {
      title: "보안 연결이 끊김",
      payer: "{words.name} 서버와 안전한 연결을 맺는 도중에 연결이 끊깁니다.",
      act: "보안 담당자가 중간 장비의 차단 기록을 먼저 확인해야 합니다.",
      engineer: "ClientHello 뒤에 RST 또는 FIN이 돌아오며 이름과는 관계가 없습니다.",
      overturn: "보안 장비를 거치지 않고도 끊기면 서버가 끊는 것입니다.",
    },
    en: {
      title: "The secure connection is cut",
      payer: "The connection breaks while it is being made secure.",
      act: "The security team first looks at the logs of the devices on the way.",
      engineer: "RST or FIN after the ClientHello, whatever the name.",
      overturn: "If it is cut without the security devices too, the server does it.",
    },
  },
  "tls.silent": {
    ko: {
      title: "보안 연결에 답이 없음",
      payer: "{words.name} 서버에 닿기는 하지만 안전한 연결을 시작하면 답이 없습니다.",
      act: "네트워크(방화벽) 담당자가 중간 장비를 확인하고, 이상이 없으면 제공사에 알려야 합니다.",
      engineer: "TCP는 열리지만 어떤 SNI와 크기에도 ServerHello가 오지 않습니다.",
      overturn: "보안 장비를 거치지 않고 답이 오면 중간 장비가 막는 것입니다.",
    },
    en: {
      title: "No answer to the secure handshake",
      payer: "The server is reached, but stays silent when the connection is made secure.",
      act: "The network (firewall) team checks the devices on the way, then tells the provider.",
      engineer: "TCP opens, but no ServerHello for any SNI or size.",
      overturn: "If it answers without the security devices, one of them blocks it.",
    },
  },
  "tls.mtu-blackhole": {
    ko: {
      title: "큰 데이터가 도중에 사라짐",
      payer: "네트워크 어딘가에서 큰 데이터가 사라져 안전한 연결이 완성되지 않습니다.",
      act: "네트워크 담당자가 경로의 MTU와 ICMP 차단을 확인해야 합니다.",
      engineer: "작은 응답은 오고 큰 서버 인증서 묶음은 오지 않는 MTU 블랙홀입니다.",
      overturn: "MSS를 줄여도 실패하면 MTU 문제가 아닙니다.",
    },
    en: {
      title: "Large data gets lost on the way",
      payer: "Somewhere in the network large data gets lost, so no secure connection is made.",
      act: "The network team checks the path MTU and whether ICMP is blocked.",
      engineer:
        "An MTU black hole: small answers arrive, the server's certificate flight does not.",
      overturn: "If it fails with a lowered MSS too, the MTU is not the cause.",
    },
  },
  "tls.intercepted": {
    ko: {
      title: "보안 장비가 암호화를 가로챔",
      payer:
        "사내 보안 장비가 {words.name} 연결을 중간에서 열어 보고 있어 {words.itself}이(가) 거절될 수 있습니다.",
      act: "보안 담당자가 이 이름들을 SSL 검사 예외로 등록해야 합니다.",
      engineer: "인증서 체인이 공인 루트가 아닌 사내 검사용 CA에서 끝납니다.",
      overturn: "검사 장비를 거치지 않고도 같은 발급자면 서버가 쓰는 인증서입니다.",
    },
    en: {
      title: "A security device opens the encryption",
      payer:
        "A security device inside opens the {words.name} connection, and {words.bare} may be refused.",
      act: "The security team exempts these names from TLS inspection.",
      engineer: "The chain ends at an inspection CA and not at a public root.",
      overturn: "If the issuer is the same without the device, the server itself uses it.",
    },
  },
  "tls.expired": {
    ko: {
      title: "서버 인증서의 기간이 지남",
      payer: "{words.name} 서버의 인증서 기간이 지나 안전한 연결을 할 수 없습니다.",
      act: "{words.service} 제공사가 인증서를 새로 바꾸어야 합니다.",
      engineer: "서버 인증서의 notAfter가 지났습니다.",
      overturn: "바른 시각으로 보아 아직 기간 안이면 인증서는 문제가 아닙니다.",
    },
    en: {
      title: "The server's certificate has expired",
      payer:
        "The {words.name} server's certificate has run out, so no secure connection is possible.",
      act: "The service provider renews the certificate.",
      engineer: "The certificate's notAfter has passed.",
      overturn: "If the certificate is valid at the right time, it is not at fault.",
    },
  },
  "tls.not-yet-valid": {
    ko: {
      title: "서버 인증서가 아직 유효하지 않음",
      payer: "{words.name} 서버의 인증서가 아직 쓸 수 있는 날짜가 되지 않았습니다.",
      act: "PC 시각이 맞다면 {words.service} 제공사가 인증서를 확인해야 합니다.",
      engineer: "서버 인증서의 notBefore가 아직 오지 않았습니다.",
      overturn: "바른 시각으로 보아 아직 기간 안이면 인증서는 문제가 아닙니다.",
    },
    en: {
      title: "The server's certificate is not valid yet",
      payer: "The {words.name} server's certificate may only be used from a later date.",
      act: "If the PC's time is right, the service provider checks the certificate.",
      engineer: "The certificate's notBefore is still to come.",
      overturn: "If the certificate is valid at the right time, it is not at fault.",
    },
  },
  "tls.wrong-host": {
    ko: {
      title: "인증서의 이름이 다름",
      payer: "연결된 서버의 인증서가 {words.name} 서버의 이름과 다릅니다.",
      act: "{words.service} 제공사가 서버의 인증서를 확인해야 합니다. 보안 장비가 있으면 보안 담당자에게도 알리십시오.",
      engineer: "인증서의 subjectAltName에 이 호스트가 없습니다.",
      overturn: "안내된 주소로 직접 연결해도 같은 인증서면 서버 설정 문제입니다.",
    },
    en: {
      title: "The certificate carries another name",
      payer: "The server that answered has a certificate for a different name.",
      act: "The service provider checks the certificate; tell the security team too if devices inspect.",
      engineer: "The host is not in the certificate's subjectAltName.",
      overturn:
        "If the documented address shows the same certificate, the server is misconfigured.",
    },
  },
  "tls.untrusted": {
    ko: {
      title: "인증서를 믿을 수 없음",
      payer: "{words.name} 서버의 인증서를 누가 보증하는지 PC가 확인하지 못합니다.",
      act: "{words.service} 제공사가 서버의 인증서를 확인해야 합니다. 보안 장비가 있으면 보안 담당자에게도 알리십시오.",
      engineer: "체인이 알려진 루트에 닿지 않습니다(루트 또는 중간 인증서 누락).",
      overturn: "다른 PC에서 같은 인증서가 신뢰되면 이 PC의 인증서 저장소 문제입니다.",
    },
    en: {
      title: "The certificate cannot be trusted",
      payer: "This PC cannot tell who vouches for the {words.name} server's certificate.",
      act: "The service provider checks the certificate; tell the security team too if devices inspect.",
      engineer: "The chain reaches no known root (root or intermediate missing).",
      overturn: "If another PC trusts the same certificate, this PC's store is the cause.",
    },
  },
  "tls.version": {
    ko: {
      title: "보안 방식이 너무 오래됨",
      payer: "{words.name} 서버와 이 PC가 함께 쓸 수 있는 안전한 연결 방식이 없습니다.",
      act: "{words.service} 제공사가 새로운 보안 방식(TLS 1.2 이상)을 지원해야 합니다.",
      engineer: "서버가 TLS 1.0/1.1만 지원하거나 protocol_version 경고를 보냅니다.",
      overturn: "방화벽 밖에서 TLS 1.2가 되면 중간 장비가 방식을 낮춘 것입니다.",
    },
    en: {
      title: "The secure protocol is too old",
      payer: "The {words.name} server and this PC share no safe way to connect.",
      act: "The service provider supports a current protocol (TLS 1.2 or later).",
      engineer: "The server only speaks TLS 1.0/1.1, or sends a protocol_version alert.",
      overturn: "If TLS 1.2 works outside, a device on the way lowers the version.",
    },
  },
  "tls.client-cert": {
    ko: {
      title: "서버가 PC의 인증서를 요구함",
      payer: "{words.name} 서버가 이 PC만의 인증서를 요구하고 있습니다.",
      act: "{words.service} 제공사가 어떤 인증서가 필요한지 알려 주어야 합니다.",
      engineer: "서버가 클라이언트 인증서를 요구해 handshake_failure로 끝납니다.",
      overturn: "방화벽 밖에서 인증서 없이 연결되면 중간 장비가 요구하는 것입니다.",
    },
    en: {
      title: "The server asks for a certificate",
      payer: "The {words.name} server asks this PC for a certificate of its own.",
      act: "The service provider says which certificate is needed.",
      engineer: "The server requires a client certificate and ends with handshake_failure.",
      overturn: "If it connects without one from outside, a device on the way asks for it.",
    },
  },
  "tls.alert": {
    ko: {
      title: "서버가 보안 연결을 거절함",
      payer: "{words.name} 서버가 안전한 연결을 맺는 도중 거절했습니다.",
      act: "{words.service} 제공사가 서버의 보안 설정을 확인해야 합니다.",
      engineer: "서버가 TLS 경고(alert)를 보내고 끝냈습니다.",
      overturn: "방화벽 밖에서 연결되면 중간 장비가 보낸 경고입니다.",
    },
    en: {
      title: "The server declines the secure connection",
      payer: "The {words.name} server declined while the connection was being made secure.",
      act: "The service provider checks the TLS settings of the server.",
      engineer: "The server ended the handshake with a TLS alert.",
      overturn: "If it connects from outside, a device on the way sent the alert.",
    },
  },
} as const satisfies Record<string, CauseEntry>;
