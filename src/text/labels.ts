import type { Table } from "./words.ts";

/** Names of the closed lists that are not causes: owners, certainties, kinds, layers. */
export const labels: Table = {
  "owner.user": { ko: "{words.person}(본인)", en: "you (the {words.person})" },
  "owner.pc-admin": { ko: "PC 관리자", en: "the PC administrator" },
  "owner.network": { ko: "네트워크(방화벽) 담당자", en: "the network (firewall) team" },
  "owner.dns": { ko: "이름 서버(DNS) 담당자", en: "the name server (DNS) team" },
  "owner.security": { ko: "보안 담당자", en: "the security team" },
  "owner.proxy": { ko: "프록시 담당자", en: "the proxy team" },
  "owner.provider": { ko: "{words.service} 제공사", en: "the service provider" },

  "owner.user.can": {
    ko: "직접 하실 수 있는 일입니다.",
    en: "You can do this yourself.",
  },
  "owner.pc-admin.can": {
    ko: "이 PC의 설치와 설정을 관리하는 분입니다.",
    en: "They look after programs and settings of this PC.",
  },
  "owner.network.can": {
    ko: "방화벽과 통신 경로를 관리하는 분입니다.",
    en: "They look after the firewall and the routes.",
  },
  "owner.dns.can": {
    ko: "이름을 주소로 바꾸어 주는 서버를 관리하는 분입니다.",
    en: "They look after the servers that turn names into addresses.",
  },
  "owner.security.can": {
    ko: "차단과 검사를 하는 보안 장비를 관리하는 분입니다.",
    en: "They look after the devices that block and inspect.",
  },
  "owner.proxy.can": {
    ko: "밖으로 나가는 연결을 대신하는 프록시를 관리하는 분입니다.",
    en: "They look after the proxy that connections go through.",
  },
  "owner.provider.can": {
    ko: "{words.service}와 그 서버를 운영하는 곳입니다.",
    en: "They run the {words.service} and its servers.",
  },

  "certainty.confirmed": { ko: "확인됨", en: "confirmed" },
  "certainty.likely": { ko: "거의 확실함", en: "likely" },
  "certainty.possible": { ko: "가능성 있음", en: "possible" },
  "certainty.ruled-out": { ko: "원인이 아님", en: "ruled out" },
  "certainty.confirmed.means": {
    ko: "증거로 확인되었습니다.",
    en: "The evidence shows it.",
  },
  "certainty.likely.means": {
    ko: "증거가 이 원인을 가리키지만 한 가지 확인이 남아 있습니다.",
    en: "The evidence points here; one test is still open.",
  },
  "certainty.possible.means": {
    ko: "그럴 수 있으나 아직 증거가 모자랍니다.",
    en: "It may be so, but the evidence is not enough yet.",
  },
  "certainty.ruled-out.means": {
    ko: "증거와 어긋나므로 원인이 아닙니다.",
    en: "The evidence speaks against it.",
  },

  "check.pass": { ko: "정상", en: "fine" },
  "check.fail": { ko: "문제", en: "problem" },
  "check.unknown": { ko: "알 수 없음", en: "cannot tell" },
  "check.not-applicable": { ko: "해당 없음", en: "does not apply" },

  "kind.endpoint": { ko: "서버 연결", en: "server connection" },
  "kind.resolver": { ko: "이름 서버", en: "name server" },
  "kind.clock": { ko: "PC 시계", en: "PC clock" },
  "kind.proxy": { ko: "프록시", en: "proxy" },
  "kind.hosts": { ko: "hosts 파일", en: "hosts file" },
  "kind.network": { ko: "네트워크", en: "network" },
  "kind.agent": { ko: "PC 안의 보안 프로그램", en: "security program on this PC" },
  "kind.site": { ko: "신뢰할 수 있는 사이트", en: "trusted site" },
  "kind.browser": { ko: "브라우저", en: "browser" },
  "kind.popup": { ko: "팝업 허용", en: "pop-up permission" },
  "kind.toolbar": { ko: "툴바", en: "toolbar" },
  "kind.program": { ko: "프로그램", en: "program" },
  "kind.certificate": { ko: "인증서", en: "certificate" },
  "kind.file": { ko: "파일", en: "file" },
  "kind.local-network-access": { ko: "로컬 네트워크 액세스", en: "local network access" },

  "kinds.agent": { ko: "PC 안의 보안 프로그램", en: "security programs on this PC" },
  "kinds.site": { ko: "신뢰할 수 있는 사이트", en: "trusted sites" },
  "kinds.popup": { ko: "팝업 허용", en: "pop-ups" },
  "kinds.toolbar": { ko: "툴바", en: "toolbars" },
  "kinds.program": { ko: "프로그램", en: "programs" },
  "kinds.certificate": { ko: "인증서", en: "certificates" },
  "kinds.file": { ko: "파일", en: "files" },

  "layer.name": { ko: "이름", en: "name" },
  "layer.tcp": { ko: "연결", en: "connection" },
  "layer.tls": { ko: "보안", en: "security" },
  "layer.app": { ko: "응답", en: "answer" },
  "layer.not-tested": { ko: "시험 안 함", en: "not tested" },
  "layer.not-applicable": { ko: "해당 없음", en: "does not apply" },
};
