import type { Table } from "./words.ts";

/** Why a bundle is not trusted, and why one is not made or signed. */
export const bundleTrust: Table = {
  "bundle.fault.metadata.missing": {
    ko: "번들에 있어야 할 서명 정보 파일이 없습니다.",
    en: "A file of signed metadata that a bundle must have is missing.",
  },
  "bundle.fault.metadata.too-large": {
    ko: "서명 정보 파일이 너무 큽니다 ({bytes}바이트, 최대 {most}바이트).",
    en: "A file of metadata is too large ({bytes} bytes, at most {most}).",
  },
  "bundle.fault.metadata.malformed": {
    ko: "서명 정보가 하나로만 읽히는 형식이 아닙니다 ({where}).",
    en: "Metadata is not in the one form that can be read in one way only ({where}).",
  },
  "bundle.fault.metadata.shape": {
    ko: "서명 정보에 있어야 할 것이 없거나, 없어야 할 것이 있습니다 ({where}).",
    en: "Metadata lacks something, or has something that it must not have ({where}).",
  },
  "bundle.fault.metadata.key-id": {
    ko: "열쇠의 번호가 그 열쇠의 것이 아닙니다: {key}",
    en: "A key stands under an id that is not its own: {key}",
  },
  "bundle.fault.signature.bad": {
    ko: "서명이 올바르지 않습니다. 서명한 뒤에 바뀌었습니다 (열쇠 {key}).",
    en: "A signature does not hold: this was changed after it was signed (key {key}).",
  },
  "bundle.fault.signature.stranger": {
    ko: "이 부분에 서명할 권한이 없는 열쇠의 서명이 있습니다: {key}",
    en: "There is a signature by a key that may not sign this part: {key}",
  },
  "bundle.fault.signature.too-few": {
    ko: "서명이 모자랍니다. {needs}명이 서명해야 하는데 {has}명만 서명했습니다.",
    en: "Signatures are missing: {needs} people must sign, and {has} did.",
  },
  "bundle.fault.root.other": {
    ko: "이 PC가 믿는 곳의 번들이 아닙니다. 번들의 지문은 {found}, 믿는 지문은 {expected}입니다.",
    en: "This bundle is not from whom this PC trusts: its fingerprint is {found}, and {expected} is trusted.",
  },
  "bundle.fault.root.gap": {
    ko: "열쇠가 바뀐 기록이 끊겨 있어서 처음부터 이어 확인할 수 없습니다.",
    en: "The record of changed keys has a gap, so that nothing leads from the first to the last.",
  },
  "bundle.fault.root.older": {
    ko: "이미 바뀐 예전 열쇠로 만든 번들입니다 (번들 {version}판, 이 PC {known}판).",
    en: "Made with keys that have been replaced since (version {version}; this PC knows {known}).",
  },
  "bundle.fault.root.version": {
    ko: "이름의 판 번호와 안의 판 번호가 다릅니다.",
    en: "The version in its name is not the version inside.",
  },
  "bundle.fault.trust.expired": {
    ko: "서명의 기한이 {day}에 끝났습니다. 새 번들을 받으십시오.",
    en: "What was signed here ended on {day}. Please get a new bundle.",
  },
  "bundle.fault.trust.rollback": {
    ko: "이 PC가 이미 본 것보다 오래된 번들입니다.",
    en: "This bundle is older than one that this PC has already seen.",
  },
  "bundle.fault.trust.same-version": {
    ko: "이 PC가 이미 본 것과 번호는 같은데 내용이 다릅니다. 누가 왜 둘을 만들었는지 확인하십시오.",
    en: "Same number as one that this PC has seen, and not the same content. Find out who made two, and why.",
  },
  "bundle.fault.trust.mixed": {
    ko: "함께 서명하지 않은 부분들이 섞여 있습니다.",
    en: "Parts that were not signed together have been mixed.",
  },
  "bundle.fault.trust.refused": {
    ko: "서명 정보가 TUF 규칙에 맞지 않습니다.",
    en: "The metadata is not as TUF asks for.",
  },
  "bundle.fault.trust.state-damaged": {
    ko: "이 PC가 전에 본 번들의 기록을 읽을 수 없습니다. 지우지 말고 PC 관리자에게 알리십시오.",
    en: "What this PC keeps about earlier bundles cannot be read. Do not delete it; tell the administrator.",
  },
  "bundle.fault.delegation.differs": {
    ko: "누가 무엇에 서명하는지가 맨 위의 열쇠가 정한 것과 다릅니다.",
    en: "Who signs for what is not as the root says.",
  },
  "bundle.fault.delegation.outside": {
    ko: "서명한 쪽({role})이 맡지 않은 파일입니다.",
    en: "Not a file that those who signed it ({role}) may answer for.",
  },
  "bundle.fault.entry.stray": {
    ko: "계획에 없는 파일이 들어 있습니다.",
    en: "A file that the plan does not name is in the bundle.",
  },
  "bundle.fault.entry.missing": {
    ko: "계획에 있는 파일이 없습니다.",
    en: "A file that the plan names is not in the bundle.",
  },
  "bundle.fault.entry.size": {
    ko: "서명된 파일과 크기가 다릅니다 ({bytes}바이트, 서명된 것은 {expected}바이트).",
    en: "Not the size that was signed ({bytes} bytes; {expected} were signed).",
  },
  "bundle.fault.entry.hash": {
    ko: "서명된 파일이 아닙니다. SHA-256은 {found}, 서명된 것은 {expected}입니다.",
    en: "Not the file that was signed: its SHA-256 is {found}, and {expected} was signed.",
  },
  "bundle.fault.plan.malformed": {
    ko: "계획을 읽을 수 없습니다.",
    en: "The plan cannot be read.",
  },
  "bundle.fault.plan.disagrees": {
    ko: "계획과 서명된 목록이 서로 다른 파일을 말합니다.",
    en: "The plan and the signed lists name different files.",
  },

  "bundle.fault.key.malformed": {
    ko: "Jochi의 열쇠 파일이 아닙니다.",
    en: "This is no key file of Jochi.",
  },
  "bundle.fault.key.passphrase-short": {
    ko: "암호가 너무 짧습니다. {least}글자는 되어야 합니다. 낱말 여러 개를 권합니다.",
    en: "The passphrase is too short: at least {least} characters; several words are best.",
  },
  "bundle.fault.key.passphrase-wrong": {
    ko: "암호가 맞지 않거나 열쇠 파일이 바뀌었습니다.",
    en: "The passphrase is wrong, or the key file was changed.",
  },
  "bundle.fault.key.no-role": {
    ko: "이 열쇠가 서명할 것이 없습니다.",
    en: "There is nothing here for this key to sign.",
  },
  "bundle.fault.key.too-few": {
    ko: "열쇠가 모자랍니다. {needs}개가 필요한데 {has}개입니다.",
    en: "Not enough keys: {needs} are needed, and there are {has}.",
  },
  "bundle.fault.key.exists": {
    ko: "같은 이름의 파일이 이미 있습니다. 덮어쓰지 않습니다.",
    en: "A file of that name is there already and is not overwritten.",
  },

  "bundle.fault.create.refused": {
    ko: "넣지 않습니다. {why}",
    en: "Not put in. {why}",
  },
  "bundle.fault.create.not-asked": {
    ko: "안내서가 찾는 것이 아닙니다. 찾는 것: {known}",
    en: "No guide of this bundle asks for it. They ask for: {known}",
  },
  "bundle.fault.create.ambiguous": {
    ko: "여러 안내서에 있는 이름입니다. 안내서/이름처럼 적어 주십시오.",
    en: "Several guides have something under this id; write guide/id.",
  },
  "bundle.fault.create.twice": {
    ko: "같은 것에 파일을 두 번 주었습니다.",
    en: "Two files were given for the same thing.",
  },
  "bundle.fault.create.no-file": {
    ko: "파일이 없거나 보통 파일이 아닙니다.",
    en: "There is no such file, or it is not a plain one.",
  },
  "bundle.fault.create.secret": {
    ko: "개인 열쇠가 들어 있습니다. 열쇠는 번들에 넣지 않습니다.",
    en: "It holds a private key. Keys are never put into a bundle.",
  },
  "bundle.fault.create.name-clash": {
    ko: "서로 다른 파일 둘이 같은 이름입니다. 안내서마다 번들을 따로 만드십시오.",
    en: "Two different files have this name; make one bundle for each guide.",
  },
  "bundle.fault.create.bad-name": {
    ko: "번들에 쓸 수 없는 이름입니다. 영문자, 숫자, 점, 줄표만 씁니다.",
    en: "Not a name for a bundle: only letters, digits, dots and dashes.",
  },
  "bundle.fault.create.root-expired": {
    ko: "맨 위 열쇠 파일의 기한이 {day}에 끝났습니다. bundle root next로 새로 만드십시오.",
    en: "The root file ended on {day}. Make a new one with bundle root next.",
  },
  "bundle.fault.create.other-root": {
    ko: "이전 번들과 다른 곳의 맨 위 열쇠 파일입니다.",
    en: "This root file is not that of the earlier bundle.",
  },
  "bundle.fault.create.no-guide": {
    ko: "--guide로 안내서를 하나 이상 알려 주십시오.",
    en: "Name at least one guide with --guide.",
  },
};
