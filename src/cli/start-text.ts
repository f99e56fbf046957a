import type { Io } from "./command.ts";

/** What `jochi start` and `jochi serve` say. The page's own sentences are in `src/text`. */
export interface StartText {
  help: string;
  serveHelp: string;
  notNumber(option: string, value: string, least: number, most: number): string;
  noMachine(platform: string): string;
  portTaken(port: number): string;
  portRefused(port: number, code: string): string;
  noPage(reason: string): string;
  makingPage: string;
  makingLab: string;
  opened: string;
  openYourself: string;
  notOpened: string;
  demoReal: string;
  demoMemory: string;
  stop(minutes: number): string;
  freshCode: string;
  idle(minutes: number): string;
  finishing: string;
}

const options = {
  ko: `  --guide 이름|폴더  안내서 (기본: bankpay-transfer의 최신판)
  --demo             이 PC 대신 모의 폐쇄망을 보여 줍니다.
                     고장은 화면에서 고릅니다
  --files 폴더       설치 파일과 인증서 파일이 있는 폴더
  --port 번호        쓸 포트 (기본: 비어 있는 아무 포트)
  --idle 분          아무도 쓰지 않으면 끝내기까지의 시간 (기본: 30)
  --lang ko|en       출력 언어

화면은 이 PC에서만 열립니다. 주소에는 한 번만 쓸 수 있는 코드가 들어 있습니다.
종료 코드: 0 끝남 · 2 일을 하지 못함
`,
  en: `  --guide NAME|DIR   the guide (default: the newest bankpay-transfer)
  --demo             show a simulated closed network instead of this PC;
                     its faults are chosen on the page
  --files DIR        the folder with installers and certificate files
  --port NUMBER      the port to use (default: any that is free)
  --idle MINUTES     end when nobody has used it for so long (default: 30)
  --lang ko|en       language of the output

The page can be opened on this PC only. Its address has a code that works
once.
Exit codes: 0 ended · 2 could not do the work
`,
};

export const startText: Record<Io["lang"], StartText> = {
  ko: {
    help: `사용법: jochi start [옵션]

이 PC에 화면을 열어, 결제가 안 되는 까닭을 찾고 하나씩 고치도록 이끕니다.

  --no-open          브라우저를 열지 않고 주소만 알려 줍니다
${options.ko}`,
    serveHelp: `사용법: jochi serve [옵션]

jochi start와 같지만 브라우저를 열지 않고 주소만 알려 줍니다.

${options.ko}`,
    notNumber: (option, value, least, most) =>
      `${option} ${value}: ${least}부터 ${most}까지의 정수여야 합니다`,
    noMachine: (platform) => `이 운영체제(${platform})는 아직 진단할 수 없습니다`,
    portTaken: (port) => `포트 ${port}은(는) 다른 프로그램이 쓰고 있습니다. --port를 바꿔 주세요`,
    portRefused: (port, code) => `포트 ${port}을(를) 열 수 없습니다 (${code})`,
    noPage: (reason) => `화면을 만들 수 없습니다: ${reason}`,
    makingPage: "화면을 준비합니다. 처음 한 번만 합니다.",
    makingLab: "모의 폐쇄망을 만듭니다.",
    opened: "브라우저에서 화면을 엽니다. 열리지 않으면 이 주소를 여세요:",
    openYourself: "브라우저에서 이 주소를 여세요:",
    notOpened: "브라우저가 열리지 않았습니다. 위 주소를 직접 열어 주세요.",
    demoReal: "모의 폐쇄망을 보여 줍니다. 이 PC와 네트워크는 건드리지 않습니다.",
    demoMemory: "여기서는 네임스페이스를 만들 수 없어, 자료로만 된 모의 폐쇄망을 보여 줍니다.",
    stop: (minutes) => `끝내려면 Ctrl-C. 아무도 쓰지 않으면 ${minutes}분 뒤에 스스로 끝납니다.`,
    freshCode: "이미 쓴 주소가 열렸습니다. 다시 열려면 이 주소를 쓰세요:",
    idle: (minutes) => `${minutes}분 동안 아무도 쓰지 않아 끝냈습니다.`,
    finishing: "하던 일을 마무리하고 끝냅니다.",
  },
  en: {
    help: `Usage: jochi start [OPTION…]

Opens a page on this PC that finds out why the payment fails and leads
through putting it right.

  --no-open          print the address and open no browser
${options.en}`,
    serveHelp: `Usage: jochi serve [OPTION…]

The same as jochi start, but it prints the address and opens no browser.

${options.en}`,
    notNumber: (option, value, least, most) =>
      `${option} ${value}: expected a whole number from ${least} to ${most}`,
    noMachine: (platform) => `this system (${platform}) cannot be diagnosed yet`,
    portTaken: (port) => `port ${port} is used by another program; choose another with --port`,
    portRefused: (port, code) => `port ${port} cannot be opened (${code})`,
    noPage: (reason) => `the page cannot be made: ${reason}`,
    makingPage: "Preparing the page; only this first time.",
    makingLab: "Building the simulated closed network.",
    opened: "Opening the page in the browser. If it does not open, use this address:",
    openYourself: "Open this address in a browser:",
    notOpened: "The browser did not open. Please open the address above yourself.",
    demoReal: "It shows a simulated closed network; this PC and its network are left alone.",
    demoMemory: "Namespaces cannot be made here, so the simulated network is made of data alone.",
    stop: (minutes) => `Ctrl-C ends it. Unused, it ends by itself after ${minutes} minutes.`,
    freshCode: "An address that was used before has been opened. To open it anew, use this one:",
    idle: (minutes) => `Nobody has used it for ${minutes} minutes; it has ended.`,
    finishing: "Finishing what is under way, then it ends.",
  },
};
