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
      "결제에 필요한 연결과 이 PC의 설정을 살펴보기만 합니다.",
      "설정은 아무것도 바꾸지 않습니다.",
      "보통 1분 안에 끝납니다.",
    ].join("\n"),
    start: "Enter 키를 누르면 진단을 시작합니다. 그만두려면 이 창을 닫아 주십시오.",
    close: "Enter 키를 누르면 이 창을 닫습니다.",
  },
  en: {
    title: "Jochi - payment connection doctor",
    greeting: [
      "Jochi finds out why a payment fails on this PC.",
      "",
      "It only looks, at the connections that a payment needs and at this PC's settings. It changes",
      "nothing. It usually takes less than a minute.",
    ].join("\n"),
    start: "Press Enter to start the diagnosis. To leave, close this window.",
    close: "Press Enter to close this window.",
  },
};
