import type { Table } from "./words.ts";

/** Why a check of the PC itself came out as it did, beyond what its cause says. */
export const pcReasons: Table = {
  "reason.pc.ok": { ko: "{name}: 정상입니다.", en: "{name}: as it should be." },
  "reason.pc.browser.unsupported": {
    ko: "지원하는 브라우저({minimum} 이상)가 없습니다. 이 PC의 브라우저: {found}.",
    en: "No supported browser ({minimum} or later) was found; this PC has {found}.",
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
  "reason.pc.as-required": {
    ko: "안내대로 되어 있습니다.",
    en: "It is as the guide requires.",
  },

  "reason.pc.local-network.too-old-to-ask": {
    ko: "{name}은(는) PC 안의 프로그램에 연결해도 되는지 묻지 않는 버전입니다.",
    en: "This version of {name} does not ask before pages reach programs on this PC.",
  },
  "reason.pc.local-network.no-browser": {
    ko: "PC 안의 프로그램에 연결해도 되는지 묻는 브라우저가 없습니다.",
    en: "No browser here asks before pages reach programs on this PC.",
  },
  "reason.pc.local-network.allowed": {
    ko: "{name}에서 PC 안의 프로그램에 연결하는 것이 허용되어 있습니다.",
    en: "{name} lets the {words.name} pages reach programs on this PC.",
  },
  "reason.pc.local-network.asks": {
    ko: "{name}이(가) {words.act}할 때 로컬 네트워크 접근을 물으면 “허용”을 누르세요.",
    en: "When {name} asks for local network access during {words.itself}, choose Allow.",
  },
  "reason.pc.local-network.denied-by-policy": {
    ko: "{name}의 정책({policy})이 {words.name} 페이지와 PC 안의 프로그램 사이를 막고 있습니다.",
    en: "A policy of {name} ({policy}) keeps the {words.name} pages from programs on this PC.",
  },
  "reason.pc.local-network.denied-by-user": {
    ko: "{name}이(가) 물었을 때 {origin}의 로컬 네트워크 접근을 거절했습니다.",
    en: "When {name} asked, local network access was refused for {origin}.",
  },
  "reason.pc.local-network.policy-unread": {
    ko: "{name}의 정책을 읽지 못해 PC 안의 프로그램에 연결되는지 알 수 없습니다.",
    en: "The policies of {name} could not be read, so whether pages reach programs on this PC is not known.",
  },
  "reason.pc.local-network.answers-unread": {
    ko: "{name}의 사이트 권한을 읽지 못해 PC 안의 프로그램에 연결되는지 알 수 없습니다.",
    en: "The site permissions of {name} could not be read, so whether pages reach programs on this PC is not known.",
  },

  "reason.pc.browser.version-unread": {
    ko: "{found}의 버전을 알 수 없어 지원하는 버전인지 알 수 없습니다.",
    en: "The version of {found} is not known, and so not whether it is supported.",
  },
  "reason.pc.browser.ie-mode": {
    ko: "Edge의 Internet Explorer 모드가 정책으로 켜져 있습니다. {words.name} 페이지를 그 모드로 여세요.",
    en: "A policy switches on the Internet Explorer mode of Edge; open the {words.name} page in that mode.",
  },
  "reason.pc.browser.ie-mode-off": {
    ko: "Edge가 있지만 Internet Explorer 모드를 쓰지 못하게 정책으로 막았습니다.",
    en: "Edge is there, and a policy keeps its Internet Explorer mode off.",
  },
  "reason.pc.browser.ie-mode-open": {
    ko: "Edge의 Internet Explorer 모드로 열면 될 수 있지만, 켜져 있는지는 알 수 없습니다.",
    en: "The Internet Explorer mode of Edge may do; whether it is switched on is not known.",
  },

  "reason.pc.program.half": {
    ko: "{name}이(가) 반만 설치되어 있습니다. 목록에는 있지만 파일이 없거나 그 반대입니다.",
    en: "{name} is installed only in part: it is listed and its files are gone, or the other way round.",
  },
  "reason.pc.program.leftover": {
    ko: "{name}의 폴더({folder})만 남아 있고 설치 목록에는 없습니다.",
    en: "Only the folder of {name} is left ({folder}); it is not among the installed programs.",
  },
  "reason.pc.program.no-entry": {
    ko: "{name}이(가) 설치 목록에는 없지만 응답하고 있습니다.",
    en: "{name} is not among the installed programs, and yet it answers.",
  },
  "reason.pc.program.version-unread": {
    ko: "{name}의 버전을 알 수 없어 오래된 것인지 알 수 없습니다.",
    en: "The version of {name} is not known, and so not whether it is too old.",
  },
  "reason.pc.program.service-disabled": {
    ko: "{name}의 서비스({service})가 “사용 안 함”으로 되어 있어 켜지지 않습니다.",
    en: "The service of {name} ({service}) is disabled and never starts.",
  },
  "reason.pc.program.service-stopped": {
    ko: "{name}의 서비스({service})가 멈춰 있습니다.",
    en: "The service of {name} ({service}) has stopped.",
  },
  "reason.pc.program.service-absent": {
    ko: "{name}이(가) 목록에는 있지만 그 서비스({service})가 없습니다. 반만 설치된 것입니다.",
    en: "{name} is listed, and its service ({service}) is not there: it is installed only in part.",
  },
  "reason.pc.program.beside": {
    ko: "{other}도 설치되어 있지만, {name}이(가) 응답하므로 지장이 없습니다.",
    en: "{other} is installed too; {name} answers all the same.",
  },

  "reason.pc.certificate.unsure": {
    ko: "이름이 같은 인증서({name})는 있지만 지문을 견줄 수 없습니다.",
    en: "There is a certificate of that name ({name}), but its fingerprint cannot be compared.",
  },
  "reason.pc.certificate.other": {
    ko: "이름이 같은 인증서({name})가 있지만 지문이 다릅니다. 안내의 인증서가 아닙니다.",
    en: "A certificate of that name ({name}) has another fingerprint: it is not the guide's.",
  },
  "reason.pc.certificate.distrusted-since": {
    ko: "{name} 인증서는 {since:day}부터 Windows가 믿지 않습니다.",
    en: "Since {since:day} Windows no longer trusts the certificate {name}.",
  },
  "reason.pc.certificate.over-there": {
    ko: "이 PC에 {name}이(가) 있습니다. 그대로 두어도 됩니다.",
    en: "{name} is on this PC and may stay there.",
  },
  "reason.pc.certificate.over-absent": {
    ko: "이 PC에 {name}이(가) 없습니다. 새로 설치하지 마세요.",
    en: "{name} is not on this PC; do not install it now.",
  },
  "reason.pc.certificate.over": {
    ko: "안내한 때가 지나 더는 쓰이지 않으므로 {words.itself}이(가) 안 되는 원인이 아닙니다. 인증서창이 뜨지 않으면 최신 NOS를 설치하세요.",
    en: "Its time is past and nothing depends on it now. If the certificate window does not open, install the latest NOS.",
  },

  "reason.local-name.not-needed": {
    ko: "{name}은(는) 예전 보안 프로그램만 쓰는 이름이라, 새 포트가 응답하는 이 PC에는 필요하지 않습니다.",
    en: "Only older security programs use the name {name}; this PC, where the newer port answers, does not need it.",
  },
  "reason.local-name.ok": {
    ko: "{name}이(가) 이 PC({address})를 가리킵니다.",
    en: "{name} leads to this PC ({address}).",
  },
  "reason.local-name.elsewhere": {
    ko: "{name}이(가) 이 PC({address})가 아니라 {found}을(를) 가리킵니다.",
    en: "{name} leads to {found} and not to this PC ({address}).",
  },
  "reason.pc.local.name-missing": {
    ko: "{name}(이)라는 이름을 찾을 수 없습니다. 이 PC({address})를 가리켜야 합니다.",
    en: "The name {name} cannot be found; it has to lead to this PC ({address}).",
  },
  "reason.proxy.loopback-open": {
    ko: "프록시 예외 목록이 {name}을(를) 넣기도 하고 빼기도 해서, 프록시를 거치는지 알 수 없습니다.",
    en: "The exceptions of the proxy both include and exclude {name}; whether it goes there is not known.",
  },
};
