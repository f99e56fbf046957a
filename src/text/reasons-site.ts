import type { Table } from "./words.ts";

/** Why a browser treats the pages of a site as it does: zones, and the pop-ups they open. */
export const siteReasons: Table = {
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
    ko: "“{entry}”도 등록되어 있지만, 바른 항목이 있어 {words.itself}에는 지장이 없습니다. 지워도 됩니다.",
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
    ko: "{words.name} 페이지의 보안 영역을 알 수 없어 {name}의 팝업 창이 열리는지 알 수 없습니다.",
    en: "The zone of the {words.name} page is not known, and so not whether {name} opens the pop-up.",
  },
  "reason.pc.popup.part": {
    ko: "{name}의 팝업은 일부 사이트({entry})에만 허용되어 있습니다. {words.name} 사이트가 그 가운데 있는지 확인하세요.",
    en: "{name} allows pop-ups for some sites only ({entry}); see whether the {words.name} site is among them.",
  },
  "reason.pc.popup.unset": {
    ko: "{name}의 팝업 설정이 기본값입니다. 누른 뒤에 저절로 열리는 창은 막힐 수 있습니다.",
    en: "The pop-up setting of {name} is its default: a window that opens by itself may be blocked.",
  },
};
