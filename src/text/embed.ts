import type { Table } from "./words.ts";

/** What the check on a paying page says beside the guide's own words, and what its command refuses. */
export const embed: Table = {
  "embed.written-by": {
    ko: "jochi-check.js · 안내서 {guide} · 조치(Jochi) {version}에서 만들었습니다.",
    en: "jochi-check.js, made of the guide {guide} by Jochi {version}",
  },
  "embed.open-help": {
    ko: "해결 방법 보기 (새 창)",
    en: "See how to put it right (new window)",
  },
  "embed.browser-needed": {
    ko: "이 브라우저에서는 {words.act}할 수 없습니다. 필요한 브라우저: {browser}",
    en: "This browser cannot be used to {words.act}. What is needed: {browser}",
  },
  "embed.bad-page": {
    ko: "--page {page}: http나 https 주소, 또는 /로 시작하는 주소가 필요합니다 (# 없이)",
    en: "--page {page}: an address of http or https, or one that begins with /, is expected (without #)",
  },
};
