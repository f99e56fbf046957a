import type { Io } from "../command.ts";

/** What `jochi treat` and `jochi undo` say beside the sentences of `src/text`. */
export interface TreatText {
  help: string;
  undoHelp: string;
  notWindows: string;
  noMachine(platform: string): string;
  unknownRemedy(id: string, known: string): string;
  noAction(id: string): string;
  nobodyAsked: string;
  busy: string;
  damaged(file: string, problem: string, place: string): string;
  problems: Record<"unreadable" | "not-json" | "other-version" | "not-a-journal", string>;
  interrupted(id: string, command: string): string;
  /** It was begun with an administrator's rights and this run has none, or the other way round. */
  otherRights(id: string): string;
  resuming(id: string): string;
  wentBack(id: string): string;
  unknownJournal(id: string, known: string): string;
  together(one: string, other: string): string;
  notWith(option: string, word: string): string;
  notAbsolute(folder: string): string;
  nothingAutomatic: string;
  needsName(remedy: string): string;
  asIs: string;
  dryRun: string;
  engineer: string;
  byHand: string;
  cannotDo: string;
  askTreat: string;
  askUndo: string;
  declined: string;
  done(remedy: string): string;
  /** Something of it was left alone, or is not yet as it should be. */
  doneInPart(remedy: string): string;
  undoWith(id: string): string;
  undoPartWith(id: string): string;
  rolledBack: string;
  rolledBackInPart: string;
  notBegun: string;
  passes(count: number): string;
  stillFails(checks: string): string;
  nothingToUndo: string;
  undoing(id: string): string;
  undone(id: string): string;
  undoneInPart(id: string): string;
  notUndone(id: string): string;
  stays: string;
  willBack: string;
  willKept: string;
  willNothing: string;
  willUnknown: string;
  automatic: string;
  onRequest: string;
  states: Record<"open" | "undone" | "rolled-back" | "interrupted" | "lasting", string>;
  yes: readonly string[];
}

