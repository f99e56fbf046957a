import type { Io } from "./command.ts";

/** What the program says to somebody who opened it by a double click. */
export interface DialogueText {
  title: string;
  greeting: string;
  start: string;
  close: string;
}

export const dialogueText: Record<Io["lang"], DialogueText> = {
  ko: {
    title: "조치 - 결제 연결 진단",
    greeting: [
      "조치: 이 PC에서 결제가 왜 안 되는지 찾아 드립니다.",
      "",
      "결제에 필요한 연결과 이 PC의 설정을 살펴봅니다. 보통 1분 안에 끝납니다.",
      "물어보지 않고는 아무것도 바꾸지 않습니다.",
    ].join("\n"),
    start: [
      "Enter 키를 누르면 브라우저에 화면을 엽니다.",
      "이 창에서 글로만 진단하려면 1과 Enter 키를 누르십시오. 그만두려면 이 창을 닫아 주십시오.",
    ].join("\n"),
    close: "Enter 키를 누르면 이 창을 닫습니다.",
  },
  en: {
    title: "Jochi - payment connection doctor",
    greeting: [
      "Jochi finds out why a payment fails on this PC.",
      "",
      "It looks at the connections that a payment needs and at this PC's settings, usually in less than",
      "a minute. It changes nothing without asking.",
    ].join("\n"),
    start: [
      "Press Enter to open the page in the browser.",
      "For a diagnosis in words only, press 1 and Enter. To leave, close this window.",
    ].join("\n"),
    close: "Press Enter to close this window.",
  },
};
