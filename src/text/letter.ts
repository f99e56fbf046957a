import type { Table } from "./words.ts";

/** What a letter says where it asks for several things, or for what is only suspected. */
export const letter: Table = {
  "letter.title": { ko: "{owner}에게 부탁할 일 {count}가지", en: "Requests to {owner}: {count}" },
  "letter.found": { ko: "■ 확인한 것", en: "■ Found" },
  "letter.suspected": {
    ko: "■ 의심되는 것: 아직 확인하지 못했습니다. 위의 것을 고쳐도 안 되면 봐 주시기 바랍니다.",
    en: "■ Suspected, not checked yet: please look at these where what is above does not help.",
  },
  "letter.way": { ko: "방법 {number}", en: "Way {number}" },
  "letter.steps": { ko: "안내서에 적힌 순서:", en: "What the guide says:" },
  "letter.rows.below": {
    ko: "맨 아래 표에서 [{number}]이(가) 붙은 줄",
    en: "the rows with [{number}] below",
  },
  "letter.table": {
    ko: "대상 표 ([ ] 안은 위의 부탁 번호)",
    en: "Table of what is concerned ([ ] holds the number above)",
  },
};