export const treatText: Record<Io["lang"], TreatText> = {
  ko: {
    help: `jochi treat: 이 PC에서 고칠 수 있는 것을 고칩니다. 무엇을 바꿀지 먼저 보여 주고 물어봅니다.

  jochi treat [옵션] [조치…]

  --guide ID|DIR   안내서 (기본: 가장 새 bankpay-transfer)
  --list           할 수 있는 조치를 나열
  --dry-run        무엇을 바꿀지 보여 주기만 하고 바꾸지 않음
  --yes            묻지 않고 진행 (되돌릴 수 없는 조치는 이름을 적은 것만)
  --files DIR      설치 파일과 인증서 파일이 있는 폴더
  --bundle FILE    안내서와 파일을 이 번들에서 (먼저 확인함)
  --fingerprint HEX  번들을 만든 곳의 지문 (이 PC에서 처음 한 번)
  --json           결과를 JSON으로 표준 출력에
  --lang ko|en     출력 언어

조치를 적지 않으면 먼저 진단하고 필요한 것만 합니다. 되돌리기: jochi undo
종료 코드: 0 다 되었거나 할 일이 없음 · 1 남은 것이 있음 · 2 일을 하지 못함
`,
    undoHelp: `jochi undo: 조치가 바꾼 것을 되돌립니다.

  jochi undo [옵션] [ID]

  ID               되돌릴 기록 (기본: 가장 최근 것)
  --all            모두, 최근 것부터
  --list           기록을 나열
  --dry-run        무엇을 되돌릴지 보여 주기만 함
  --yes            묻지 않고 진행
  --json           결과를 JSON으로 표준 출력에
  --lang ko|en     출력 언어

종료 코드: 0 되돌렸거나 되돌릴 것이 없음 · 1 그대로 남은 것이 있음 · 2 일을 하지 못함
`,
    notWindows: "Windows가 아니어서 바꿀 설정이 없습니다",
    noMachine: (platform) => `이 운영체제(${platform})에서는 아직 고칠 수 없습니다`,
    unknownRemedy: (id, known) => `모르는 조치입니다: ${id}. 할 수 있는 것: ${known}`,
    noAction: (id) => `${id}: 사람이 직접 해야 하는 조치라 대신 할 수 있는 것이 없습니다`,
    nobodyAsked:
      "물어볼 터미널이 없어 아무것도 바꾸지 않았습니다. 위 내용대로 바꾸려면 --yes를 붙여 주세요",
    busy: "다른 조치나 되돌리기가 진행 중입니다. 끝난 뒤에 다시 실행해 주세요",
    damaged: (file, problem, place) => `${file}: 되돌리기 기록: ${problem} (${place})`,
    problems: {
      unreadable: "읽을 수 없습니다",
      "not-json": "JSON이 아닙니다. 잘렸을 수 있습니다",
      "other-version": "다른 버전의 기록이라 읽을 수 없습니다",
      "not-a-journal": "형식이 맞지 않습니다",
    },
    interrupted: (id, command) =>
      `중간에 끊긴 조치가 있습니다: ${id}. 마저 하려면 ${command}, 되돌리려면 jochi undo ${id}`,
    otherRights: (id) =>
      `중간에 끊긴 조치가 있습니다: ${id}. 지금과 다른 권한(관리자 권한)으로 시작한 것이라, 그때와 같은 권한으로 마저 하거나 jochi undo ${id}(으)로 되돌려 주세요`,
    resuming: (id) => `중간에 끊긴 조치 ${id}을(를) 이어서 합니다.`,
    wentBack: (id) => `되돌리다가 끊긴 기록 ${id}을(를) 마저 되돌렸습니다.`,
    unknownJournal: (id, known) => `그런 기록이 없습니다: ${id}. 있는 것: ${known}`,
    together: (one, other) => `함께 쓸 수 없습니다: ${one}, ${other}`,
    notWith: (option, word) => `${option}에는 필요 없는 인수입니다: ${word}`,
    notAbsolute: (folder) => `--files에는 드라이브부터 시작하는 경로가 있어야 합니다: ${folder}`,
    nothingAutomatic:
      "대신 할 수 있는 조치가 없습니다. 무엇을 누가 할지는 jochi diagnose로 보세요.",
    needsName: (remedy) =>
      `${remedy}: 되돌릴 수 없어 --yes만으로는 하지 않습니다. 하려면 jochi treat ${remedy}`,
    asIs: "이미 되어 있어 바꿀 것이 없습니다.",
    dryRun: "보여 주기만 했습니다. 아무것도 바꾸지 않았습니다.",
    engineer: "정확한 변경 (담당자용)",
    byHand: "직접 하실 일",
    cannotDo: "하지 않는 것",
    askTreat: "이대로 바꿀까요? (예는 y, 아니요는 Enter) ",
    askUndo: "이대로 되돌릴까요? (예는 y, 아니요는 Enter) ",
    declined: "바꾸지 않았습니다.",
    done: (remedy) => `끝났습니다: ${remedy}`,
    doneInPart: (remedy) => `할 수 있는 것까지 했습니다: ${remedy}`,
    undoWith: (id) => `되돌리려면: jochi undo ${id}`,
    undoPartWith: (id) => `되돌릴 수 있는 것만 되돌리려면: jochi undo ${id}`,
    rolledBack: "바꾼 것을 모두 되돌렸습니다.",
    rolledBackInPart: "바꾼 것을 되돌렸지만, 되돌리지 못한 것이 있습니다.",
    notBegun: "아무것도 바꾸지 않았습니다.",
    passes: (count) => `다시 확인했습니다. 확인 ${count}개가 통과했습니다.`,
    stillFails: (checks) => `아직 안 되는 것: ${checks}`,
    nothingToUndo: "되돌릴 것이 없습니다.",
    undoing: (id) => `${id}: 이때 한 일을 최근 것부터 되돌립니다.`,
    undone: (id) => `되돌렸습니다: ${id}`,
    undoneInPart: (id) => `되돌렸지만 그대로 남은 것이 있습니다: ${id}`,
    notUndone: (id) => `되돌리지 못한 것이 있습니다: ${id}`,
    stays: "그대로 둠",
    willBack: "되돌림",
    willKept: "보관한 설정만 되돌림",
    willNothing: "이미 전과 같음",
    willUnknown: "지금 상태를 읽을 수 없음",
    automatic: "자동",
    onRequest: "이름을 적을 때만",
    states: {
      open: "되돌릴 수 있음",
      undone: "되돌림",
      "rolled-back": "실패하여 되돌림",
      interrupted: "중간에 끊김",
      lasting: "되돌릴 것이 없음",
    },
    yes: ["y", "yes", "예", "네", "ㅛ"],
  },
  en: {
    help: `jochi treat: puts right what it can on this PC. It shows what it will change, and asks, first.

  jochi treat [OPTION…] [REMEDY…]

  --guide ID|DIR   the guide (default: the newest bankpay-transfer)
  --list           list the remedies it can carry out
  --dry-run        show what would be changed and change nothing
  --yes            do not ask (what cannot be undone is done only where it is named)
  --files DIR      the folder with installers and certificate files
  --bundle FILE    guide and files from this bundle, which is verified first
  --fingerprint HEX  of whoever made the bundle (the first time on this PC)
  --json           print the result as JSON on standard output
  --lang ko|en     language of the output

Without a remedy it diagnoses first and does what is needed. To take it back: jochi undo
Exit codes: 0 done, or nothing to do · 1 something remains · 2 could not do the work
`,
    undoHelp: `jochi undo: takes back what a treatment has changed.

  jochi undo [OPTION…] [ID]

  ID               which one (default: the newest)
  --all            all of them, the newest first
  --list           list them
  --dry-run        show what would be taken back
  --yes            do not ask
  --json           print the result as JSON on standard output
  --lang ko|en     language of the output

Exit codes: 0 taken back, or nothing to take back · 1 something stays · 2 could not do the work
`,
    notWindows: "this is not Windows, so there are no settings to change",
    noMachine: (platform) => `treating this system (${platform}) is not possible yet`,
    unknownRemedy: (id, known) => `unknown remedy: ${id}; it can do: ${known}`,
    noAction: (id) => `${id}: only a person can do this; there is nothing to do for you`,
    nobodyAsked:
      "nothing was changed, as there is no terminal to ask at; to do the above, add --yes",
    busy: "another treatment is under way; run this again when it has ended",
    damaged: (file, problem, place) => `${file}: record for undoing: ${problem} (${place})`,
    problems: {
      unreadable: "cannot be read",
      "not-json": "found no JSON; it may be cut off",
      "other-version": "of another version, which this program cannot read",
      "not-a-journal": "not in its format",
    },
    interrupted: (id, command) =>
      `a treatment was interrupted: ${id}; finish it with ${command}, or take it back with jochi undo ${id}`,
    otherRights: (id) =>
      `a treatment was interrupted: ${id}; it was begun with other rights (an administrator's) than this run has: finish it with those, or take it back with jochi undo ${id}`,
    resuming: (id) => `Goes on with ${id}, which was interrupted.`,
    wentBack: (id) => `Finished taking back ${id}, which had been interrupted.`,
    unknownJournal: (id, known) => `there is no record ${id}; there are: ${known}`,
    together: (one, other) => `${one} and ${other} cannot be used together`,
    notWith: (option, word) => `unexpected argument with ${option}: ${word}`,
    notAbsolute: (folder) => `--files: expected a path that begins with its drive: ${folder}`,
    nothingAutomatic: "There is nothing to do for you here; jochi diagnose says who can do what.",
    needsName: (remedy) =>
      `${remedy}: cannot be undone, so --yes alone does not do it; name it: jochi treat ${remedy}`,
    asIs: "All of it is as it should be; nothing to change.",
    dryRun: "This was a preview. Nothing has been changed.",
    engineer: "The exact changes (for engineers)",
    byHand: "For you to do",
    cannotDo: "Left alone",
    askTreat: "Change this? (y for yes, Enter for no) ",
    askUndo: "Take this back? (y for yes, Enter for no) ",
    declined: "Nothing was changed.",
    done: (remedy) => `Done: ${remedy}`,
    doneInPart: (remedy) => `Done as far as it goes: ${remedy}`,
    undoWith: (id) => `To take it back: jochi undo ${id}`,
    undoPartWith: (id) => `To take back what can be: jochi undo ${id}`,
    rolledBack: "Everything that was changed has been taken back.",
    rolledBackInPart: "It was taken back, but not all of it could be.",
    notBegun: "Nothing was changed.",
    passes: (count) => `Looked again: ${count} checks pass.`,
    stillFails: (checks) => `Still failing: ${checks}`,
    nothingToUndo: "There is nothing to take back.",
    undoing: (id) => `${id}: what was done then, the newest first.`,
    undone: (id) => `Taken back: ${id}`,
    undoneInPart: (id) => `Taken back, but some of it stays: ${id}`,
    notUndone: (id) => `Not all of it could be taken back: ${id}`,
    stays: "stays",
    willBack: "taken back",
    willKept: "only the kept settings come back",
    willNothing: "is as it was already",
    willUnknown: "cannot be read now",
    automatic: "automatic",
    onRequest: "only by name",
    states: {
      open: "can be undone",
      undone: "undone",
      "rolled-back": "failed, taken back",
      interrupted: "interrupted",
      lasting: "nothing left to undo",
    },
    yes: ["y", "yes"],
  },
};
