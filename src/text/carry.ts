import type { Table } from "./words.ts";

/** What is said about evidence on its way out: as codes to be photographed, and as digits to be read out. */
export const carry: Table = {
  "carry.fault.no-frame": {
    ko: "조치가 만든 코드가 없습니다. 코드를 찍어 나온 숫자를 그대로 주십시오",
    en: "no code of Jochi is in it; give the digits just as the scanner read them",
  },
  "carry.fault.other-form": {
    ko: "이 프로그램이 모르는 형식 {form}의 코드입니다. 더 새 조치가 필요합니다",
    en: "this is form {form}, which this version does not know; a newer Jochi is needed",
  },
  "carry.fault.missing": {
    ko: "코드가 모자랍니다 ({have}/{needed})",
    en: "codes are missing ({have} of {needed})",
  },
  "carry.fault.contradiction": {
    ko: "{series} 묶음의 {at}번 코드가 서로 다른 두 가지로 들어 있습니다. 다시 찍어 주십시오",
    en: "code {at} of series {series} is there in two versions; scan it again",
  },
  "carry.fault.broken": {
    ko: "모아 보니 보낸 것과 다릅니다. 코드를 처음부터 다시 찍어 주십시오",
    en: "put together, it is not what was sent; scan the codes anew",
  },
  "carry.fault.too-large": {
    ko: "코드로 옮기기에는 너무 큽니다. 파일을 옮겨 주십시오",
    en: "this is too much for codes; carry the file instead",
  },
  "carry.fault.picture-kind": {
    ko: "{kind} 그림은 읽지 못합니다. PNG로 저장하거나 휴대전화로 찍어 나온 글자를 주십시오",
    en: "{kind} pictures of this kind cannot be read; save a plain PNG, or give the scanned text",
  },
  "carry.fault.picture-damaged": {
    ko: "그림 파일이 손상되었습니다",
    en: "the picture is damaged",
  },
  "carry.fault.picture-too-large": {
    ko: "그림이 너무 큽니다 ({width}×{height})",
    en: "the picture is too large ({width} by {height})",
  },
  "carry.fault.picture-without-code": {
    ko: "그림에서 코드를 찾지 못했습니다. 더 가까이, 바르게 찍어 주십시오",
    en: "no code can be read on the picture; take it from nearer and straight",
  },
  "carry.fault.code-form": {
    ko: "{typed}: 네 자리씩 8~24자리 숫자가 필요합니다",
    en: "{typed}: 8 to 24 digits in groups of four are expected",
  },
  "carry.fault.code-check": {
    ko: "{typed}: 숫자가 틀렸거나, 자리가 바뀌었거나, 묶음이 빠졌습니다. 다시 불러 달라고 해 주십시오",
    en: "{typed}: a digit is wrong, two have changed places, or a group is missing; ask again",
  },
  "carry.fault.code-guide": {
    ko: "{number}(으)로 시작하는 번호는 다른 안내서나 다른 판으로 만든 것입니다",
    en: "a code that begins with {number} was made with another guide, or another edition",
  },
  "carry.sheet.title": { ko: "조치 보고서를 담은 코드", en: "A report of Jochi, as codes" },
  "carry.sheet.lead": {
    ko: "코드 {total}개 가운데 아무것이나 {needed}개를 휴대전화나 스캐너로 찍어 주십시오. 순서는 상관없고, 가려지거나 빠진 것이 있어도 됩니다.",
    en: "Scan any {needed} of these {total} codes with a phone or a hand-held scanner, in any order. Some may be missing or dirty.",
  },
  "carry.sheet.lead.back": {
    ko: "찍어서 나온 숫자를 모두 한 파일에 넣고 “jochi evidence import 파일”로 엽니다.",
    en: "Put all digits that come out into one file and open it with jochi evidence import FILE.",
  },
  "carry.sheet.lead.redacted": {
    ko: "사람과 장소를 알 수 있는 것은 가렸습니다. 지운 것: {count}가지.",
    en: "People and places have been taken out. Removals: {count}.",
  },
  "carry.sheet.lead.full": {
    ko: "가리지 않은 원본입니다. 안쪽 주소와 프로그램 목록이 들어 있으니 아무에게나 보이지 마십시오.",
    en: "Nothing has been taken out: inside addresses and lists of programs are in it. Show it to nobody who may not see them.",
  },
  "carry.sheet.code": { ko: "코드 {at} / {total}", en: "Code {at} of {total}" },
  "carry.sheet.one": { ko: "하나씩 크게 보기", en: "One at a time" },
  "carry.sheet.all": { ko: "모두 보기", en: "All" },
  "carry.sheet.before": { ko: "앞", en: "Back" },
  "carry.sheet.next": { ko: "다음", en: "Next" },
  "carry.sheet.spoken": { ko: "전화로 불러 줄 번호", en: "To be read out over a telephone" },
  "carry.sheet.spoken.how": {
    ko: "네 자리씩 끊어 읽습니다. 일과 이가 헷갈리면 하나, 둘이라고 합니다. 받는 쪽은 “jochi evidence code 번호”로 확인합니다. 한 자리를 잘못 들으면 틀렸다고 나옵니다.",
    en: "Read it in groups of four. The other side types jochi evidence code DIGITS; a digit that was misheard is noticed.",
  },
  "carry.sheet.foot": {
    ko: "묶음 {series} · {guide} · {time}",
    en: "Series {series}, {guide}, {time}",
  },
  "carry.code.title": {
    ko: "{guide} 보고서의 요약",
    en: "What the report for {guide} says, in short",
  },
  "carry.code.healthy": {
    ko: "막힌 곳을 찾지 못했습니다.",
    en: "Nothing was found to be in the way.",
  },
  "carry.code.unknown": {
    ko: "판단할 만큼 보지 못했습니다.",
    en: "Not enough was seen to tell.",
  },
  "carry.code.more": {
    ko: "원인이 더 있습니다. 나머지는 보고서에 있습니다.",
    en: "There are more causes; the report names them.",
  },
  "carry.code.where": { ko: "어디: {where}", en: "Where: {where}" },
  "carry.code.who": { ko: "누가: {owner}", en: "Who acts: {owner}" },
  "carry.code.list": {
    ko: "주소와 포트는 안내서의 표에 있습니다: jochi firewall flows --guide {guide}",
    en: "The addresses and ports are in the guide's table: jochi firewall flows --guide {guide}",
  },
  "carry.code.part": { ko: "{where} 가운데 일부", en: "{where}, in part" },
  "carry.code.and-others": { ko: "{where} 등", en: "{where} and others" },
  "carry.code.all": { ko: "모든 주소", en: "every address" },
  "carry.code.port": { ko: "{port}번 포트", en: "port {port}" },
  "carry.digit.0": { ko: "공", en: "zero" },
  "carry.digit.1": { ko: "일", en: "one" },
  "carry.digit.2": { ko: "이", en: "two" },
  "carry.digit.3": { ko: "삼", en: "three" },
  "carry.digit.4": { ko: "사", en: "four" },
  "carry.digit.5": { ko: "오", en: "five" },
  "carry.digit.6": { ko: "육", en: "six" },
  "carry.digit.7": { ko: "칠", en: "seven" },
  "carry.digit.8": { ko: "팔", en: "eight" },
  "carry.digit.9": { ko: "구", en: "nine" },
};
