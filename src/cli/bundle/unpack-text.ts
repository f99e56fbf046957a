import type { Io } from "../command.ts";

export interface UnpackText {
  help: string;
  taken(folder: string): string;
  nothing: string;
  done(folder: string, files: number): string;
  left(name: string): string;
}

export const unpackText: Record<Io["lang"], UnpackText> = {
  ko: {
    help: `사용법: jochi bundle unpack 파일 --to 폴더 [옵션]

번들을 확인하고, 확인된 파일만 새 폴더에 풉니다. 쓰면 안 되는 파일은 뺍니다.
폴더에는 다 있거나 아무것도 없습니다. 설치하지는 않습니다.

  --to 폴더          없거나 비어 있는 폴더
  --root 파일        따로 받은 맨 위 열쇠 파일
  --fingerprint 값   따로 받은 지문 (전화나 문서로)
  --state 폴더       전에 본 번들의 기록. 오래된 번들을 받지 않습니다
  --authorities 파일 프로그램 서명을 확인할 기관의 인증서(PEM)
  --json             JSON으로

종료 코드: 0 다 풂 · 1 믿을 수 없거나 풀지 않은 파일이 있음 · 2 일을 하지 못함`,
    taken: (folder) => `${folder}: 비어 있지 않습니다. 없거나 비어 있는 폴더에만 풉니다`,
    nothing: "이 번들은 쓰지 마십시오. 아무것도 풀지 않았습니다.",
    done: (folder, files) => `${folder}: 확인한 파일 ${files}개를 풀었습니다.`,
    left: (name) => `${name}: 쓰면 안 되는 파일이라 풀지 않았습니다.`,
  },
  en: {
    help: `Usage: jochi bundle unpack FILE --to DIR [OPTION]

Verifies a bundle and unpacks what was verified, and only that, into a new
folder. What is not to be used stays out. It is there whole or not at all.

  --to DIR            a folder that is not there, or is empty
  --root FILE         the root, got in another way than with the bundle
  --fingerprint HEX   its fingerprint, by phone or on paper
  --state DIR         what was seen before: an older bundle is refused
  --authorities FILE  certificates (PEM) of authorities for signed programs
  --json              as JSON

Exit codes: 0 all of it · 1 not trusted, or something left out · 2 not done`,
    taken: (folder) => `${folder}: not empty; only a new or empty folder is unpacked into`,
    nothing: "Do not use this bundle. Nothing was unpacked.",
    done: (folder, files) => `${folder}: ${files} verified files.`,
    left: (name) => `${name}: not to be used, and so left out.`,
  },
};
