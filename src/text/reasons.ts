import type { Table } from "./words.ts";

/**
 * Why a verdict was given: what was seen, in one short sentence. To add one, add a line.
 *
 * Gaps: `{name}`. `{ms:duration}` prints 40 ms or 3.1초, `{notAfter:day}` a date. In Korean write
 * 은(는) 이(가) 을(를) 과(와) (으)로 (이)라고 (이)어야 right after a gap: the filled value picks the particle.
 */
export const reasons: Table = {
  "reason.ok": {
    ko: "정상으로 응답했습니다({ms:duration}).",
    en: "It answered as it should ({ms:duration}).",
  },
  "reason.not-applicable": {
    ko: "이 PC에는 해당하지 않습니다.",
    en: "This does not apply to this PC.",
  },
  "reason.not-tested": { ko: "확인하지 못했습니다.", en: "It was not tested." },
  "reason.masked": {
    ko: "앞 단계에서 막혀 그 뒤는 확인할 수 없었습니다.",
    en: "An earlier step failed, so this one could not be tested.",
  },
  "reason.incomplete": {
    ko: "정해진 시간 안에 확인을 끝내지 못했습니다.",
    en: "The time limit ended before this was finished.",
  },
  "reason.guarded": {
    ko: "밖으로 나가는 연결을 막아 둔 상태라 시험하지 않았습니다.",
    en: "Outgoing connections are switched off here, so this was not tested.",
  },
  "reason.probe-broke": {
    ko: "확인하는 도중 조치 프로그램에 문제가 생겼습니다({error}).",
    en: "Jochi itself had a problem while testing this ({error}).",
  },
  "reason.unreadable": {
    ko: "읽지 못했습니다({name}). 있는지 없는지 알 수 없습니다.",
    en: "It could not be read ({name}), so whether it is there is not known.",
  },
  "reason.rows-together": {
    ko: "{total}곳 중 {count}곳이 같은 문제를 보이며, 한 가지 원인으로 설명됩니다.",
    en: "{count} of {total} show the same problem, and one cause explains them.",
  },
  "reason.none-passed-contradicts": {
    ko: "정상인 곳 가운데 이 설명과 어긋나는 곳은 없습니다.",
    en: "Nothing that works speaks against this explanation.",
  },

  "reason.symptom": {
    ko: "말씀하신 증상({symptom})에서 흔히 보이는 원인입니다.",
    en: "It is a usual cause of what you see ({symptom}).",
  },
  "reason.symptom.possible": {
    ko: "말씀하신 증상에서 흔한 원인이지만, 이 PC에서는 확인할 수 없었습니다.",
    en: "It is a usual cause of this symptom, but it could not be checked on this PC.",
  },
  "reason.symptom.ruled-out": {
    ko: "말씀하신 증상에서 흔한 원인이지만, 확인해 보니 아닙니다.",
    en: "It is a usual cause of this symptom, but it was checked and is not the reason.",
  },

  "reason.age.address": {
    ko: "이 주소는 {year}년 {month}월에 마지막으로 확인되었습니다.",
    en: "The address was last verified in {month}/{year}.",
  },
  "reason.age.fact": {
    ko: "이 내용은 {year}년 {month}월에 마지막으로 확인되었습니다.",
    en: "The guide last had this verified in {month}/{year}.",
  },
  "reason.age.review": {
    ko: "안내서의 {name}은(는) {day}까지 다시 확인해야 했습니다. 지금도 맞는지 알 수 없습니다.",
    en: "{name} in the guide was to be verified again by {day}; whether it still holds is not known.",
  },
  "reason.age.expired": {
    ko: "안내서의 {name}은(는) {day}까지만 맞는 내용입니다.",
    en: "{name} in the guide held until {day} only.",
  },

  "reason.everything-ok": {
    ko: "확인한 곳이 모두 정상으로 응답했습니다.",
    en: "Everything that was tested answers as it should.",
  },
};
