import type { Io } from "../command.ts";
import type { Item } from "./install-item.ts";

/** What `jochi bundle install` says beside what it shares with `jochi treat`. */
export interface InstallText {
  help: string;
  title: string;
  needsFile: string;
  needsAnchor(fingerprint: string): string;
  badFingerprint(word: string): string;
  unknownId(id: string, known: string): string;
  notVerified: string;
  verified(trust: string): string;
  root(fingerprint: string, version: number): string;
  is: Record<Item["is"], string>;
  whose(owner: string): string;
  instead(replacement: string): string;
  kept(path: string): string;
  stateNotKept(code: string): string;
}

export const installText: Record<Io["lang"], InstallText> = {
  ko: {
    help: `사용법: jochi bundle install 파일 [옵션]

번들을 확인하고, 들어 있는 프로그램과 루트 인증서를 이 PC에 설치합니다.
무엇을 바꿀지 먼저 보여 주고 물어봅니다. 네트워크에는 아무것도 보내지 않습니다.

  --fingerprint HEX  번들을 만든 곳의 지문. 따로 받은 것 (처음 한 번)
  --root FILE        지문 대신, 따로 받은 맨 위 열쇠 파일
  --only ID,…        이것만. --yes일 때 되돌릴 수 없는 것은 여기에 적음
  --dry-run          무엇을 바꿀지 보여 주기만 하고 바꾸지 않음
  --yes              묻지 않고 진행
  --json             결과를 JSON으로 표준 출력에
  --lang ko|en       출력 언어

프로그램을 설치하려면 관리자 권한으로 실행합니다. 되돌리기: jochi undo
종료 코드: 0 다 되었거나 할 일이 없음 · 1 남은 것이 있거나 믿을 수 없는 번들 ·
           2 일을 하지 못함`,
    title: "번들의 프로그램과 루트 인증서 설치",
    needsFile: "번들 파일을 적어 주십시오: jochi bundle install 파일",
    needsAnchor: (fingerprint) =>
      `이 PC가 처음 보는 곳의 번들이라 쓰지 않습니다. 번들의 지문은 ${fingerprint}. 보낸 곳에 전화나 문서로 확인해 같으면 --fingerprint로 알려 주십시오`,
    badFingerprint: (word) => `--fingerprint에는 16진수 64자리가 있어야 합니다: ${word}`,
    unknownId: (id, known) => `번들에 없는 것입니다: ${id}. 있는 것: ${known}`,
    notVerified: "이 번들은 쓰지 마십시오. 아무것도 설치하지 않았습니다.",
    verified: (trust) => `번들을 확인했습니다. ${trust}`,
    root: (fingerprint, version) => `지문 ${fingerprint} (${version}판)`,
    is: {
      install: "설치할 것",
      there: "이미 있음",
      "not-asked": "이번에는 고르지 않음",
      left: "설치하지 않음",
      refused: "설치하지 않음",
      missing: "번들에 없음",
    },
    whose: (owner) => `조치할 분: ${owner}`,
    instead: (replacement) => `대신: ${replacement}`,
    kept: (path) => `지우지 못한 파일이 있습니다: ${path}. 다음에 설치할 때 지웁니다.`,
    stateNotKept: (code) =>
      `이 번들을 받아들였다는 기록을 남기지 못했습니다 (${code}). 다음에 --fingerprint로 다시 알려 주십시오.`,
  },
  en: {
    help: `usage: jochi bundle install FILE [OPTION…]

Verifies a bundle and installs its programs and root certificates on this PC. It
shows what it will change, and asks, first. It sends nothing over the network.

  --fingerprint HEX  of whoever made the bundle, got in another way (first time)
  --root FILE        in place of the fingerprint, the root file got separately
  --only ID,…        only these; with --yes, name here what cannot be undone
  --dry-run          show what would be changed and change nothing
  --yes              do not ask
  --json             print the result as JSON on standard output
  --lang ko|en       language of the output

To install programs, run it as administrator. To take it back: jochi undo
Exit codes: 0 done, or nothing to do · 1 something remains, or the bundle is
            not to be trusted · 2 could not do the work`,
    title: "Install the programs and root certificates of the bundle",
    needsFile: "name the bundle: jochi bundle install FILE",
    needsAnchor: (fingerprint) =>
      `not used: this PC has never seen whose bundle this is; its fingerprint is ${fingerprint}; ask the sender by phone or on paper, and if it is the same give it with --fingerprint`,
    badFingerprint: (word) => `--fingerprint: expected 64 hexadecimal digits: ${word}`,
    unknownId: (id, known) => `not in the bundle: ${id}; there are: ${known}`,
    notVerified: "Do not use this bundle. Nothing was installed.",
    verified: (trust) => `The bundle was verified. ${trust}`,
    root: (fingerprint, version) => `Fingerprint ${fingerprint} (version ${version})`,
    is: {
      install: "to be installed",
      there: "there already",
      "not-asked": "not chosen this time",
      left: "left alone",
      refused: "left alone",
      missing: "not in the bundle",
    },
    whose: (owner) => `Who acts: ${owner}`,
    instead: (replacement) => `Instead: ${replacement}`,
    kept: (path) => `A file could not be removed: ${path}. The next installation removes it.`,
    stateNotKept: (code) =>
      `That this bundle was accepted could not be written down (${code}). Next time give --fingerprint again.`,
  },
};
