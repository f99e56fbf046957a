import type { Table } from "./words.ts";

/** How old the facts of a guide are. */
export const guideAge: Table = {
  "age.address": { ko: "{host} 주소", en: "the addresses of {host}" },
  "age.verified": { ko: "{fact}, {day} 확인", en: "{fact}, verified on {day}" },
  "age.never": { ko: "{fact}, 확인한 날 없음", en: "{fact}, never verified" },
  "age.last": { ko: "마지막 확인 {month}", en: "last verified {month}" },
  "age.review": { ko: "{day}까지 다시 확인", en: "to be verified again by {day}" },
  "age.expires": { ko: "{day}까지만 맞음", en: "true until {day} only" },

  "age.title": { ko: "{guide} · {today} 기준", en: "{guide} as of {today}" },
  "age.replaced": {
    ko: "{guide}: {edition}이(가) 대신함",
    en: "{guide}: {edition} has taken its place",
  },
  "age.none": { ko: "지금 다시 확인할 것이 없습니다.", en: "Nothing is due." },
  "age.expired": { ko: "마지막 날이 지남: {count}곳", en: "Past their last day: {count}" },
  "age.due": { ko: "다시 확인할 때가 지남: {count}곳", en: "To be verified again: {count}" },
  "age.unverified": { ko: "확인한 날이 없음: {count}곳", en: "Never verified: {count}" },
  "age.soon": {
    ko: "앞으로 {days}일 안에 때가 됨: {count}곳",
    en: "Due within {days} days: {count}",
  },
  "age.open": { ko: "답을 기다리는 질문: {count}개", en: "Open questions: {count}" },
  "age.question": {
    ko: "{text} (물어볼 곳: {asks}, {since}부터)",
    en: "{text} (to ask: {asks}, since {since})",
  },
  "age.more": {
    ko: "그 밖에 {count}곳 (모두는 --json)",
    en: "{count} more (all: --json)",
  },
};
