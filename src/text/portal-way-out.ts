import type { Table } from "./words.ts";

/** What the served page says where a result can only be read out or photographed. */
export const portalWayOut: Table = {
  "page.way-out": { ko: "파일을 보낼 수 없을 때", en: "Where no file can be sent" },
  "page.way-out.about": {
    ko: "네트워크가 막혀 있으면 진단 파일도 보낼 수 없습니다. 그럴 때는 결과를 전화로 불러 주거나 QR 코드로 보여 주세요. 먼저 사람과 장소를 알 수 있는 것을 가립니다. 이 일로 PC 밖에 연결하지는 않습니다.",
    en: "Where the network is blocked, the diagnosis cannot be sent either. Read the result out over a telephone, or show it as QR codes. People and places are taken out first. Nothing outside this PC is contacted for it.",
  },
  "page.way-out.ask": { ko: "가리고 준비하기", en: "Take out people and places" },
  "page.way-out.asking": {
    ko: "사람과 장소를 가리고 있습니다…",
    en: "Taking out people and places…",
  },
  "page.way-out.removed": { ko: "{count}가지를 가렸습니다", en: "Taken out: {count}" },
  "page.way-out.nothing": { ko: "가릴 것이 없었습니다", en: "There was nothing to take out" },
  "page.way-out.same": {
    ko: "가린 다음에도 같은 원인이 나오는 것을 확인했습니다. 어떻게 전할지 고르기 전에는 아무것도 보이지 않습니다.",
    en: "It was checked that the same causes follow without it. Nothing is shown before you choose how to tell it.",
  },
  "page.way-out.removals": { ko: "무엇을 가렸는지 보기", en: "See what was taken out" },
  "page.way-out.removals.kind": { ko: "가린 것", en: "Taken out" },
  "page.way-out.removals.token": { ko: "그 자리에 적은 것", en: "What stands there now" },
  "page.way-out.removals.times": { ko: "횟수", en: "Times" },
  "page.way-out.removals.where": { ko: "처음 나오는 자리", en: "First place" },
  "page.way-out.spoken": { ko: "전화로 불러 주기", en: "Tell it by phone" },
  "page.way-out.spoken.call": {
    ko: "상담 창구에 전화해서 “조치 번호를 불러 드리겠습니다”라고 말합니다.",
    en: "Call the help desk and say that you will read out a code of Jochi.",
  },
  "page.way-out.spoken.read": {
    ko: "네 자리씩 끊어 천천히 읽고, 받는 분께 따라 읽어 달라고 합니다. 일과 이가 헷갈리면 하나, 둘이라고 읽습니다.",
    en: "Read four digits at a time, slowly, and have them read back to you.",
  },
  "page.way-out.spoken.wrong": {
    ko: "한 자리를 잘못 듣거나 두 자리가 바뀌면 받는 쪽에서 틀렸다고 나옵니다. 그때는 다시 읽어 주면 됩니다.",
    en: "One digit misheard, or two that changed places, are noticed on the other side. Then read it out again.",
  },
  "page.way-out.spoken.other": {
    ko: "받는 분은 이렇게 풉니다:",
    en: "On the other side it is read by:",
  },
  "page.way-out.codes": { ko: "QR 코드로 보여 주기", en: "Show it as QR codes" },
  "page.way-out.codes.before": { ko: "앞 코드", en: "Code before" },
  "page.way-out.codes.next": { ko: "다음 코드", en: "Next code" },
  "page.way-out.codes.print": { ko: "코드 모두 인쇄하기", en: "Print all codes" },
  "page.way-out.codes.alt": {
    ko: "QR 코드 {at} / {total}. 휴대전화나 스캐너로 찍으면 숫자가 나옵니다.",
    en: "QR code {at} of {total}. A phone or scanner makes digits of it.",
  },
  "page.way-out.codes.series": { ko: "묶음 {series}", en: "Series {series}" },
  "page.way-out.too-large": {
    ko: "결과가 너무 커서 QR 코드로는 옮길 수 없습니다. 번호를 불러 주거나, 진단 파일을 저장해서 전해 주세요.",
    en: "The result is too much for QR codes. Read out the digits, or save the diagnosis and carry it.",
  },
  "page.trouble.not-alike": {
    ko: "사람과 장소를 가리면 다른 결과가 나옵니다. 진단 파일을 저장해서 직접 전해 주세요.",
    en: "Without people and places something else would be found. Please save the diagnosis and hand it over yourself.",
  },
};
