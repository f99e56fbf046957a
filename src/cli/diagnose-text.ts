import type { Expected, expectations, Found, Unit } from "../evidence/trouble.ts";
import type { Io } from "./command.ts";

/** What `jochi diagnose` says beside its report, in both languages. */
export interface DiagnoseText {
  help: string;
  notNumber(option: string, value: string, least: number, most: number): string;
  unknownSymptom(id: string, known: string): string;
  badAnswer(given: string): string;
  unknownTold(option: string, given: string, known: string): string;
  unreadable(file: string, code: string): string;
  notPlain(file: string): string;
  tooLarge(file: string, bytes: number, most: number): string;
  badEvidence(file: string, place: string, found: Found, expected: Expected): string;
  noCa(file: string): string;
  badCa(file: string, line: number): string;
  unwritable(file: string, code: string): string;
  together(one: string, other: string): string;
  sameFile(one: string, other: string, file: string): string;
  noMachine(platform: string): string;
  guarded: string;
  notFinished: string;
  undecided: string;
}

/** One word or sentence for each thing that evidence may lack. */
type Words = Record<(typeof expectations)[number], string>;

const expectedKo: Words = {
  json: "올바른 JSON",
  "known-keys": "아는 이름만",
  "key-once": "이름마다 한 번",
  text: "글자",
  number: "숫자",
  "whole-number": "정수",
  boolean: "true 또는 false",
  list: "목록",
  object: "항목 묶음",
  time: "UTC 시각 (2026-01-31T09:00:00Z)",
  hex: "정해진 길이의 16진수",
  "guide-id": "소문자·숫자·붙임표로 된 안내서 ID",
  edition: "안내서의 판 (YYYY 또는 YYYY.MM)",
  format: "형식에 맞는 값",
};

const expectedEn: Words = {
  json: "well-formed JSON",
  "known-keys": "known keys only",
  "key-once": "each key once",
  text: "text",
  number: "a number",
  "whole-number": "a whole number",
  boolean: "true or false",
  list: "a list",
  object: "a mapping",
  time: "a time in UTC (2026-01-31T09:00:00Z)",
  hex: "hex digits of a fixed length",
  "guide-id": "a guide's ID in lower case, digits and hyphens",
  edition: "an edition (YYYY or YYYY.MM)",
  format: "a value of this format",
};

function foundKo(found: Found): string {
  if (found.is === "value") return found.json;
  if (found.is === "list") return `목록(${found.entries})`;
  if (found.is === "count") return countKo(found.count, found.of);
  return { object: "항목 묶음", nothing: "아무것도 없음", end: "파일의 끝" }[found.is];
}

function foundEn(found: Found): string {
  if (found.is === "value") return found.json;
  if (found.is === "list") return `a list (${found.entries})`;
  if (found.is === "count") return countEn(found.count, found.of);
  return { object: "a mapping", nothing: "nothing", end: "the end of the file" }[found.is];
}

function wantedKo(expected: Expected): string {
  if (expected.is === "one-of") {
    const list = expected.values.join(", ");
    return expected.values.length === 1 ? list : `다음 중 하나: ${list}`;
  }
  if (expected.is !== "at-least" && expected.is !== "at-most") return expectedKo[expected.is];
  return `${countKo(expected.limit, expected.of)} ${expected.is === "at-least" ? "이상" : "이하"}`;
}

function wantedEn(expected: Expected): string {
  if (expected.is === "one-of") {
    const list = expected.values.join(", ");
    return expected.values.length === 1 ? list : `one of: ${list}`;
  }
  if (expected.is !== "at-least" && expected.is !== "at-most") return expectedEn[expected.is];
  const side = expected.is === "at-least" ? "at least" : "at most";
  return `${side} ${countEn(expected.limit, expected.of)}`;
}

function countKo(count: number, of: Unit | "number"): string {
  const units = { characters: "글자", entries: "개 항목", levels: "겹", number: "" };
  return `${count}${units[of]}`;
}

function countEn(count: number, of: Unit | "number"): string {
  return of === "number" ? String(count) : `${count} ${of}`;
}

