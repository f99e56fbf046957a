import type { Io } from "../command.ts";

export interface ReceiptText {
  badEnding(file: string, endings: string): string;
  noPdf: string;
  sameFile(file: string): string;
  wrote(path: string): string;
}

export const receiptText: Record<Io["lang"], ReceiptText> = {
  ko: {
    badEnding: (file, endings) => `--receipt 파일의 끝은 ${endings} 중 하나여야 합니다: ${file}`,
    noPdf:
      "이 프로그램은 PDF를 만들지 못합니다. --receipt 확인서.html로 만들어 브라우저에서 인쇄하십시오",
    sameFile: (file) => `확인서를 번들 위에 쓸 수 없습니다: ${file}`,
    wrote: (path) => `확인서: ${path}`,
  },
  en: {
    badEnding: (file, endings) => `--receipt: expected a file ending in one of ${endings}: ${file}`,
    noPdf:
      "this program cannot make PDF files; use --receipt receipt.html and print it in a browser",
    sameFile: (file) => `the receipt would take the place of the bundle: ${file}`,
    wrote: (path) => `Receipt: ${path}`,
  },
};
