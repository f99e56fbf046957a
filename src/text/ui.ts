import type { Table } from "./words.ts";

/** Words of the reports and of the live progress. */
export const ui: Table = {
  "ui.title": { ko: "{words.name} 연결 진단 결과", en: "{words.name:capital} connection report" },
  "ui.guide": { ko: "안내", en: "Guide" },
  "ui.at": { ko: "진단 시각 {time} (한국 시각)", en: "Diagnosed {time} (Korean time)" },
  "ui.took": { ko: "걸린 시간 {ms:duration}", en: "took {ms:duration}" },
  "ui.symptom": { ko: "증상: {symptom}", en: "Symptom: {symptom}" },

  "ui.healthy": {
    ko: "모두 정상입니다.",
    en: "Everything is fine.",
  },
  "ui.healthy.lead": {
    ko: "{words.itself}에 필요한 연결 {count}곳이 모두 정상으로 응답했습니다. 이제 {words.act}하셔도 됩니다.",
    en: "All {count} connections that {words.itself} needs answer. You can go ahead and {words.act}.",
  },
  "ui.healthy.lead.no-rows": {
    ko: "확인한 항목이 모두 정상입니다. 이제 {words.act}하셔도 됩니다.",
    en: "Everything that was checked is fine. You can go ahead and {words.act}.",
  },
  "ui.healthy.network": { ko: "네트워크는 정상입니다.", en: "The network is fine." },
  "ui.healthy.network.lead": {
    ko: "{words.itself}에 필요한 연결 {count}곳이 모두 정상으로 응답했습니다. 다만 이 PC의 설정은 다 보지 못했습니다.",
    en: "All {count} connections that {words.itself} needs answer. Not all of this PC could be looked at, though.",
  },
  "ui.healthy.partly": { ko: "확인한 것은 정상입니다.", en: "What was checked is fine." },
  "ui.healthy.partly.lead": {
    ko: "문제가 보이지 않았지만, 다 보지는 못했습니다.",
    en: "Nothing wrong was seen, but not everything could be looked at.",
  },
  "ui.healthy.partly.again": {
    ko: "{words.itself}이(가) 되지 않으면, 보지 못한 것을 안내서대로 직접 확인해 주십시오.",
    en: "If {words.acting} fails, check by hand, as the guide says, what was not looked at.",
  },
  "ui.unseen.not-applicable": {
    ko: "이 PC의 운영체제에는 해당하지 않아 보지 않은 것: {kinds}.",
    en: "Not looked at, because it does not apply to this PC's system: {kinds}.",
  },
  "ui.unseen.unknown": {
    ko: "읽거나 확인하지 못한 것: {kinds}.",
    en: "Could not be read or checked: {kinds}.",
  },
  "ui.ask": { ko: "먼저 여쭐 것", en: "One question first" },
  "ui.ask.how": {
    ko: "답을 붙여 jochi diagnose를 다시 실행하면 그에 맞게 이어 갑니다.",
    en: "Run jochi diagnose again with the answer, and it goes on from there.",
  },
  "ui.healthy.again": {
    ko: "그래도 {words.itself}이(가) 되지 않으면 그 화면을 띄워 둔 채 다시 진단해 주십시오.",
    en: "If {words.acting} still fails, leave that screen open and run the diagnosis again.",
  },
  "ui.found": {
    ko: "{title} · 조치할 분: {owner}",
    en: "{title}. Who has to act: {owner}",
  },
  "ui.found.several": {
    ko: "고칠 것이 {count}가지 있습니다 · 조치할 분: {owners}",
    en: "{count} things need fixing. Who has to act: {owners}",
  },
  "ui.found.several.lead": {
    ko: "서로 다른 원인이므로 모두 고쳐야 {words.itself}이(가) 됩니다. 아래 순서대로 하시면 됩니다.",
    en: "They are separate causes, and {words.bare} needs all of them fixed. Follow the order below.",
  },
  "ui.possible": {
    ko: "아직 확실하지 않습니다 · 먼저 살펴볼 것: {title}",
    en: "Not certain yet. Look at this first: {title}",
  },
  "ui.possible.lead": {
    ko: "원인을 확인할 증거가 아직 모자랍니다. 아래를 위에서부터 하나씩 해 보십시오.",
    en: "The evidence does not show the cause yet. Try what follows, one by one from the top.",
  },
  "ui.unknown": {
    ko: "원인을 아직 알 수 없습니다.",
    en: "The cause is not known yet.",
  },
  "ui.unknown.lead": {
    ko: "{count}곳을 확인하지 못했습니다. 추측으로 말씀드리지 않겠습니다. 이 결과를 PC 관리자에게 전달해 주십시오.",
    en: "No clear answer: {count}. We will not guess; please give this to the PC administrator.",
  },

  "ui.causes": { ko: "무엇이 문제인가요", en: "What is wrong" },
  "ui.todo": { ko: "이렇게 하십시오", en: "What to do" },
  "ui.why": { ko: "왜 그렇게 판단했나요", en: "Why we think so" },
  "ui.overturn": { ko: "이 판단을 뒤집을 수 있는 확인", en: "What would change our mind" },
  "ui.decide": { ko: "원인을 가려 줄 확인", en: "What would decide it" },
  "ui.map": { ko: "연결 상태 한눈에 보기", en: "The connections at a glance" },
  "ui.map.caption": {
    ko: "구분마다 몇 곳인지 센 것입니다.",
    en: "How many connections of each group.",
  },
  "ui.details": { ko: "담당자를 위한 자세한 내용", en: "Details for engineers" },
  "ui.handover": { ko: "{owner}에게 전달할 내용", en: "Message for {owner}" },
  "ui.handover.how": {
    ko: "아래 내용을 그대로 복사해 전달하시면 됩니다.",
    en: "Copy this as it stands and send it.",
  },
  "ui.owner": { ko: "조치할 분", en: "Who acts" },
  "ui.minutes": { ko: "약 {minutes}분", en: "about {minutes} min" },
  "ui.warning": { ko: "주의", en: "Please note" },
  "ui.irreversible": { ko: "되돌릴 수 없습니다", en: "Cannot be undone" },
  "ui.ruled-out": { ko: "원인이 아닌 것으로 확인됨", en: "Ruled out" },
  "ui.enter": { ko: "입력할 주소", en: "to enter" },
  "ui.file": { ko: "파일", en: "file" },
  "ui.choose": { ko: "메뉴", en: "menu" },
  "ui.press": { ko: "누를 단추", en: "buttons" },
  "ui.names": { ko: "찾을 이름", en: "look for" },

  "ui.handover.send": {
    ko: "아래 “전달할 내용”을 복사해 {owner}에게 보내십시오.",
    en: "Copy the message below and send it to {owner}.",
  },
  "ui.handover.again": {
    ko: "조치했다는 답을 받으면 이 진단을 다시 실행하십시오.",
    en: "When they say it is done, run this diagnosis again.",
  },
  "ui.handover.hello": {
    ko: "안녕하십니까. {words.service}를 쓰는 PC에서 아래와 같은 문제를 확인했습니다.",
    en: "Hello. On a PC that uses the {words.service} we found the following.",
  },
  "ui.handover.hello.guess": {
    ko: "안녕하십니까. {words.service}를 쓰는 PC에서 아래와 같은 문제가 의심됩니다. 아직 확인하지 못했으니 봐 주시기 바랍니다.",
    en: "Hello. On a PC that uses the {words.service} we suspect the following. It could not be checked yet; please look.",
  },
  "ui.handover.what": { ko: "문제", en: "Problem" },
  "ui.handover.ask": { ko: "요청", en: "Request" },
  "ui.handover.rows": { ko: "대상", en: "Concerned" },
  "ui.handover.rows.new": { ko: "새 주소(안내에 없음)", en: "New address (not in the guide)" },
  "ui.handover.rows.evidence": {
    ko: "이름이 가리킨 주소(증거일 뿐이니 열거나 예외로 두지 마십시오)",
    en: "Where the name leads (evidence only: do not open or exempt it)",
  },
  "ui.handover.evidence": { ko: "근거", en: "Evidence" },
  "ui.handover.test": { ko: "확인 방법", en: "Test" },
  "ui.handover.from": {
    ko: "{guide} 안내 기준, {time}(한국 시각) 진단 결과입니다.",
    en: "Diagnosed by the guide {guide} at {time} (Korean time).",
  },

  "ui.host": { ko: "서버 이름", en: "Host" },
  "ui.address": { ko: "주소(IP)", en: "Address" },
  "ui.port": { ko: "포트", en: "Port" },
  "ui.protocol": { ko: "프로토콜", en: "Protocol" },
  "ui.group": { ko: "구분", en: "Group" },
  "ui.verdict": { ko: "판정", en: "Verdict" },
  "ui.reason": { ko: "근거", en: "Because" },
  "ui.time": { ko: "시간", en: "Time" },
  "ui.check": { ko: "항목", en: "Check" },
  "ui.kind": { ko: "종류", en: "Kind" },
  "ui.rows": { ko: "연결별 결과", en: "Results by connection" },
  "ui.checks": { ko: "항목별 결과", en: "Results by check" },
  "ui.undocumented": { ko: "안내에 없는 주소", en: "not in the guide" },
  "ui.skip": { ko: "결과로 바로 가기", en: "Skip to the result" },
  "ui.layers": { ko: "단계", en: "Steps" },
  "ui.rows.count": { ko: "{protocols} {count}곳", en: "{protocols}: {count}" },
  "ui.rows.more": {
    ko: "… 외 {count}곳 (모두 보려면 --json 또는 --html)",
    en: "… and {count} more (for all of them: --json or --html)",
  },
  "ui.names.more": { ko: "{name} 등", en: "{name} and others" },
  "ui.none": { ko: "없음", en: "none" },
  "ui.ok": { ko: "정상", en: "fine" },
  "ui.bad": { ko: "문제", en: "problem" },
  "ui.unsure": { ko: "알 수 없음", en: "cannot tell" },

  "ui.walked": { ko: "확인 {count}/{total}", en: "tested {count}/{total}" },
  "ui.phase.gather": { ko: "연결을 확인하고 있습니다…", en: "Testing the connections…" },
  "ui.phase.confirm": {
    ko: "애매한 곳을 한 번 더 확인하고 있습니다…",
    en: "Looking again where it was not clear…",
  },
  "ui.phase.pc": { ko: "PC 설정을 확인하고 있습니다…", en: "Looking at the PC's settings…" },
  "ui.phase.judge": { ko: "원인을 찾고 있습니다…", en: "Finding the cause…" },
  "ui.phase.done": { ko: "확인을 마쳤습니다.", en: "Done." },
};
