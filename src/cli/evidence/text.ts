import type { Io } from "../command.ts";

/** What `jochi evidence` says beside what src/text says of codes, in both languages. */
export interface EvidenceText {
  help: string;
  noSubcommand: string;
  unknown(name: string, nearest: string | undefined): string;
  needsFile: string;
  needsDigits: string;
  oneFile(surplus: string): string;
  nowhere: string;
  sameFile(file: string): string;
  noTerminal: string;
  askFull: string;
  notFull: string;
  otherwise: string;
  badKey(file: string): string;
  folderInUse(folder: string): string;
  qrKind(file: string): string;
  fileAlone(file: string): string;
  severalSeries(ids: string): string;
  noSeries(id: string): string;
  jsonNeedsOutput: string;
  noGuide(known: string): string;
  wrote(file: string): string;
  codes(needed: number, total: number): string;
  leftOut(probes: string): string;
  removals(count: number): string;
  noRemovals: string;
  removalHead: [kind: string, token: string, times: string, where: string];
  full: string;
  noCodeOn(file: string): string;
  progress(series: string, have: number, needed: number, total: number): string;
  missing(numbers: string): string;
  unused(damaged: number, foreign: number): string;
  imported(series: string, have: number, total: number): string;
  shown: Record<"guide" | "seen" | "platform" | "symptom" | "facts" | "size", string>;
  incomplete: string;
  bytes(evidence: number, packed: number): string;
}

