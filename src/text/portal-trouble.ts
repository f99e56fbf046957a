import type { Table } from "./words.ts";

/** What the page says when it cannot go on, and the demonstration's words. */
export const portalTrouble: Table = {
  "page.trouble": { ko: "계속할 수 없습니다", en: "This cannot go on" },
  "page.trouble.close": { ko: "알겠습니다", en: "All right" },
  "page.trouble.retry": { ko: "다시 해 보기", en: "Try again" },
  "page.trouble.no-session": {
    ko: "이 화면의 연결이 끝났습니다. 조치를 다시 시작해 주세요.",
    en: "This page's session has ended. Please start Jochi again.",
  },
  "page.trouble.code-used": {
    ko: "이 주소는 한 번만 쓸 수 있습니다. 조치를 다시 시작해 주세요.",
    en: "This address works once only. Please start Jochi again.",
  },
  "page.trouble.bad-request": {
    ko: "화면과 프로그램의 버전이 서로 다릅니다. 화면을 새로 고쳐 주세요.",
    en: "Page and program are of different versions. Please reload the page.",
  },
  "page.trouble.too-large": { ko: "파일이 너무 큽니다.", en: "The file is too large." },
  "page.trouble.unknown-guide": {
    ko: "이 안내서가 없습니다: {detail}",
    en: "There is no such guide: {detail}",
  },
  "page.trouble.unknown-remedy": {
    ko: "안내서에 이 조치가 없습니다: {detail}",
    en: "The guide has no such remedy: {detail}",
  },
  "page.trouble.unknown-journal": {
    ko: "이 기록이 없습니다: {detail}",
    en: "There is no such record: {detail}",
  },
  "page.trouble.busy": {
    ko: "다른 확인이나 조치가 진행 중입니다. 끝난 뒤에 다시 해 주세요.",
    en: "Another check or change is under way. Please try again when it has ended.",
  },
  "page.trouble.cannot-treat": {
    ko: "여기서는 이 PC의 설정을 바꿀 수 없습니다. 직접 하는 방법을 따라 주세요.",
    en: "Settings cannot be changed from here. Please follow the steps by hand.",
  },
  "page.trouble.preview-outdated": {
    ko: "그사이 이 PC가 달라졌습니다. 바꿀 내용을 다시 보아 주세요.",
    en: "Something changed on this PC meanwhile. Please look at the changes once more.",
  },
  "page.trouble.interrupted": {
    ko: "전에 중간에 끊긴 조치가 있습니다. “바꾼 것·되돌리기”에서 먼저 되돌려 주세요.",
    en: "An earlier change was interrupted. Please undo it first, under “Changes and undo”.",
  },
  "page.trouble.bad-evidence": {
    ko: "진단 파일이 아니거나 읽을 수 없습니다. ({detail})",
    en: "This is no diagnosis, or it cannot be read. ({detail})",
  },
  "page.trouble.no-format": {
    ko: "여기서는 이 형식으로 만들 수 없습니다.",
    en: "This kind of file cannot be made here.",
  },
  "page.trouble.stopped": { ko: "멈추었습니다.", en: "Stopped." },
  "page.trouble.gone": {
    ko: "조치 프로그램이 끝났습니다. 다시 시작한 다음 이 화면을 열어 주세요.",
    en: "Jochi has ended. Start it again, then open this page.",
  },
  "page.trouble.surprise": {
    ko: "예상하지 못한 문제가 있었습니다. 다시 해 보고, 그래도 안 되면 이 이름을 관리자에게 알려 주세요: {detail}",
    en: "Something unexpected happened. Try again; if it comes back, give this name to your administrator: {detail}",
  },

  "page.demo": { ko: "시연: 망가뜨릴 것 고르기", en: "Demonstration: choose what to break" },
  "page.demo.real": {
    ko: "이 PC 안에 만든 연습용 네트워크입니다. 진짜 서버에는 연결하지 않습니다.",
    en: "A practice network inside this PC. No real server is contacted.",
  },
  "page.demo.memory": {
    ko: "자료로만 흉내 낸 네트워크입니다. 아무 데도 연결하지 않습니다.",
    en: "A network imitated by data alone. Nothing is contacted.",
  },
  "page.demo.choose": { ko: "무엇을 망가뜨릴까요?", en: "What shall be broken?" },
  "page.demo.none": { ko: "아무것도 망가뜨리지 않기", en: "Nothing" },
  "page.demo.state.setting": { ko: "만드는 중입니다…", en: "Setting it up…" },
  "page.demo.state.set": {
    ko: "이렇게 만들었습니다. 아래에서 보이는 것을 고르세요.",
    en: "It is set up so. Choose below what you see.",
  },
  "page.demo.shop": { ko: "모의 납부 사이트 열기", en: "Open the practice shop" },
  "page.demo.shop.about": {
    ko: "연습용 PC의 브라우저로 납부 사이트를 엽니다. 거기서 [결제]를 눌러 보세요. 브라우저는 열릴 때 PC의 설정을 읽습니다. 무엇을 고친 뒤에는 다시 여세요.",
    en: "Opens the shop in a browser of the practice PC. Press the pay button there. The browser reads the PC's settings when it opens, so open it again after each change.",
  },
  "page.demo.done": { ko: "맡은 사람이 처리한 것으로 하기", en: "Let it be done" },
  "page.demo.done.about": {
    ko: "시연에는 이 일을 맡을 사람이 없습니다. 누르면 그 사람이 제대로 처리한 뒤처럼 되고, 다시 확인합니다.",
    en: "In the demonstration nobody is there to do this. Press the button, and it is as if they had done it right; then it is checked again.",
  },
  "page.demo.set": { ko: "이렇게 만들기", en: "Set it up so" },
};
