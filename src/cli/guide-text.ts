import type { Severity } from "../guide/lint/rule.ts";
import type { Words } from "../guide/words.ts";

/** What `jochi guide --help` shows. */
export const usage: Words = {
  ko: `사용법: jochi guide lint [이름|폴더] [--json] [--today YYYY-MM-DD]   가이드를 점검합니다
        jochi guide list [--json]                               있는 가이드를 나열합니다
        jochi guide show 이름|폴더 [--json]                     가이드 하나를 보여 줍니다
        jochi guide schema 종류                                 편집기용 JSON Schema를 냅니다
종료 코드: 0 문제 없음, 1 오류나 경고가 있음, 2 가이드를 읽을 수 없거나 잘못 부름`,
  en: `Usage: jochi guide lint [NAME|DIR] [--json] [--today YYYY-MM-DD]   check guides
       jochi guide list [--json]                               list the guides there are
       jochi guide show NAME|DIR [--json]                      show one guide
       jochi guide schema KIND                                 its JSON Schema, for editors
Exit codes: 0 clean, 1 errors or warnings found, 2 unreadable guide or wrong call`,
};

export const words = {
  unknown: { ko: "모르는 하위 명령: {name}", en: "unknown subcommand: {name}" },
  oneName: {
    ko: "가이드 이름이나 폴더가 하나 필요합니다",
    en: "one guide name or folder is expected",
  },
  oneKind: { ko: "종류 하나가 필요합니다: {kinds}", en: "one kind is expected: {kinds}" },
  badDay: {
    ko: "--today {day}: YYYY-MM-DD 꼴의 날짜가 필요합니다",
    en: "--today {day}: a day YYYY-MM-DD is expected",
  },
  total: {
    ko: "{guide}: 오류 {error}, 경고 {warning}, 알림 {info}",
    en: "{guide}: {error} errors, {warning} warnings, {info} notes",
  },
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
