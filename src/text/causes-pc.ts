import type { CauseEntry } from "./cause-words.ts";

/** Causes on the PC itself. */
export const pcCauses = {
  "browser.unsupported": {
    ko: {
      title: "지원하지 않는 브라우저",
      payer: "지금 쓰는 브라우저로는 {words.service}를 이용할 수 없습니다.",
      act: "지원하는 브라우저로 바꾸거나 최신판으로 올리십시오.",
      engineer: "브라우저의 종류나 주 버전이 안내의 지원 범위 밖입니다.",
      overturn: "지원하는 브라우저에서도 같으면 브라우저가 원인이 아닙니다.",
    },
    en: {
      title: "This browser is not supported",
      payer: "The {words.service} does not work with the browser in use.",
      act: "Use a supported browser, or update this one.",
      engineer: "The browser or its major version is outside the supported range.",
      overturn: "If a supported browser fails too, the browser is not the cause.",
    },
  },
  "site.not-trusted": {
    ko: {
      title: "신뢰할 수 있는 사이트로 등록되지 않음",
      payer: "{words.name} 사이트가 “신뢰할 수 있는 사이트”에 등록되어 있지 않습니다.",
      act: "인터넷 옵션의 “신뢰할 수 있는 사이트”에 안내된 주소를 모두 추가하십시오.",
      engineer: "ZoneMap과 정책으로 보아 안내의 페이지가 신뢰 영역(2)에 들어가지 않습니다.",
      overturn: "등록한 뒤에도 같으면 등록 여부가 원인이 아닙니다.",
    },
    en: {
      title: "Not among the trusted sites",
      payer: "The {words.name} site is not registered as a trusted site.",
      act: "Add all addresses of the guide to the trusted sites in Internet Options.",
      engineer: "By ZoneMap and policies the guide's pages do not get the trusted zone (2).",
      overturn: "If it stays after adding them, this is not the cause.",
    },
  },
  "site.mistyped": {
    ko: {
      title: "사이트 주소가 잘못 등록됨",
      payer: "“신뢰할 수 있는 사이트”의 주소에 잘못 적힌 곳이 있습니다.",
      act: "잘못 적힌 주소를 지우고 안내된 모양 그대로 다시 추가하십시오.",
      engineer: "ZoneMap 항목이 안내의 알려진 오입력 목록과 일치합니다.",
      overturn: "바르게 고친 뒤에도 같으면 오입력이 원인이 아닙니다.",
    },
    en: {
      title: "A trusted site is mistyped",
      payer: "An address among the trusted sites is not written correctly.",
      act: "Remove the mistyped address and add it exactly as the guide shows.",
      engineer: "A ZoneMap entry matches the guide's list of known wrong entries.",
      overturn: "If it stays after the correction, the entry is not the cause.",
    },
  },
  "popup.blocked": {
    ko: {
      title: "팝업 창이 차단됨",
      payer: "{words.name} 창이 팝업으로 열려야 하는데 브라우저가 막고 있습니다.",
      act: "{words.name} 사이트의 팝업을 허용하십시오.",
      engineer: "팝업 차단 설정에서 {words.name} 창을 여는 출처가 허용되어 있지 않습니다.",
      overturn: "팝업을 허용해도 창이 뜨지 않으면 팝업 차단이 원인이 아닙니다.",
    },
    en: {
      title: "Pop-up windows are blocked",
      payer: "The {words.name} window is a pop-up, and the browser blocks it.",
      act: "Allow pop-ups for the {words.name} site.",
      engineer: "The origin that opens the {words.name} window is not on the pop-up allow list.",
      overturn: "If no window opens with pop-ups allowed, blocking is not the cause.",
    },
  },
  "toolbar.present": {
    ko: {
      title: "{words.itself}을(를) 방해할 수 있는 툴바가 있음",
      payer: "브라우저에 설치된 툴바가 {words.name} 창을 막을 수 있습니다.",
      act: "“프로그램 및 기능”에서 툴바를 제거한 뒤 브라우저를 다시 여십시오.",
      engineer: "안내에 적힌 툴바가 설치 목록에 있습니다.",
      overturn: "툴바를 제거한 뒤에도 같으면 툴바가 원인이 아닙니다.",
    },
    en: {
      title: "A toolbar may be in the way",
      payer: "A toolbar in the browser can keep the {words.name} window from opening.",
      act: "Remove it under Programs and Features, then open the browser again.",
      engineer: "A toolbar named in the guide is on the list of installed programs.",
      overturn: "If it stays after removing the toolbar, the toolbar is not the cause.",
    },
  },
  "program.missing": {
    ko: {
      title: "필요한 프로그램이 없음",
      payer: "{words.itself}에 필요한 보안 프로그램이 설치되어 있지 않습니다.",
      act: "PC 관리자가 안내된 설치 파일로 프로그램을 설치해야 합니다.",
      engineer: "제거 목록, 서비스, 설치 폴더에 프로그램이 온전히 있지 않습니다.",
      overturn: "프로그램이 응답하면 설치되어 있는 것입니다.",
    },
    en: {
      title: "A needed program is missing",
      payer: "A security program that {words.itself} needs is not installed.",
      act: "The PC administrator installs it from the guide's installer.",
      engineer: "It is not whole in the uninstall list, the services and the install folder.",
      overturn: "If the program answers, it is installed.",
    },
  },
  "program.outdated": {
    ko: {
      title: "프로그램이 오래됨",
      payer: "설치된 보안 프로그램이 오래되어 {words.itself}이(가) 안 될 수 있습니다.",
      act: "PC 관리자가 프로그램을 지우고 최신판으로 다시 설치해야 합니다.",
      engineer: "설치된 버전이 안내의 최저 버전보다 낮습니다.",
      overturn: "최신판에서도 같으면 버전이 원인이 아닙니다.",
    },
    en: {
      title: "A program is out of date",
      payer: "An installed security program is too old, and {words.bare} may fail.",
      act: "The PC administrator removes it and installs the newest version.",
      engineer: "The installed version is below the guide's minimum.",
      overturn: "If the newest version fails too, the version is not the cause.",
    },
  },
  "program.stopped": {
    ko: {
      title: "프로그램이 꺼져 있음",
      payer: "보안 프로그램이 설치되어 있지만 켜져 있지 않습니다.",
      act: "PC를 다시 시작하십시오. 그래도 꺼져 있으면 다시 설치하십시오.",
      engineer: "서비스 또는 프로세스가 실행 상태가 아닙니다.",
      overturn: "프로그램이 응답하면 켜져 있는 것입니다.",
    },
    en: {
      title: "A program is not running",
      payer: "The security program is installed but not running.",
      act: "Restart the PC; if it still does not run, install it again.",
      engineer: "Its service or process is not running.",
      overturn: "If the program answers, it is running.",
    },
  },
  "program.conflict": {
    ko: {
      title: "프로그램끼리 부딪힘",
      payer: "설치된 다른 프로그램이 {words.name} 보안 프로그램을 방해하고 있습니다.",
      act: "PC 관리자가 두 프로그램 가운데 하나를 멈추거나 예외로 등록해야 합니다.",
      engineer: "같은 포트나 기능을 쓰는 프로그램이 함께 있습니다.",
      overturn: "다른 프로그램을 멈춰도 같으면 충돌이 원인이 아닙니다.",
    },
    en: {
      title: "Two programs are in conflict",
      payer: "Another installed program disturbs {words.itself}'s security program.",
      act: "The PC administrator stops one of them or adds an exception.",
      engineer: "Two programs use the same ports or functions.",
      overturn: "If it stays with the other one stopped, there is no conflict.",
    },
  },
  "certificate.missing": {
    ko: {
      title: "인증서가 없음",
      payer: "{words.name} 프로그램을 확인하는 데 필요한 루트 인증서가 PC에 없습니다.",
      act: "지문을 확인한 뒤 안내된 인증서를 설치해야 합니다.",
      engineer: "안내의 인증서가 신뢰할 수 있는 루트 저장소에 없습니다.",
      overturn: "저장소에 같은 지문이 있으면 인증서는 있는 것입니다.",
    },
    en: {
      title: "A certificate is missing",
      payer: "A root certificate that the {words.name} programs need is not on this PC.",
      act: "It has to be installed, once its fingerprint has been checked.",
      engineer: "The guide's certificate is not in the trusted root store.",
      overturn: "If the store holds the same fingerprint, it is there.",
    },
  },
  "certificate.expired": {
    ko: {
      title: "인증서 기간이 지남",
      payer: "PC에 있는 인증서의 기간이 지났습니다.",
      act: "새 인증서나 최신 프로그램으로 바꿔야 합니다.",
      engineer: "저장소의 인증서 notAfter가 지났습니다.",
      overturn: "PC 시각이 틀렸다면 인증서가 아니라 시계가 원인입니다.",
    },
    en: {
      title: "A certificate has expired",
      payer: "A certificate on this PC has run out.",
      act: "It has to be replaced, or the program that brings it updated.",
      engineer: "The stored certificate's notAfter has passed.",
      overturn: "If the PC's clock is wrong, the clock is the cause.",
    },
  },
  "certificate.distrusted": {
    ko: {
      title: "Windows가 믿지 않는 인증서",
      payer: "안내의 인증서를 Windows가 더는 믿지 않으므로 설치해도 효과가 없습니다.",
      act: "{words.service} 제공사에 새 인증서나 새 설치 프로그램을 문의하십시오.",
      engineer: "루트가 Microsoft 신뢰 목록에서 사용 중지되었습니다.",
      overturn: "현재 프로그램의 서명이 이 루트를 쓰지 않으면 관계가 없습니다.",
    },
    en: {
      title: "Windows no longer trusts this certificate",
      payer: "Windows no longer trusts the guide's certificate, so installing it does not help.",
      act: "Ask the service provider for a newer certificate or installer.",
      engineer: "The root is disabled in Microsoft's trust list.",
      overturn: "If today's program is not signed under this root, it does not matter.",
    },
  },
  "file.missing": {
    ko: {
      title: "필요한 파일이 없음",
      payer: "보안 프로그램의 파일이나 폴더가 만들어지지 않았습니다.",
      act: "안내된 설치 파일을 실행해 다시 만들어 주십시오.",
      engineer: "안내의 경로 가운데 어느 것도 없습니다.",
      overturn: "다른 위치에 설치되어 있으면 파일은 있는 것입니다.",
    },
    en: {
      title: "A needed file is missing",
      payer: "A file or folder of the security program was not created.",
      act: "Run the guide's installer to create it again.",
      engineer: "None of the guide's paths exists.",
      overturn: "If the program is installed elsewhere, the file is there.",
    },
  },
  "local-network-access.denied": {
    ko: {
      title: "브라우저가 PC 안의 프로그램과 통신을 막음",
      payer: "브라우저가 {words.name} 페이지와 보안 프로그램 사이의 통신을 막고 있습니다.",
      act: "브라우저의 사이트 권한에서 “로컬 네트워크 액세스”를 허용하십시오.",
      engineer: "Chromium 142 이후의 Local Network Access 권한이 거부되었습니다.",
      overturn: "권한을 허용해도 같으면 이 권한이 원인이 아닙니다.",
    },
    en: {
      title: "The browser blocks programs on this PC",
      payer: "The browser keeps the {words.name} page from talking to the security program.",
      act: "Allow “Local network access” in the browser's site permissions.",
      engineer: "The Local Network Access permission (Chromium 142 and later) is denied.",
      overturn: "If it stays with the permission given, this is not the cause.",
    },
  },
  "proxy.captures-loopback": {
    ko: {
      title: "PC 안의 통신까지 프록시로 보냄",
      payer: "프록시 설정 때문에 {words.name} 페이지가 PC의 보안 프로그램과 통신하지 못합니다.",
      act: "PC 관리자가 127.0.0.1과 localhost를 프록시 예외에 넣어야 합니다.",
      engineer:
        "프록시 또는 PAC 설정이 루프백 이름을 우회(DIRECT)시키지 않습니다. 예외 목록의 <-loopback>도 그렇습니다.",
      overturn: "예외를 넣어도 같으면 프록시가 원인이 아닙니다.",
    },
    en: {
      title: "The proxy captures this PC's own traffic",
      payer: "Because of the proxy setting the page cannot reach this PC's security program.",
      act: "The PC administrator adds 127.0.0.1 and localhost to the proxy exceptions.",
      engineer:
        "Proxy or PAC settings do not send loopback names DIRECT; <-loopback> among the exceptions has that effect.",
      overturn: "If it stays with the exceptions, the proxy is not the cause.",
    },
  },
  "local.name-missing": {
    ko: {
      title: "PC 안을 가리키는 이름이 없음",
      payer: "{words.name} 페이지가 이 PC의 보안 프로그램을 부르는 이름을 찾지 못합니다.",
      act: "PC 관리자가 그 이름을 127.0.0.1로 hosts 파일에 넣거나 프로그램을 최신판으로 바꿔야 합니다.",
      engineer: "예전 프로그램만 응답하는데, 페이지가 부르는 이름이 루프백 주소로 풀리지 않습니다.",
      overturn: "새 포트에서 프로그램이 응답하면 이 이름은 필요하지 않습니다.",
    },
    en: {
      title: "A name for this PC is missing",
      payer: "The page cannot find the name by which it calls this PC's security program.",
      act: "The PC administrator puts the name into the hosts file as 127.0.0.1, or updates the program.",
      engineer:
        "Only an older program answers, and the name that pages call it by does not resolve to loopback.",
      overturn: "If the program answers on its newer port, the name is not needed.",
    },
  },
} as const satisfies Record<string, CauseEntry>;