export const diagnoseText: Record<Io["lang"], DiagnoseText> = {
  ko: {
    help: `jochi diagnose: 무엇이 막혀 있는지 이 PC에서 실제로 연결해 보고 알려 줍니다.

  --guide ID|폴더        안내서 (기본: bankpay-transfer의 최신판)
  --symptom ID           보이는 증상 (목록: jochi guide show ID --json)
  --answer 질문=답       Jochi가 물은 것에 대한 답 (여러 번 쓸 수 있음)
  --tried 조치           해 보았지만 낫지 않은 조치 (여러 번 쓸 수 있음)
  --save-evidence 파일   본 것을 모두 파일로 남김
  --evidence 파일        저장한 파일로 다시 판단 (네트워크를 쓰지 않음)
  --public-ca 파일       공인으로 볼 인증 기관 (PEM)
  --timeout MS           전체 시간 한도 (기본 15000)
  --html 파일            보고서를 한 장의 HTML로 저장
  --json                 결과를 JSON으로 표준 출력에
  --lang ko|en           출력 언어

종료 코드: 0 정상 · 1 문제를 찾음 · 2 일을 하지 못함
`,
    notNumber: (option, value, least, most) =>
      `${option}의 값 ${value}: ${least}부터 ${most}까지의 정수여야 합니다`,
    unknownSymptom: (id, known) => `모르는 증상입니다: ${id}. 있는 것: ${known}`,
    badAnswer: (given) => `--answer ${given}: 질문=답 꼴이어야 합니다`,
    unknownTold: (option, given, known) =>
      `${option} ${given}: 안내서에 없습니다. 있는 것: ${known || "없음"}`,
    unreadable: (file, code) => `${file}: 파일을 읽을 수 없습니다 (${code})`,
    tooLarge: (file, bytes, most) => `${file}: ${bytes}바이트, 최대 ${most}바이트여야 합니다`,
    notPlain: (file) => `${file}: 발견: 폴더나 장치나 파이프, 필요: 보통 파일`,
    badEvidence: (file, place, found, expected) =>
      `${file}: ${place}: 발견: ${foundKo(found)}, 필요: ${wantedKo(expected)}`,
    noCa: (file) => `${file}: 발견: 인증서 없음, 필요: -----BEGIN CERTIFICATE-----`,
    badCa: (file, line) => `${file}:${line}: 발견: 읽을 수 없는 인증서, 필요: PEM 인증서`,
    unwritable: (file, code) => `${file}: 파일을 쓸 수 없습니다 (${code})`,
    together: (one, other) => `함께 쓸 수 없는 옵션입니다: ${one}, ${other}`,
    sameFile: (one, other, file) => `${file}: ${one}, ${other}에 서로 다른 파일이 있어야 합니다`,
    noMachine: (platform) => `이 운영체제(${platform})에서는 아직 진단할 수 없습니다`,
    guarded: "JOCHI_NETWORK=none이라 밖으로 나가는 연결을 하나도 시험하지 못했습니다",
    notFinished: "정해진 시간 안에 다 확인하지 못했습니다. --timeout을 늘려 다시 실행해 주세요",
    undecided: "확인하지 못한 것이 있어 정상인지 알 수 없습니다",
  },
  en: {
    help: `jochi diagnose: makes the real connections from this PC and says what is in the way.

  --guide ID|DIR         the guide (default: the newest bankpay-transfer)
  --symptom ID           what you see (list: jochi guide show ID --json)
  --answer QUESTION=ANSWER  the answer to what Jochi asked (may be repeated)
  --tried REMEDY         a remedy that was done and did not help (repeatable)
  --save-evidence FILE   keep everything that was seen
  --evidence FILE        judge a saved file again (touches no network)
  --public-ca FILE       authorities that count as publicly trusted (PEM)
  --timeout MS           limit for the whole run (default 15000)
  --html FILE            write the report as one HTML file
  --json                 print the result as JSON on standard output
  --lang ko|en           language of the output

Exit codes: 0 healthy · 1 something was found · 2 could not do the work
`,
    notNumber: (option, value, least, most) =>
      `${option} ${value}: expected a whole number from ${least} to ${most}`,
    unknownSymptom: (id, known) => `unknown symptom: ${id}; known: ${known}`,
    badAnswer: (given) => `--answer ${given}: expected QUESTION=ANSWER`,
    unknownTold: (option, given, known) =>
      `${option} ${given}: not in the guide; known: ${known || "none"}`,
    unreadable: (file, code) => `${file}: cannot be read (${code})`,
    tooLarge: (file, bytes, most) => `${file}: ${bytes} bytes, expected at most ${most}`,
    notPlain: (file) => `${file}: found a folder, device or pipe, expected a plain file`,
    badEvidence: (file, place, found, expected) =>
      `${file}: ${place}: found ${foundEn(found)}, expected ${wantedEn(expected)}`,
    noCa: (file) => `${file}: found no certificate, expected -----BEGIN CERTIFICATE-----`,
    badCa: (file, line) => `${file}:${line}: found an unreadable certificate, expected one in PEM`,
    unwritable: (file, code) => `${file}: cannot be written (${code})`,
    together: (one, other) => `${one} and ${other} cannot be used together`,
    sameFile: (one, other, file) => `${file}: ${one} and ${other} must be different files`,
    noMachine: (platform) => `diagnosing on this system (${platform}) is not possible yet`,
    guarded: "JOCHI_NETWORK=none: no connection that leaves this PC could be tested",
    notFinished: "not everything could be looked at in time; run again with a larger --timeout",
    undecided: "something could not be looked at, so whether all is well is not known",
  },
};
