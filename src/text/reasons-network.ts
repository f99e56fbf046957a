import type { Table } from "./words.ts";

/** Why a name, an address or a connection was judged as it was. */
export const networkReasons: Table = {
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
  "reason.dns.nowhere": {
    ko: "{address}은(는) 이 PC 자신을 뜻하는 주소라 아무 데도 이어지지 않습니다.",
    en: "{address} means this PC itself, so the name leads nowhere.",
  },
  "reason.dns.not-needed": {
    ko: "그래도 필요한 이름은 모두 찾으므로 {words.itself}에는 지장이 없고, 조금 느려질 수 있습니다.",
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

  "reason.net.no-interface": {
    ko: "이 PC에 연결된 네트워크가 없습니다.",
    en: "This PC is not connected to any network.",
  },
  "reason.net.online": {
    ko: "네트워크에 연결되어 있습니다.",
    en: "This PC is connected to a network.",
  },
};
