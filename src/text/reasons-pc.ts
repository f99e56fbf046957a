import type { Table } from "./words.ts";

/** Why a check of the PC itself came out as it did, beyond what its cause says. */
export const pcReasons: Table = {
  "zone.0": { ko: "내 컴퓨터 영역", en: "My Computer zone" },
  "zone.1": { ko: "로컬 인트라넷 영역", en: "Local intranet zone" },
  "zone.2": { ko: "신뢰할 수 있는 사이트 영역", en: "Trusted sites zone" },
  "zone.3": { ko: "인터넷 영역", en: "Internet zone" },
  "zone.4": { ko: "제한된 사이트 영역", en: "Restricted sites zone" },

  "reason.pc.site.not-ie-mode": {
    ko: "이 PC의 브라우저는 Internet Explorer 모드로 열지 않으므로 보안 영역과 상관없습니다.",
    en: "Pages are not opened in the Internet Explorer mode here, so security zones have no say.",
  },
  "reason.pc.site.in-zone": {
    ko: "Windows는 {page}을(를) {zone}(으)로 다룹니다.",
    en: "Windows puts {page} into the {zone}.",
  },
  "reason.pc.site.other-zone": {
    ko: "{pattern}의 페이지가 “{entry}” 항목 때문에 {zone}에 들어 있습니다. 그 항목을 지우고 “신뢰할 수 있는 사이트”에 넣어야 합니다.",
    en: "The entry “{entry}” puts pages of {pattern} into the {zone}; remove it, and enter the site among the trusted ones.",
  },
  "reason.pc.site.void-by-policy": {
    ko: "{pattern}을(를) 넣었지만, 관리자의 정책 목록이 대신 쓰여 효력이 없습니다.",
    en: "{pattern} was entered, and a list set by policy is used instead of it.",
  },
  "reason.pc.site.void-by-machine": {
    ko: "{pattern}을(를) 넣었지만, 정책이 사용자가 넣은 사이트를 쓰지 않게 했습니다.",
    en: "{pattern} was entered, and by policy nothing that users enter counts.",
  },
  "reason.pc.site.needless": {
    ko: "“{entry}”도 등록되어 있지만, 바른 항목이 있어 결제에는 지장이 없습니다. 지워도 됩니다.",
    en: "“{entry}” is there too; beside the right entry it does no harm and may be removed.",
  },
  "reason.pc.site.why": {
    ko: "“{entry}”이(가) 맞지 않는 까닭: {why}",
    en: "What is wrong with “{entry}”: {why}",
  },
  "reason.pc.site.open.not-a-url": {
    ko: "{page}은(는) 주소로 읽을 수 없어 영역을 알 수 없습니다.",
    en: "{page} cannot be read as an address, so its zone is not known.",
  },
  "reason.pc.site.open.file": {
    ko: "{page}은(는) 파일이라 영역을 알 수 없습니다.",
    en: "{page} is a file, so its zone is not known.",
  },
  "reason.pc.site.open.dotless-name": {
    ko: "{page}처럼 점이 없는 이름의 영역은 인트라넷 설정에 달려 있어 알 수 없습니다.",
    en: "The zone of a name without a dot, as in {page}, depends on the intranet settings and is not known.",
  },
  "reason.pc.site.open.ipv6": {
    ko: "{page} 같은 IPv6 주소의 영역은 알 수 없습니다.",
    en: "The zone of an IPv6 address such as {page} is not known.",
  },
  "reason.pc.site.open.invalid-entry": {
    ko: "“{entry}”은(는) Windows가 인정하지 않는 모양이라 {page}에 적용되는지 알 수 없습니다.",
    en: "“{entry}” is not a valid entry, so whether it holds for {page} is not known.",
  },
  "reason.pc.site.open.registry-suffix": {
    ko: "“{entry}”은(는) 한 기관의 도메인이 아니어서, {page}에 적용되는지는 Windows 버전마다 다릅니다.",
    en: "“{entry}” names nobody's own domain; whether it holds for {page} differs between versions of Windows.",
  },
  "reason.pc.site.open.unusual-name": {
    ko: "“{entry}”의 글자를 Windows가 어떻게 견주는지 알려져 있지 않아 {page}에 적용되는지 알 수 없습니다.",
    en: "How Windows compares the letters of “{entry}” is not documented, so whether it holds for {page} is not known.",
  },
  "reason.pc.site.open.order-of-ranges": {
    ko: "{page}에 맞는 주소 범위가 여럿이고 서로 다른 영역이라 어느 것이 쓰이는지 알 수 없습니다.",
    en: "Several address ranges hold for {page} with different zones, and which is used is not known.",
  },
  "reason.pc.site.open.contradiction": {
    ko: "{page}에 맞는 항목들이 서로 다른 영역을 가리켜(“{entry}” 등) 어느 것이 쓰이는지 알 수 없습니다.",
    en: "Entries for {page} name different zones (“{entry}” and others), and which is used is not known.",
  },
  "reason.pc.site.open.policy-not-in-force": {
    ko: "정책에 “{entry}”이(가) 있지만 목록을 쓰라는 스위치가 꺼져 있어 {page}에 적용되는지 알 수 없습니다.",
    en: "A policy has “{entry}”, but the switch of its list is off; whether it holds for {page} is not known.",
  },
  "reason.pc.site.open.settings-unread": {
    ko: "보안 영역의 정책을 읽지 못해 {page}의 영역을 알 수 없습니다.",
    en: "The policies of the security zones could not be read, so the zone of {page} is not known.",
  },

  "reason.pc.popup.no-browser": {
    ko: "안내가 지원하는 브라우저가 없어 팝업 설정을 볼 것이 없습니다.",
    en: "No browser that the guide supports is here, so there is no pop-up setting to look at.",
  },
  "reason.pc.popup.allowed": {
    ko: "{name}에서 팝업 창이 열립니다.",
    en: "{name} lets the pop-up window open.",
  },
  "reason.pc.popup.blocked-by-policy": {
    ko: "{name}의 팝업 창을 관리자의 정책이 막고 있습니다.",
    en: "A policy of the administrator blocks pop-up windows in {name}.",
  },
  "reason.pc.popup.policy-unread": {
    ko: "{name}의 정책을 읽지 못해 팝업 창이 열리는지 알 수 없습니다.",
    en: "The policies of {name} could not be read, so whether the pop-up opens is not known.",
  },
  "reason.pc.popup.both-lists": {
    ko: "{name}의 정책에 이 사이트를 허용하는 목록과 막는 목록이 함께 있어 어느 쪽인지 알 수 없습니다.",
    en: "Policies of {name} both allow and block this site; which of them wins is not known.",
  },
  "reason.pc.popup.zone-open": {
    ko: "결제 페이지의 보안 영역을 알 수 없어 {name}의 팝업 창이 열리는지 알 수 없습니다.",
    en: "The zone of the payment page is not known, and so not whether {name} opens the pop-up.",
  },
  "reason.pc.popup.part": {
    ko: "{name}의 팝업은 일부 사이트({entry})에만 허용되어 있습니다. 결제 사이트가 그 가운데 있는지 확인하세요.",
    en: "{name} allows pop-ups for some sites only ({entry}); see whether the payment site is among them.",
  },
  "reason.pc.popup.unset": {
    ko: "{name}의 팝업 설정이 기본값입니다. 누른 뒤에 저절로 열리는 창은 막힐 수 있습니다.",
    en: "The pop-up setting of {name} is its default: a window that opens by itself may be blocked.",
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
    en: "{name} lets the payment pages reach programs on this PC.",
  },
  "reason.pc.local-network.asks": {
    ko: "{name}이(가) 결제할 때 로컬 네트워크 접근을 물으면 “허용”을 누르세요.",
    en: "When {name} asks for local network access during the payment, choose Allow.",
  },
  "reason.pc.local-network.denied-by-policy": {
    ko: "{name}의 정책({policy})이 결제 페이지와 PC 안의 프로그램 사이를 막고 있습니다.",
    en: "A policy of {name} ({policy}) keeps the payment pages from programs on this PC.",
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
    ko: "Edge의 Internet Explorer 모드가 정책으로 켜져 있습니다. 결제 페이지를 그 모드로 여세요.",
    en: "A policy switches on the Internet Explorer mode of Edge; open the payment page in that mode.",
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
    ko: "안내한 때가 지나 더는 쓰이지 않으므로 결제의 원인이 아닙니다. 인증서창이 뜨지 않으면 최신 NOS를 설치하세요.",
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
