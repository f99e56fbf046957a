import type { Table } from "./words.ts";

/** Why a step comes where it comes. Chances and minutes are estimates, and are said to be about so much. */
export const lead: Table = {
  "lead.best-ratio": {
    ko: "드는 시간에 비해 나을 가능성이 가장 큰 조치입니다(어림 {chance}%).",
    en: "It is the likeliest to help for what it takes (about {chance} %).",
  },
  "lead.quick": {
    ko: "금방 해 볼 수 있어 먼저 권합니다(나을 가능성 어림 {chance}%).",
    en: "Quickly tried, and so worth trying first (it helps in about {chance} %).",
  },
  "lead.cheapest-order": {
    ko: "이 순서로 하면 모두 합쳐 시간이 가장 적게 듭니다.",
    en: "In this order all of it takes the least time.",
  },
  "lead.only-one-left": {
    ko: "이 조치로 나을 가능성이 어림 {chance}%입니다.",
    en: "This helps in about {chance} % of such cases.",
  },
  "lead.same-dialogue-as": {
    ko: "앞의 조치와 같은 창(“{dialogue}”)에서 하므로 이어서 합니다.",
    en: "Done in the same window as the step before it (“{dialogue}”), so it comes with it.",
  },
  "lead.tested-together": {
    ko: "다시 한 번 시도하는 데 {minutes}분이 드니, 함께 끝내고 한 번만 해 보세요.",
    en: "One more try takes {minutes} min, so do these together and try once.",
  },
  "lead.cheaper-to-ask-first": {
    ko: "답에 따라 할 일이 달라집니다. 먼저 답하면 평균 {saves}분을 아낍니다.",
    en: "What to do depends on the answer; answering first saves about {saves} min.",
  },
  "lead.needed": {
    ko: "찾아낸 원인 ‘{cause}’을(를) 없애는 데 필요합니다.",
    en: "Needed to end one of the causes that were found: {cause}.",
  },
  "lead.late": {
    ko: "다시 시작하거나 되돌릴 수 없는 조치라, 다른 방법이 듣지 않을 때 합니다.",
    en: "A restart, or something that cannot be undone: only when the rest has not helped.",
  },
  "lead.several-causes": {
    ko: "남은 원인 가운데 {count}가지를 한 번에 없앨 수 있습니다.",
    en: "It can end {count} of the causes that are still possible at once.",
  },
  "lead.nothing-left": {
    ko: "더 해 볼 만한 조치가 없습니다. 도와줄 사람에게 알리세요.",
    en: "Nothing is left that is worth trying. Turn to somebody who can help.",
  },
};
