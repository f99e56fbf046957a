import type { Io } from "./command.ts";

/** Every sentence that the command line itself says, in both languages. */
export interface MainText {
  usage: string;
  commands: string;
  options: [option: string, meaning: string][];
  more: string;
  noCommand: string;
  unknownCommand(name: string, nearest: string | undefined): string;
  unknownOption(option: string): string;
  optionValue(option: string): string;
  surplus(word: string): string;
  badLang(value: string): string;
  notInstalled(name: string): string;
  notWritten(code: string): string;
  onlyCheckout: string;
  surprise(message: string): string;
}

export const mainText: Record<Io["lang"], MainText> = {
  ko: {
    usage:
      "조치: 결제나 다른 웹 서비스가 이 PC에서 왜 안 되는지 찾아내고, 고치고, 되는지 확인합니다.",
    commands: "명령",
    options: [
      ["--lang ko|en", "출력 언어 (기본: 환경의 로캘, 없으면 한국어)"],
      ["--help", "이 도움말, 또는 명령 뒤에 쓰면 그 명령의 도움말"],
      ["--version", "버전"],
    ],
    more: "종료 코드: 0 정상 · 1 문제를 찾음 · 2 일을 하지 못함",
    noCommand: "명령이 없습니다. 무엇을 할 수 있는지는 jochi --help",
    unknownCommand: (name, nearest) =>
      `모르는 명령입니다: ${name}${nearest ? ` (혹시 ${nearest}?)` : ""}. 명령 목록은 jochi --help`,
    unknownOption: (option) => `모르는 옵션입니다: ${option}. --help로 옵션을 볼 수 있습니다`,
    optionValue: (option) =>
      `옵션의 값이 잘못되었습니다: ${option}. --help로 쓰는 법을 볼 수 있습니다`,
    surplus: (word) => `필요 없는 인수입니다: ${word}. --help로 쓰는 법을 볼 수 있습니다`,
    badLang: (value) => `--lang은 ko 또는 en이어야 합니다: ${value}`,
    notInstalled: (name) =>
      `설치된 파일이 없습니다: ${name}. node_modules 폴더를 지우고 다시 실행해 주세요`,
    notWritten: (code) => `표준 출력에 쓰지 못했습니다 (${code})`,
    onlyCheckout: "모의 폐쇄망은 리눅스에 받은 소스에서만 쓸 수 있습니다",
    surprise: (message) => `예상하지 못한 오류: ${message} (JOCHI_DEBUG=1이면 자세히 보여 줍니다)`,
  },
  en: {
    usage:
      "Jochi finds out why a payment or another web service fails on this PC, and puts it right.",
    commands: "Commands",
    options: [
      ["--lang ko|en", "language of the output (default: the locale, else Korean)"],
      ["--help", "this help; after a command, the help of that command"],
      ["--version", "the version"],
    ],
    more: "Exit codes: 0 healthy · 1 something was found · 2 could not do the work",
    noCommand: "no command given; see jochi --help",
    unknownCommand: (name, nearest) =>
      `unknown command: ${name}${nearest ? ` (did you mean ${nearest}?)` : ""}; see jochi --help`,
    unknownOption: (option) => `unknown option: ${option}; see --help`,
    optionValue: (option) => `bad value for an option: ${option}; see --help`,
    surplus: (word) => `unexpected argument: ${word}; see --help`,
    badLang: (value) => `--lang must be ko or en: ${value}`,
    notInstalled: (name) =>
      `an installed file is missing: ${name}; delete the folder node_modules and run again`,
    notWritten: (code) => `could not write to standard output (${code})`,
    onlyCheckout: "the simulated network works only in a checkout on Linux",
    surprise: (message) => `unexpected error: ${message} (JOCHI_DEBUG=1 shows more)`,
  },
};
