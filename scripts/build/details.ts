import type { Details } from "./executable.ts";

const both = {
  CompanyName: "Jochi",
  InternalName: "jochi",
  LegalCopyright: "Apache-2.0. Contains Node.js and packages under their own licences.",
};

/** What Windows shows of a file made here. */
export function detailsOf(file: string, words: { ko: string; en: string }): Details[] {
  const strings = { ...both, OriginalFilename: file };
  return [
    { lang: 1042, strings: { ...strings, ProductName: "조치 (Jochi)", FileDescription: words.ko } },
    { lang: 1033, strings: { ...strings, ProductName: "Jochi", FileDescription: words.en } },
  ];
}
