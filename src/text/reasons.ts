import type { Table } from "./words.ts";

/**
 * Why a verdict was given: what was seen, in one short sentence. To add one, add a line.
 *
 * Gaps: `{name}`. `{ms:duration}` prints 40 ms or 3.1초, `{notAfter:day}` a date. In Korean write
 * 은(는) 이(가) 을(를) 과(와) (으)로 (이)라고 (이)어야 right after a gap: the filled value picks the particle.
 */
export const reasons: Table = {
  "reason.ok": {
    ko: "정상으로 응답했습니다({ms:duration}).",
    en: "It answered as it should ({ms:duration}).",
  },
  "reason.not-applicable": {
    ko: "이 PC에는 해당하지 않습니다.",
    en: "This does not apply to this PC.",
  },
  "reason.not-tested": { ko: "확인하지 못했습니다.", en: "It was not tested." },
  "reason.masked": {
    ko: "앞 단계에서 막혀 그 뒤는 확인할 수 없었습니다.",
    en: "An earlier step failed, so this one could not be tested.",
  },
  "reason.incomplete": {
    ko: "정해진 시간 안에 확인을 끝내지 못했습니다.",
    en: "The time limit ended before this was finished.",
  },
  "reason.guarded": {
    ko: "밖으로 나가는 연결을 막아 둔 상태라 시험하지 않았습니다.",
    en: "Outgoing connections are switched off here, so this was not tested.",
  },
  "reason.probe-broke": {
    ko: "확인하는 도중 조치 프로그램에 문제가 생겼습니다({error}).",
    en: "Jochi itself had a problem while testing this ({error}).",
  },
  "reason.unreadable": {
    ko: "읽지 못했습니다({name}). 있는지 없는지 알 수 없습니다.",
    en: "It could not be read ({name}), so whether it is there is not known.",
  },
  "reason.rows-together": {
    ko: "{total}곳 중 {count}곳이 같은 문제를 보이며, 한 가지 원인으로 설명됩니다.",
    en: "{count} of {total} show the same problem, and one cause explains them.",
  },
  "reason.none-passed-contradicts": {
    ko: "정상인 곳 가운데 이 설명과 어긋나는 곳은 없습니다.",
    en: "Nothing that works speaks against this explanation.",
  },
  "reason.symptom": {
    ko: "말씀하신 증상({symptom})에서 흔히 보이는 원인입니다.",
    en: "It is a usual cause of what you see ({symptom}).",
  },
  "reason.age.address": {
    ko: "이 주소는 {year}년 {month}월에 마지막으로 확인되었습니다.",
    en: "The address was last verified in {month}/{year}.",
  },
  "reason.age.fact": {
    ko: "이 내용은 {year}년 {month}월에 마지막으로 확인되었습니다.",
    en: "The guide last had this verified in {month}/{year}.",
  },
  "reason.age.review": {
    ko: "안내서의 {name}은(는) {day}까지 다시 확인해야 했습니다. 지금도 맞는지 알 수 없습니다.",
    en: "{name} in the guide was to be verified again by {day}; whether it still holds is not known.",
  },
  "reason.age.expired": {
    ko: "안내서의 {name}은(는) {day}까지만 맞는 내용입니다.",
    en: "{name} in the guide held until {day} only.",
  },
  "reason.everything-ok": {
    ko: "확인한 곳이 모두 정상으로 응답했습니다.",
    en: "Everything that was tested answers as it should.",
  },

  "reason.tcp.ok": { ko: "연결되었습니다({ms:duration}).", en: "It connects ({ms:duration})." },
  "reason.tcp.silent": {
    ko: "연결을 {attempts}번 요청했으나 {ms:duration} 동안 아무 응답이 없습니다.",
    en: "{attempts} connection requests got no answer at all within {ms:duration}.",
  },
  "reason.tcp.refused": {
    ko: "연결 요청이 {ms:duration} 만에 거절되었습니다.",
    en: "The connection was refused after {ms:duration}.",
  },
  "reason.tcp.icmp": {
    ko: "중간 장비가 이 연결은 허용되지 않는다고 알려 왔습니다.",
    en: "A device on the way reported that this connection is not allowed.",
  },
  "reason.tcp.unreachable": {
    ko: "{ms:duration} 만에 그 주소에 닿을 수 없다는 답을 받았습니다.",
    en: "After {ms:duration} we were told that the address cannot be reached.",
  },
  "reason.tcp.no-host": {
    ko: "{ms:duration} 동안 찾았으나 그 주소를 쓰는 장비가 없다고 합니다.",
    en: "After {ms:duration} of looking, no machine was found at that address.",
  },
  "reason.tcp.no-route": {
    ko: "이 PC에는 그 주소로 가는 길(경로)이 없습니다.",
    en: "This PC has no route to that address.",
  },
  "reason.tcp.other-port-answers": {
    ko: "같은 서버의 {port}번 포트는 응답하므로 서버는 살아 있습니다.",
    en: "Port {port} of the same server answers, so the server itself is alive.",
  },
  "reason.tcp.other-port-silent": {
    ko: "같은 서버의 다른 포트도 응답이 없습니다.",
    en: "The other ports of the same server do not answer either.",
  },
  "reason.tcp.control-port-silent": {
    ko: "안내에 없는 포트로 시험해도 똑같이 응답이 없습니다.",
    en: "A port that is not in the guide is just as silent.",
  },
  "reason.tcp.control-port-answers": {
    ko: "안내에 없는 포트는 다르게 응답하므로 이 포트만 따로 다루어지고 있습니다.",
    en: "A port that is not in the guide behaves differently, so this one is treated specially.",
  },
  "reason.tcp.control-port-same": {
    ko: "안내에 없는 포트로 시험해도 똑같이 거절됩니다.",
    en: "A port that is not in the guide is refused in the same way.",
  },
  "reason.tcp.near": {
    ko: "거절은 {ms:duration} 만에 왔고 정상 응답은 {openMs:duration} 걸립니다. 가까운 장비가 답했습니다.",
    en: "The refusal took {ms:duration}, real answers take {openMs:duration}: a near device sent it.",
  },
  "reason.tcp.far": {
    ko: "거절에 걸린 시간({ms:duration})이 정상 응답({openMs:duration})과 비슷해 서버가 직접 답한 것으로 보입니다.",
    en: "The refusal took as long ({ms:duration}) as real answers ({openMs:duration}): the server sent it.",
  },

  "reason.dns.ok": {
    ko: "{name}의 주소를 찾았습니다: {addresses}.",
    en: "{name} was found at {addresses}.",
  },
  "reason.dns.nxdomain": {
    ko: "이름 서버({server})가 {name}(이)라는 이름은 없다고 답했습니다.",
    en: "The name server ({server}) says that {name} does not exist.",
  },
  "reason.dns.nodata": {
    ko: "이름 서버({server})는 {name}을(를) 알지만 주소를 주지 않았습니다.",
    en: "The name server ({server}) knows {name} but gives no address for it.",
  },
  "reason.dns.servfail": {
    ko: "이름 서버({server})가 {name}을(를) 찾다가 실패했다고 답했습니다.",
    en: "The name server ({server}) failed while looking up {name}.",
  },
  "reason.dns.refused": {
    ko: "이름 서버({server})가 {name}에 대한 질문을 거절했습니다.",
    en: "The name server ({server}) refused the question about {name}.",
  },
  "reason.dns.timeout": {
    ko: "이름 서버({server})에 {name}을(를) 물었으나 답이 없습니다.",
    en: "The name server ({server}) did not answer the question about {name}.",
  },
  "reason.dns.closed": {
    ko: "{server}에서는 이름 서버가 동작하지 않습니다({name} 조회 실패).",
    en: "No name server is running at {server} (asked for {name}).",
  },
  "reason.dns.unreachable": {
    ko: "이름 서버({server})에 닿을 수 없어 {name}을(를) 찾지 못했습니다.",
    en: "The name server ({server}) cannot be reached, so {name} was not looked up.",
  },
  "reason.dns.guarded": {
    ko: "외부 연결을 막아 둔 상태라 이름 서버({server})에 {name}을(를) 묻지 않았습니다.",
    en: "Outgoing connections are off, so {server} was not asked for {name}.",
  },
  "reason.dns.other": {
    ko: "이름 서버({server})에 {name}을(를) 묻는 중 예상하지 못한 오류가 났습니다.",
    en: "Asking the name server ({server}) for {name} failed in an unexpected way.",
  },
  "reason.dns.documented-answers": {
    ko: "안내에 적힌 주소({address})로 직접 연결하면 응답합니다.",
    en: "The address in the guide ({address}) answers when it is used directly.",
  },
  "reason.dns.documented-differs": {
    ko: "이름이 안내에 없는 주소를 가리킵니다: {addresses}.",
    en: "The name leads to addresses that are not in the guide: {addresses}.",
  },
  "reason.dns.private": {
    ko: "공개 서비스의 이름인데 내부용 주소({address})를 가리킵니다.",
    en: "The name of a public service leads to an inside address ({address}).",
  },
  "reason.dns.same-address": {
    ko: "서로 관계없는 이름들({names})이 모두 {address}을(를) 가리킵니다.",
    en: "Unrelated names ({names}) all lead to {address}.",
  },
  "reason.dns.random-name-answers": {
    ko: "있을 수 없는 이름을 물어도 {address}(이)라고 답합니다.",
    en: "Even a name that cannot exist is answered with {address}.",
  },
  "reason.dns.other-server-answers": {
    ko: "다른 이름 서버({server})는 {name}을(를) 바르게 찾습니다.",
    en: "Another name server ({server}) finds {name} correctly.",
  },
  "reason.dns.other-names-answer": {
    ko: "같은 이름 서버({server})가 다른 이름은 바르게 찾습니다.",
    en: "The same name server ({server}) finds other names correctly.",
  },
  "reason.dns.all-names": {
    ko: "이름 서버({server})에 물은 이름 {count}개가 모두 같은 결과입니다.",
    en: "All {count} names asked of the name server ({server}) end the same way.",
  },
  "reason.dns.certificate-valid": {
    ko: "그 주소의 인증서가 이 이름에 맞으므로 진짜 서버입니다.",
    en: "The certificate there is valid for the name, so it is the real server.",
  },
  "reason.dns.certificate-invalid": {
    ko: "그 주소의 서버는 이 이름의 올바른 인증서를 내놓지 못합니다.",
    en: "The server there has no valid certificate for the name.",
  },
  "reason.hosts-file": {
    ko: "이 PC의 hosts 파일에 {name} → {address}(으)로 적혀 있습니다.",
    en: "The hosts file of this PC sends {name} to {address}.",
  },

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

  "reason.net.no-interface": {
    ko: "이 PC에 연결된 네트워크가 없습니다.",
    en: "This PC is not connected to any network.",
  },
  "reason.svc.peers-fail": {
    ko: "다른 PC에서도 같은 곳이 응답하지 않습니다.",
    en: "Other PCs cannot reach the same place either.",
  },

  "reason.pc.ok": { ko: "{name}: 정상입니다.", en: "{name}: as it should be." },
  "reason.pc.browser.unsupported": {
    ko: "지원하는 브라우저({minimum} 이상)가 없습니다. 이 PC의 브라우저: {found}.",
    en: "No supported browser ({minimum} or later) was found; this PC has {found}.",
  },
  "reason.pc.site.not-trusted": {
    ko: "{name}이(가) “신뢰할 수 있는 사이트”에 없습니다.",
    en: "{name} is not among the trusted sites.",
  },
  "reason.pc.site.mistyped": {
    ko: "“{entry}”(으)로 등록되어 있습니다. “{meant}”(이)어야 합니다.",
    en: "The entry reads “{entry}”; it should be “{meant}”.",
  },
  "reason.pc.popup.blocked": {
    ko: "{name}의 팝업 창이 차단되도록 설정되어 있습니다.",
    en: "Pop-up windows of {name} are set to be blocked.",
  },
  "reason.pc.toolbar.present": {
    ko: "{name}이(가) 설치되어 있습니다.",
    en: "{name} is installed.",
  },
  "reason.pc.program.missing": {
    ko: "{name}이(가) 설치되어 있지 않습니다.",
    en: "{name} is not installed.",
  },
  "reason.pc.program.outdated": {
    ko: "{name} {version} 버전이 설치되어 있습니다. {minimum} 이상이어야 합니다.",
    en: "{name} {version} is installed; {minimum} or later is needed.",
  },
  "reason.pc.program.stopped": {
    ko: "{name}이(가) 설치되어 있지만 실행되고 있지 않습니다.",
    en: "{name} is installed but not running.",
  },
  "reason.pc.program.conflict": {
    ko: "{name}과(와) {other}이(가) 서로 부딪힐 수 있습니다.",
    en: "{name} and {other} may get in each other's way.",
  },
  "reason.pc.certificate.missing": {
    ko: "{name} 인증서가 저장소에 없습니다.",
    en: "The certificate {name} is not in the store.",
  },
  "reason.pc.certificate.expired": {
    ko: "{name} 인증서가 {notAfter:day}에 만료되었습니다.",
    en: "The certificate {name} expired on {notAfter:day}.",
  },
  "reason.pc.certificate.distrusted": {
    ko: "{name} 인증서를 Windows가 더는 신뢰하지 않습니다.",
    en: "Windows no longer trusts the certificate {name}.",
  },
  "reason.pc.file.missing": { ko: "{name}이(가) 없습니다.", en: "{name} does not exist." },
  "reason.pc.local-network-access.denied": {
    ko: "브라우저가 {name}에 PC 안의 프로그램과 통신할 권한을 주지 않았습니다.",
    en: "The browser does not let {name} talk to programs on this PC.",
  },
  "reason.pc.proxy.captures-loopback": {
    ko: "프록시 설정이 PC 안의 주소({name})까지 프록시로 보냅니다.",
    en: "The proxy settings send even this PC's own address ({name}) to the proxy.",
  },
  "reason.dns.nowhere": {
    ko: "{address}은(는) 이 PC 자신을 뜻하는 주소라 아무 데도 이어지지 않습니다.",
    en: "{address} means this PC itself, so the name leads nowhere.",
  },
  "reason.dns.not-needed": {
    ko: "그래도 필요한 이름은 모두 찾으므로 결제에는 지장이 없고, 조금 느려질 수 있습니다.",
    en: "Every name needed is found all the same; at worst things are a little slower.",
  },
  "reason.dns.relay": {
    ko: "이 회사 망은 다른 이름도 내부 중계 주소로 보내며, 그 중계는 진짜 서버로 이어집니다.",
    en: "This network leads other names to inside relays too, and those lead to the real servers.",
  },
  "reason.dns.unproven": {
    ko: "옮겨 간 것인지 다른 곳으로 돌려진 것인지 보여 줄 인증서가 없습니다.",
    en: "No certificate shows whether the name moved there or was led astray.",
  },
  "reason.dns.answers": {
    ko: "이름 서버({server})가 응답합니다.",
    en: "The name server ({server}) answers.",
  },
  "reason.dns.server-silent": {
    ko: "이름 서버({server})가 어떤 질문에도 답하지 않습니다.",
    en: "The name server ({server}) answers no question at all.",
  },
  "reason.dns.not-asked": {
    ko: "이름 서버에 물어보지 못해 이름이 어디로 이어지는지 알 수 없습니다.",
    en: "No name server was asked, so where the name leads is not known.",
  },
  "reason.dns.moved-and-blocked": {
    ko: "{name}이(가) 안내에 없는 새 주소로 옮겨졌고, 그 주소로는 연결되지 않습니다.",
    en: "{name} has moved to an address that is not in the guide, and that address cannot be reached.",
  },
  "reason.net.online": {
    ko: "네트워크에 연결되어 있습니다.",
    en: "This PC is connected to a network.",
  },
  "reason.tcp.no-icmp": {
    ko: "장비가 없을 때 오는 알림도 없으므로 도중에 버려지는 것으로 보입니다.",
    en: "No notice of a missing machine came either, so the requests are dropped on the way.",
  },
  "reason.tcp.not-permitted": {
    ko: "이 PC 자신의 방화벽이 연결을 막았습니다.",
    en: "This PC's own firewall does not permit the connection.",
  },
  "reason.tcp.too-near": {
    ko: "서버까지의 거리가 너무 가까워 누가 거절했는지 가릴 수 없습니다.",
    en: "The server is too near to tell who sent the refusal.",
  },
  "reason.tcp.dead-sister": {
    ko: "같은 주소의 다른 포트를 찾다가 그 주소를 쓰는 장비가 없다는 답을 받았습니다.",
    en: "For another port of this address we were told that no machine is there.",
  },
  "reason.tcp.sampled": {
    ko: "알림을 아껴 보내는 장비라, 조용할 때 몇 곳을 다시 물어 확인했습니다.",
    en: "The device rations its notices, so a few places were asked again on a quiet line.",
  },
  "reason.tcp.unsteady": {
    ko: "응답 시간이 들쭉날쭉해 누가 거절했는지 가릴 수 없습니다.",
    en: "The answers' times vary too much to tell who sent the refusal.",
  },
  "reason.tcp.no-route-anywhere": {
    ko: "어느 주소로도 가는 길이 없습니다.",
    en: "There is no route to any of the addresses.",
  },
  "reason.tcp.route-exists": {
    ko: "다른 주소로는 가는 길이 있으므로 도중의 장비가 거절한 것입니다.",
    en: "There is a route, so a device on the way sent the refusal.",
  },
  "reason.tls.certificate-request": {
    ko: "서버가 연결 중에 이 PC의 인증서를 달라고 했습니다.",
    en: "During the handshake the server asked for a certificate of this PC.",
  },
  "reason.tls.speaks-http": {
    ko: "그 포트는 보안 연결이 아닌 일반 웹(HTTP)으로 답합니다.",
    en: "That port answers in plain HTTP instead of TLS.",
  },
  "reason.clock.strangers": {
    ko: "서로 관계없는 서버들의 인증서가 한꺼번에 기간이 맞지 않습니다.",
    en: "The certificates of unrelated servers are all out of date at once.",
  },
  "reason.http.untidy": {
    ko: "웹 서버가 응답했습니다(머리말이 규격과 조금 다릅니다).",
    en: "The web server answered (its headers are not quite to the standard).",
  },
  "reason.http.retry-after": {
    ko: "서버가 지금은 점검 중이라며 다시 올 때를 알려 왔습니다(상태 {status}).",
    en: "The server itself says that it is down and when to come back (status {status}).",
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
  "reason.agent.not-here": {
    ko: "이 운영체제({platform})에는 설치되지 않는 프로그램이라 확인하지 않았습니다.",
    en: "The program does not exist for this system ({platform}), so it was not checked.",
  },
  "reason.pc.as-required": {
    ko: "안내대로 되어 있습니다.",
    en: "It is as the guide requires.",
  },
  "reason.symptom.possible": {
    ko: "말씀하신 증상에서 흔한 원인이지만, 이 PC에서는 확인할 수 없었습니다.",
    en: "It is a usual cause of this symptom, but it could not be checked on this PC.",
  },
  "reason.symptom.ruled-out": {
    ko: "말씀하신 증상에서 흔한 원인이지만, 확인해 보니 아닙니다.",
    en: "It is a usual cause of this symptom, but it was checked and is not the reason.",
  },
};
