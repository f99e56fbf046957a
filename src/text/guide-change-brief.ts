import type { Table } from "./words.ts";

/** What changed for somebody who wants to know no more than that. */
export const guideChangeBrief: Table = {
  "change.brief.added": {
    ko: "{list} 가운데 새로 생긴 것 {count}가지",
    en: "{list}, new: {count}",
  },
  "change.brief.removed": {
    ko: "{list} 가운데 없어진 것 {count}가지",
    en: "{list}, gone: {count}",
  },
  "change.brief.changed": {
    ko: "{list} 가운데 내용이 바뀐 것 {count}가지",
    en: "{list}, changed: {count}",
  },
  "change.brief.rest": {
    ko: "그 밖에 바뀐 것 {count}곳: 원인, 출처와 확인한 날, 순서, 다듬은 글 따위",
    en: "Changed besides: {count} (causes, sources and days, orders, wording and the like)",
  },
  "change.brief.all": {
    ko: "하나씩 모두 보려면 같은 명령에 --full을 붙이십시오.",
    en: "To see each of them, add --full to the same command.",
  },
};