export const evidenceText: Record<Io["lang"], EvidenceText> = {
  ko: {
    help: `사용법: jochi evidence 하위명령 [옵션]

  export [증거파일]        가려서 내보냅니다. 파일이 없으면 지금 이 PC를 봅니다
    --output 파일          가린 증거 파일
    --qr 파일.html         인쇄하거나 화면에서 찍는 QR 코드 한 장
    --qr 폴더              QR 코드를 PNG와 SVG 그림으로
    --qr -                 QR 코드를 이 터미널에
    --code                 전화로 불러 줄 번호 (24자리까지)
    --key-file 파일        여러 번 내보내도 같은 이름은 같은 표로 (없으면 만듦)
    --full --yes           가리지 않고 내보냅니다. --yes가 없으면 묻습니다
  import 파일...|-         찍어 나온 숫자, 코드의 PNG 그림, 가린 파일을 읽습니다
    --output 파일          증거 파일 (기본: 표준 출력)
    --series 번호          여러 묶음 가운데 하나
  code 번호                불러 준 번호가 무슨 뜻인지 말합니다
  show 증거파일            증거 파일에 무엇이 들어 있는지 말합니다

  --guide 이름|폴더        안내서 (기본: 증거에 적힌 것)
  --json                   JSON으로 표준 출력에

종료 코드: 0 됨 · 1 코드가 아직 모자람 · 2 일을 하지 못함`,
    noSubcommand: "하위 명령이 없습니다. 무엇을 할 수 있는지는 jochi evidence --help",
    unknown: (name, nearest) =>
      `모르는 하위 명령입니다: ${name}${nearest ? ` (혹시 ${nearest}?)` : ""}`,
    needsFile: "파일이 하나 이상 필요합니다. --help로 쓰는 법을 볼 수 있습니다",
    needsDigits: "불러 준 번호가 필요합니다: jochi evidence code 1234 5678 …",
    oneFile: (surplus) => `파일은 하나만 적어 주십시오. 남는 말: ${surplus}`,
    nowhere: "--output, --qr, --code 가운데 하나 이상이 필요합니다",
    sameFile: (file) => `${file}: 읽거나 쓰는 다른 파일과 같습니다. 다른 이름을 적어 주십시오`,
    noTerminal: "가리지 않고 내보내려면 --yes도 적어 주십시오",
    askFull: "안쪽 주소와 사용자 이름까지 그대로 나갑니다. 내보낼까요? (예/아니요) ",
    notFull: "내보내지 않았습니다",
    otherwise:
      "가리고 나면 진단이 달라져 내보내지 않았습니다. 원본이 나가도 되면 --full을 적어 주십시오",
    badKey: (file) => `${file}: 16진수 64자리로 된 키가 아닙니다`,
    folderInUse: (folder) => `${folder}: 빈 폴더나 새 폴더의 이름을 적어 주십시오`,
    qrKind: (file) =>
      `--qr ${file}: 한 장이면 .html로 끝나는 이름을, 그림이면 폴더를 적어 주십시오`,
    fileAlone: (file) => `${file}: 증거 파일은 따로 하나만 읽습니다`,
    severalSeries: (ids) => `보고서가 여럿 들어 있습니다: ${ids}. --series로 하나를 골라 주십시오`,
    noSeries: (id) => `${id} 묶음의 코드가 없습니다`,
    jsonNeedsOutput: "--json에는 --output 파일이 함께 필요합니다",
    noGuide: (known) =>
      `이 번호를 만든 안내서가 없습니다 (아는 것: ${known}). --guide로 알려 주십시오`,
    wrote: (file) => `${file}에 썼습니다`,
    codes: (needed, total) => `QR 코드 ${total}개, 그 가운데 아무것이나 ${needed}개면 됩니다`,
    leftOut: (probes) => `보고서에 쓰이지 않아 코드에 넣지 않은 것: ${probes}`,
    removals: (count) => `가린 것 ${count}가지:`,
    noRemovals: "가릴 것이 없었습니다",
    removalHead: ["무엇", "대신 적은 것", "번", "처음 나온 자리"],
    full: "가리지 않은 원본입니다",
    noCodeOn: (file) => `${file}: 코드를 찾지 못했습니다. 이 그림은 빼고 계속합니다`,
    progress: (series, have, needed, total) =>
      `묶음 ${series}: 필요한 ${needed}개 가운데 ${have}개가 있습니다 (모두 ${total}개)`,
    missing: (numbers) => `아직 없는 번호: ${numbers}`,
    unused: (damaged, foreign) => `읽지 못한 것: 깨진 코드 ${damaged}개, 다른 숫자 ${foreign}개`,
    imported: (series, have, total) => `묶음 ${series}: ${total}개 가운데 ${have}개로 되살렸습니다`,
    shown: {
      guide: "안내서",
      seen: "본 때",
      platform: "본 곳",
      symptom: "증상",
      facts: "본 것",
      size: "크기",
    },
    incomplete: "시간이 모자라 다 보지 못했습니다",
    bytes: (evidence, packed) => `증거 ${evidence}바이트, 압축하면 ${packed}바이트`,
  },
  en: {
    help: `Usage: jochi evidence SUBCOMMAND [OPTION]

  export [EVIDENCE]        carry evidence out, redacted; without one, look now
    --output FILE          the redacted evidence file
    --qr FILE.html         QR codes on one page, to be printed or scanned
    --qr DIR               QR codes as PNG and SVG pictures
    --qr -                 QR codes in this terminal
    --code                 digits to be read out over a telephone (at most 24)
    --key-file FILE        the same token for the same name every time (made
                           where there is none)
    --full --yes           take nothing out; without --yes it asks
  import FILE...|-         read scanned digits, PNG pictures of codes, or a file
    --output FILE          the evidence file (default: standard output)
    --series ID            one of several series
  code DIGITS              say what digits mean that were read out
  show EVIDENCE            say what is in an evidence file

  --guide NAME|DIR         the guide (default: the one that the evidence names)
  --json                   JSON on standard output

Exit codes: 0 done · 1 codes are still missing · 2 could not do the work`,
    noSubcommand: "no subcommand given; see jochi evidence --help",
    unknown: (name, nearest) =>
      `unknown subcommand: ${name}${nearest ? ` (did you mean ${nearest}?)` : ""}`,
    needsFile: "at least one file is needed; see --help",
    needsDigits: "the digits are needed: jochi evidence code 1234 5678 …",
    oneFile: (surplus) => `one file is expected; left over: ${surplus}`,
    nowhere: "at least one of --output, --qr and --code is needed",
    sameFile: (file) => `${file}: is another file that is read or written; give another name`,
    noTerminal: "to carry everything out unredacted, add --yes",
    askFull: "Inside addresses and user names go out as they are. Export? (yes/no) ",
    notFull: "nothing was exported",
    otherwise:
      "redacted, this evidence would be diagnosed otherwise, so nothing was exported; if the original may go out, add --full",
    badKey: (file) => `${file}: is no key of 64 hex digits`,
    folderInUse: (folder) => `${folder}: an empty or a new folder is expected`,
    qrKind: (file) =>
      `--qr ${file}: expected a name that ends in .html for one page, or a folder for pictures`,
    fileAlone: (file) => `${file}: an evidence file is read alone`,
    severalSeries: (ids) => `there are several reports: ${ids}; choose one with --series`,
    noSeries: (id) => `there is no code of series ${id}`,
    jsonNeedsOutput: "--json needs --output FILE as well",
    noGuide: (known) => `no guide here made these digits (known: ${known}); name it with --guide`,
    wrote: (file) => `wrote ${file}`,
    codes: (needed, total) => `${total} QR codes, any ${needed} of which are enough`,
    leftOut: (probes) => `not in the codes, for the report does not need it: ${probes}`,
    removals: (count) => `taken out (${count}):`,
    noRemovals: "there was nothing to take out",
    removalHead: ["what", "in its place", "times", "first at"],
    full: "nothing was taken out",
    noCodeOn: (file) => `${file}: no code found; going on without this picture`,
    progress: (series, have, needed, total) =>
      `series ${series}: ${have} of the ${needed} codes that are needed (${total} in all)`,
    missing: (numbers) => `not there yet: ${numbers}`,
    unused: (damaged, foreign) => `not used: damaged codes: ${damaged}, other numbers: ${foreign}`,
    imported: (series, have, total) => `series ${series}: restored from ${have} of ${total} codes`,
    shown: {
      guide: "guide",
      seen: "seen",
      platform: "platform",
      symptom: "symptom",
      facts: "facts",
      size: "size",
    },
    incomplete: "time ran out before everything was looked at",
    bytes: (evidence, packed) => `evidence of ${evidence} bytes, ${packed} compressed`,
  },
};
