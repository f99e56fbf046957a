import type { CauseEntry } from "./cause-words.ts";

/** Causes that are told in other words where the evidence shows less of them. */
export const variants = {
  "ip.drift.unproved": {
    ko: {
      title: "서버 주소가 안내와 달라짐",
      payer:
        "{words.name} 서버의 이름이 안내에 없는 주소를 가리키며, 그 주소가 진짜인지는 확인하지 못했습니다.",
      act: "{words.service} 제공사가 아래의 새 주소를 맞다고 확인하면, 네트워크(방화벽) 담당자가 그 주소를 열어야 합니다.",
      engineer:
        "답이 안내의 주소 밖이며, 그곳의 TLS 인증서를 받지 못해 진짜 서버인지 알 수 없습니다.",
      overturn: "그 주소의 인증서가 유효하지 않으면 주소 변경이 아니라 가로채기입니다.",
    },
    en: {
      title: "The server's address has changed",
      payer:
        "The server's name leads to an address that is not in the guide; whether it is the real one was not seen.",
      act: "Once the service provider confirms the new address listed below, the network (firewall) team opens it.",
      engineer:
        "The answer is outside the documented set, and no TLS certificate there shows whose server it is.",
      overturn: "If the certificate there is not valid, it is a hijack and not a move.",
    },
  },
} as const satisfies Record<string, CauseEntry>;
