import { fields, ones, values } from "./guide-change-words.ts";
import type { Table } from "./words.ts";

/** What a later edition of a guide changes. */
const sentences: Table = {
  "change.none": {
    ko: "{before}과(와) {after}은(는) 내용이 같습니다.",
    en: "{before} and {after} say the same.",
  },
  "change.two": {
    ko: "안내서 둘이 필요합니다: 앞 판과 새 판",
    en: "two guides are expected: the earlier and the later one",
  },
  "change.none-for": {
    ko: "{before}과(와) {after} 사이에 해당하는 분에게 달라진 것이 없습니다.",
    en: "Between {before} and {after} nothing changes for them.",
  },
  "change.title": {
    ko: "{before}에서 {after}(으)로 바뀌면서 달라진 것",
    en: "What changed from {before} to {after}",
  },
  "change.for.all": { ko: "모두에게", en: "For everybody" },
  "change.for.payer": { ko: "{words.person}에게", en: "For those who {words.act}" },
  "change.for.network": { ko: "네트워크 담당자에게", en: "For the network team" },
  "change.for.admin": { ko: "PC 관리자에게", en: "For those who look after the PCs" },

  "change.added": { ko: "{entry}이(가) 새로 들어왔습니다.", en: "New: {entry}." },
  "change.removed": { ko: "{entry}이(가) 빠졌습니다.", en: "Gone: {entry}." },
  "change.renamed": {
    ko: "{entry}: id가 {before}에서 {after}(으)로 바뀌었습니다.",
    en: "{entry}: its id changed from {before} to {after}.",
  },
  "change.value": {
    ko: "{entry}: {field}이(가) {before}에서 {after}(으)로 바뀌었습니다.",
    en: "{entry}: {field} changed from {before} to {after}.",
  },
  "change.text": {
    ko: "{entry}: {field}이(가) 바뀌었습니다. 전에는 “{before}”, 이제는 “{after}”",
    en: "{entry}: {field} changed. Before: “{before}” Now: “{after}”",
  },
  "change.text.only-en": {
    ko: "{entry}: {field}의 영어 글만 바뀌었습니다.",
    en: "{entry}: only the English of {field} changed.",
  },
  "change.text.only-ko": {
    ko: "{entry}: {field}의 한국어 글만 바뀌었습니다.",
    en: "{entry}: only the Korean of {field} changed.",
  },
  "change.set": {
    ko: "{entry}: {field}이(가) 새로 생겼습니다: {after}",
    en: "{entry}: {field} is new: {after}",
  },
  "change.unset": {
    ko: "{entry}: {field}이(가) 없어졌습니다. 전에는 {before}",
    en: "{entry}: {field} is gone. Before: {before}",
  },
  "change.item.added": {
    ko: "{entry}: {field}에 {after}이(가) 더해졌습니다.",
    en: "{entry}: {field}: {after} was added.",
  },
  "change.item.removed": {
    ko: "{entry}: {field}에서 {before}이(가) 빠졌습니다.",
    en: "{entry}: {field}: {before} was removed.",
  },
  "change.order": {
    ko: "{entry}: {field}의 차례가 바뀌었습니다.",
    en: "{entry}: the order of {field} changed.",
  },
  "change.order.list": {
    ko: "{list} 목록의 차례가 바뀌었습니다.",
    en: "The order of the list changed: {list}.",
  },
  "change.verified": {
    ko: "{entry}: {after}에 다시 확인했습니다(전에는 {before}).",
    en: "{entry}: verified again on {after} (before that on {before}).",
  },
  "change.verified.many": {
    ko: "{count}곳을 {after}에 다시 확인했습니다(전에는 {before})",
    en: "{count} verified again on {after} (before that on {before})",
  },
  "change.wording": {
    ko: "글만 바뀐 것 {count} (--json에서 보임)",
    en: "Changed in wording only: {count} (shown with --json)",
  },
  "change.orders.inner": {
    ko: "차례만 바뀐 곳 {count}",
    en: "Changed in order only: {count}",
  },
  "change.set.replaces": {
    ko: "{entry}: {after}판을 대신합니다.",
    en: "{entry}: it takes the place of edition {after}.",
  },
  "change.set.onlyIn": {
    ko: "{entry}: 이제 {after}에서만 필요합니다.",
    en: "{entry}: now needed only in {after}.",
  },
  "change.checks": {
    ko: "Jochi가 확인하는 방법이 바뀐 곳 {count}",
    en: "Changed in what Jochi checks: {count}",
  },
  "change.row.required": { ko: "필수", en: "Required" },
  "change.row.optional": { ko: "선택", en: "Optional" },
  "change.row.by-name": { ko: "이름으로만 알려짐", en: "known by name only" },
  "change.same": { ko: "그대로인 줄 {count}개", en: "Unchanged rows: {count}" },
  "change.same.some": { ko: "{count}개는 {state}", en: "{count} {state}" },
  "change.same.since": { ko: "{day} 뒤로 확인되지 않음", en: "not verified since {day}" },
  "change.same.never": { ko: "확인한 날 없음", en: "never verified" },
  "change.same.again": { ko: "{day}에 다시 확인", en: "verified again on {day}" },
  "change.certificate.over": {
    ko: "이제 설치하지 마세요: {why}",
    en: "Do not install it any more: {why}",
  },
  "change.certificate.expired": { ko: "{day}에 만료되었습니다.", en: "it expired on {day}." },
  "change.again": {
    ko: "출처나 확인한 날, 확실한 정도만 바뀐 곳 {count}",
    en: "Changed in source, days or certainty only: {count}",
  },
  "change.sources": {
    ko: "출처에서 바뀐 것 {count}",
    en: "Changed among the sources: {count}",
  },
  "change.estimates": {
    ko: "순서를 정하는 어림값이 {count}곳 바뀌었습니다.",
    en: "Estimates by which the order is chosen changed: {count}.",
  },
  "change.many": { ko: "{entry}에서 바뀐 것", en: "{entry} changed in" },
  "change.orders": { ko: "차례가 바뀐 목록", en: "Lists in another order" },
  "change.more": { ko: "그 밖에 {count}곳", en: "{count} more" },
  "change.yes": { ko: "예", en: "yes" },
  "change.no": { ko: "아니요", en: "no" },
  "change.none-given": { ko: "없음", en: "none" },
};

