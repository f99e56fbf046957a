import type { Table } from "./words.ts";

/** Why what answers was judged as it was: a server, a proxy, a program on the PC, the clock. */
export const serviceReasons: Table = {
  "reason.tls.ok": {
    ko: "보안 연결이 되고 인증서도 올바릅니다({ms:duration}).",
    en: "The secure connection works and its certificate is valid ({ms:duration}).",
  },
  "reason.tls.timeout": {
    ko: "연결은 되지만 보안 연결을 시작하면 답이 없습니다.",
    en: "It connects, but the secure handshake gets no answer.",
  },
  "reason.tls.reset": {
    ko: "보안 연결을 시작하자마자 연결이 강제로 끊겼습니다.",
    en: "The connection was cut as soon as the secure handshake began.",
  },
  "reason.tls.closed": {
    ko: "보안 연결이 완성되기 전에 상대가 연결을 닫았습니다.",
    en: "The other side closed the connection before the secure handshake was done.",
  },
  "reason.tls.not-tls": {
    ko: "보안 연결이 아닌 다른 형식으로 답했습니다.",
    en: "The answer was not a secure (TLS) answer.",
  },
  "reason.tls.version": {
    ko: "서버가 오래된 보안 방식만 지원해 연결할 수 없습니다.",
    en: "The server only speaks an old version of TLS.",
  },
  "reason.tls.handshake-failure": {
    ko: "서버가 보안 연결 조건이 맞지 않는다며 거절했습니다.",
    en: "The server refused the terms of the secure connection.",
  },
  "reason.tls.client-certificate-required": {
    ko: "서버가 이 PC의 인증서를 요구했습니다.",
    en: "The server asks this PC for a certificate of its own.",
  },
  "reason.tls.alert": {
    ko: "서버가 보안 연결 중에 오류를 알리고 끊었습니다.",
    en: "The server ended the secure handshake with an alert.",
  },
  "reason.tls.other": {
    ko: "보안 연결 중 예상하지 못한 오류가 났습니다.",
    en: "The secure handshake failed in an unexpected way.",
  },
  "reason.tls.control-ok": {
    ko: "같은 주소라도 다른 이름({name})으로 연결하면 됩니다. 이름을 보고 막고 있습니다.",
    en: "With another name ({name}) the same address answers: the name is what is blocked.",
  },
  "reason.tls.control-ok-unnamed": {
    ko: "같은 주소라도 이름 없이 연결하면 됩니다. 이름을 보고 막고 있습니다.",
    en: "Without a name the same address answers: the name is what is blocked.",
  },
  "reason.tls.control-fails": {
    ko: "다른 이름으로 연결해도 똑같이 실패하므로 이름 때문은 아닙니다.",
    en: "Another name fails in the same way, so the name is not the reason.",
  },
  "reason.tls.small-answer": {
    ko: "짧은 응답은 오는데 긴 응답(인증서)은 도중에 사라집니다.",
    en: "Small answers arrive, large ones (the certificate) get lost on the way.",
  },
  "reason.tls.chain": {
    ko: "인증서 발급자는 {issuer}, 맨 위 인증 기관은 {root}입니다.",
    en: "The certificate was issued by {issuer}; its root is {root}.",
  },
  "reason.tls.pc-root": {
    ko: "이 인증 기관은 공인된 곳이 아니라 이 PC에만 등록되어 있습니다.",
    en: "That root is not publicly trusted; only this PC's own store has it.",
  },
  "reason.tls.same-issuer": {
    ko: "관계없는 서버 {count}곳의 인증서를 모두 {issuer}이(가) 발급했습니다.",
    en: "{issuer} issued the certificates of {count} unrelated servers.",
  },
  "reason.tls.minted-for-other-name": {
    ko: "있지도 않은 이름({name})의 인증서까지 바로 만들어 내놓습니다.",
    en: "Even for an invented name ({name}) a certificate is made on the spot.",
  },
  "reason.tls.dates": {
    ko: "인증서 유효 기간은 {notBefore:day}부터 {notAfter:day}까지입니다.",
    en: "The certificate is valid from {notBefore:day} to {notAfter:day}.",
  },
  "reason.tls.name": {
    ko: "인증서가 다른 이름({subject})의 것입니다.",
    en: "The certificate belongs to another name ({subject}).",
  },
  "reason.tls.untrusted": {
    ko: "인증서를 보증하는 인증 기관을 이 PC가 알지 못합니다({verify}).",
    en: "This PC does not know the authority behind the certificate ({verify}).",
  },
  "reason.tls.certificate-request": {
    ko: "서버가 연결 중에 이 PC의 인증서를 달라고 했습니다.",
    en: "During the handshake the server asked for a certificate of this PC.",
  },
  "reason.tls.speaks-http": {
    ko: "그 포트는 보안 연결이 아닌 일반 웹(HTTP)으로 답합니다.",
    en: "That port answers in plain HTTP instead of TLS.",
  },

  "reason.http.ok": {
    ko: "웹 서버가 응답했습니다(상태 {status}).",
    en: "The web server answered (status {status}).",
  },
  "reason.http.status": {
    ko: "웹 서버가 오류 상태 {status}(으)로 답했습니다.",
    en: "The web server answered with status {status}.",
  },
  "reason.http.block-page": {
    ko: "돌아온 화면에 차단 안내 문구가 있습니다: “{words}”.",
    en: "The page that came back is a block notice: “{words}”.",
  },
  "reason.http.redirect": {
    ko: "다른 주소({location})로 돌려보냅니다.",
    en: "It sends us on to another address ({location}).",
  },
  "reason.http.same-page": {
    ko: "관계없는 곳({names})에서도 똑같은 화면이 나옵니다.",
    en: "The very same page comes from unrelated places ({names}).",
  },
  "reason.http.silent": {
    ko: "연결은 되지만 {ms:duration} 동안 웹 응답이 없습니다.",
    en: "It connects, but no web answer came within {ms:duration}.",
  },
  "reason.http.reset": {
    ko: "웹 요청을 보내자 연결이 끊겼습니다.",
    en: "The connection was cut when the web request was sent.",
  },
  "reason.http.not-http": {
    ko: "웹 서버가 아닌 다른 형식으로 답했습니다.",
    en: "The answer was not a web (HTTP) answer.",
  },
  "reason.tcp-service.closed": {
    ko: "연결되자마자 상대가 끊었습니다.",
    en: "The connection was closed as soon as it was made.",
  },
  "reason.http.untidy": {
    ko: "웹 서버가 응답했습니다(머리말이 규격과 조금 다릅니다).",
    en: "The web server answered (its headers are not quite to the standard).",
  },
  "reason.http.retry-after": {
    ko: "서버가 지금은 점검 중이라며 다시 올 때를 알려 왔습니다(상태 {status}).",
    en: "The server itself says that it is down and when to come back (status {status}).",
  },

  "reason.proxy.in-use": {
    ko: "이 PC는 프록시({proxy})를 거쳐 연결합니다.",
    en: "This PC connects through a proxy ({proxy}).",
  },
  "reason.proxy.auth": {
    ko: "프록시가 로그인을 요구했습니다({scheme}).",
    en: "The proxy asks for a sign-in ({scheme}).",
  },
  "reason.proxy.denied": {
    ko: "프록시가 {port}번 포트 연결을 거절했습니다(상태 {status}).",
    en: "The proxy refused the connection to port {port} (status {status}).",
  },
  "reason.proxy.port-policy": {
    ko: "프록시가 {allowed}번 포트는 허용하고 {port}번 포트는 거절합니다.",
    en: "The proxy allows port {allowed} but refuses port {port}.",
  },
  "reason.proxy.unreachable": {
    ko: "설정된 프록시({proxy})에 연결되지 않습니다.",
    en: "The proxy in the settings ({proxy}) cannot be reached.",
  },
  "reason.proxy.direct-works": {
    ko: "프록시 없이 직접 연결하면 응답합니다.",
    en: "Without the proxy it answers.",
  },
  "reason.proxy.pac": {
    ko: "자동 프록시 설정 파일({url})이 {name}을(를) {result}(으)로 보냅니다.",
    en: "The proxy script ({url}) sends {name} to {result}.",
  },
  "reason.proxy.pac-unreadable": {
    ko: "자동 프록시 설정 파일({url})을 읽을 수 없습니다.",
    en: "The proxy script ({url}) cannot be read.",
  },
  "reason.proxy.loopback": {
    ko: "PC 안의 보안 프로그램으로 가는 연결({name})까지 프록시로 보내고 있습니다.",
    en: "Even connections to the security programs on this PC ({name}) go to the proxy.",
  },
  "reason.proxy.none": {
    ko: "프록시를 쓰지 않습니다.",
    en: "No proxy is used.",
  },
  "reason.proxy.pac-runs": {
    ko: "자동 프록시 설정 파일을 읽고 실행했습니다.",
    en: "The proxy script was read and run.",
  },
  "reason.proxy.pac-broken": {
    ko: "자동 프록시 설정 파일을 읽거나 실행할 수 없습니다({code}).",
    en: "The proxy script cannot be read or run ({code}).",
  },
  "reason.proxy.cut": {
    ko: "프록시({proxy})가 답하지 않고 연결을 끊었습니다({code}).",
    en: "The proxy ({proxy}) cut the connection without an answer ({code}).",
  },
  "reason.proxy.loopback-direct": {
    ko: "PC 안의 보안 프로그램으로는 프록시를 거치지 않고 바로 연결됩니다.",
    en: "Connections to the security programs on this PC do not go through the proxy.",
  },
  "reason.proxy.no-agents": {
    ko: "PC 안의 보안 프로그램을 쓰지 않는 안내입니다.",
    en: "This guide needs no security program on the PC.",
  },

  "reason.ldap.ok": {
    ko: "인증서 목록 서버(LDAP)가 바르게 응답했습니다({ms:duration}).",
    en: "The directory server (LDAP) answered as it should ({ms:duration}).",
  },
  "reason.ldap.silent": {
    ko: "연결은 되지만 {ms:duration} 동안 LDAP 응답이 없습니다.",
    en: "It connects, but no LDAP answer came within {ms:duration}.",
  },
  "reason.ldap.closed": {
    ko: "LDAP 질문을 보내자 연결이 끊겼습니다.",
    en: "The connection was closed when the LDAP question was sent.",
  },
  "reason.ldap.not-ldap": {
    ko: "LDAP이 아닌 다른 형식으로 답했습니다.",
    en: "The answer was not an LDAP answer.",
  },

  "reason.clock": {
    ko: "PC 시계가 서버 시각(확인한 서버: {servers})과 {seconds}초 차이 납니다.",
    en: "The PC's clock is {seconds} seconds off from the servers' ({servers}).",
  },
  "reason.clock.ok": {
    ko: "PC 시계가 서버 시각과 맞습니다.",
    en: "The PC's clock agrees with the servers.",
  },
  "reason.clock.unknown": {
    ko: "시각을 견줄 만한 서버가 응답하지 않았습니다.",
    en: "No server answered whose time could be compared.",
  },
  "reason.clock.strangers": {
    ko: "서로 관계없는 서버들의 인증서가 한꺼번에 기간이 맞지 않습니다.",
    en: "The certificates of unrelated servers are all out of date at once.",
  },

  "reason.agent.ok": {
    ko: "PC 안의 보안 프로그램이 {port}번 포트에서 바르게 응답합니다.",
    en: "The security program on this PC answers on port {port} as it should.",
  },
  "reason.agent.silent": {
    ko: "PC 안의 보안 프로그램이 응답하지 않습니다(포트 {ports}).",
    en: "The security program on this PC does not answer (ports {ports}).",
  },
  "reason.agent.refused": {
    ko: "보안 프로그램이 써야 할 포트({ports})가 모두 닫혀 있습니다. 실행 중이 아닙니다.",
    en: "The security program's ports ({ports}) are all closed: it is not running.",
  },
  "reason.agent.wrong-answer": {
    ko: "{port}번 포트에서 다른 프로그램이 답하고 있습니다.",
    en: "Some other program answers on port {port}.",
  },
  "reason.agent.certificate": {
    ko: "{port}번 포트의 인증서 발급자가 {issuer}입니다. {expected}(이)어야 합니다.",
    en: "The certificate on port {port} was issued by {issuer}; {expected} was expected.",
  },
  "reason.agent.certificate-expired": {
    ko: "{port}번 포트의 인증서({issuer})가 {notAfter:day}에 만료되었습니다.",
    en: "The certificate on port {port} ({issuer}) expired on {notAfter:day}.",
  },
  "reason.agent.certificate-untrusted": {
    ko: "{port}번 포트의 인증서({issuer})를 이 PC가 신뢰하지 않습니다.",
    en: "This PC does not trust the certificate on port {port} ({issuer}).",
  },
  "reason.agent.not-here": {
    ko: "이 운영체제({platform})에는 설치되지 않는 프로그램이라 확인하지 않았습니다.",
    en: "The program does not exist for this system ({platform}), so it was not checked.",
  },

  "reason.svc.peers-fail": {
    ko: "다른 PC에서도 같은 곳이 응답하지 않습니다.",
    en: "Other PCs cannot reach the same place either.",
  },
};
