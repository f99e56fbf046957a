import type { Io } from "../command.ts";

/** Sentences of `bundle split` and `bundle join`. Why something is refused stands in src/text. */
export interface MediaText {
  splitHelp: string;
  joinHelp: string;
  needsFile: string;
  needsParts: string;
  needsSize: string;
  badSize(word: string): string;
  badParity(word: string): string;
  badSet(word: string): string;
  notFolder(path: string): string;
  unreadable(path: string, code: string): string;
  unwritable(code: string): string;
  noRoom(folder: string, needed: string, free: string): string;
  progress(percent: number): string;
  split(name: string, bytes: string, parts: number, parity: string): string;
  spare: string;
  noSpare: string;
  whole(file: string, part: number): string;
  damaged(file: string, part: number, bytes: string, places: string): string;
  repeats(file: string, part: number, first: string): string;
  foreign(file: string): string;
  nothing(file: string): string;
  places(list: readonly string[], more: boolean): string;
  resumed(bytes: string): string;
  repaired(bytes: string): string;
  joined(output: string, bytes: string): string;
  incomplete(bytes: string): string;
  missing(parts: string, of: number): string;
  again: string;
}

export const mediaText: Record<Io["lang"], MediaText> = {
  ko: {
    splitHelp: `사용법: jochi bundle split 파일 --size 크기 [옵션]

파일을 매체에 맞는 조각으로 나눕니다. 조각마다 복구 정보가 있어서, 조금 상하거나
순서와 이름이 바뀌어도 jochi bundle join이 다시 만듭니다.

  --size cd|dvd|usb|mail|whole 또는 700MB
               조각의 크기. mail은 10 MB 중계용, whole은 한 파일
  --parity 3%  복구 정보의 양. 많을수록 더 많이 상해도 됩니다 (기본: 3%)
  --to 폴더    조각을 둘 폴더. 없으면 만듭니다 (기본: 지금 폴더)
  --json       JSON으로 표준 출력에

종료 코드: 0 나눔 · 2 일을 하지 못함`,
    joinHelp: `사용법: jochi bundle join 폴더|조각... [옵션]

조각을 합쳐 파일을 다시 만듭니다. 순서와 파일 이름은 상관없습니다. 모자라면 있는
것을 모아 두니, 나머지 조각으로 다시 실행하면 이어집니다.

  --output 파일  만들 파일 (기본: 지금 폴더에 처음 이름으로)
  --set 번호     여러 파일의 조각이 섞였을 때 고를 것
  --json         JSON으로 표준 출력에

종료 코드: 0 합침 · 1 조각이 더 필요함 · 2 일을 하지 못함`,
    needsFile: "나눌 파일 하나가 필요합니다: jochi bundle split 파일 --size cd",
    needsParts: "조각이 있는 폴더나 파일이 필요합니다: jochi bundle join 폴더",
    needsSize: "--size 옵션이 필요합니다: cd, dvd, usb, mail, whole 또는 700MB 같은 크기",
    badSize: (word) =>
      `--size ${word}: cd, dvd, usb, mail, whole 또는 32768바이트부터의 크기(700MB)가 필요합니다`,
    badParity: (word) => `--parity ${word}: 0%보다 크고 100%까지인 값(3%)이 필요합니다`,
    badSet: (word) => `--set ${word}: 4자리에서 16자리의 16진수가 필요합니다`,
    notFolder: (path) => `${path}: 그런 폴더가 없습니다`,
    unreadable: (path, code) => `${path}: 읽을 수 없습니다 (${code})`,
    unwritable: (code) =>
      code === "ENOSPC" ? "디스크에 자리가 없습니다 (ENOSPC)" : `쓸 수 없습니다 (${code})`,
    noRoom: (folder, needed, free) =>
      `${folder}: 디스크에 자리가 모자랍니다. 필요한 자리 ${needed}, 남은 자리 ${free}`,
    progress: (percent) => `${percent}%`,
    split: (name, bytes, parts, parity) =>
      `${name} (${bytes}): 조각 ${parts}개, 복구 정보 ${parity}`,
    spare: "어느 조각 하나가 통째로 없어도 다시 만들 수 있습니다.",
    noSpare: "조각이 모두 있어야 합니다. --parity를 늘리면 하나가 없어도 됩니다.",
    whole: (file, part) => `조각 ${part}: 온전함 (${file})`,
    damaged: (file, part, bytes, places) => `조각 ${part}: ${bytes} 손상됨, ${places} (${file})`,
    repeats: (file, part, first) => `조각 ${part}: ${first}에 이미 있음 (${file})`,
    foreign: (file) => `다른 파일의 조각 (${file})`,
    nothing: (file) => `조각이 아니거나 읽을 것이 없음 (${file})`,
    places: (list, more) => `자리 ${list.join(", ")}${more ? " 등" : ""}`,
    resumed: (bytes) => `지난번에 모아 둔 ${bytes}에 이어서 했습니다.`,
    repaired: (bytes) => `손상되거나 없던 ${bytes}를 복구했습니다.`,
    joined: (output, bytes) => `${output} (${bytes}): SHA-256이 맞습니다`,
    incomplete: (bytes) => `아직 만들 수 없습니다. ${bytes}가 모자랍니다.`,
    missing: (parts, of) => `아직 보지 못한 조각: ${parts} (모두 ${of}개)`,
    again: "있는 것은 모아 두었습니다. 나머지 조각이나 온전한 복사본으로 다시 실행해 주십시오.",
  },
  en: {
    splitHelp: `Usage: jochi bundle split FILE --size SIZE [OPTION]

Splits a file into parts that fit on media. The parts carry what it takes to
repair some damage; jochi bundle join needs neither their order nor their names.

  --size cd|dvd|usb|mail|whole, or 700MB
               size of a part; mail fits relays of 10 MB, whole is one file
  --parity 3%  how much is added for repair: more mends more (default: 3%)
  --to DIR     where the parts go; made where there is none (default: here)
  --json       JSON on standard output

Exit codes: 0 split · 2 could not do the work`,
    joinHelp: `Usage: jochi bundle join DIR|PART... [OPTION]

Makes a file again from its parts, in any order, under any names. Where parts
are missing, what is there is kept: run it again with the others to go on.

  --output FILE  the file to make (default: its first name, here)
  --set NUMBER   which one, where parts of several files are mixed
  --json         JSON on standard output

Exit codes: 0 joined · 1 more parts are needed · 2 could not do the work`,
    needsFile: "one file to split is needed: jochi bundle split FILE --size cd",
    needsParts: "the folder or files that the parts are in: jochi bundle join DIR",
    needsSize: "--size is needed: cd, dvd, usb, mail, whole, or a size such as 700MB",
    badSize: (word) =>
      `--size ${word}: cd, dvd, usb, mail, whole, or a size from 32768 bytes on (700MB) is expected`,
    badParity: (word) => `--parity ${word}: more than 0% and up to 100% is expected (3%)`,
    badSet: (word) => `--set ${word}: 4 to 16 hexadecimal digits are expected`,
    notFolder: (path) => `${path}: no such folder`,
    unreadable: (path, code) => `${path}: cannot be read (${code})`,
    unwritable: (code) =>
      code === "ENOSPC" ? "no space is left on the disk (ENOSPC)" : `cannot be written (${code})`,
    noRoom: (folder, needed, free) =>
      `${folder}: there is not enough room on the disk: ${needed} needed, ${free} free`,
    progress: (percent) => `${percent} %`,
    split: (name, bytes, parts, parity) =>
      `${name} (${bytes}): ${parts} ${parts === 1 ? "part" : "parts"}, ${parity} for repair`,
    spare: "Any one part may be missing altogether.",
    noSpare: "Every part is needed; with more --parity one may be missing.",
    whole: (file, part) => `part ${part}: whole (${file})`,
    damaged: (file, part, bytes, places) => `part ${part}: ${bytes} damaged, ${places} (${file})`,
    repeats: (file, part, first) => `part ${part}: the same as ${first} (${file})`,
    foreign: (file) => `a part of another file (${file})`,
    nothing: (file) => `no part, or nothing of it can be read (${file})`,
    places: (list, more) => `at ${list.join(", ")}${more ? " and more" : ""}`,
    resumed: (bytes) => `Went on from ${bytes} that an earlier run had left.`,
    repaired: (bytes) => `${bytes} that were damaged or missing were repaired.`,
    joined: (output, bytes) => `${output} (${bytes}): its SHA-256 is right`,
    incomplete: (bytes) => `It cannot be made yet: ${bytes} are lacking.`,
    missing: (parts, of) => `Parts not seen yet: ${parts} (of ${of})`,
    again: "What is there is kept; run it again with the other parts, or with better copies.",
  },
};