const lists: Record<string, [ko: string, en: string]> = {
  guide: ["안내서", "The guide"],
  groups: ["방화벽 묶음", "Firewall group"],
  endpoints: ["서버", "Host"],
  sites: ["신뢰할 수 있는 사이트", "Trusted site"],
  wrong: ["잘못된 입력", "Wrong entry"],
  browsers: ["브라우저", "Browser"],
  popups: ["팝업", "Pop-up"],
  toolbars: ["툴바", "Toolbar"],
  localNetwork: ["로컬 네트워크 허용", "Local network permission"],
  programs: ["프로그램", "Program"],
  agents: ["PC 안의 프로그램", "Program on the PC"],
  certificates: ["인증서", "Certificate"],
  files: ["파일", "File"],
  symptoms: ["증상", "Symptom"],
  causes: ["원인", "Cause"],
  remedies: ["조치", "Remedy"],
  questions: ["질문", "Question"],
  dialogues: ["설정 창", "Settings window"],
  retry: ["다시 해 보기", "Retry"],
  likelihoods: ["원인의 흔한 정도", "How usual a cause is"],
  efforts: ["조치의 수고", "What a remedy takes"],
  sections: ["장", "Section"],
  openQuestions: ["답을 기다리는 질문", "Open question"],
  sources: ["출처", "Source"],
};

function table(prefix: string, words: Record<string, [ko: string, en: string]>): Table {
  return Object.fromEntries(
    Object.entries(words).map(([key, [ko, en]]) => [`${prefix}.${key}`, { ko, en }]),
  );
}

export const guideChange: Table = {
  ...sentences,
  ...table("change.list", lists),
  ...table("change.field", fields),
  ...table("change.one", ones),
  ...Object.assign(
    {},
    ...Object.entries(values).map(([field, words]) => table(`change.of.${field}`, words)),
  ),
};
