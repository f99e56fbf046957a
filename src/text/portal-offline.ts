import type { Table } from "./words.ts";

/** Words of the page as a file: what it is, what it asks, and what a page cannot see. */
export const portalOffline: Table = {
  "page.file.name": { ko: "{title} - 조치", en: "{title} - Jochi" },
  "page.file.plain": {
    ko: "이 파일 하나에 안내서 전체가 들어 있습니다. 원인을 찾아 주는 화면은 2022년 이후의 브라우저에서 열립니다.",
    en: "This one file holds the whole guide. The part that finds the cause opens in browsers from 2022 on.",
  },
  "page.file.probe.name": { ko: "연결해 보는 파일", en: "file that tries connections" },
  "page.file.unshown": {
    ko: "안내서에 파일의 글꼴로 보여 줄 수 없는 글자가 있습니다: {characters}",
    en: "the guide has characters that the file's font cannot show: {characters}",
  },
  "page.file.closed": {
    ko: "이 파일은 아무 데도 연결하지 않습니다. 첫 줄에 적힌 브라우저 보안 정책이 모든 연결을 막습니다.",
    en: "This file connects to nothing. The security policy in its first lines keeps the browser from doing so.",
  },
  "page.file.probe": {
    ko: "연결해 보는 파일입니다. 확인을 시작하면 안내서에 적힌 서버와 이 PC의 보안 프로그램에만 연결해 보고, 내용은 보내지 않습니다.",
    en: "This is the file that tries connections. When you start a check, it connects to the guide's servers and to the security programs on this PC, to nothing else, and sends no content.",
  },

  "page.note.cannot": {
    ko: "화면은 윈도우 설정, 설치된 프로그램, 인증서, 신뢰할 수 있는 사이트, 방화벽을 볼 수 없습니다.",
    en: "A page cannot see Windows settings, installed programs, certificates, trusted sites or a firewall.",
  },
  "page.note.closed": {
    ko: "이 파일은 서버에 연결해 보지 않았습니다. 서버까지 확인하려면 이름이 -probe.html로 끝나는 파일이나 조치 프로그램을 쓰세요.",
    en: "This file has not tried any server. For that, use the file whose name ends in -probe.html, or the program.",
  },
  "page.note.reach": {
    ko: "화면은 서버가 대답했는지까지만 볼 수 있습니다. 대답하지 않은 까닭은 조치 프로그램이 가려냅니다.",
    en: "A page sees only whether a server answered. Why one did not, the program can tell.",
  },
  "page.note.told": {
    ko: "알려 주신 대답은 참고로만 쓰고, 확인한 것으로 치지 않습니다.",
    en: "What you told is taken as a hint, never as something that was checked.",
  },

  "page.ask.popup-test": {
    ko: "작은 창을 열었다 닫아 팝업 차단을 시험해 볼까요?",
    en: "May a small window be opened and closed, to try the pop-up blocker?",
  },
  "page.ask.popup-mark": {
    ko: "{words.button}을(를) 누를 때 주소창 옆에 팝업이 차단되었다는 표시가 나오나요?",
    en: "When you press {words.button}, does the address bar show that a pop-up was blocked?",
  },
  "page.ask.popup-sign": {
    ko: "창이 열려야 할 때 주소창 옆에 팝업이 차단되었다는 표시가 나오나요?",
    en: "When a window should open, does the address bar show that a pop-up was blocked?",
  },
  "page.ask.same-browser": {
    ko: "{words.act}할 때도 지금 이 브라우저({browser})를 쓰나요?",
    en: "Do you {words.act} in the browser that shows this page ({browser})?",
  },
  "page.ask.clock": {
    ko: "이 PC의 시계는 지금 {time}(이 PC의 시간대)입니다. 맞나요?",
    en: "The clock of this PC says {time} (in its own time zone). Is that right?",
  },
  "page.ask.program": {
    ko: "제어판의 ‘프로그램 제거’ 목록에 {name}이(가) 있나요?",
    en: "Is {name} in the list of installed programs in the control panel?",
  },
  "page.answer.yes": { ko: "네", en: "Yes" },
  "page.answer.no": { ko: "아니요", en: "No" },
  "page.answer.unknown": { ko: "모르겠어요", en: "I don't know" },

  "kind.page": { ko: "이 브라우저", en: "this browser" },
  "kind.page-reach": { ko: "서버의 대답", en: "answer of a server" },
  "reason.page.popup.opened": {
    ko: "누를 때 여는 창은 열렸습니다. {words.name} 페이지에서도 같은지는 알 수 없습니다.",
    en: "A window opened upon a click. Whether the {words.name} page may do the same is not known.",
  },
  "reason.page.popup.blocked": {
    ko: "누를 때 여는 창까지 막혔습니다.",
    en: "Even a window opened upon a click was blocked.",
  },
  "reason.page.popup.alone-blocked": {
    ko: "저절로 열리는 창은 막힙니다. 브라우저의 보통 설정입니다.",
    en: "Windows that open by themselves are blocked, as browsers usually do.",
  },
  "reason.page.popup.alone-opened": {
    ko: "저절로 열리는 창도 열립니다. 팝업 차단이 꺼져 있습니다.",
    en: "Windows that open by themselves open too: the pop-up blocker is off.",
  },
  "reason.page.popup.not-tried": { ko: "시험하지 않았습니다.", en: "It was not tried." },
  "reason.page.loopback.granted": {
    ko: "이 파일은 PC 안의 프로그램에 접속해도 된다고 되어 있습니다.",
    en: "This file may reach programs on the PC.",
  },
  "reason.page.loopback.denied": {
    ko: "이 파일은 PC 안의 프로그램에 접속하지 못하게 되어 있습니다. {words.name} 페이지의 설정은 따로 있습니다.",
    en: "This file may not reach programs on the PC. The {words.name} page has a setting of its own.",
  },
  "reason.page.loopback.prompt": {
    ko: "PC 안의 프로그램에 접속할 때 브라우저가 먼저 물어봅니다. ‘허용’을 눌러야 합니다.",
    en: "The browser asks before a page reaches programs on the PC. The answer has to be “Allow”.",
  },
  "reason.page.loopback.unknown": {
    ko: "이 브라우저는 이 권한을 알려 주지 않습니다.",
    en: "This browser does not tell of this permission.",
  },
  "reason.page.cookies.on": { ko: "쿠키를 쓸 수 있습니다.", en: "Cookies are on." },
  "reason.page.cookies.off": { ko: "쿠키가 꺼져 있습니다.", en: "Cookies are off." },
  "reason.page.clock.early": {
    ko: "PC의 날짜({now:day})가 이 안내서를 확인한 날({limit:day})보다 앞섭니다.",
    en: "The date of the PC ({now:day}) is before the day this guide was checked ({limit:day}).",
  },
  "reason.page.clock.late": {
    ko: "PC의 날짜({now:day})가 안내서의 인증서가 모두 끝나는 날({limit:day})보다 뒤입니다.",
    en: "The date of the PC ({now:day}) is after the last certificate of the guide has ended ({limit:day}).",
  },
  "reason.page.answered": {
    ko: "대답했습니다({ms:duration}).",
    en: "It answered ({ms:duration}).",
  },
  "reason.page.failed": {
    ko: "대답을 받지 못했습니다({ms:duration}). 까닭은 화면에서 알 수 없습니다.",
    en: "No answer could be had ({ms:duration}). A page cannot tell why.",
  },
  "reason.page.timeout": {
    ko: "{ms:duration} 동안 대답이 없었습니다. 까닭은 화면에서 알 수 없습니다.",
    en: "No answer within {ms:duration}. A page cannot tell why.",
  },
  "reason.page.agent.answers": {
    ko: "PC 안에서 무언가 대답합니다. 무엇인지는 화면에서 알 수 없습니다.",
    en: "Something on this PC answers. A page cannot tell what it is.",
  },
  "reason.page.agent.silent": {
    ko: "PC 안의 프로그램과 연결되지 않습니다. 꺼져 있거나, 브라우저가 그 인증서를 믿지 않습니다.",
    en: "The browser cannot talk to the program on this PC: it does not run, or its certificate is not trusted.",
  },
  "reason.page.told": { ko: "그렇게 알려 주셨습니다.", en: "You said so." },
};
