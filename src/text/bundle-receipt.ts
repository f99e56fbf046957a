import type { Table } from "./words.ts";

/** The receipt of a verified bundle, for whoever has to let it into a closed network. */
export const bundleReceipt: Table = {
  "bundle.receipt.title": { ko: "번들 확인서", en: "Receipt of a verified bundle" },
  "bundle.receipt.good": {
    ko: "이 번들은 써도 됩니다. 서명이 모두 갖추어져 있고, 들어 있는 파일 {count}개가 서명된 그대로입니다.",
    en: "This bundle may be used: all signatures are there, and its {count} files are as they were signed.",
  },
  "bundle.receipt.part": {
    ko: "이 번들은 써도 되지만, 파일 {count}개는 쓰지 마십시오.",
    en: "This bundle may be used, but not {count} of its files.",
  },
  "bundle.receipt.nobody": {
    ko: "이 번들은 아직 쓰지 마십시오. 누가 만들었는지 보증하는 것이 없습니다.",
    en: "Do not use this bundle yet: nothing vouches for whose it is.",
  },
  "bundle.receipt.bad": {
    ko: "이 번들을 쓰지 마십시오. {why}",
    en: "Do not use this bundle. {why}",
  },
  "bundle.receipt.unsure": {
    ko: "여기서 확인할 수 없는 것이 {count}가지 있습니다. 아래에 ‘모름’으로 적었습니다.",
    en: "What could not be told here ({count}) is marked “cannot tell” below.",
  },
  "bundle.receipt.when": {
    ko: "확인한 때: {when} · 확인한 프로그램: Jochi {version} · 네트워크를 쓰지 않고 확인했습니다.",
    en: "Checked at {when} by Jochi {version}, without a network.",
  },

  "bundle.receipt.file": { ko: "확인한 번들 파일", en: "The bundle" },
  "bundle.receipt.name": { ko: "파일 이름", en: "File" },
  "bundle.receipt.size": { ko: "크기", en: "Size" },
  "bundle.receipt.bytes": { ko: "{bytes}바이트", en: "{bytes} bytes" },
  "bundle.receipt.made": { ko: "만든 날", en: "Put together on" },
  "bundle.receipt.guides": { ko: "안내서", en: "Guides" },

  "bundle.receipt.checked": { ko: "확인한 것과 결과", en: "What was checked, with which result" },
  "bundle.receipt.what": { ko: "확인한 것", en: "Checked" },
  "bundle.receipt.result": { ko: "결과", en: "Result" },
  "bundle.receipt.because": { ko: "근거", en: "Because" },
  "bundle.receipt.yes": { ko: "맞음", en: "yes" },
  "bundle.receipt.no": { ko: "아님", en: "no" },
  "bundle.receipt.cannot-tell": { ko: "모름", en: "cannot tell" },

  "bundle.receipt.form": { ko: "파일의 형식", en: "Form of the file" },
  "bundle.receipt.form.yes": {
    ko: "누가 열어도 똑같이 읽히는 파일이고, 끼어든 데이터가 없습니다.",
    en: "It reads the same for everybody, and nothing is hidden in between.",
  },
  "bundle.receipt.whose": { ko: "누구의 번들인지", en: "Whose bundle it is" },
  "bundle.receipt.signed": { ko: "서명", en: "Signatures" },
  "bundle.receipt.signed.yes": {
    ko: "맡은 부분 {count}곳 모두에 정해진 수의 열쇠가 서명했습니다.",
    en: "Each of the {count} parts is signed by as many keys as it needs.",
  },
  "bundle.receipt.ends": { ko: "기한", en: "Dates" },
  "bundle.receipt.ends.yes": {
    ko: "서명의 기한이 지나지 않았습니다. 가장 먼저 끝나는 날은 {day}입니다.",
    en: "Nothing has run out; the first date to come is {day}.",
  },
  "bundle.receipt.older": { ko: "더 오래된 번들인지", en: "Whether it is a step back" },
  "bundle.receipt.older.yes": {
    ko: "이곳에서 전에 받아들인 번들보다 오래되지 않았습니다.",
    en: "It is not older than what was accepted here before.",
  },
  "bundle.receipt.older.cannot-tell": {
    ko: "이곳에는 전에 받아들인 번들의 기록이 없어서 비교하지 못했습니다.",
    en: "Nothing was accepted here before that it could be compared with.",
  },
  "bundle.receipt.nothing-else": { ko: "다른 파일", en: "Other files" },
  "bundle.receipt.nothing-else.yes": {
    ko: "서명된 목록에 없는 파일은 들어 있지 않습니다.",
    en: "There is no file in it that the signed lists do not name.",
  },
  "bundle.receipt.bytes-same": { ko: "파일의 내용", en: "Content of the files" },
  "bundle.receipt.bytes-same.yes": {
    ko: "파일 {count}개의 크기와 SHA-256을 다시 재었고, 모두 서명된 값과 같습니다.",
    en: "Size and SHA-256 of {count} files were measured again, and are those that were signed.",
  },
  "bundle.receipt.stopped": {
    ko: "여기에서 확인을 멈췄습니다. 그래서 들어 있는 파일에 대해서는 아무것도 말할 수 없습니다.",
    en: "Checking ended here, so nothing can be said of the files in it.",
  },

  "bundle.receipt.keys": { ko: "서명한 열쇠", en: "The keys" },
  "bundle.receipt.root": { ko: "맨 위 열쇠 파일의 지문", en: "Fingerprint of the root" },
  "bundle.receipt.version": { ko: "판", en: "Version" },
  "bundle.receipt.role": { ko: "맡은 부분", en: "Part" },
  "bundle.receipt.needed": { ko: "서명", en: "Signed by" },
  "bundle.receipt.of": { ko: "{signed}명 ({needed}명 필요)", en: "{signed} ({needed} needed)" },
  "bundle.receipt.signers": { ko: "서명한 열쇠", en: "Keys" },
  "bundle.receipt.key": { ko: "열쇠 {name}의 번호", en: "Id of key {name}" },
  "bundle.receipt.until": { ko: "기한", en: "Until" },
  "bundle.receipt.role.root": { ko: "맨 위 (누가 서명하는지)", en: "root (who signs)" },
  "bundle.receipt.role.targets": { ko: "계획", en: "plan" },
  "bundle.receipt.role.snapshot": { ko: "목록의 판", en: "versions of the lists" },
  "bundle.receipt.role.timestamp": { ko: "시각", en: "time" },
  "bundle.receipt.role.guides": { ko: "안내서와 페이지", en: "guides and pages" },
  "bundle.receipt.role.program": { ko: "Jochi 프로그램", en: "Jochi itself" },
  "bundle.receipt.role.installers": { ko: "설치 파일", en: "installers" },
  "bundle.receipt.role.certificates": { ko: "인증서", en: "certificates" },

  "bundle.receipt.contents": { ko: "들어 있는 파일", en: "What is in it" },
  "bundle.receipt.nothing-told": {
    ko: "확인이 끝나지 않아서 적지 않습니다.",
    en: "Not listed, as checking did not come to its end.",
  },
  "bundle.receipt.use": { ko: "판정", en: "Verdict" },
  "bundle.receipt.use.yes": { ko: "써도 됩니다", en: "may be used" },
  "bundle.receipt.use.no": { ko: "쓰지 마십시오", en: "do not use it" },
  "bundle.receipt.use.cannot-tell": {
    ko: "써도 되지만, 설치할 때 Windows가 한 가지를 더 확인해야 합니다",
    en: "may be used, but Windows has to check one more thing when it is installed",
  },
  "bundle.receipt.publisher": { ko: "서명한 회사", en: "Publisher" },
  "bundle.receipt.publisher.of": {
    ko: "{subject} (인증서 발급: {issuer})",
    en: "{subject} (certificate from {issuer})",
  },
  "bundle.receipt.publisher.none": {
    ko: "확인하지 않음. 안내서가 SHA-256만 정해 두었습니다",
    en: "not checked: the guide goes by the SHA-256 alone",
  },
  "bundle.receipt.certificate": { ko: "인증서의 주인", en: "Certificate of" },
  "bundle.receipt.fingerprint": { ko: "인증서의 SHA-256 지문", en: "SHA-256 of the certificate" },
  "bundle.receipt.valid": { ko: "유효 기간", en: "Valid" },
  "bundle.receipt.from-to": { ko: "{from}부터 {to}까지", en: "from {from} to {to}" },
  "bundle.receipt.purposes": { ko: "용도", en: "May be used for" },
  "bundle.receipt.purpose": { ko: "왜 필요한지", en: "Needed for" },
  "bundle.receipt.source": { ko: "어디서 받았는지", en: "From" },
  "bundle.receipt.retrieved": { ko: "받은 날", en: "Retrieved on" },
  "bundle.receipt.found": { ko: "확인 결과", en: "Found" },
  "bundle.receipt.replacement": { ko: "대신 할 일", en: "Instead" },
  "bundle.receipt.texts": { ko: "안내서와 안내 페이지", en: "Guides and pages" },

  "bundle.receipt.purpose.any": { ko: "무엇이든", en: "anything" },
  "bundle.receipt.purpose.authority": { ko: "인증서 발급", en: "issuing certificates" },
  "bundle.receipt.purpose.server": { ko: "서버 확인", en: "servers" },
  "bundle.receipt.purpose.client": { ko: "사용자 확인", en: "clients" },
  "bundle.receipt.purpose.code": { ko: "프로그램 서명", en: "signing programs" },
  "bundle.receipt.purpose.mail": { ko: "전자우편", en: "mail" },
  "bundle.receipt.purpose.time": { ko: "시각 확인", en: "time stamps" },
  "bundle.receipt.purpose.other": { ko: "그 밖의 용도", en: "other uses" },

  "bundle.receipt.missing": {
    ko: "안내서에는 있으나 번들에 없는 것",
    en: "Named by a guide, not in it",
  },

  "bundle.receipt.not": {
    ko: "이 확인서가 보증하지 않는 것",
    en: "What this receipt does not vouch for",
  },
  "bundle.receipt.not.harmless": {
    ko: "파일이 해롭지 않다는 것. 누구의 파일인지와 바뀌지 않았는지만 보았고, 바이러스 검사는 하지 않았습니다.",
    en: "That the files do no harm. It was seen whose they are and that they are unchanged; nothing was scanned for viruses.",
  },
  "bundle.receipt.not.people": {
    ko: "열쇠의 주인이 누구인지. 열쇠의 번호만 확인했습니다. 번들의 지문을 보낸 사람에게 전화나 문서로 물어 확인하십시오.",
    en: "Who owns the keys. Only their ids were seen; ask the sender for the fingerprint by phone or on paper.",
  },
  "bundle.receipt.not.source": {
    ko: "받은 곳과 받은 날. 번들에 서명한 사람들이 적은 것입니다.",
    en: "Where files were retrieved, and when. That is what those who signed have written.",
  },
  "bundle.receipt.not.revoked": {
    ko: "인증서가 그 사이에 폐지되었는지. 네트워크 없이는 알 수 없습니다. 안내서에 적힌 것만 보았습니다.",
    en: "Whether a certificate was revoked meanwhile: without a network only what the guide says is known.",
  },
  "bundle.receipt.not.root": {
    ko: "루트 인증서를 설치해도 되는지. 설치하면 그 기관이 서명한 것을 PC가 모두 믿게 됩니다. 조직에서 정하십시오.",
    en: "Whether a root certificate should be installed: a PC then trusts whatever its owner signs. Your organisation decides.",
  },
  "bundle.receipt.not.clock": {
    ko: "확인한 PC의 시계. 기한은 위에 적은 때를 기준으로 보았습니다.",
    en: "The clock of the PC that checked: dates were judged by the time above.",
  },
  "bundle.receipt.not.later": {
    ko: "확인한 뒤의 파일. 옮긴 다음에는 위의 SHA-256과 같은지 다시 보십시오. 이 확인서에는 서명이 없습니다.",
    en: "The file after it was checked: compare the SHA-256 above once it has been moved. This receipt is not signed itself.",
  },
};
