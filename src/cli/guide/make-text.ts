import type { FileWords } from "../files.ts";
import type { FolderWords } from "../folder.ts";

interface MakeText extends FileWords, FolderWords {
  importers(names: string): string;
  oneFile: string;
  oneId: string;
  badId(id: string): string;
  badEdition(edition: string): string;
  badDay(option: string, day: string): string;
  dayToCome(option: string, day: string, today: string): string;
  wrote(folder: string, files: number): string;
  total(errors: number, warnings: number, notes: number): string;
  next(folder: string): string;
}

/** What `jochi guide import` and `jochi guide new` say. */
export const makeText: Record<"ko" | "en", MakeText> = {
  ko: {
    importers: (names) => `무엇에서 옮길지 하나가 필요합니다: ${names}`,
    oneFile: "옮길 파일이 하나 필요합니다",
    oneId: "새 안내서의 id가 하나 필요합니다",
    badId: (id) => `${id}: 소문자·숫자·붙임표로 된 id가 필요합니다 (예: my-bank)`,
    badEdition: (edition) => `--edition ${edition}: YYYY 또는 YYYY.MM(01~12월) 꼴이 필요합니다`,
    badDay: (option, day) => `${option} ${day}: YYYY-MM-DD 꼴의 날짜가 필요합니다`,
    dayToCome: (option, day, today) =>
      `${option} ${day}: 아직 오지 않은 날입니다. 오늘(${today})까지의 날이 필요합니다`,
    wrote: (folder, files) => `${folder}에 파일 ${files}개를 만들었습니다`,
    total: (errors, warnings, notes) => `오류 ${errors}, 경고 ${warnings}, 알림 ${notes}`,
    next: (folder) =>
      [
        "",
        "다음에 할 일:",
        `  1. ${folder}의 파일에서 “여기에 쓰세요”를 찾아 채우세요`,
        `  2. jochi guide lint ${folder}`,
        `  3. jochi guide test ${folder}`,
        "",
      ].join("\n"),
    folderThere: (folder) => `${folder}: 이미 있습니다. 덮어쓰지 않으니 다른 --output을 주세요`,
    unreadable: (file, code) => `${file}: 읽을 수 없습니다 (${code})`,
    notPlain: (file) => `${file}: 보통 파일이 아닙니다`,
    tooLarge: (file, bytes, most) => `${file}: ${bytes}바이트입니다. ${most}바이트까지 읽습니다`,
    unwritable: (file, code) => `${file}: 쓸 수 없습니다 (${code})`,
  },
  en: {
    importers: (names) => `say what to import from: ${names}`,
    oneFile: "one file to import is expected",
    oneId: "the id of the new guide is expected",
    badId: (id) => `${id}: an id of small letters, digits and hyphens is expected, e.g. my-bank`,
    badEdition: (edition) => `--edition ${edition}: YYYY or YYYY.MM (month 01 to 12) is expected`,
    badDay: (option, day) => `${option} ${day}: a day YYYY-MM-DD is expected`,
    dayToCome: (option, day, today) =>
      `${option} ${day}: still to come; a day up to today, ${today}, is expected`,
    wrote: (folder, files) => `made ${folder} with ${files} files`,
    total: (errors, warnings, notes) => `errors ${errors}, warnings ${warnings}, notes ${notes}`,
    next: (folder) =>
      [
        "",
        "What comes next:",
        `  1. find “write here” in the files of ${folder} and fill them in`,
        `  2. jochi guide lint ${folder}`,
        `  3. jochi guide test ${folder}`,
        "",
      ].join("\n"),
    folderThere: (folder) => `${folder}: it is there already and stays; give another --output`,
    unreadable: (file, code) => `${file}: cannot be read (${code})`,
    notPlain: (file) => `${file}: not a plain file`,
    tooLarge: (file, bytes, most) => `${file}: ${bytes} bytes; at most ${most} are read`,
    unwritable: (file, code) => `${file}: cannot be written (${code})`,
  },
};
