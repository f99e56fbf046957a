import type { Severity } from "../guide/lint/rule.ts";
import type { Words } from "../guide/words.ts";
import { particle, particles } from "../text/particles.ts";
import type { Io } from "./command.ts";

/** What `jochi guide --help` shows. */
export const usage: Words = {
  ko: `사용법: jochi guide 하위명령 [옵션]

  lint [이름|폴더]         안내서를 점검합니다. 이름이 없으면 모두
    --today YYYY-MM-DD     날짜를 따질 때 오늘로 볼 날
  list                     있는 안내서를 나열합니다
  show 이름|폴더           안내서 하나를 보여 줍니다
  schema 종류              편집기용 JSON Schema를 냅니다
  deploy [이름|폴더]       여러 PC에 줄 설정 파일을 만듭니다
    --format 형식          reg, ps1, gpo, chrome, edge
    --reverse              그 설정을 되돌리는 파일을 만듭니다
    --output 파일          파일로 씁니다 (없으면 화면에)
  render [이름|폴더]       인쇄할 수 있는 문서로 만듭니다
    --format 형식          html, pdf, md, txt
    --audience 사람        payer, network, admin 가운데 하나를 위한 것만
    --today YYYY-MM-DD     이 날에 견주어 오래된 사실을 말로 알립니다
    --output 파일          파일로 씁니다 (pdf는 꼭 필요합니다)
  status [이름|폴더]       다시 확인할 때가 된 사실을 나열합니다
    --today YYYY-MM-DD     오늘로 볼 날
  diff 가 나               나에서 무엇이 누구에게 달라졌는지 말합니다
    --audience 사람        payer, network, admin 가운데 하나에게
    --full                 payer에게도 줄이지 않고 모두
  test [이름|폴더]         원인마다 시험하고, 사실을 하나씩 틀리게 해 봅니다
    --mutations 수         틀리게 해 볼 사실: all, none 또는 수 (기본: all)
  new ID                   새 안내서 폴더를 만듭니다
    --output 폴더          만들 곳 (기본: ID/판)
    --edition YYYY.MM      판 (기본: 이번 달)
  import m365|text 파일    공개 목록이나 인쇄본의 글로 안내서를 만듭니다
    --output 폴더          만들 곳 (기본: ID/판)
    --retrieved YYYY-MM-DD 파일을 받은 날 (기본: 오늘)
    --id ID, --edition 판  정해진 것 대신 쓸 것
  page [이름|폴더]         서버 없이 열리는 html 파일 하나로 만듭니다
    --probe                연결해 볼 수 있는 파일로
    --output 파일          파일로 씁니다 (없으면 화면에)
  script [이름|폴더]       웹 페이지에 넣는 jochi-check.js를 만듭니다
    --page 주소            해결 방법을 보여 주는 페이지
    --output 파일          파일로 씁니다 (없으면 화면에)

  --json                   JSON으로 표준 출력에 (lint, list, show,
                           status, diff, test, new, import)

종료 코드: 0 문제 없음 · 1 오류나 경고, 지난 사실, 달라진 것이 있음
           2 읽을 수 없는 안내서, 잘못 부름`,
  en: `Usage: jochi guide SUBCOMMAND [OPTION]

  lint [NAME|DIR]          check a guide; without a name, every guide
    --today YYYY-MM-DD     the day by which dates are judged
  list                     list the guides there are
  show NAME|DIR            show one guide
  schema KIND              its JSON Schema, for editors
  deploy [NAME|DIR]        write settings for many PCs
    --format FORMAT        reg, ps1, gpo, chrome, edge
    --reverse              write what takes them away again
    --output FILE          into a file; else on the screen
  render [NAME|DIR]        write it as a document to print
    --format FORMAT        html, pdf, md, txt
    --audience WHO         only what is for payer, network or admin
    --today YYYY-MM-DD     say in words what is old on that day
    --output FILE          into a file (needed for pdf)
  status [NAME|DIR]        list facts that are due to be looked at again
    --today YYYY-MM-DD     the day that counts as today
  diff A B                 tell what B changes, and for whom
    --audience WHO         only for payer, network or admin
    --full                 all of it for the payer, too
  test [NAME|DIR]          try every cause in the lab; change each fact once
    --mutations NUMBER     facts to change: all, none or a number (default: all)
  new ID                   start a guide
    --output DIR           where (default: ID/EDITION)
    --edition YYYY.MM      its edition (default: this month)
  import m365|text FILE    make a guide of a published list or a printed text
    --output DIR           where (default: ID/EDITION)
    --retrieved YYYY-MM-DD when the file was retrieved (default: today)
    --id ID, --edition E   instead of what the importer gives
  page [NAME|DIR]          write one html file that opens without a server
    --probe                one that may try connections
    --output FILE          into a file; else on the screen
  script [NAME|DIR]        write jochi-check.js for a web page
    --page URL             the page that shows how to put it right
    --output FILE          into a file; else on the screen

  --json                   JSON on standard output (lint, list, show,
                           status, diff, test)

Exit codes: 0 clean · 1 errors, warnings, facts that are due, or changes
            2 unreadable guide or wrong call`,
};

export const words = {
  unknown: { ko: "모르는 하위 명령: {name}", en: "unknown subcommand: {name}" },
  oneName: {
    ko: "안내서 이름이나 폴더가 하나 필요합니다",
    en: "one guide name or folder is expected",
  },
  oneKind: { ko: "종류 하나가 필요합니다: {kinds}", en: "one kind is expected: {kinds}" },
  badDay: {
    ko: "--today {day}: YYYY-MM-DD 꼴의 날짜가 필요합니다",
    en: "--today {day}: a day YYYY-MM-DD is expected",
  },
  left: { ko: "그 밖에 {count}곳이 더 틀렸습니다", en: "{count} more places are wrong" },
  parts: {
    ko: "호스트 {endpoints}, 증상 {symptoms}, 원인 {causes}, 조치 {remedies} (전체는 --json)",
    en: "{endpoints} hosts, {symptoms} symptoms, {causes} causes, {remedies} remedies (all: --json)",
  },
} satisfies Record<string, Words>;

export const severityWords: Record<Severity, Words> = {
  error: { ko: "오류", en: "error" },
  warning: { ko: "경고", en: "warning" },
  info: { ko: "알림", en: "note" },
};

/** The last line of a lint. */
export const total: Record<Io["lang"], (guide: string, found: Record<Severity, number>) => string> =
  {
    ko: (guide, { error, warning, info }) =>
      `${guide}: 오류 ${error}, 경고 ${warning}, 알림 ${info}`,
    en: (guide, { error, warning, info }) =>
      `${guide}: ${counted(error, "error")}, ${counted(warning, "warning")}, ${counted(info, "note")}`,
  };

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}

const written = new RegExp(
  `(\\S+?)(${particles.map((form) => form.replace(/[()]/g, "\\$&")).join("|")})`,
  "g",
);

/** Of the two forms of each Korean particle the one that its word wants. */
export function settled({ ko, en }: Words): Words {
  return { ko: ko.replace(written, (_, word: string, form) => word + particle(word, form)), en };
}
