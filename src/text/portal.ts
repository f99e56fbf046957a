import type { Table } from "./words.ts";

/** Words of the page: its frame, choosing a symptom, watching the search, the result. */
export const portal: Table = {
  "page.name": { ko: "조치", en: "Jochi" },
  "page.title": { ko: "{screen} - 조치", en: "{screen} - Jochi" },
  "page.skip": { ko: "본문으로 바로 가기", en: "Skip to the content" },
  "page.opening": { ko: "안내서를 여는 중입니다…", en: "Opening the guide…" },
  "page.language": { ko: "화면 언어", en: "Language" },
  "page.home": { ko: "처음으로", en: "Start again" },
  "page.menu": { ko: "도구", en: "Tools" },
  "page.guide": { ko: "안내서 전체 보기", en: "Read the whole guide" },
  "page.journal": { ko: "바꾼 것·되돌리기", en: "Changes and undo" },
  "page.print": { ko: "인쇄", en: "Print" },
  "page.back": { ko: "돌아가기", en: "Back" },
  "page.version": {
    ko: "조치 {version} · 안내서 {guide}. 이 화면은 이 PC 안에서만 열립니다. 아무것도 밖으로 보내지 않습니다.",
    en: "Jochi {version}, guide {guide}. This page is open on this PC only. Nothing is sent anywhere.",
  },
  "page.version.tests": {
    ko: "확인할 때만 안내서에 적힌 서버에 연결해 봅니다.",
    en: "Only when it checks does it try the servers that the guide lists.",
  },
  "page.more": { ko: "자세히", en: "Details" },

  "page.start.title": { ko: "지금 어떤 화면이 보이나요?", en: "What do you see now?" },
  "page.start.lead": {
    ko: "보이는 것과 가장 비슷한 그림을 고르세요. 그다음은 조치가 찾습니다.",
    en: "Choose the picture that is most like your screen. Jochi finds out the rest.",
  },
  "page.start.search": { ko: "화면에 나온 글로 찾기", en: "Search by the words on the screen" },
  "page.start.search.hint": {
    ko: "예: 팝업, 작업시간, 설치",
    en: "For example: pop-up, time, install",
  },
  "page.start.clear": { ko: "지우기", en: "Clear" },
  "page.start.found": { ko: "증상 {count}개를 찾았습니다.", en: "Symptoms found: {count}." },
  "page.start.none": {
    ko: "같은 글이 없습니다. 다른 말로 찾거나 “모르겠어요”를 고르세요.",
    en: "Nothing matches. Try other words, or choose “I don't know”.",
  },
  "page.start.unknown": { ko: "모르겠어요", en: "I don't know" },
  "page.start.unknown.about": {
    ko: "증상을 고르지 않고 모두 확인합니다.",
    en: "Checks everything without a symptom.",
  },
  "page.start.cards": { ko: "증상", en: "Symptoms" },
  "page.start.says": { ko: "화면의 글:", en: "On the screen:" },
  "page.start.file": { ko: "저장해 둔 진단 파일 열기", en: "Open a saved diagnosis" },
  "page.start.file.about": {
    ko: "다른 PC에서 저장한 증거 파일(.json)을 읽어 원인을 찾습니다. 파일은 이 화면 밖으로 나가지 않습니다.",
    en: "Reads an evidence file (.json) saved on another PC and finds the cause. The file does not leave this page.",
  },
  "page.start.file.choose": { ko: "파일 고르기", en: "Choose a file" },
  "page.start.file.drop": { ko: "또는 여기에 끌어다 놓으세요.", en: "Or drop it here." },

  "page.finding.title": { ko: "원인을 찾고 있습니다", en: "Finding the cause" },
  "page.finding.again": { ko: "다시 확인하고 있습니다", en: "Checking again" },
  "page.finding.lead": {
    ko: "보통 15초 안에 끝납니다. PC의 설정은 바꾸지 않습니다.",
    en: "This usually ends within 15 seconds. Nothing on the PC is changed.",
  },
  "page.finding.stop": { ko: "그만 찾기", en: "Stop" },
  "page.finding.start": { ko: "시작하고 있습니다.", en: "Starting." },
  "page.finding.local": { ko: "이 PC의 설정을 보고 있습니다.", en: "Looking at this PC." },
  "page.finding.network": {
    ko: "{words.itself}에 필요한 서버에 하나씩 연결해 보고 있습니다.",
    en: "Trying the servers that {words.itself} needs, one by one.",
  },
  "page.finding.separating": {
    ko: "비슷해 보이는 원인을 가려내려고 한 번 더 보고 있습니다.",
    en: "Looking once more, to tell causes apart that look alike.",
  },
  "page.finding.judging": {
    ko: "본 것을 모아 판단하고 있습니다.",
    en: "Putting together what was seen.",
  },
  "page.finding.done": { ko: "확인을 마쳤습니다.", en: "All was looked at." },
  "page.finding.place": { ko: "{place} 확인: {stands}.", en: "{place}: {stands}." },
  "page.finding.group": {
    ko: "{group}: {total}곳 중 {count}곳을 보았습니다.",
    en: "{group}: {count} of {total} looked at.",
  },

  "page.map": { ko: "이 PC에서 서버까지", en: "From this PC to the servers" },
  "page.map.pc": { ko: "이 PC", en: "This PC" },
  "page.map.firewall": { ko: "회사 네트워크와 방화벽", en: "Company network and firewall" },
  "page.map.servers": {
    ko: "{words.itself}에 필요한 서버",
    en: "Servers that {words.itself} needs",
  },
  "page.map.waiting": { ko: "아직 보지 않음", en: "not looked at yet" },
  "page.map.looked": { ko: "보았음", en: "looked at" },
  "page.map.ok": { ko: "정상", en: "fine" },
  "page.map.bad": { ko: "막히거나 문제가 있음", en: "blocked, or a problem" },
  "page.map.unsure": { ko: "알 수 없음", en: "cannot tell" },
  "page.map.pc.waiting": { ko: "보고 있습니다", en: "being looked at" },
  "page.map.pc.looked": { ko: "보고 있습니다", en: "being looked at" },
  "page.map.pc.bad": { ko: "고칠 것이 있음", en: "something to put right" },
  "page.map.pc.unsure": { ko: "다 보지는 못함", en: "not all of it could be seen" },
  "page.map.firewall.waiting": {
    ko: "모두 보아야 알 수 있습니다",
    en: "known when all is looked at",
  },
  "page.map.firewall.looked": {
    ko: "모두 보아야 알 수 있습니다",
    en: "known when all is looked at",
  },
  "page.map.firewall.ok": { ko: "지나갈 수 있음", en: "lets everything through" },
  "page.map.firewall.bad": { ko: "막는 곳이 있음", en: "something is blocked" },
  "page.map.counts.looked": {
    ko: "{total}곳 중 {count}곳 보았음",
    en: "{count} of {total} looked at",
  },
  "page.map.counts.ok": { ko: "정상 {count}곳", en: "{count} fine" },
  "page.map.counts.bad": { ko: "문제 {count}곳", en: "{count} with a problem" },
  "page.map.counts.unsure": { ko: "알 수 없음 {count}곳", en: "{count} cannot tell" },

  "page.result.title": { ko: "찾은 결과", en: "What was found" },
  "page.result.cause": { ko: "원인", en: "Cause" },
  "page.result.sure": { ko: "얼마나 확실한가", en: "How sure" },
  "page.result.technical": { ko: "담당자를 위한 설명과 근거", en: "For engineers: what was seen" },
  "page.result.rows": { ko: "관련된 연결", en: "Connections concerned" },
  "page.result.lead": { ko: "차례대로 고치기", en: "Put it right, step by step" },
  "page.result.end": {
    ko: "{words.itself}이(가) 되는지 확인하기",
    en: "See whether {words.itself} works",
  },
  "page.result.again": { ko: "다시 확인", en: "Check again" },
  "page.result.save": { ko: "진단 결과 저장 (.json)", en: "Save the diagnosis (.json)" },
  "page.result.save.about": {
    ko: "도움을 주는 사람에게 전할 수 있는 파일입니다. 서버 이름, 주소, 프로그램 이름이 들어 있습니다.",
    en: "A file for whoever helps you. It holds names of servers, addresses and programs.",
  },
  "page.result.notes": { ko: "여기서는 볼 수 없던 것", en: "What could not be seen from here" },
  "page.result.questions": { ko: "몇 가지만 알려 주세요", en: "A few things only you can tell" },
  "page.result.questions.send": {
    ko: "이 대답으로 다시 판단",
    en: "Judge again with these answers",
  },
  "page.result.checks": { ko: "확인한 항목", en: "What was checked" },
  "page.result.file": {
    ko: "저장해 둔 파일로 판단한 결과입니다. 지금의 이 PC가 아닙니다.",
    en: "Judged from a saved file. It is not about this PC as it is now.",
  },
};
