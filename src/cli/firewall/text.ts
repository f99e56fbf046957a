import type { Io } from "../command.ts";
import type { FileWords } from "../files.ts";

/** What `jochi firewall` says beside its reports, in both languages. */
export interface FirewallText extends FileWords {
  help: string;
  noSubcommand: string;
  unknown(name: string, nearest: string | undefined): string;
  missing(option: string): string;
  missingChoice(option: string, choices: string): string;
  badSource(value: string): string;
  badChoice(option: string, value: string, choices: string): string;
  badDay(option: string, value: string): string;
  badZone(option: string, value: string): string;
  needsTwo: string;
  noEvidence: string;
  otherGuide(file: string, found: string, wanted: string): string;
  alsoFile(name: string): string;
  onlyFile(format: string): string;
  checkoutOnly(format: string): string;
  wrote(file: string): string;
  inConfig(file: string, line: string): string;
  needsPerson: string;
  sameFile(file: string): string;
  notFolder(file: string): string;
}

export const firewallText: Record<Io["lang"], FirewallText> = {
  ko: {
    help: `사용법: jochi firewall 하위명령 [옵션]

  flows                        안내서가 요구하는 통신을 나열합니다
  request --format 형식        방화벽 오픈 신청서를 씁니다: xlsx docx hwpx pdf csv md
    --applicant 이름           신청자
    --department 부서          부서
    --from 날짜 --until 날짜   사용 기간 (YYYY-MM-DD)
    --since 판                 이 판 뒤에 빠진 줄의 회수 신청서도 냅니다
    --config 파일              이미 허용된 것은 빼고 신청합니다
  rules --vendor 종류          방화벽 규칙을 씁니다
    --remove                   다시 지우는 규칙
  verify --config 파일         지금 설정이 무엇을 허용하는지 증명합니다
    --fix                      빠진 규칙과 넣을 자리를 알려 줍니다. --output에는 규칙만 씁니다
    --all                      허용되는 통신도 하나씩 보여 줍니다
    --audit none|sources|whole 필요 이상으로 열린 줄을 찾을 범위 (기본: 이 출발지)
  compare 이전 이후            두 설정의 차이를 패킷으로 보여 줍니다
  drift 증거파일...            문서의 주소와 실제 주소를 줄마다 견줍니다

  --guide 이름|폴더            안내서 (기본: bankpay-transfer)
  --source CIDR                서비스를 쓰는 PC의 주소. 여러 번 쓰거나 쉼표로 나눕니다
  --vendor 종류                설정의 종류 (기본: 내용으로 알아봄)
  --in 이름 --out 이름         들어오는·나가는 인터페이스 또는 존
  --list 이름                  따질 접근 목록, vsys, vdom, 그룹
  --hook forward|input|output  호스트 방화벽에서 따질 자리
  --ipset 파일                 ipset save가 낸 것
  --today YYYY-MM-DD           기한이 지난 규칙을 따질 날 (기본: 오늘)
  --output 파일|폴더           여기에 씁니다 (기본: 표준 출력)
  --json                       JSON으로 표준 출력에

종료 코드: 0 모두 허용 · 1 허용되지 않는 통신이 있음 · 2 일을 하지 못함`,
    noSubcommand: "하위 명령이 없습니다. 무엇을 할 수 있는지는 jochi firewall --help",
    unknown: (name, nearest) =>
      `모르는 하위 명령입니다: ${name}${nearest ? ` (혹시 ${nearest}?)` : ""}`,
    missing: (option) => `${option} 옵션이 필요합니다. --help로 쓰는 법을 볼 수 있습니다`,
    missingChoice: (option, choices) => `${option} 옵션이 필요합니다: ${choices}`,
    badSource: (value) =>
      `--source ${value}: IP 주소, CIDR(10.20.0.0/16) 또는 범위(10.0.0.1-10.0.0.9)가 필요합니다`,
    badChoice: (option, value, choices) =>
      `${option} ${value}: 다음 중 하나여야 합니다: ${choices}`,
    badDay: (option, value) => `${option} ${value}: YYYY-MM-DD 꼴의 날짜가 필요합니다`,
    badZone: (option, value) =>
      `${option} ${value}: 인터페이스 이름은 영문자, 숫자와 _ . : / + * - 로 된 63자까지입니다`,
    needsTwo: "견줄 설정 파일 둘이 필요합니다: jochi firewall compare 이전 이후",
    noEvidence: "증거 파일이 하나 이상 필요합니다: jochi firewall drift 증거.json",
    otherGuide: (file, found, wanted) =>
      `${file}: ${found} 안내서의 증거입니다. ${wanted}의 증거가 필요합니다`,
    alsoFile: (name) => `파일이 더 있습니다: ${name} (--output 폴더 로 모두 씁니다)`,
    onlyFile: (format) =>
      `${format} 파일은 화면에 쓸 수 없습니다. --output 뒤에 파일 이름을 적어 주십시오`,
    checkoutOnly: (format) =>
      `${format} 파일은 이 프로그램으로 만들 수 없습니다. docx, hwpx, xlsx 가운데 골라 주십시오`,
    wrote: (file) => `${file}에 썼습니다`,
    inConfig: (file, line) => `${file}: ${line}`,
    needsPerson: "사람이 정해야 하는 것",
    unreadable: (file, code) => `${file}: 읽을 수 없습니다 (${code})`,
    notPlain: (file) => `${file}: 일반 파일이 아닙니다`,
    tooLarge: (file, bytes, most) => `${file}: 너무 큽니다 (${bytes}바이트, 많아야 ${most}바이트)`,
    unwritable: (file, code) => `${file}: 쓸 수 없습니다 (${code})`,
    notFolder: (file) => `${file}: 폴더가 아닙니다`,
    sameFile: (file) =>
      `${file}: 읽는 파일에 덮어쓸 수 없습니다. --output에 다른 이름을 적어 주십시오`,
  },
  en: {
    help: `Usage: jochi firewall SUBCOMMAND [OPTION]

  flows                        list the flows that the guide requires
  request --format FORMAT      write the request form: xlsx docx hwpx pdf csv md
    --applicant NAME           who applies
    --department NAME          the department
    --from DAY --until DAY     how long it is needed (YYYY-MM-DD)
    --since EDITION            also ask to close what later editions dropped
    --config FILE              ask only for what is not permitted yet
  rules --vendor KIND          write firewall rules
    --remove                   the rules that take them away again
  verify --config FILE         prove what a configuration permits
    --fix                      the missing rules, and where they belong; --output gets them alone
    --all                      show permitted flows one by one too
    --audit none|sources|whole where to look for what is open beyond need (these sources)
  compare BEFORE AFTER         the difference of two configurations, in packets
  drift EVIDENCE...            documented and real addresses, row by row

  --guide NAME|DIR             the guide (default: bankpay-transfer)
  --source CIDR                the users' PCs; several times, or with commas
  --vendor KIND                the kind of configuration (default: recognised)
  --in NAME --out NAME         the interfaces or zones it crosses
  --list NAME                  which access list, vsys, vdom or group to judge
  --hook forward|input|output  which hook of a host's firewall to judge
  --ipset FILE                 what ipset save printed
  --today YYYY-MM-DD           the day by which expired rules are judged (default: today)
  --output FILE|DIR            write there (default: standard output)
  --json                       JSON on standard output

Exit codes: 0 all permitted · 1 some flow is not · 2 could not do the work`,
    noSubcommand: "no subcommand given; see jochi firewall --help",
    unknown: (name, nearest) =>
      `unknown subcommand: ${name}${nearest ? ` (did you mean ${nearest}?)` : ""}`,
    missing: (option) => `${option} is needed; see --help`,
    missingChoice: (option, choices) => `${option} is needed: ${choices}`,
    badSource: (value) =>
      `--source ${value}: an IP address, a CIDR (10.20.0.0/16) or a range (10.0.0.1-10.0.0.9) is expected`,
    badChoice: (option, value, choices) => `${option} ${value}: must be one of ${choices}`,
    badDay: (option, value) => `${option} ${value}: a day YYYY-MM-DD is expected`,
    badZone: (option, value) =>
      `${option} ${value}: an interface's name is up to 63 letters, digits and _ . : / + * -`,
    needsTwo: "two configuration files are needed: jochi firewall compare BEFORE AFTER",
    noEvidence: "at least one evidence file is needed: jochi firewall drift EVIDENCE.json",
    otherGuide: (file, found, wanted) =>
      `${file}: evidence of guide ${found}; one of ${wanted} is expected`,
    alsoFile: (name) => `there is one more file: ${name} (--output DIR writes all)`,
    onlyFile: (format) => `${format} cannot go to the screen; add --output FILE`,
    checkoutOnly: (format) =>
      `this program cannot make a ${format} file; docx, hwpx and xlsx it can`,
    wrote: (file) => `wrote ${file}`,
    inConfig: (file, line) => `${file}: ${line}`,
    needsPerson: "What a person must decide",
    unreadable: (file, code) => `${file}: cannot be read (${code})`,
    notPlain: (file) => `${file}: not a plain file`,
    tooLarge: (file, bytes, most) => `${file}: too large (${bytes} bytes, at most ${most})`,
    unwritable: (file, code) => `${file}: cannot be written (${code})`,
    notFolder: (file) => `${file}: not a folder`,
    sameFile: (file) => `${file}: is what is being read; give --output another name`,
  },
};
