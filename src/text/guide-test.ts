import type { Table } from "./words.ts";

/** What `jochi guide test` says: a guide tried in worlds that are made of it. */
export const guideTest: Table = {
  "guide-test.head": {
    ko: "{guide}: 안내서로 만든 PC와 망 {worlds}가지에서 시험했습니다",
    en: "{guide}: tried in {worlds} worlds made of it",
  },
  "guide-test.more": { ko: "외 {count}가지", en: "and {count} more" },
  "guide-test.treated": { ko: "{remedy}(직접 해 봄)", en: "{remedy} (done)" },
  "guide-test.by-hand": { ko: "{remedy}(손으로)", en: "{remedy} (by hand)" },
  "guide-test.untested.remains": {
    ko: "시험하지 않음: 어떤 확인으로도 볼 수 없고, 다른 것이 모두 괜찮을 때 남는 원인입니다",
    en: "not tested: no check can see it; it is what is left when every other check passes",
  },
  "guide-test.untested.own": {
    ko: "시험하지 않음: 이 안내서에만 있는 원인이라 모의 망에 이런 고장이 없습니다",
    en: "not tested: it is this guide's own, and the lab has no such fault",
  },
  "guide-test.untested.no-fault": {
    ko: "시험하지 않음: 이 안내서에서 이 원인을 일으키는 고장이 모의 망에 없습니다",
    en: "not tested: no fault of the lab brings it about in this guide",
  },
  "guide-test.trouble.finds": {
    ko: "찾아야 할 것: {expected} / 찾은 것: {found}",
    en: "expected: {expected} / found: {found}",
  },
  "guide-test.trouble.rows": {
    ko: "줄의 판정이 다릅니다: {found}",
    en: "a row is judged otherwise: {found}",
  },
  "guide-test.trouble.plan": {
    ko: "원인은 찾았지만 할 일이 나오지 않습니다",
    en: "the cause is found, and no step follows",
  },
  "guide-test.trouble.owner": {
    ko: "‘{found}’이(가) 할 수 있다고 하지만, 그 사람이 할 조치가 없습니다",
    en: "“{found}” is said to be able to act, and no remedy is theirs",
  },
  "guide-test.trouble.ends": {
    ko: "이 원인을 끝내는 조치가 없습니다. 해 본 것: {found}",
    en: "no remedy ends it; tried: {found}",
  },
  "guide-test.trouble.promise": {
    ko: "automatic이라고 한 조치를 해 보았지만 끝나지 않았습니다 ({found})",
    en: "a remedy that says automatic was done, and did not end it ({found})",
  },
  "guide-test.trouble.undone": {
    ko: "조치를 되돌렸지만 처음과 같지 않습니다",
    en: "the remedy was undone, and the PC is not as it was",
  },
  "guide-test.trouble.leftover": {
    ko: "프로그램의 남은 폴더를 알아보지 못했습니다",
    en: "what was left over of the program was not recognised",
  },
  "guide-test.trouble.blind": {
    ko: "아무것도 확인할 수 없는 PC에서 이 증상으로는 ‘{expected}’의 조치에 이르지 못합니다",
    en: "on a PC where nothing can be tested this symptom does not lead to a remedy for {expected}",
  },
  "guide-test.symptoms": { ko: "증상 {count}가지", en: "symptoms: {count}" },
  "guide-test.healthy": {
    ko: "아무것도 찾으면 안 되는 PC와 망 {count}가지",
    en: "worlds in which nothing may be found: {count}",
  },
  "guide-test.without-answer": {
    ko: "모의 망이 일으키지만 이 안내서에 조치가 없는 원인:",
    en: "causes that the lab brings about and for which this guide has no answer:",
  },
  "guide-test.total": {
    ko: "원인: 통과 {holds}, 실패 {fails}, 시험하지 않음 {untested}",
    en: "causes: {holds} hold, {fails} fail, {untested} not tested",
  },
  "guide-test.rate": {
    ko: "사실 {facts}개 가운데 {made}개를 하나씩 틀리게 했고 {noticed}개({percent}%)를 알아챘습니다 (읽기 {load}, 점검 {lint}, 시험 {world})",
    en: "{made} of {facts} facts were changed, one at a time; {noticed} ({percent}%) were noticed (loading {load}, lint {lint}, worlds {world})",
  },
  "guide-test.rate-low": {
    ko: "{least}% 이상이어야 합니다",
    en: "at least {least}% is expected",
  },
  "guide-test.unnoticed": {
    ko: "틀려도 어떤 시험도 알아채지 못한 사실:",
    en: "facts that no test notices when they are wrong:",
  },
  "guide-test.left-out": { ko: "(뺌)", en: "(left out)" },
  "guide-test.absent": { ko: "(없음)", en: "(none)" },
  "guide-test.progress": {
    ko: "사실을 틀리게 해 보는 중: {done}/{of}",
    en: "changing facts: {done}/{of}",
  },
  "guide-test.bad-mutations": {
    ko: "--mutations {value}: all, none 또는 1 이상의 수가 필요합니다",
    en: "--mutations {value}: all, none or a number from 1 on is expected",
  },
};
