import type { Io } from "./command.ts";

/** Every sentence of `jochi lab`. */
export interface LabText {
  usage: string;
  unknown(name: string): string;
  noCommand: string;
  notNumber(option: string, value: string, least: number, most: number): string;
  rulesRefused(file: string, line: string): string;
  noFolder(folder: string): string;
  /** Over the faults: their ids, what each can be aimed at, what they are. */
  columns: readonly [string, string, string];
}

export const labText: Record<Io["lang"], LabText> = {
  ko: {
    usage: `사용법: jochi lab run [옵션] -- 명령 [인수…]
        jochi lab faults | scenarios [--guide 이름|폴더] [--json]

  run         모의 폐쇄망의 PC에서 명령을 실행합니다
  faults      망을 고장 내는 방법을 나열합니다
  scenarios   준비된 시나리오를 나열합니다

  --guide 이름|폴더      안내서 (기본: bankpay-transfer의 최신판)
  --fault 이름[:대상]    고장. 여러 번 쓸 수 있습니다
  --delay MS             회선의 지연
  --jitter MS            지연의 흔들림
  --loss %               잃어버리는 패킷
  --firewall 파일        방화벽에 더할 규칙 (nft, iptables-save 형식)
  --json                 목록을 JSON으로 표준 출력에

종료 코드: run은 실행한 명령의 종료 코드, 2는 모의망을 만들지 못함`,
    unknown: (name) => `모르는 하위 명령: ${name} (run, faults, scenarios)`,
    noCommand: "실행할 명령이 없습니다: jochi lab run [옵션…] -- 명령 [인수…]",
    rulesRefused: (file, line) => `${file}: 방화벽이 받아들이지 않는 규칙입니다: ${line}`,
    notNumber: (option, value, least, most) =>
      `${option} ${value}: ${least}부터 ${most}까지의 수가 필요합니다`,
    noFolder: (folder) => `시나리오 폴더가 없습니다: ${folder}`,
    columns: ["고장", "대상 예", "내용 → 나올 판정 (이름과 다를 때)"],
  },
  en: {
    usage: `Usage: jochi lab run [OPTION…] -- COMMAND [ARG…]
       jochi lab faults | scenarios [--guide NAME|DIR] [--json]

  run         run a command on the PC of a simulated closed network
  faults      list the ways to break it
  scenarios   list the prepared scenarios

  --guide NAME|DIR       the guide (default: the newest bankpay-transfer)
  --fault NAME[:TARGET]  a fault; may be given more than once
  --delay MS             delay of the line
  --jitter MS            how much the delay varies
  --loss %               packets that get lost
  --firewall FILE        rules to add to the firewall (nft, iptables-save)
  --json                 the list as JSON on standard output

Exit codes: of run, that of the command; 2 where the lab could not be built`,
    unknown: (name) => `unknown subcommand: ${name} (run, faults, scenarios)`,
    noCommand: "no command to run: jochi lab run [OPTION…] -- COMMAND [ARG…]",
    rulesRefused: (file, line) => `${file}: the firewall refuses these rules: ${line}`,
    notNumber: (option, value, least, most) =>
      `${option} ${value}: a number from ${least} to ${most} is expected`,
    noFolder: (folder) => `there is no folder of scenarios: ${folder}`,
    columns: ["fault", "target, e.g.", "what it is → its verdict, where named otherwise"],
  },
};
