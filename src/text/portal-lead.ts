import type { Table } from "./words.ts";

/** Words of the page while somebody is led from step to step, and of taking changes back. */
export const portalLead: Table = {
  "page.course": { ko: "할 일", en: "Steps" },
  "page.course.place": { ko: "{total}단계 중 {at}단계", en: "Step {at} of {total}" },
  "page.state.open": { ko: "할 일", en: "to do" },
  "page.state.asked": { ko: "답을 기다리는 중", en: "waiting for an answer" },
  "page.state.checking": { ko: "확인하는 중", en: "being checked" },
  "page.state.tried": { ko: "해 보았음", en: "tried" },
  "page.state.skipped": { ko: "건너뜀", en: "skipped" },
  "page.state.done": { ko: "해결됨", en: "solved" },
  "page.state.needless": { ko: "필요 없어짐", en: "no longer needed" },

  "page.task.minutes": { ko: "약 {minutes}분 걸립니다.", en: "Takes about {minutes} min." },
  "page.task.auto": {
    ko: "조치가 대신 할 수 있습니다. 무엇을 바꿀지 먼저 보여 드립니다.",
    en: "Jochi can do this for you. It shows first what it would change.",
  },
  "page.task.self": { ko: "직접 하실 일입니다.", en: "This one is for you to do." },
  "page.task.other": {
    ko: "{owner}이(가) 할 일입니다. 아래 글을 그대로 보내면 됩니다.",
    en: "This is for {owner} to do. Send them the message below as it stands.",
  },
  "page.task.show": { ko: "무엇을 바꿀지 보기", en: "Show what would be changed" },
  "page.task.by-hand": { ko: "직접 하는 방법", en: "How to do it by hand" },
  "page.task.by-hand.after": { ko: "그다음 직접 하실 일", en: "For you to do afterwards" },
  "page.task.did.next": { ko: "했습니다. 다음으로", en: "Done. Go on" },
  "page.task.did.by-hand": {
    ko: "직접 했습니다. 다시 확인",
    en: "Done by hand. Check again",
  },
  "page.task.did": { ko: "했습니다. 다시 확인", en: "Done. Check again" },
  "page.task.asked": { ko: "보냈습니다. 다음으로", en: "Sent. Go on" },
  "page.task.skip": { ko: "이 단계 건너뛰기", en: "Skip this step" },
  "page.task.answered": {
    ko: "조치했다는 답을 받음. 다시 확인",
    en: "They have done it. Check again",
  },
  "page.task.next": { ko: "다음 단계로", en: "Next step" },
  "page.task.step": { ko: "{at}번째 할 일", en: "Part {at}" },

  "page.preview.reading": {
    ko: "무엇을 바꿀지 보고 있습니다…",
    en: "Looking at what would be changed…",
  },
  "page.preview.title": { ko: "바꿀 내용", en: "What will be changed" },
  "page.preview.nothing": {
    ko: "이미 되어 있어 바꿀 것이 없습니다.",
    en: "All of it is as it should be; nothing to change.",
  },
  "page.preview.refused": { ko: "대신 하지 않는 것", en: "Left alone" },
  "page.preview.exact": { ko: "정확한 변경 (담당자용)", en: "The exact changes (for engineers)" },
  "page.preview.undo": {
    ko: "바꾸기 전에 기록해 두므로 나중에 되돌릴 수 있습니다.",
    en: "Each change is written down before it is made, so that it can be undone.",
  },
  "page.preview.agree": { ko: "이대로 바꾸기", en: "Change this" },
  "page.preview.decline": { ko: "바꾸지 않기", en: "Leave it as it is" },
  "page.preview.outdated": {
    ko: "그사이 이 PC가 달라졌습니다. 바꿀 내용을 다시 보여 드리겠습니다.",
    en: "Something changed on this PC meanwhile. Please look at the changes once more.",
  },

  "page.treat.doing": {
    ko: "바꾸는 중입니다. 창을 닫지 말아 주세요.",
    en: "Changing it. Please leave this window open.",
  },
  "page.treat.count": {
    ko: "{total}가지 중 {count}가지를 바꾸었습니다.",
    en: "{count} of {total} made.",
  },
  "page.treat.verifying": {
    ko: "잘 되었는지 확인하는 중입니다.",
    en: "Checking whether it has worked.",
  },
  "page.treat.done": { ko: "바꾸었습니다.", en: "The change is made." },
  "page.treat.rolled-back": {
    ko: "나아지지 않아 모두 원래대로 되돌렸습니다. 이 PC는 전과 같습니다.",
    en: "It did not help, so all of it was taken back. This PC is as it was.",
  },
  "page.treat.rolled-back-in-part": {
    ko: "나아지지 않아 되돌렸지만, 되돌리지 못한 것이 있습니다.",
    en: "It did not help and was taken back, but not all of it could be.",
  },
  "page.treat.not-begun": { ko: "아무것도 바꾸지 않았습니다.", en: "Nothing was changed." },
  "page.treat.undo": { ko: "이 변경 되돌리기", en: "Undo this change" },
  "page.treat.remains": { ko: "그대로 남은 것", en: "What stays" },

  "page.message.copy": { ko: "글 복사", en: "Copy the message" },
  "page.message.copied": { ko: "복사했습니다.", en: "Copied." },
  "page.message.select": {
    ko: "복사하지 못했습니다. 글을 선택해 두었으니 Ctrl+C를 누르세요.",
    en: "It could not be copied. The text is selected: press Ctrl+C.",
  },
  "page.message.file": { ko: "{format} 파일로 저장", en: "Save as {format}" },
  "page.message.files": { ko: "방화벽 신청 표", en: "Table of the openings" },
  "page.message.saved": { ko: "저장했습니다: {name}", en: "Saved: {name}" },
  "page.message.text": { ko: "보낼 글", en: "Message to send" },

  "page.answered": { ko: "알려 주신 것", en: "What you told" },
  "page.answered.change": { ko: "바꾸기", en: "Change" },

  "page.after.title": { ko: "다시 확인한 결과", en: "What has changed" },
  "page.after.better": { ko: "좋아졌습니다.", en: "It is better now." },
  "page.after.same": {
    ko: "아직 달라진 것이 보이지 않습니다. 틀린 것은 아닙니다. 다음 방법을 해 보면 됩니다.",
    en: "Nothing looks different yet. That is no mistake; there is another way to try.",
  },
  "page.after.blind": {
    ko: "이 화면은 나아졌는지 볼 수 없습니다. 지금 {words.act}을(를) 해 보세요. 안 되면 다음 방법으로 이끕니다.",
    en: "This page cannot see whether it helped. Try to {words.act} now; if that fails, there is another way.",
  },
  "page.after.same.asked": {
    ko: "아직 달라진 것이 보이지 않습니다. 다른 팀이 바꾼 것은 반영되는 데 시간이 걸릴 수 있습니다.",
    en: "Nothing looks different yet. What another team changes can take a while to arrive.",
  },
  "page.after.worse": {
    ko: "전에 되던 것이 지금은 안 됩니다. 아래를 보세요.",
    en: "Something that worked before does not work now. See below.",
  },
  "page.after.gone": { ko: "해결된 원인", en: "Causes that are gone" },
  "page.after.unclear": { ko: "지금은 알 수 없는 원인", en: "Causes of which nobody can tell now" },
  "page.after.still": { ko: "아직 남은 원인", en: "Causes that remain" },
  "page.after.fresh": { ko: "새로 보이는 원인", en: "Causes that are new" },
  "page.after.rows": { ko: "이제 되는 연결 {count}곳", en: "Connections that work now: {count}" },
  "page.after.rows.worse": {
    ko: "이제 안 되는 연결 {count}곳",
    en: "Connections that fail now: {count}",
  },
  "page.after.checks": { ko: "이제 정상인 것", en: "Fine now" },
  "page.after.checks.worse": { ko: "이제 문제가 있는 것", en: "A problem now" },
  "page.after.try": { ko: "지금 {words.act}해 보기", en: "Try {words.itself} now" },
  "page.after.result": { ko: "전체 결과 보기", en: "See everything that was found" },

  "page.end.title": {
    ko: "이제 {words.itself}이(가) 되나요?",
    en: "Does {words.itself} work now?",
  },
  "page.end.lead": {
    ko: "{words.name} 페이지를 새로 고침(F5)한 다음 {words.button}을(를) 다시 눌러 보세요.",
    en: "Reload the {words.name} page (F5), then press {words.button} once more.",
  },
  "page.end.again": {
    ko: "쓰던 프로그램이나 페이지를 닫았다가 다시 열어 보세요.",
    en: "Close the program or page you were using, then open it again.",
  },
  "page.end.yes": { ko: "네, 됩니다", en: "Yes, it works" },
  "page.end.no": { ko: "아직 안 됩니다", en: "Not yet" },
  "page.end.waiting": {
    ko: "다른 팀의 답을 기다리는 일이 있습니다. 답을 받으면 다시 확인해 주세요.",
    en: "Another team has been asked. When they answer, check again.",
  },
  "page.paid.title": {
    ko: "{words.itself}이(가) 됩니다. 잘하셨습니다.",
    en: "{words.itself:capital} works. Well done.",
  },
  "page.paid.lead": {
    ko: "이 창은 닫아도 됩니다. 바꾼 것은 나중에도 되돌릴 수 있습니다.",
    en: "You can close this window. What was changed can still be undone later.",
  },
  "page.stuck.title": {
    ko: "여기서 할 수 있는 것은 모두 해 보았습니다",
    en: "Everything that can be done here was tried",
  },
  "page.stuck.lead": {
    ko: "이제 도움을 받을 차례입니다. 진단 결과를 저장해 PC 관리자에게 전해 주세요. 무엇을 확인했는지 모두 들어 있습니다.",
    en: "Now it is time to get help. Save the diagnosis and give it to the PC administrator. It tells everything that was checked.",
  },
  "page.stuck.last": { ko: "안내서의 마지막 방법", en: "The guide's last resort" },
  "page.stuck.other": { ko: "지금 보이는 다른 증상 고르기", en: "Choose what you see now" },

  "page.guide.title": { ko: "안내서", en: "The guide" },

  "page.journal.title": { ko: "바꾼 것과 되돌리기", en: "Changes and undo" },
  "page.journal.empty": {
    ko: "조치가 이 PC에서 바꾼 것이 없습니다.",
    en: "Jochi has changed nothing on this PC.",
  },
  "page.journal.reading": { ko: "기록을 읽고 있습니다…", en: "Reading the records…" },
  "page.journal.when": { ko: "{time} (한국 시각)", en: "{time} (Korean time)" },
  "page.journal.open": { ko: "되돌릴 수 있음", en: "can be undone" },
  "page.journal.undone": { ko: "되돌렸음", en: "undone" },
  "page.journal.rolled-back": { ko: "나아지지 않아 되돌렸음", en: "did not help, taken back" },
  "page.journal.interrupted": { ko: "중간에 끊김", en: "interrupted" },
  "page.journal.lasting": { ko: "되돌릴 것이 없음", en: "nothing left to undo" },
  "page.journal.undo": { ko: "되돌리기", en: "Undo" },
  "page.journal.undo.of": { ko: "되돌리기: {remedy}", en: "Undo: {remedy}" },
  "page.journal.damaged": {
    ko: "읽을 수 없는 기록: {file}",
    en: "A record that cannot be read: {file}",
  },
  "page.undo.reading": {
    ko: "무엇을 되돌릴지 보고 있습니다…",
    en: "Looking at what would be undone…",
  },
  "page.undo.title": {
    ko: "그때 한 일과 되돌릴 방법",
    en: "What was done, and what becomes of it",
  },
  "page.undo.agree": { ko: "이대로 되돌리기", en: "Undo this" },
  "page.undo.decline": { ko: "되돌리지 않기", en: "Leave it" },
  "page.undo.starts": {
    ko: "되돌릴 때 이 프로그램을 실행합니다.",
    en: "To take it back, this program is started.",
  },
  "page.undo.doing": { ko: "되돌리는 중입니다…", en: "Undoing…" },
  "page.undo.take-back": { ko: "되돌림", en: "taken back" },
  "page.undo.give-back-kept": {
    ko: "보관한 설정만 되돌림",
    en: "only the kept settings come back",
  },
  "page.undo.nothing": { ko: "이미 전과 같음", en: "is as it was already" },
  "page.undo.stay": { ko: "그대로 둠", en: "stays" },
  "page.undo.unknown": { ko: "지금 상태를 읽을 수 없음", en: "cannot be read now" },
  "page.undo.undone": { ko: "되돌렸습니다.", en: "Undone." },
  "page.undo.undone-in-part": {
    ko: "되돌렸지만 그대로 남은 것이 있습니다.",
    en: "Undone, but some of it stays.",
  },
  "page.undo.not-undone": {
    ko: "지금은 되돌리지 못한 것이 있습니다. 나중에 다시 할 수 있습니다.",
    en: "Not all of it could be undone now. It can be tried again.",
  },
};
