import type { Io } from "../command.ts";
import type { FileWords } from "../files.ts";

interface RootTold {
  version: number;
  fingerprint: string;
  expires: string;
  roles: readonly { name: string; threshold: number; keyids: readonly string[] }[];
}

interface Progress {
  name: string;
  version: number;
  has: number;
  needs: number;
  /** The version of the root whose keys are counted, where that is not its own. */
  by?: number;
}

/** Sentences of `bundle key`, `root`, `create`, `sign`, `verify`, `show` and `diff`. */
export interface BundleText extends FileWords {
  noSubcommand: string;
  unknown(name: string, near: string | undefined): string;
  needs(option: string): string;
  needsKeyWord: string;
  needsRootWord: string;
  needsBundle: string;
  needsTwo: string;
  badDay(option: string, value: string): string;
  badPair(option: string, word: string): string;
  taken(file: string): string;
  nobodyForPassphrase: string;
  nobodyForConsent: string;
  passphrase: string;
  passphraseAgain: string;
  passphrasesDiffer: string;
  stopped: string;
  keyMade(file: string): string;
  keyId: string;
  publicHalf: string;
  rootMade(file: string, told: RootTold): string;
  made(file: string, size: string, sha256: string): string;
  contents: string;
  missing: string;
  missingLine(id: string, what: string, guide: string, why: string): string;
  instead(text: string): string;
  signatures: string;
  signatureLine(progress: Progress): string;
  signNext: string;
  signedAll: string;
  aboutToSign(roles: string): string;
  askSign: string;
  declined: string;
  fingerprint(sha256: string, version: number): string;
  notVerified: string;
  verified: string;
  notToBeUsed: string;
  doNotUse: string;
  refusedCount(count: number): string;
  roleLine(role: { name: string; threshold: number; signedBy: number; day: string }): string;
  publisherLine(subject: string, issuer: string): string;
  certificateLine(subject: string, day: string): string;
  sourceLine(source: string, day: string): string;
  downloadAsk(id: string, guide: string, url: string): string;
  askDownload: string;
  downloadFailed(id: string, why: string): string;
  downloadWhy: Record<string, string>;
  noPage: string;
  guideFileUnknown: string;
  added: string;
  removed: string;
  changed: string;
  same: string;
  badAuthorities(file: string): string;
  fromAlone(id: string): string;
  giveAuthorities: string;
  badRoot(file: string): string;
  cannotTell(count: number): string;
  quorum(threshold: number, keys: number): string;
  oneAnchor: string;
  alreadyOver(option: string, day: string): string;
  /** What of a file is not the same any more; a code where it is what was signed about it. */
  field(name: string): string;
}

/** Of the keys for a part, how many must sign it. */
const quorum = {
  ko: (threshold: number, keys: number) => `열쇠 ${keys}개 중 ${threshold}개`,
  en: (threshold: number, keys: number) => `${threshold} of ${keys} keys`,
};

const rootLines = ({ roles }: RootTold, lang: Io["lang"]) =>
  roles
    .map(
      ({ name, threshold, keyids }) =>
        `  ${name.padEnd(13)}${quorum[lang](threshold, keyids.length)}`,
    )
    .join("\n");

