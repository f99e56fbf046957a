import type { Io } from "./command.ts";

/** What `jochi diagnose` says beside its report, in both languages. */
export interface DiagnoseText {
  help: string;
  notNumber(option: string, value: string, least: number, most: number): string;
  unknownSymptom(id: string, known: string): string;
  unreadable(file: string, code: string): string;
  tooLarge(file: string, bytes: number, most: number): string;
  badEvidence(file: string, place: string, found: string, expected: string): string;
  badCa(file: string): string;
  unwritable(file: string, code: string): string;
  together(one: string, other: string): string;
  noMachine(platform: string): string;
  guarded: string;
  notFinished: string;
}

export const diagnoseText: Record<Io["lang"], DiagnoseText> = {
  ko: {
    help: `jochi diagnose: 무엇이 막혀 있는지 이 PC에서 실제로 연결해 보고 알려 줍니다.

  --guide ID|폴더        안내서 (기본: bankpay-transfer의 최신판)
  --symptom ID           보이는 증상 (목록: jochi guide show ID --json)
  --save-evidence 파일   본 것을 모두 파일로 남김
  --evidence 파일        저장한 파일로 다시 판단 (네트워크를 쓰지 않음)
  --public-ca 파일       공인으로 볼 인증 기관 (PEM)
  --timeout MS           전체 시간 한도 (기본 12000)
  --html 파일            보고서를 한 장의 HTML로 저장
  --json                 결과를 JSON으로 표준 출력에
  --lang ko|en           출력 언어

종료 코드: 0 정상 · 1 문제를 찾음 · 2 일을 하지 못함
`,
    notNumber: (option, value, least, most) =>
      `${option}의 값 ${value}: ${least}부터 ${most}까지의 정수여야 합니다`,
    unknownSymptom: (id, known) => `모르는 증상입니다: ${id}. 있는 것: ${known}`,
    unreadable: (file, code) => `${file}: 파일을 읽을 수 없습니다 (${code})`,
    tooLarge: (file, bytes, most) => `${file}: ${bytes}바이트, 최대 ${most}바이트여야 합니다`,
    badEvidence: (file, place, found, expected) =>
      `${file}: ${place}: ${found}, 있어야 할 것: ${expected}`,
    badCa: (file) =>
      `${file}: PEM 인증서가 없습니다. “-----BEGIN CERTIFICATE-----”가 있어야 합니다`,
    unwritable: (file, code) => `${file}: 파일을 쓸 수 없습니다 (${code})`,
    together: (one, other) => `${one}과 ${other}는 함께 쓸 수 없습니다`,
    noMachine: (platform) => `이 운영체제(${platform})에서는 아직 진단할 수 없습니다`,
    guarded: "JOCHI_NETWORK=none이라 밖으로 나가는 연결을 하나도 시험하지 못했습니다",
    notFinished: "정해진 시간 안에 다 확인하지 못했습니다. --timeout을 늘려 다시 실행해 주세요",
  },
  en: {
    help: `jochi diagnose: makes the real connections from this PC and says what is in the way.

  --guide ID|DIR         the guide (default: the newest bankpay-transfer)
  --symptom ID           what you see (list: jochi guide show ID --json)
  --save-evidence FILE   keep everything that was seen
  --evidence FILE        judge a saved file again (touches no network)
  --public-ca FILE       authorities that count as publicly trusted (PEM)
  --timeout MS           limit for the whole run (default 12000)
  --html FILE            write the report as one HTML file
  --json                 print the result as JSON on standard output
  --lang ko|en           language of the output

Exit codes: 0 healthy · 1 something was found · 2 could not do the work
`,
    notNumber: (option, value, least, most) =>
      `${option} ${value}: expected a whole number from ${least} to ${most}`,
    unknownSymptom: (id, known) => `unknown symptom: ${id}; known: ${known}`,
    unreadable: (file, code) => `${file}: cannot be read (${code})`,
    tooLarge: (file, bytes, most) => `${file}: ${bytes} bytes, expected at most ${most}`,
    badEvidence: (file, place, found, expected) =>
      `${file}: ${place}: found ${found}, expected ${expected}`,
    badCa: (file) => `${file}: no PEM certificate, expected “-----BEGIN CERTIFICATE-----”`,
    unwritable: (file, code) => `${file}: cannot be written (${code})`,
    together: (one, other) => `${one} and ${other} cannot be used together`,
    noMachine: (platform) => `diagnosing on this system (${platform}) is not possible yet`,
    guarded: "JOCHI_NETWORK=none: no connection that leaves this PC could be tested",
    notFinished: "not everything could be looked at in time; run again with a larger --timeout",
  },
};
