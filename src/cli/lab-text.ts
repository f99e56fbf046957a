import type { Io } from "./command.ts";

/** Every sentence of `jochi lab`. */
export interface LabText {
  usage: string;
  unknown(name: string): string;
  noCommand: string;
  notNumber(option: string, value: string, least: number, most: number): string;
  noFolder(folder: string): string;
  columns: { target: string };
}

export const labText: Record<Io["lang"], LabText> = {
  ko: {
    usage: `사용법: jochi lab run [--guide 이름|폴더] [--fault 이름[:대상]]… [--delay MS] [--jitter MS] [--loss %]
                     -- 명령 [인수…]        모의 폐쇄망의 PC에서 명령을 실행합니다
        jochi lab faults [--guide 이름|폴더] [--json]       망을 고장 내는 방법을 나열합니다
        jochi lab scenarios [--guide 이름|폴더] [--json]    준비된 시나리오를 나열합니다
종료 코드: run은 실행한 명령의 종료 코드, 2는 모의망을 만들지 못함`,
    unknown: (name) => `모르는 하위 명령: ${name} (run, faults, scenarios)`,
    noCommand: "실행할 명령이 없습니다: jochi lab run [옵션…] -- 명령 [인수…]",
    notNumber: (option, value, least, most) =>
      `${option} ${value}: ${least}부터 ${most}까지의 수가 필요합니다`,
    noFolder: (folder) => `시나리오 폴더가 없습니다: ${folder}`,
    columns: { target: "대상 예" },
  },
  en: {
    usage: `Usage: jochi lab run [--guide NAME|DIR] [--fault NAME[:TARGET]]… [--delay MS] [--jitter MS] [--loss %]
                    -- COMMAND [ARG…]      run a command on the PC of a simulated closed network
       jochi lab faults [--guide NAME|DIR] [--json]        list the ways to break it
       jochi lab scenarios [--guide NAME|DIR] [--json]     list the prepared scenarios
Exit codes: of run, that of the command; 2 where the lab could not be built`,
    unknown: (name) => `unknown subcommand: ${name} (run, faults, scenarios)`,
    noCommand: "no command to run: jochi lab run [OPTION…] -- COMMAND [ARG…]",
    notNumber: (option, value, least, most) =>
      `${option} ${value}: a number from ${least} to ${most} is expected`,
    noFolder: (folder) => `there is no folder of scenarios: ${folder}`,
    columns: { target: "for example" },
  },
};
