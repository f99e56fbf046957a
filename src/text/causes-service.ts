import type { CauseEntry } from "./cause-words.ts";

/** What comes after the connection, and what is said where the evidence stops short. */
export const serviceCauses = {
  "http.block-page": {
    ko: {
      title: "차단 안내 화면이 나옴",
      payer: "{words.name} 화면 대신 사내 보안 장비의 차단 화면이 나옵니다.",
      act: "보안 담당자가 이 주소를 차단 목록에서 빼야 합니다.",
      engineer: "웹 응답이 URL 필터의 차단 화면입니다.",
      overturn: "방화벽 밖에서도 같은 화면이면 서버가 보내는 화면입니다.",
    },
    en: {
      title: "A block notice appears",
      payer: "A block notice of a security device appears in place of the {words.name} page.",
      act: "The security team takes this address off the block list.",
      engineer: "The web answer is the block page of a URL filter.",
      overturn: "If the page is the same outside the firewall, the server sends it.",
    },
  },
  "http.proxy-auth": {
    ko: {
      title: "프록시가 로그인을 요구함",
      payer: "사내 프록시가 먼저 로그인하라고 하여 {words.name} 프로그램이 나가지 못합니다.",
      act: "프록시 담당자가 이 주소들을 로그인 없이 통과시켜야 합니다.",
      engineer: "프록시가 407로 답합니다. 서비스 계정은 대화형 로그인을 할 수 없습니다.",
      overturn: "같은 계정의 브라우저가 통과하면 프로그램의 인증 방식만의 문제입니다.",
    },
    en: {
      title: "The proxy asks for a sign-in",
      payer: "The proxy inside wants a sign-in first, so the {words.name} programs cannot get out.",
      act: "The proxy team lets these addresses pass without a sign-in.",
      engineer: "The proxy answers 407; service accounts cannot sign in interactively.",
      overturn: "If a browser of the same account passes, only the programs' sign-in is at fault.",
    },
  },
  "http.proxy-denied": {
    ko: {
      title: "프록시가 연결을 거절함",
      payer: "사내 프록시가 {words.itself}에 필요한 연결을 허용하지 않습니다.",
      act: "프록시 담당자가 아래 주소와 포트를 허용해야 합니다.",
      engineer: "프록시가 CONNECT를 거절했습니다. 허용 포트와 정책을 확인하십시오.",
      overturn: "프록시 없이 직접 연결해도 실패하면 방화벽도 함께 열어야 합니다.",
    },
    en: {
      title: "The proxy refuses the connection",
      payer: "The proxy inside does not allow a connection that {words.itself} needs.",
      act: "The proxy team allows the addresses and ports listed here.",
      engineer: "The proxy refused CONNECT: check its allowed ports and policy.",
      overturn: "If a direct connection fails too, the firewall needs an opening as well.",
    },
  },
  "http.status": {
    ko: {
      title: "서버가 오류로 답함",
      payer: "{words.name} 서버가 응답하지만 오류를 알려 왔습니다.",
      act: "{words.service} 제공사가 서버를 확인해야 합니다.",
      engineer: "연결은 정상이며 HTTP 상태가 기대와 다릅니다.",
      overturn: "방화벽 밖에서는 정상으로 답하면 중간 장비가 만든 오류입니다.",
    },
    en: {
      title: "The server answers with an error",
      payer: "The {words.name} server answers, but reports an error.",
      act: "The service provider checks the server.",
      engineer: "The connection is fine; the HTTP status is not the expected one.",
      overturn: "If it answers normally outside, a device on the way made the error.",
    },
  },
  "http.silent": {
    ko: {
      title: "웹 응답이 없음",
      payer: "{words.name} 서버에 연결은 되지만 화면을 보내 주지 않습니다.",
      act: "{words.service} 제공사가 서버를, 보안 담당자가 중간 장비를 확인해야 합니다.",
      engineer: "연결된 뒤 HTTP 요청에 응답이 오지 않습니다.",
      overturn: "방화벽 밖에서 응답하면 중간 장비가 막는 것입니다.",
    },
    en: {
      title: "No web answer",
      payer: "The {words.name} server accepts the connection but sends no page.",
      act: "The service provider checks the server, and the security team the devices on the way.",
      engineer: "The connection is made, but the HTTP request gets no answer.",
      overturn: "If it answers outside the firewall, a device on the way blocks it.",
    },
  },
  "ldap.not-speaking": {
    ko: {
      title: "인증서 서버(LDAP)가 답하지 않음",
      payer: "인증서를 확인하는 서버까지 연결은 되지만 대화가 되지 않습니다.",
      act: "네트워크(방화벽) 담당자가 389번 포트의 LDAP 통신을 허용해야 합니다.",
      engineer: "TCP 389는 열리지만 rootDSE 질의에 답이 없습니다. 응용 규칙을 확인하십시오.",
      overturn: "방화벽 밖에서도 rootDSE 답이 없으면 서버 쪽 문제입니다.",
    },
    en: {
      title: "The certificate directory (LDAP) does not answer",
      payer: "The server that checks certificates is reached, but does not talk to us.",
      act: "The network (firewall) team allows LDAP on port 389.",
      engineer: "TCP 389 opens, but a rootDSE search gets no answer: check application rules.",
      overturn: "If rootDSE is silent outside the firewall too, the server is the cause.",
    },
  },
  "svc.down": {
    ko: {
      title: "서비스가 멈춤",
      payer: "{words.service}가 지금 멈추어 있습니다. 이 PC의 문제가 아닙니다.",
      act: "{words.service} 제공사의 공지를 확인하고 잠시 뒤 다시 해 보십시오.",
      engineer: "다른 PC나 기준 기록에서도 같은 서비스가 응답하지 않습니다.",
      overturn: "다른 PC에서 {words.same}이(가) 되면 서비스는 동작하고 있습니다.",
    },
    en: {
      title: "The service is down",
      payer: "The {words.service} is down at the moment; this PC is not the reason.",
      act: "Look at the provider's notices and try again a little later.",
      engineer: "Other PCs or the baseline find the same service not answering.",
      overturn: "If {words.same} works on another PC, the service is up.",
    },
  },
  insufficient: {
    ko: {
      title: "아직 판단할 수 없음",
      payer: "지금까지 확인한 것만으로는 원인을 단정할 수 없습니다.",
      act: "진단을 다시 하거나, 진단 결과를 PC 관리자에게 전달하십시오.",
      engineer: "가르는 시험을 하지 못해 어느 원인도 증거로 뒷받침되지 않습니다.",
      overturn: "같은 PC에서 시간 제한을 늘려 다시 진단하면 가려질 수 있습니다.",
    },
    en: {
      title: "Cannot tell yet",
      payer: "What was tested so far is not enough to name the cause.",
      act: "Run the diagnosis again, or give this report to the PC administrator.",
      engineer: "The separating test could not run, so the evidence supports no single cause.",
      overturn: "Running it again on this PC with a longer time limit may decide.",
    },
  },
  dns: {
    ko: {
      title: "이름을 찾지 못함",
      payer: "{words.name} 서버의 이름을 주소로 바꾸지 못합니다.",
      act: "DNS 담당자가 이름 서버의 답을 확인해야 합니다.",
      engineer: "이름 풀이가 실패했으나 어떤 실패인지 가르는 시험을 하지 못했습니다.",
      overturn: "이름 서버에 직접 물어 응답 코드를 보면 가려집니다.",
    },
    en: {
      title: "The name cannot be found",
      payer: "The {words.name} server's name could not be turned into an address.",
      act: "The DNS team looks at the name server's answers.",
      engineer: "Name resolution failed; the test that tells how could not run.",
      overturn: "Asking the name server directly and reading its answer code decides.",
    },
  },
  tcp: {
    ko: {
      title: "연결되지 않음",
      payer: "{words.name} 서버에 연결되지 않습니다.",
      act: "네트워크(방화벽) 담당자가 아래 주소와 포트를 먼저 확인해야 합니다.",
      engineer: "TCP 연결이 실패했으나 방화벽과 서버 가운데 어느 쪽인지 가르지 못했습니다.",
      overturn: "방화벽 밖에서 같은 주소와 포트에 연결해 보면 가려집니다.",
    },
    en: {
      title: "It does not connect",
      payer: "No connection to the {words.name} server is made.",
      act: "The network (firewall) team first checks the addresses and ports listed here.",
      engineer: "TCP fails; whether at a firewall or at the server could not be told.",
      overturn: "Trying the same address and port from outside the firewall decides.",
    },
  },
  tls: {
    ko: {
      title: "안전한 연결이 되지 않음",
      payer: "{words.name} 서버와 안전한 연결을 맺지 못합니다.",
      act: "{words.service} 제공사가 서버의 보안 설정을, 보안 담당자가 중간 장비를 확인해야 합니다.",
      engineer: "TLS가 실패했으나 비슷한 원인들을 가르는 시험을 하지 못했습니다.",
      overturn: "같은 주소에 다른 이름(SNI)으로 연결해 보면 가려집니다.",
    },
    en: {
      title: "No secure connection",
      payer: "No secure connection to the {words.name} server is made.",
      act: "The service provider checks the server, and the security team the devices on the way.",
      engineer: "TLS fails; the test that separates the look-alikes could not run.",
      overturn: "Connecting to the same address with another name (SNI) decides.",
    },
  },
  http: {
    ko: {
      title: "웹 응답이 올바르지 않음",
      payer: "{words.name} 서버에 연결은 되지만 올바른 화면을 받지 못합니다.",
      act: "{words.service} 제공사가 서버를, 보안 담당자가 중간 장비를 확인해야 합니다.",
      engineer: "HTTP 단계에서 실패했으나 원인을 가르는 시험을 하지 못했습니다.",
      overturn: "방화벽 밖에서 같은 주소를 열어 보면 가려집니다.",
    },
    en: {
      title: "The web answer is not right",
      payer: "The {words.name} server is reached, but no proper page comes back.",
      act: "The service provider checks the server, and the security team the devices on the way.",
      engineer: "It fails at the HTTP step; the separating test could not run.",
      overturn: "Opening the same address from outside the firewall decides.",
    },
  },
} as const satisfies Record<string, CauseEntry>;
