import type { Table } from "./words.ts";

/** What is said of a signed file and of a certificate, before either is trusted. */
export const trust: Table = {
  "trust.verdict.valid": {
    ko: "서명이 올바르고 파일이 서명된 그대로입니다.",
    en: "The signature is good and the file is as it was signed.",
  },
  "trust.verdict.unsigned": {
    ko: "서명이 없는 파일입니다.",
    en: "The file is not signed.",
  },
  "trust.verdict.unreadable": {
    ko: "파일을 끝까지 읽지 못했습니다.",
    en: "The file could not be read to its end.",
  },
  "trust.verdict.malformed": {
    ko: "파일이나 서명의 형식이 올바르지 않습니다.",
    en: "The file or its signature is not as its format says.",
  },
  "trust.verdict.data-after-table": {
    ko: "서명 뒤에 다른 데이터가 붙어 있습니다.",
    en: "There is other data behind the signature.",
  },
  "trust.verdict.weak-algorithm": {
    ko: "너무 약한 방식으로 서명되어 믿을 수 없습니다.",
    en: "It is signed in a way that is too weak to be relied on.",
  },
  "trust.verdict.unknown-algorithm": {
    ko: "알 수 없는 방식으로 서명되어 확인할 수 없습니다.",
    en: "It is signed in a way that is not known here, so it cannot be checked.",
  },
  "trust.verdict.digest-mismatch": {
    ko: "서명된 뒤에 파일이 바뀌었습니다.",
    en: "The file was changed after it was signed.",
  },
  "trust.verdict.signature-invalid": {
    ko: "서명이 올바르지 않습니다.",
    en: "The signature is not valid.",
  },
  "trust.verdict.timestamp-invalid": {
    ko: "서명의 시각 증명이 올바르지 않습니다.",
    en: "The timestamp of the signature is not valid.",
  },
  "trust.verdict.chain-incomplete": {
    ko: "서명한 인증서를 발급한 기관의 인증서가 빠져 있습니다.",
    en: "A certificate between the signer and a known authority is missing.",
  },
  "trust.verdict.untrusted-root": {
    ko: "서명한 인증서를 발급한 기관을 믿을 근거가 없습니다.",
    en: "The signer's certificate comes from an authority that is not known.",
  },
  "trust.verdict.critical-extension": {
    ko: "인증서에 알 수 없는 필수 조건이 있습니다.",
    en: "A certificate has a critical condition that is not known here.",
  },
  "trust.verdict.not-an-authority": {
    ko: "발급할 권한이 없는 인증서로 발급한 것입니다.",
    en: "It was issued with a certificate that may not issue any.",
  },
  "trust.verdict.wrong-purpose": {
    ko: "프로그램 서명에 쓸 수 없는 인증서로 서명했습니다.",
    en: "It was signed with a certificate that is not for signing programs.",
  },
  "trust.verdict.revoked-by-list": {
    ko: "더 이상 믿지 않기로 한 인증서로 서명했습니다.",
    en: "It was signed with a certificate that is no longer trusted.",
  },
  "trust.verdict.not-yet-valid": {
    ko: "인증서의 유효 기간이 아직 시작되지 않았습니다. PC의 시계를 확인해 주십시오.",
    en: "A certificate is not valid yet. Please check the PC's clock.",
  },
  "trust.verdict.expired": {
    ko: "인증서의 유효 기간이 끝났고, 그 전에 서명했다는 증명이 없습니다.",
    en: "A certificate has expired, and nothing proves that the signature is older.",
  },

  "trust.where": { ko: "형식이 어긋난 곳: {part}", en: "What is not as it should be: {part}" },
  "trust.where.dos-header": { ko: "파일의 첫머리", en: "the beginning of the file" },
  "trust.where.pe-header": { ko: "PE 헤더", en: "the PE header" },
  "trust.where.optional-header": { ko: "PE 선택 헤더", en: "the PE optional header" },
  "trust.where.section-table": { ko: "섹션 목록", en: "the section table" },
  "trust.where.security-directory": {
    ko: "서명의 위치 정보",
    en: "where the signature is said to be",
  },
  "trust.where.certificate-entry": {
    ko: "인증서 테이블의 항목",
    en: "an entry of the certificate table",
  },
  "trust.where.signed-data": { ko: "서명 데이터(PKCS#7)", en: "the signature (PKCS#7)" },
  "trust.where.signed-content": { ko: "서명된 내용", en: "what was signed" },
  "trust.where.signer": { ko: "서명자 정보", en: "what it says of its signer" },
  "trust.where.attributes": { ko: "서명의 속성", en: "the attributes of the signature" },
  "trust.where.nested-signature": { ko: "덧붙인 서명", en: "a nested signature" },
  "trust.where.certificate": { ko: "인증서", en: "a certificate" },
  "trust.where.timestamp": { ko: "시각 증명", en: "the timestamp" },

  "trust.remark.data-after-table": {
    ko: "서명 뒤에 {length}바이트가 더 있습니다.",
    en: "Behind the signature there are {length} more bytes.",
  },
  "trust.remark.data-in-padding": {
    ko: "서명으로 보호되지 않는 빈자리에 {length}바이트가 있습니다.",
    en: "There are {length} bytes in padding that no signature covers.",
  },
  "trust.remark.data-after-signature": {
    ko: "서명 안의 보호되지 않는 자리에 {length}바이트가 있습니다.",
    en: "There are {length} bytes after the signature that it does not cover.",
  },
  "trust.remark.unknown-attribute": {
    ko: "서명에 보호되지 않는 낯선 속성이 있습니다: {what}",
    en: "The signature has an attribute that is not covered and not known: {what}",
  },
  "trust.remark.revocation-lists": {
    ko: "서명에 필요 없는 목록이 함께 들어 있습니다.",
    en: "The signature brings lists along that it does not need.",
  },
  "trust.remark.unused-certificate": {
    ko: "서명에 쓰이지 않은 인증서가 들어 있습니다: {what}",
    en: "The signature brings along a certificate that it does not need: {what}",
  },
  "trust.remark.timestamp-untrusted": {
    ko: "서명 시각을 증명한 기관을 믿을 근거가 없어, 그 시각을 쓰지 않았습니다.",
    en: "The timestamp is from an authority that is not known here, so its time was not used.",
  },

  "trust.refused.not-valid": {
    ko: "서명을 확인하지 못했습니다.",
    en: "Its signature does not hold.",
  },
  "trust.refused.hidden-data": {
    ko: "서명으로 보호되지 않는 데이터가 들어 있습니다.",
    en: "It holds data that its signature does not cover.",
  },
  "trust.refused.empty-pin": {
    ko: "누가 서명해야 하는지 안내서에 없습니다.",
    en: "The guide does not say who must have signed it.",
  },
  "trust.refused.wrong-publisher": {
    ko: "다른 곳({found})에서 서명한 파일입니다.",
    en: "It is signed by somebody else ({found}).",
  },
  "trust.refused.look-alike": {
    ko: "비슷해 보이지만 다른 이름({found})으로 서명되어 있습니다.",
    en: "It is signed under a name ({found}) that only looks like the right one.",
  },
  "trust.refused.ambiguous-name": {
    ko: "서명한 인증서에 이름이 여럿 있습니다({found}).",
    en: "The signer's certificate has several names ({found}).",
  },
  "trust.refused.wrong-issuer": {
    ko: "서명한 인증서를 다른 기관({found})이 발급했습니다.",
    en: "The signer's certificate is from another authority ({found}).",
  },
  "trust.refused.wrong-certificate": {
    ko: "이름은 같지만 안내서에 있는 인증서가 아닙니다.",
    en: "The name is right, but the certificate is not the one of the guide.",
  },
  "trust.accepted": {
    ko: "{found}에서 서명한 파일이 맞습니다.",
    en: "It is signed by {found}, as it should be.",
  },

  "trust.pin.match": {
    ko: "안내서에 있는 인증서가 맞습니다.",
    en: "It is the guide's certificate.",
  },
  "trust.pin.other": {
    ko: "안내서에 있는 인증서가 아닙니다.",
    en: "It is not the guide's certificate.",
  },
  "trust.pin.malformed": { ko: "인증서 파일이 아닙니다.", en: "It is not a certificate." },
  "trust.pin.subject": { ko: "받은 곳", en: "Issued to" },
  "trust.pin.issuer": { ko: "발급한 곳", en: "Issued by" },
  "trust.pin.self-signed": { ko: "스스로 발급함", en: "Issued by itself" },
  "trust.pin.validity": {
    ko: "{from:day}부터 {to:day}까지 유효",
    en: "valid from {from:day} to {to:day}",
  },
  "trust.pin.fingerprint": { ko: "지문(SHA-256)", en: "Fingerprint (SHA-256)" },
  "trust.pin.uses": { ko: "쓰임", en: "For" },
  "trust.use.any": { ko: "모든 용도", en: "everything" },
  "trust.use.authority": { ko: "다른 인증서 발급", en: "issuing certificates" },
  "trust.use.server": { ko: "서버", en: "servers" },
  "trust.use.client": { ko: "사용자 인증", en: "clients" },
  "trust.use.code": { ko: "프로그램 서명", en: "signing programs" },
  "trust.use.mail": { ko: "전자우편", en: "mail" },
  "trust.use.time": { ko: "시각 증명", en: "timestamps" },
  "trust.use.other": { ko: "그 밖의 용도", en: "something else" },
};
