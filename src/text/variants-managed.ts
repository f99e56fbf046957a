import type { CauseEntry } from "./cause-words.ts";

/** Causes that a policy or another setting of the whole PC is behind: no payer can end those. */
export const managedVariants = {
  "browser.unsupported.managed": {
    ko: {
      title: "정책이 지원하는 브라우저를 막음",
      payer: "회사의 정책 때문에 {words.itself}을(를) 지원하는 브라우저를 쓸 수 없습니다.",
      act: "PC 관리자가 Edge의 Internet Explorer 모드를 정책으로 켜야 합니다.",
      engineer: "InternetExplorerIntegrationLevel이 1이 아니며 다른 지원 브라우저가 없습니다.",
      overturn: "다른 지원 브라우저에서도 같으면 이 정책이 원인이 아닙니다.",
    },
    en: {
      title: "A policy keeps the supported browser off",
      payer: "A company policy keeps you from a browser that {words.itself} supports.",
      act: "The PC administrator switches on the Internet Explorer mode of Edge by policy.",
      engineer:
        "InternetExplorerIntegrationLevel is not 1, and no other supported browser is there.",
      overturn: "If another supported browser fails too, this policy is not the cause.",
    },
  },
  "site.not-trusted.managed": {
    ko: {
      title: "정책의 사이트 목록에 없음",
      payer:
        "회사의 정책이 정한 사이트 목록 때문에 {words.name} 사이트가 신뢰 영역에 들지 못합니다.",
      act: "PC 관리자가 정책이나 PC 전체 설정의 사이트 목록에 안내된 주소를 값 2로 넣어야 합니다.",
      engineer:
        "사이트와 영역 할당 목록(ZoneMapKey)이나 Security_HKLM_only 때문에 사용자의 ZoneMap 항목이 쓰이지 않거나, PC 전체의 항목이 다른 영역을 정합니다.",
      overturn: "정책을 고친 뒤에도 같으면 이 목록이 원인이 아닙니다.",
    },
    en: {
      title: "Not on the policy's list of sites",
      payer: "A company policy keeps the {words.name} site out of the trusted zone.",
      act: "The PC administrator enters the guide's addresses with the value 2 in the policy's list or for the whole PC.",
      engineer:
        "Site to Zone Assignment List (ZoneMapKey) or Security_HKLM_only voids the user's ZoneMap entries, or an entry of the whole PC names another zone.",
      overturn: "If it stays once the policy is changed, this list is not the cause.",
    },
  },
  "site.mistyped.managed": {
    ko: {
      title: "정책의 사이트 주소가 잘못됨",
      payer: "회사의 정책이나 PC 설정에 {words.name} 사이트의 주소가 잘못 적혀 있습니다.",
      act: "PC 관리자가 잘못 적힌 주소를 지우고 안내된 모양 그대로 값 2로 넣어야 합니다.",
      engineer: "정책이 정한 사이트 목록의 항목이 안내의 알려진 오입력 목록과 일치합니다.",
      overturn: "바르게 고친 뒤에도 같으면 오입력이 원인이 아닙니다.",
    },
    en: {
      title: "The policy's site is mistyped",
      payer: "A company policy or setting has the {words.name} site's address written wrongly.",
      act: "The PC administrator removes it and enters the guide's address with the value 2.",
      engineer: "An entry on the list set by policy matches the guide's known wrong entries.",
      overturn: "If it stays after the correction, the entry is not the cause.",
    },
  },
  "popup.blocked.managed": {
    ko: {
      title: "정책이 팝업 창을 막음",
      payer: "회사의 정책이 {words.name} 창을 여는 팝업을 막고 있습니다.",
      act: "PC 관리자가 {words.name} 사이트를 PopupsAllowedForUrls 정책에 넣고 막는 목록에서 빼야 합니다.",
      engineer:
        "PopupsBlockedForUrls나 DefaultPopupsSetting 정책이 {words.name} 창을 여는 출처를 막습니다.",
      overturn: "정책을 고쳐도 창이 뜨지 않으면 이 정책이 원인이 아닙니다.",
    },
    en: {
      title: "A policy blocks pop-up windows",
      payer: "A company policy blocks the pop-up in which {words.itself} opens.",
      act: "The PC administrator adds the site to PopupsAllowedForUrls and takes it off the lists that block.",
      engineer:
        "PopupsBlockedForUrls or DefaultPopupsSetting blocks the origin that opens the window.",
      overturn: "If no window opens once the policy is changed, this policy is not the cause.",
    },
  },
  "program.stopped.managed": {
    ko: {
      title: "프로그램의 서비스를 꺼 둠",
      payer: "보안 프로그램의 서비스가 “사용 안 함”으로 되어 있어 켜지지 않습니다.",
      act: "PC 관리자가 서비스를 “자동”으로 바꾸고 시작해야 합니다. 누가 왜 껐는지도 확인하십시오.",
      engineer: "서비스의 시작 유형이 4(사용 안 함)입니다.",
      overturn: "프로그램이 응답하면 켜져 있는 것입니다.",
    },
    en: {
      title: "The program's service is disabled",
      payer: "The security program's service is disabled, so it never starts.",
      act: "The PC administrator sets it to start automatically, starts it, and finds out who disabled it.",
      engineer: "The start type of the service is 4 (disabled).",
      overturn: "If the program answers, it is running.",
    },
  },
  "local-network-access.denied.managed": {
    ko: {
      title: "정책이 PC 안의 프로그램과 통신을 막음",
      payer: "회사의 정책이 {words.name} 페이지와 보안 프로그램 사이의 통신을 막고 있습니다.",
      act: "PC 관리자가 {words.name} 사이트를 LoopbackNetworkAllowedForUrls 정책에 넣고 막는 목록에서 빼야 합니다.",
      engineer:
        "LoopbackNetworkBlockedForUrls 또는 LocalNetworkAccessBlockedForUrls가 {words.name} 페이지의 출처를 막습니다.",
      overturn: "정책을 고쳐도 같으면 이 정책이 원인이 아닙니다.",
    },
    en: {
      title: "A policy blocks programs on this PC",
      payer: "A company policy keeps the {words.name} page from the security program.",
      act: "The PC administrator adds the sites to LoopbackNetworkAllowedForUrls and takes them off the lists that block.",
      engineer:
        "LoopbackNetworkBlockedForUrls or LocalNetworkAccessBlockedForUrls blocks the pages' origins.",
      overturn: "If it stays once the policy is changed, this policy is not the cause.",
    },
  },
} as const satisfies Record<string, CauseEntry>;