export const bundleText: Record<Io["lang"], BundleText> = {
  ko: {
    unreadable: (file, code) => `${file}: 읽을 수 없습니다 (${code})`,
    notPlain: (file) => `${file}: 보통 파일이 아닙니다`,
    tooLarge: (file, bytes, most) => `${file}: 너무 큽니다 (${bytes}바이트, 최대 ${most}바이트)`,
    unwritable: (file, code) => `${file}: 쓸 수 없습니다 (${code})`,
    noSubcommand: "무엇을 할지 적어 주십시오. jochi bundle --help",
    unknown: (name, near) =>
      `모르는 명령: ${name}${near ? `. 혹시 ${near}?` : ""} jochi bundle --help`,
    needs: (option) => `${option} 옵션이 필요합니다`,
    needsKeyWord: "jochi bundle key new 파일, 또는 jochi bundle key show 파일",
    needsRootWord: "jochi bundle root new, 또는 jochi bundle root next --from 파일",
    needsBundle: "번들 파일 하나를 적어 주십시오",
    needsTwo: "비교할 번들 파일 두 개를 적어 주십시오",
    badDay: (option, value) => `${option}: 날짜(YYYY-MM-DD)가 아닙니다: ${value}`,
    badPair: (option, word) => `${option}: 이름=값 형식이 아니거나 모르는 이름입니다: ${word}`,
    taken: (file) => `${file}: 이미 있는 파일입니다. 덮어쓰지 않습니다`,
    nobodyForPassphrase: "암호를 물어볼 사람이 없습니다. --passphrase-file 파일로 알려 주십시오",
    nobodyForConsent: "물어볼 사람이 없습니다. 내용을 확인했으면 --yes를 붙여 주십시오",
    passphrase: "열쇠의 암호: ",
    passphraseAgain: "한 번 더: ",
    passphrasesDiffer: "두 암호가 다릅니다",
    stopped: "그만두었습니다",
    keyMade: (file) => `열쇠를 만들었습니다: ${file} (암호로 잠김, 이 파일과 암호를 따로 두십시오)`,
    keyId: "번호",
    publicHalf: "공개 열쇠",
    rootMade: (file, told) =>
      `${file}: ${told.version}판, 기한 ${told.expires}\n지문 ${told.fingerprint}\n${rootLines(told, "ko")}\n이제 열쇠마다 서명합니다: jochi bundle sign ${file} --key 파일${told.version > 1 ? " --root 이전파일 (이전 열쇠도)" : ""}`,
    made: (file, size, sha256) => `${file} (${size})\nSHA-256 ${sha256}`,
    contents: "들어 있는 것",
    missing: "안내서에는 있으나 번들에 없는 것",
    missingLine: (id, what, guide, why) => `${id}: ${what} (${guide}). ${why}`,
    instead: (text) => `대신: ${text}`,
    signatures: "서명",
    signatureLine: ({ name, version, has, needs, by }) =>
      `${name.padEnd(13)}${version}판, ${by === undefined ? "" : `${by}판의 열쇠로 `}${has}명 서명 (${needs}명 필요)${has < needs ? "  ← 모자람" : ""}`,
    signNext: "서명이 모자랍니다. 맡은 사람마다: jochi bundle sign 파일 --key 열쇠",
    signedAll: "서명이 다 모였습니다.",
    aboutToSign: (roles) => `이 열쇠로 서명할 부분: ${roles}`,
    askSign: "위의 것이 맞습니까? 서명하려면 “예”를 치십시오: ",
    declined: "서명하지 않았습니다.",
    fingerprint: (sha256, version) => `지문 ${sha256} (${version}판)`,
    notVerified: "보여 주기만 합니다. 확인은 jochi bundle verify가 합니다.",
    verified: "확인했습니다. 서명된 그대로입니다.",
    notToBeUsed: "쓰면 안 되는 파일이 있습니다.",
    doNotUse: "이 번들을 쓰지 마십시오.",
    refusedCount: (count) => `쓰지 않을 것 ${count}가지`,
    roleLine: ({ name, threshold, signedBy, day }) =>
      `${name.padEnd(13)}${threshold}명 필요, ${signedBy}명 서명, 기한 ${day}`,
    publisherLine: (subject, issuer) => `서명한 곳 ${subject} (인증서 발급 ${issuer})`,
    certificateLine: (subject, day) => `${subject}, ${day}까지`,
    sourceLine: (source, day) => `${day}에 받음: ${source}`,
    downloadAsk: (id, guide, url) => `${id}: ${guide} 안내서가 말하는 주소에서 받습니다\n  ${url}`,
    askDownload: "이 주소에 연결해서 받을까요? “예”를 치십시오: ",
    downloadFailed: (id, why) => `${id}: 받지 못했습니다. ${why}`,
    downloadWhy: {
      "not-https": "https 주소가 아닙니다",
      guarded: "JOCHI_NETWORK=none이라 연결하지 않습니다",
      redirected: "다른 서버로 보내서 따라가지 않았습니다",
      status: "서버가 파일을 주지 않았습니다",
      "too-large": "파일이 너무 큽니다",
      timeout: "시간이 다 되었습니다",
      failed: "연결이 되지 않았습니다",
    },
    noPage: "안내 페이지에 쓸 수 없는 글자가 있습니다",
    guideFileUnknown: "안내서를 읽을 수 없습니다",
    added: "더해짐",
    removed: "없어짐",
    changed: "바뀜",
    same: "들어 있는 것이 같습니다.",
    badAuthorities: (file) => `${file}: 인증서(PEM)가 아닌 것이 있습니다`,
    fromAlone: (id) => `--from ${id}: --artifact ${id}=파일이 함께 있어야 합니다`,
    giveAuthorities: "그 기관의 인증서(PEM)를 --authorities로 주면 여기서 확인합니다.",
    quorum: quorum.ko,
    field: (name) => ({ length: "크기", sha256: "내용" })[name] ?? `설명(${name})`,
    alreadyOver: (option, day) => `${option}: 이미 지난 날짜입니다: ${day}`,
    oneAnchor: "--root와 --fingerprint 가운데 하나만 적어 주십시오",
    badRoot: (file) => `${file}: 맨 위 열쇠 파일(root new가 만든 것)이 아닙니다`,
    cannotTell: (count) => `여기서 확인할 수 없는 것이 ${count}가지 있습니다. 위에 ?로 적었습니다.`,
  },
  en: {
    unreadable: (file, code) => `${file}: cannot be read (${code})`,
    notPlain: (file) => `${file}: not a plain file`,
    tooLarge: (file, bytes, most) => `${file}: too large (${bytes} bytes, at most ${most})`,
    unwritable: (file, code) => `${file}: cannot be written (${code})`,
    noSubcommand: "say what to do; see jochi bundle --help",
    unknown: (name, near) =>
      `unknown: ${name}${near ? `; did you mean ${near}?` : ""} See jochi bundle --help`,
    needs: (option) => `${option} is needed`,
    needsKeyWord: "jochi bundle key new FILE, or jochi bundle key show FILE",
    needsRootWord: "jochi bundle root new, or jochi bundle root next --from FILE",
    needsBundle: "name one bundle",
    needsTwo: "name the two bundles to compare",
    badDay: (option, value) => `${option}: not a day (YYYY-MM-DD): ${value}`,
    badPair: (option, word) => `${option}: not name=value, or an unknown name: ${word}`,
    taken: (file) => `${file}: is there already and is not overwritten`,
    nobodyForPassphrase:
      "nobody is there to be asked for the passphrase; use --passphrase-file FILE",
    nobodyForConsent: "nobody is there to be asked; add --yes once you have looked at it",
    passphrase: "Passphrase of the key: ",
    passphraseAgain: "Once more: ",
    passphrasesDiffer: "the two passphrases differ",
    stopped: "stopped",
    keyMade: (file) =>
      `Made a key: ${file} (locked by its passphrase; keep the two in different places)`,
    keyId: "id",
    publicHalf: "public key",
    rootMade: (file, told) =>
      `${file}: version ${told.version}, until ${told.expires}\nfingerprint ${told.fingerprint}\n${rootLines(told, "en")}\nNow each key signs it: jochi bundle sign ${file} --key FILE${told.version > 1 ? " --root OLD (old keys too)" : ""}`,
    made: (file, size, sha256) => `${file} (${size})\nSHA-256 ${sha256}`,
    contents: "What is in it",
    missing: "Named by a guide and not in it",
    missingLine: (id, what, guide, why) => `${id}: ${what} (${guide}). ${why}`,
    instead: (text) => `instead: ${text}`,
    signatures: "Signatures",
    signatureLine: ({ name, version, has, needs, by }) =>
      `${name.padEnd(13)}version ${version}, ${by === undefined ? "" : `by keys of version ${by}: `}${has} signed (${needs} needed)${has < needs ? "  <- missing" : ""}`,
    signNext: "Signatures are missing. Whoever is in charge: jochi bundle sign FILE --key KEY",
    signedAll: "All signatures are there.",
    aboutToSign: (roles) => `This key signs: ${roles}`,
    askSign: "Is all of this right? Type “yes” to sign: ",
    declined: "Not signed.",
    fingerprint: (sha256, version) => `fingerprint ${sha256} (version ${version})`,
    notVerified: "Shown, not checked: jochi bundle verify does that.",
    verified: "Verified: it is as it was signed.",
    notToBeUsed: "It holds files that are not to be used.",
    doNotUse: "Do not use this bundle.",
    refusedCount: (count) => `${count} not to be used`,
    roleLine: ({ name, threshold, signedBy, day }) =>
      `${name.padEnd(13)}${threshold} needed, ${signedBy} signed, until ${day}`,
    publisherLine: (subject, issuer) => `signed by ${subject} (certificate from ${issuer})`,
    certificateLine: (subject, day) => `${subject}, until ${day}`,
    sourceLine: (source, day) => `retrieved on ${day}: ${source}`,
    downloadAsk: (id, guide, url) =>
      `${id}: from the address that the guide ${guide} gives\n  ${url}`,
    askDownload: "Connect to this address and download it? Type “yes”: ",
    downloadFailed: (id, why) => `${id}: not downloaded: ${why}`,
    downloadWhy: {
      "not-https": "not an https address",
      guarded: "JOCHI_NETWORK=none forbids it",
      redirected: "it leads to another server, which was not followed",
      status: "the server did not give the file",
      "too-large": "the file is too large",
      timeout: "it took too long",
      failed: "no connection",
    },
    noPage: "the offline page cannot show some characters of this guide",
    guideFileUnknown: "the guide cannot be read",
    added: "added",
    removed: "removed",
    changed: "changed",
    same: "They hold the same.",
    badAuthorities: (file) => `${file}: not certificates in PEM`,
    fromAlone: (id) => `--from ${id} needs --artifact ${id}=FILE as well`,
    giveAuthorities:
      "With that authority's certificate (PEM) in --authorities it is looked at here.",
    quorum: quorum.en,
    field: (name) =>
      ({ length: "size", sha256: "content" })[name] ?? `what is said of it (${name})`,
    alreadyOver: (option, day) => `${option}: this day has passed: ${day}`,
    oneAnchor: "give either --root or --fingerprint",
    badRoot: (file) => `${file}: not a root file (as root new makes it)`,
    cannotTell: (count) =>
      `${count === 1 ? "One thing" : `${count} things`} cannot be told here; see the ? above.`,
  },
};
