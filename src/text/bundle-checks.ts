import type { Table } from "./words.ts";

/** What was found out about a file of a bundle: one sentence for each word of a check. */
export const bundleChecks: Table = {
  "bundle.check.as-signed": {
    ko: "서명된 그대로입니다.",
    en: "It is as it was signed.",
  },
  "bundle.check.publisher-same": {
    ko: "{found}에서 서명한 파일이 맞습니다 (인증서 발급: {issuer}).",
    en: "Signed by {found}, as it should be (certificate from {issuer}).",
  },
  "bundle.check.authority-unknown": {
    ko: "{found}의 이름으로 서명되어 있고 서명이 깨지지 않았지만, 그 인증서를 발급한 기관({issuer})을 여기서는 확인할 수 없습니다. Windows에 설치할 때 확인합니다.",
    en: "Signed under the name of {found}, and unbroken; whether its authority ({issuer}) is real cannot be told here. Windows tells when it is installed.",
  },
  "bundle.check.certificate-same": {
    ko: "서명된 지문의 인증서가 맞습니다.",
    en: "It is the certificate of the signed fingerprint.",
  },
  "bundle.check.certificate-other": {
    ko: "다른 인증서입니다. SHA-256은 {found}, 맞는 것은 {expected}입니다.",
    en: "Another certificate: its SHA-256 is {found} and should be {expected}.",
  },
  "bundle.check.certificate-malformed": {
    ko: "인증서 파일이 아닙니다.",
    en: "Not a certificate.",
  },
  "bundle.check.not-a-root": {
    ko: "다른 기관이 발급한 인증서입니다. 루트 인증서가 아닙니다.",
    en: "Issued by somebody else: it is no root certificate.",
  },
  "bundle.check.pin-differs": {
    ko: "서명된 설명(이름, 기간, 용도)이 인증서와 다릅니다.",
    en: "What was signed about it (name, dates, purposes) is not what it says of itself.",
  },
  "bundle.check.valid-until": {
    ko: "{day}까지 유효합니다.",
    en: "Valid until {day}.",
  },
  "bundle.check.certificate-expired": {
    ko: "{day}에 만료된 인증서입니다.",
    en: "It expired on {day}.",
  },
  "bundle.check.certificate-not-yet-valid": {
    ko: "{day}부터 유효한 인증서입니다.",
    en: "It is valid from {day} on only.",
  },
  "bundle.check.file-expired": {
    ko: "{day}까지만 쓰기로 한 파일입니다.",
    en: "It was to be used until {day} only.",
  },
  "bundle.check.distrusted": {
    ko: "{day}부터 운영체제가 더는 믿지 않는 인증서입니다.",
    en: "The system's maker has not trusted it any more since {day}.",
  },
  "bundle.check.not-distrusted": {
    ko: "안내서에 따르면 운영체제가 계속 믿는 인증서입니다.",
    en: "As far as the guide knows it is still trusted.",
  },
  "bundle.check.guide-asks": {
    ko: "번들의 안내서가 찾는 바로 그것입니다.",
    en: "It is exactly what the guide in the bundle asks for.",
  },
  "bundle.check.guide-missing": {
    ko: "이것을 찾는 안내서가 번들에 없습니다.",
    en: "The guide that asks for it is not in the bundle.",
  },
  "bundle.check.guide-unreadable": {
    ko: "번들의 안내서를 읽을 수 없습니다.",
    en: "The guide in the bundle cannot be used.",
  },
  "bundle.check.guide-other": {
    ko: "번들의 안내서가 찾는 것이 아닙니다.",
    en: "The guide in the bundle does not ask for it.",
  },
  "bundle.check.guide-other-hash": {
    ko: "번들의 안내서가 말하는 지문의 파일이 아닙니다.",
    en: "Not one of the files whose SHA-256 the guide gives.",
  },
  "bundle.check.guide-other-publisher": {
    ko: "번들의 안내서가 말하는 서명자와 다릅니다.",
    en: "Pinned to another publisher than the guide names.",
  },
  "bundle.check.no-pin": {
    ko: "안내서에 확인할 지문도 서명자도 없습니다.",
    en: "The guide gives neither a hash nor a signer to check it by.",
  },

  "bundle.trust.known": {
    ko: "이 PC가 전에 받아들인 곳의 번들입니다.",
    en: "From whom this PC has accepted bundles before.",
  },
  "bundle.trust.root-given": {
    ko: "따로 받은 맨 위 열쇠 파일과 맞습니다.",
    en: "It fits the root file that was given separately.",
  },
  "bundle.trust.fingerprint-given": {
    ko: "따로 받은 지문과 맞습니다.",
    en: "It fits the fingerprint that was given separately.",
  },
  "bundle.trust.first-seen": {
    ko: "이 번들을 만들었다고 하는 곳이 정말 그곳인지 보증하는 것이 없습니다. 지문을 번들이 아닌 다른 길(전화, 문서)로 확인한 뒤 --fingerprint로 알려 주십시오.",
    en: "Nothing vouches for whose bundle this is. Compare the fingerprint in another way than with the bundle (by phone, on paper), then give it with --fingerprint.",
  },
  "bundle.root.changed": {
    ko: "그 뒤로 열쇠가 바뀌어 지금의 지문은 처음과 다릅니다. 바뀔 때마다 이전 열쇠들이 서명했습니다.",
    en: "Keys have changed since the first, and so has the fingerprint. Each time the keys before signed it.",
  },
  "bundle.clock-behind": {
    ko: "이 PC의 시계가 전에 본 때보다 늦습니다. 기한은 더 늦은 때({day})로 보았습니다.",
    en: "This PC's clock shows an earlier time than it has shown before; dates were judged by {day}.",
  },

  "bundle.missing.not-given": {
    ko: "파일을 주지 않았습니다.",
    en: "No file was given.",
  },
  "bundle.missing.no-pin": {
    ko: "안내서에 확인할 지문도 서명자도 없어 넣을 수 없습니다.",
    en: "Cannot be put in: the guide gives nothing to check it by.",
  },
  "bundle.missing.expired": {
    ko: "만료된 인증서라 넣지 않습니다.",
    en: "Not put in: the certificate has expired.",
  },
  "bundle.missing.distrusted": {
    ko: "운영체제가 더는 믿지 않는 인증서라 넣지 않습니다.",
    en: "Not put in: the certificate is no longer trusted by the system's maker.",
  },

  "bundle.kind.guide": { ko: "안내서", en: "guide" },
  "bundle.kind.page": { ko: "안내 페이지", en: "offline page" },
  "bundle.kind.program": { ko: "Jochi 프로그램", en: "Jochi itself" },
  "bundle.kind.installer": { ko: "설치 파일", en: "installer" },
  "bundle.kind.certificate": { ko: "루트 인증서", en: "root certificate" },
  "bundle.kind.plan": { ko: "계획", en: "plan" },
};
