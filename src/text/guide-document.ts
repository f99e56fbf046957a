import type { Table } from "./words.ts";

/** Words around a guide that is read as a document; the guide's own words are its data. */
export const guideDocument: Table = {
  "guide.edition": { ko: "{edition}판 · {published}", en: "Edition {edition} · {published}" },
  "guide.contents": { ko: "차례", en: "Contents" },
  "guide.more": { ko: "그 밖의 원인과 조치", en: "Further causes and remedies" },
  "guide.escalation": { ko: "그래도 안 될 때", en: "When it still does not work" },
  "guide.see-remedy": { ko: "이 조치로 가기", en: "Go to this remedy" },
  "guide.inferred": { ko: "추정", en: "inferred" },

  "guide.remedy.numbered": { ko: "조치방법 {number}. {title}", en: "Remedy {number}. {title}" },
  "guide.remedy.who": {
    ko: "하는 사람: {owner} · 걸리는 시간: 약 {minutes}분",
    en: "Who: {owner} · about {minutes} minutes",
  },
  "guide.wrong.caption": { ko: "이렇게 넣지 마세요", en: "Do not enter it like this" },
  "guide.wrong.entry": { ko: "잘못된 입력", en: "Wrong entry" },
  "guide.wrong.why": { ko: "이유", en: "Why" },

  "guide.symptom.causes": { ko: "흔한 원인", en: "Usual causes" },
  "guide.symptom.remedies": { ko: "차례대로 해 볼 조치", en: "Remedies, in this order" },

  "guide.openings": { ko: "{program} 관련 방화벽 오픈 정보", en: "Firewall openings: {program}" },
  "guide.openings.group": { ko: "구분", en: "Group" },
  "guide.openings.host": { ko: "URL(이름)", en: "Host" },
  "guide.openings.address": { ko: "IP 주소", en: "IP address" },
  "guide.openings.port": { ko: "포트", en: "Port" },
  "guide.openings.purpose": { ko: "사용 목적", en: "Purpose" },

  "guide.certificates": { ko: "루트 인증서", en: "Root certificates" },
  "guide.certificates.file": { ko: "파일", en: "File" },
  "guide.certificates.purpose": { ko: "쓰이는 곳", en: "Used for" },
  "guide.certificates.which": { ko: "확인할 값", en: "Recognised by" },
  "guide.certificates.instead": { ko: "대신 할 일:", en: "Instead:" },
  "guide.certificates.beware": {
    ko: "설치하기 전에 인증서의 이름과 지문이 위와 같은지 꼭 확인하세요. 다르면 설치하지 마세요.",
    en: "Before installing, see that name and fingerprint are those above. If not, do not install it.",
  },

  "guide.browser": { ko: "지원 브라우저: {title}", en: "Supported browser: {title}" },
  "guide.browser.message": {
    ko: "지원하지 않는 브라우저에서는 이런 메시지가 나옵니다.",
    en: "An unsupported browser is shown this message.",
  },
  "guide.browser.settings": { ko: "브라우저에 필요한 설정", en: "Settings the browser needs" },
  "guide.browser.toolbar": {
    ko: "{title}: 지웁니다 (프로그램 목록의 이름: {names})",
    en: "{title}: to be removed (listed as {names})",
  },

  "guide.program.listed": { ko: "프로그램 목록의 이름", en: "Listed as" },
  "guide.program.publisher": { ko: "만든 곳", en: "Publisher" },
  "guide.program.minimum": { ko: "가장 낮은 안전한 버전", en: "Lowest safe version" },
  "guide.program.services": { ko: "Windows 서비스", en: "Windows services" },
  "guide.program.folders": { ko: "설치 폴더", en: "Installed in" },
  "guide.program.download": { ko: "받는 곳", en: "Download" },

  "guide.agents": { ko: "PC 안에서 답하는 포트", en: "Ports that answer on the PC itself" },
  "guide.agents.what": { ko: "무엇", en: "What" },
  "guide.agents.address": { ko: "주소", en: "Address" },
  "guide.agents.port": { ko: "포트", en: "Port" },

  "guide.file.printed": { ko: "인쇄본의 표기: {path}", en: "As printed: {path}" },

  "guide.open": { ko: "확인이 필요한 것", en: "Open questions" },
  "guide.open.lead": {
    ko: "아래는 제공자만 알거나 아직 확인하지 못한 것입니다. 짐작으로 채우지 않았습니다.",
    en: "Only others know these, or nobody has verified them yet. Nothing was guessed.",
  },
  "guide.open.question": { ko: "물음", en: "Question" },
  "guide.open.asks": { ko: "물어볼 곳", en: "Whom to ask" },
  "guide.open.about": { ko: "걸려 있는 것", en: "What hangs on it" },
  "guide.open.since": { ko: "{day}부터", en: "since {day}" },
  "guide.open.source": { ko: "출처: {source}", en: "Source: {source}" },

  "guide.sources": { ko: "출처", en: "Sources" },
  "guide.sources.what": { ko: "자료", en: "Source" },
  "guide.sources.about": { ko: "설명", en: "About" },
};
