import type { Table } from "./words.ts";

/** Words of a guide that is published as a document: cover, age, what is left out, pictures. */
export const guideRender: Table = {
  "publication.for.payer": { ko: "{words.act}하는 사람용", en: "for whoever {words.acts}" },
  "publication.for.network": { ko: "네트워크·보안 담당자용", en: "for network and security teams" },
  "publication.for.admin": { ko: "PC 관리자용", en: "for PC administrators" },

  "publication.cover.service": { ko: "대상 서비스", en: "Service" },
  "publication.cover.audience": { ko: "읽을 사람", en: "For" },
  "publication.cover.edition": { ko: "판", en: "Edition" },
  "publication.cover.published": { ko: "펴낸 때", en: "Published" },
  "publication.cover.replaces": { ko: "이전 판", en: "Takes the place of" },
  "publication.cover.verified": { ko: "내용을 확인한 날", en: "Facts last verified" },
  "publication.cover.today": { ko: "오래되었는지 따진 날", en: "Age judged on" },
  "publication.cover.range": { ko: "{first}부터 {last}까지", en: "{first} to {last}" },
  "publication.made": {
    ko: "{guide} 안내서의 데이터로 조치(Jochi)가 만든 문서입니다.",
    en: "Made by Jochi from the data of the guide {guide}.",
  },

  "publication.openings.why": {
    ko: "각 서버가 쓰이는 곳과 근거",
    en: "What each server is for, and the source",
  },
  "publication.openings.any": {
    ko: "이름으로 엽니다",
    en: "by name",
  },
  "publication.openings.inbound": { ko: "들어오는 연결", en: "incoming" },

  "publication.source": { ko: "출처: {source}", en: "Source: {source}" },
  "publication.verified": { ko: "마지막 확인: {day}", en: "Last verified: {day}" },
  "publication.review": { ko: "다시 확인할 날: {day}", en: "To be reviewed by: {day}" },
  "publication.ends": { ko: "끝나는 날: {day}", en: "Ends on: {day}" },
  "publication.inferred": { ko: "추정한 내용", en: "inferred" },
  "publication.reconstructed": { ko: "복원한 내용", en: "reconstructed" },
  "publication.old": {
    ko: "{year}년 {month}월에 확인된 내용입니다. 지금도 맞는지 먼저 확인하세요.",
    en: "This was last verified in {month}/{year}. See first whether it still holds.",
  },
  "publication.old.addresses": {
    ko: "{year}년 {month}월에 확인된 주소입니다. 지금도 맞는지 먼저 확인하세요.",
    en: "These addresses were last verified in {month}/{year}. See first whether they still hold.",
  },
  "publication.due": {
    ko: "다시 확인할 날({day})이 지났습니다.",
    en: "It was to be reviewed by {day}, which has passed.",
  },
  "publication.ended": { ko: "{day}에 이미 끝났습니다.", en: "It ended on {day}." },

  "publication.elsewhere": {
    ko: "이 문서에 없는 것",
    en: "What this document leaves out",
  },
  "publication.elsewhere.openings": {
    ko: "방화벽에 열 주소와 포트의 표",
    en: "The tables of addresses and ports to open in the firewall",
  },
  "publication.by": { ko: "{title} (하는 사람: {owner})", en: "{title} (done by {owner})" },
  "publication.deploy": {
    ko: "PC가 여러 대이면 이 설정을 파일로 만들어 나눠 줄 수 있습니다: jochi guide deploy {guide}",
    en: "For many PCs these settings can be written as files: jochi guide deploy {guide}",
  },

  "publication.changes": { ko: "달라진 점", en: "What has changed" },
  "publication.changes.lead": {
    ko: "{before}판과 견주어 {after}판에서 달라진 것입니다.",
    en: "What edition {after} changes against edition {before}.",
  },
  "publication.changes.none": {
    ko: "읽을 사람에게 달라진 것이 없습니다.",
    en: "Nothing has changed for these readers.",
  },

  "publication.source.id": { ko: "기호", en: "Id" },
  "publication.source.retrieved": { ko: "받은 날: {day}", en: "Retrieved on: {day}" },

  "publication.refused.pdf": {
    ko: "이 안내서를 PDF로 만들지 못했습니다: {why}",
    en: "This guide could not be made into a PDF: {why}",
  },
  "publication.refused.packed": {
    ko: "이 프로그램은 {format} 파일을 만들 수 없습니다. html, md, txt 가운데 골라 주십시오.",
    en: "This program cannot make {format} files. Choose html, md or txt.",
  },

  "publication.page": { ko: "{page}쪽", en: "page {page}" },

  "publication.program.other": { ko: "다른 이름", en: "Other names" },
  "publication.program.processes": { ko: "실행 파일", en: "Processes" },
  "publication.program.signer": { ko: "설치 파일의 서명자", en: "Installer signed by" },
  "publication.program.hash": { ko: "설치 파일의 SHA-256", en: "SHA-256 of the installer" },
  "publication.program.conflicts": { ko: "함께 쓰지 못하는 프로그램", en: "In conflict with" },

  "publication.picture.window": { ko: "그림. 설정 창", en: "Picture. A settings window" },
  "publication.picture.window-of": {
    ko: "그림. “{title}” 창",
    en: "Picture. The window “{title}”",
  },
  "publication.picture.choose": { ko: "고를 것", en: "To choose" },
  "publication.picture.entries": { ko: "목록에 있는 것", en: "In the list" },
  "publication.picture.press": { ko: "차례로 누를 것", en: "To press, in this order" },
  "publication.picture.menu": {
    ko: "그림. 메뉴를 여는 순서",
    en: "Picture. The way through the menu",
  },
  "publication.picture.address": {
    ko: "그림. 브라우저 주소창에 넣은 주소",
    en: "Picture. An address in the browser's bar",
  },
  "publication.picture.message": {
    ko: "그림. 화면에 뜨는 알림 창",
    en: "Picture. A message on the screen",
  },
  "publication.picture.ok": { ko: "확인", en: "OK" },
};
