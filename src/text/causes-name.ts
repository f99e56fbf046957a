import type { CauseEntry } from "./cause-words.ts";

/** Before a connection: clock, this PC's own settings, the network, names, addresses. */
export const nameCauses = {
  ok: {
    ko: {
      title: "정상",
      payer: "이 연결에는 문제가 없습니다.",
      act: "아무도 조치할 필요가 없습니다.",
      engineer: "이름, 주소, TCP, TLS, 응용 단계가 모두 기대한 대로 응답했습니다.",
      overturn: "증상이 나타나는 바로 그때 다시 진단해 보면 확인됩니다.",
    },
    en: {
      title: "Working",
      payer: "This connection is fine.",
      act: "Nobody needs to do anything.",
      engineer: "Name, address, TCP, TLS and application all answered as expected.",
      overturn: "Running the diagnosis again at the moment the trouble shows would tell.",
    },
  },
  "clock.skew": {
    ko: {
      title: "PC 시계가 맞지 않음",
      payer: "PC의 날짜나 시각이 실제와 달라 안전한 연결이 거절됩니다.",
      act: "PC에서 시각을 다시 맞추면 됩니다. 바꿀 권한이 없으면 PC 관리자에게 부탁하십시오.",
      engineer:
        "PC 시각이 서버 Date 값과 허용 범위를 넘어 다르며, 인증서 기간 판정은 보류했습니다.",
      overturn: "PC 시각을 맞춘 뒤에도 같은 오류가 나면 시계가 원인이 아닙니다.",
    },
    en: {
      title: "The PC's clock is wrong",
      payer: "The date or time of this PC is wrong, so secure connections are turned down.",
      act: "Set the time of the PC again, or ask the PC administrator if you may not.",
      engineer:
        "The PC's time is too far from the servers' Date; certificate dates were not judged.",
      overturn: "If the error stays after the time is set right, the clock is not the cause.",
    },
  },
  "local.hosts-override": {
    ko: {
      title: "PC의 hosts 파일이 다른 주소를 가리킴",
      payer: "이 PC에 적혀 있는 옛 주소 때문에 {words.name} 서버가 아닌 곳으로 연결됩니다.",
      act: "PC 관리자가 hosts 파일에서 해당 줄을 지우거나 고쳐야 합니다.",
      engineer: "hosts 파일 항목이 DNS 답보다 먼저 쓰이며 안내의 주소와 다릅니다.",
      overturn: "hosts 항목을 잠시 빼고도 같은 결과면 hosts 파일이 원인이 아닙니다.",
    },
    en: {
      title: "The hosts file of this PC points elsewhere",
      payer: "An old address written on this PC leads away from the {words.name} server.",
      act: "The PC administrator removes or corrects that line of the hosts file.",
      engineer: "A hosts file entry takes precedence over DNS and differs from the guide.",
      overturn: "If the result is the same without the entry, the hosts file is not the cause.",
    },
  },
  "local.pac-wrong": {
    ko: {
      title: "프록시 자동 설정이 잘못됨",
      payer: "PC의 인터넷 연결 설정이 {words.name} 서버로 가는 길을 잘못 안내하고 있습니다.",
      act: "PC 관리자가 프록시 자동 설정(PAC)을 고치거나 이 주소를 예외로 넣어야 합니다.",
      engineer: "PAC 또는 수동 프록시 설정이 이 호스트를 닿지 않는 프록시로 보냅니다.",
      overturn: "프록시를 끄고 직접 연결해도 실패하면 프록시 설정이 원인이 아닙니다.",
    },
    en: {
      title: "The automatic proxy setting is wrong",
      payer: "The connection settings of this PC send {words.traffic} the wrong way.",
      act: "The PC administrator corrects the proxy script (PAC) or adds an exception for this address.",
      engineer: "PAC or manual proxy settings send this host to a proxy that does not serve it.",
      overturn: "If a direct connection without the proxy fails too, the setting is not the cause.",
    },
  },
  "local.agent-down": {
    ko: {
      title: "PC의 보안 프로그램이 응답하지 않음",
      payer: "{words.itself}에 필요한 보안 프로그램이 꺼져 있거나 설치되어 있지 않습니다.",
      act: "PC를 다시 시작해 보고, 그래도 같으면 PC 관리자가 다시 설치해야 합니다.",
      engineer: "루프백 포트가 닫혀 있거나 기대한 응답을 하지 않습니다.",
      overturn: "브라우저에서 그 루프백 주소가 열리면 프로그램은 동작하고 있는 것입니다.",
    },
    en: {
      title: "The security program on this PC does not answer",
      payer: "A security program that {words.itself} needs is not running or not installed.",
      act: "Restart the PC; if that does not help, the PC administrator installs it again.",
      engineer: "Its loopback ports are closed or do not give the expected answer.",
      overturn: "If the loopback address opens in the browser, the program is running.",
    },
  },
  "local.agent-certificate": {
    ko: {
      title: "보안 프로그램의 인증서가 올바르지 않음",
      payer: "보안 프로그램은 켜져 있지만 브라우저가 그것을 믿지 못해 연결하지 않습니다.",
      act: "PC 관리자가 보안 프로그램을 지우고 최신판으로 다시 설치해야 합니다.",
      engineer: "루프백 에이전트의 TLS 인증서가 만료되었거나 예상한 발급자가 아닙니다.",
      overturn: "재설치 뒤에도 같은 인증서가 보이면 다른 프로그램이 그 포트를 쓰고 있습니다.",
    },
    en: {
      title: "The security program's certificate is not valid",
      payer: "The security program runs, but the browser cannot trust it and does not connect.",
      act: "The PC administrator removes the security program and installs its newest version.",
      engineer: "The loopback agent's TLS certificate is expired or not from the expected issuer.",
      overturn: "If it stays after reinstalling, another program is using that port.",
    },
  },
  "net.offline": {
    ko: {
      title: "네트워크에 연결되어 있지 않음",
      payer: "PC가 네트워크에 연결되어 있지 않습니다.",
      act: "랜선과 네트워크 연결을 확인하고, 그래도 안 되면 PC 관리자에게 알리십시오.",
      engineer: "루프백 외에 주소를 가진 네트워크 인터페이스가 없습니다.",
      overturn: "사내 다른 시스템이 열리면 네트워크 연결은 되어 있는 것입니다.",
    },
    en: {
      title: "Not connected to a network",
      payer: "This PC is not connected to the network.",
      act: "Check the cable and the network connection; if that fails, tell the PC administrator.",
      engineer: "No interface other than loopback has an address.",
      overturn: "If another system inside the organisation opens, the PC is connected.",
    },
  },
  "net.no-route": {
    ko: {
      title: "밖으로 나가는 길이 없음",
      payer: "이 PC가 있는 네트워크에는 {words.name} 서버로 나가는 길이 마련되어 있지 않습니다.",
      act: "네트워크 담당자가 이 주소들로 가는 경로를 만들어야 합니다.",
      engineer: "라우팅 표에 목적지 경로가 없거나 라우터가 net-unreachable로 답합니다.",
      overturn: "같은 PC에서 다른 외부 주소에 연결되면 경로 문제가 아닙니다.",
    },
    en: {
      title: "No way out of this network",
      payer: "The network of this PC has no way to the {words.name} servers.",
      act: "The network team sets up a route to these addresses.",
      engineer: "No route to the destination, or a router answers net-unreachable.",
      overturn: "If this PC reaches another outside address, routing is not the cause.",
    },
  },
  "dns.nxdomain": {
    ko: {
      title: "이름 서버가 이 이름을 모름",
      payer: "사내 이름 서버(DNS)가 {words.name} 서버의 이름을 알지 못합니다.",
      act: "DNS 담당자가 이 이름을 등록하거나 바깥으로 물어보도록 설정해야 합니다.",
      engineer: "리졸버가 NXDOMAIN으로 답했습니다. 전달자 또는 내부 영역 등록이 필요합니다.",
      overturn: "다른 이름 서버에 물어도 없다고 하면 서비스의 이름이 바뀐 것입니다.",
    },
    en: {
      title: "The name server does not know this name",
      payer: "The name server (DNS) inside does not know the {words.name} server's name.",
      act: "The DNS team adds the name or forwards the question outside.",
      engineer: "The resolver answers NXDOMAIN; a forwarder or an inside zone is needed.",
      overturn: "If another name server denies the name too, the service has changed its name.",
    },
  },
  "dns.servfail": {
    ko: {
      title: "이름 서버가 조회에 실패함",
      payer: "사내 이름 서버(DNS)가 {words.name} 서버의 이름을 찾다가 실패했습니다.",
      act: "DNS 담당자가 상위 이름 서버로 가는 연결을 확인해야 합니다.",
      engineer: "리졸버가 SERVFAIL로 답했습니다. 상위 서버 도달과 DNSSEC을 확인하십시오.",
      overturn: "같은 이름 서버가 다른 외부 이름을 찾으면 이 이름만의 문제입니다.",
    },
    en: {
      title: "The name server failed",
      payer: "The name server (DNS) inside failed while looking up the {words.name} server.",
      act: "The DNS team checks the way to its upstream name servers.",
      engineer: "The resolver answers SERVFAIL; check upstream reachability and DNSSEC.",
      overturn: "If it finds other outside names, the trouble is with this name alone.",
    },
  },
  "dns.refused": {
    ko: {
      title: "이름 서버가 답을 거절함",
      payer: "이름 서버(DNS)가 이 PC의 질문을 받아 주지 않습니다.",
      act: "DNS 담당자가 이 PC의 질문을 허용해야 합니다.",
      engineer:
        "리졸버가 REFUSED로 답했거나 포트가 닫혀 있습니다. ACL, 뷰, 서버의 동작을 확인하십시오.",
      overturn: "같은 서버가 다른 PC의 같은 질문도 거절하면 이 PC만의 문제가 아닙니다.",
    },
    en: {
      title: "The name server refuses to answer",
      payer: "The name server (DNS) does not accept questions from this PC.",
      act: "The DNS team allows this PC to ask.",
      engineer:
        "The resolver answers REFUSED or its port is closed; check its ACL, view and service.",
      overturn: "If it refuses other PCs too, the cause is not this PC alone.",
    },
  },
  "dns.timeout": {
    ko: {
      title: "이름 서버가 응답하지 않음",
      payer: "이름 서버(DNS)가 답하지 않아 {words.name} 서버를 찾을 수 없습니다.",
      act: "DNS 담당자가 이름 서버와 그리로 가는 길을 확인해야 합니다.",
      engineer: "UDP/TCP 53 질의에 응답이 없거나 서버가 동작하지 않습니다.",
      overturn: "같은 PC가 다른 이름 서버로 이름을 찾으면 원인은 이 이름 서버입니다.",
    },
    en: {
      title: "The name server does not answer",
      payer: "The name server (DNS) does not answer, so the {words.name} server cannot be found.",
      act: "The DNS team checks the name server and the way to it.",
      engineer: "Queries to port 53 get no answer, or no server is running there.",
      overturn: "If this PC resolves names through another server, this server is the cause.",
    },
  },
  "dns.nodata": {
    ko: {
      title: "이름은 있으나 주소가 없음",
      payer: "이름 서버(DNS)에 {words.name} 서버의 이름은 있지만 주소가 비어 있습니다.",
      act: "DNS 담당자가 이 이름의 주소(A 레코드)를 넣어야 합니다.",
      engineer: "리졸버가 A 레코드 없이 NOERROR로 답했습니다.",
      overturn: "다른 이름 서버도 주소가 없다고 하면 서비스 제공사에 물어야 합니다.",
    },
    en: {
      title: "The name has no address",
      payer: "The name server (DNS) has the {words.name} server's name but no address for it.",
      act: "The DNS team adds the address (A record) of this name.",
      engineer: "The resolver answers NOERROR without an A record.",
      overturn: "If other name servers have no address either, ask the service provider.",
    },
  },
  "dns.sinkhole": {
    ko: {
      title: "이름이 차단용 주소로 바뀜",
      payer: "보안 장비가 {words.name} 서버의 이름을 차단용 주소로 바꾸어 놓았습니다.",
      act: "보안 담당자가 이 이름을 차단 목록에서 빼야 합니다.",
      engineer: "관계없는 이름들이 한 주소나 내부 주소로 답하는 싱크홀입니다.",
      overturn: "그 주소가 이 이름의 올바른 인증서를 내놓으면 차단이 아닙니다.",
    },
    en: {
      title: "The name leads to a blocking address",
      payer:
        "A security device has replaced the {words.name} server's address with a blocking one.",
      act: "The security team takes this name off the block list.",
      engineer: "A sinkhole: unrelated names resolve to one address, or to an inside address.",
      overturn: "If that address shows a valid certificate for the name, it is no block.",
    },
  },
  "dns.hijack": {
    ko: {
      title: "이름이 다른 서버로 연결됨",
      payer:
        "{words.name} 서버의 이름이 엉뚱한 서버로 연결되고 있습니다. 이 상태로 {words.act}하지 마십시오.",
      act: "보안 담당자가 여러 이름 서버의 답을 견주어 왜 바뀌었는지 확인해야 하고, 그때까지는 {words.act}하면 안 됩니다.",
      engineer: "답이 안내의 주소 밖이며 그곳의 TLS 인증서가 이 이름에 유효하지 않습니다.",
      overturn: "그 주소의 인증서가 이 이름에 유효하면 단순한 주소 변경입니다.",
    },
    en: {
      title: "The name leads to another server",
      payer:
        "The {words.name} server's name leads to a different server. Please do not {words.act} this way.",
      act: "The security team compares the answers of several name servers and finds out why this one has changed; nobody {words.acts} until then.",
      engineer: "The answer is outside the documented set and TLS there is invalid for the name.",
      overturn: "If its certificate is valid for the name, the address has simply moved.",
    },
  },
  "ip.drift": {
    ko: {
      title: "서버 주소가 안내와 달라짐",
      payer:
        "{words.name} 서버는 정상이지만 주소가 안내서와 달라져 방화벽에 새 주소가 필요할 수 있습니다.",
      act: "{words.service} 제공사가 아래의 새 주소를 맞다고 확인하면, 네트워크(방화벽) 담당자가 그 주소를 열어야 합니다.",
      engineer: "답이 안내의 주소 밖이지만 그곳의 TLS 인증서는 이 이름에 유효합니다.",
      overturn: "그 주소의 인증서가 유효하지 않으면 주소 변경이 아니라 가로채기입니다.",
    },
    en: {
      title: "The server's address has changed",
      payer:
        "The server is fine, but its address differs from the guide and may need a new opening.",
      act: "Once the service provider confirms the new address listed below, the network (firewall) team opens it.",
      engineer: "The answer is outside the documented set, yet TLS there is valid for the name.",
      overturn: "If the certificate there is not valid, it is a hijack and not a move.",
    },
  },
  "ip.dead-host": {
    ko: {
      title: "그 주소에 서버가 없음",
      payer: "안내된 주소에 응답하는 서버가 없습니다.",
      act: "{words.service} 제공사가 이 주소를 아직 쓰는지 확인해야 합니다.",
      engineer: "ARP 실패에 해당하는 늦은 host-unreachable(약 3초)이 돌아옵니다.",
      overturn: "다른 PC에서 같은 주소가 응답하면 이 네트워크의 문제입니다.",
    },
    en: {
      title: "No server at that address",
      payer: "Nothing answers at the address in the guide.",
      act: "The service provider checks whether this address is still in use.",
      engineer: "A late host-unreachable (about 3 s), as after failed ARP.",
      overturn: "If the address answers from another PC, the trouble is in this network.",
    },
  },
} as const satisfies Record<string, CauseEntry>;
