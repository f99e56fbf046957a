import { oneLine } from "../../error.ts";
import type { Severity } from "../../lint/rule.ts";
import { fill, type Words } from "../../words.ts";
import type { Note } from "../importer.ts";
import { noteList } from "../notes.ts";

/** Everything that can be said of a line of the list, and how much it weighs. */
const kinds = {
  record: {
    severity: "error",
    ko: "기록 {record}을(를) 읽지 못해 안내서에 열린 질문으로 남겼습니다: {field} 발견: {found}, 필요: {expected}",
    en: "record {record} could not be read and stands in the guide as an open question: {field} found {found}, expected {expected}",
  },
  host: {
    severity: "error",
    ko: "기록 {record}의 이름 ‘{text}’을(를) 읽지 못해 안내서에 열린 질문으로 남겼습니다",
    en: "the host ‘{text}’ of record {record} could not be read and stands in the guide as an open question",
  },
  address: {
    severity: "error",
    ko: "기록 {record}의 주소 ‘{text}’을(를) 읽지 못해 안내서에 열린 질문으로 남겼습니다",
    en: "the address ‘{text}’ of record {record} could not be read and stands in the guide as an open question",
  },
  ports: {
    severity: "error",
    ko: "기록 {record}의 포트 ‘{text}’을(를) 읽지 못해 안내서에 열린 질문으로 남겼습니다",
    en: "the ports ‘{text}’ of record {record} could not be read and stand in the guide as an open question",
  },
  portless: {
    severity: "error",
    ko: "기록 {record}에 포트가 없어 안내서에 열린 질문으로 남겼습니다",
    en: "record {record} has no port and stands in the guide as an open question",
  },
  empty: {
    severity: "error",
    ko: "기록 {record}에 이름도 주소도 없어 안내서에 열린 질문으로 남겼습니다",
    en: "record {record} has neither hosts nor addresses and stands in the guide as an open question",
  },
  widened: {
    severity: "warning",
    ko: "‘{text}’은(는) 안내서에 그대로 담을 수 없어 더 넓은 ‘{host}’(으)로 적었습니다",
    en: "a guide cannot hold ‘{text}’; it is written as ‘{host}’, which is wider",
  },
  "twice-numbered": {
    severity: "warning",
    ko: "번호 {record}이(가) 두 번 나옵니다",
    en: "the number {record} comes twice",
  },
  "host-bits": {
    severity: "warning",
    ko: "‘{text}’은(는) 블록의 첫 주소가 아니어서 ‘{address}’(으)로 적었습니다",
    en: "‘{text}’ does not begin with a block's first address; it is written as ‘{address}’",
  },
  repeated: {
    severity: "info",
    ko: "{host}의 포트 {ports}은(는) 기록 {first}에 이미 있어 기록 {record}에서는 뺐습니다",
    en: "port {ports} of {host} is in record {first} already and was left out of record {record}",
  },
  nameless: {
    severity: "info",
    ko: "기록 {record}에는 이름이 없어 이름을 ‘*’로 적었습니다. 방화벽 표에만 쓰입니다",
    en: "record {record} has no host, so the host is ‘*’; only tables for firewalls use it",
  },
  "left-out": {
    severity: "info",
    ko: "기록 {count}개의 ‘{field}’은(는) 안내서에 담지 않았습니다",
    en: "‘{field}’ of {count} records is not in the guide",
  },
} as const satisfies Record<string, Words & { severity: Severity }>;
export type NoteKind = keyof typeof kinds;

const longestShown = 80;

/** Everything that is to be said of a list. */
export interface ListNotes {
  /** One note. What the file says is shown short and on one line. */
  add(line: number, kind: NoteKind, gaps: Record<string, string | number | Words>): void;
  all(): Note[];
}

export function listNotes(): ListNotes {
  const notes = noteList();
  return {
    add(line, kind, gaps) {
      const { severity, ko, en } = kinds[kind];
      notes.add(kind, line, () => ({ severity, words: fill({ ko, en }, shortened(gaps)) }));
    },
    all: notes.all,
  };
}

function shortened(
  gaps: Record<string, string | number | Words>,
): Record<string, string | number | Words> {
  return Object.fromEntries(
    Object.entries(gaps).map(([name, value]) => [
      name,
      typeof value === "string" ? oneLine(value).slice(0, longestShown) : value,
    ]),
  );
}
