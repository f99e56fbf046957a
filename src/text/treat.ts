import { treatRefused } from "./treat-refused.ts";
import type { Table } from "./words.ts";

/** What is said before, while and after something is changed on a PC, and when it is taken back. */
export const treat: Table = {
  ...treatRefused,

  "treat.about.site-added": {
    ko: "신뢰할 수 있는 사이트에 {site}을(를) 넣습니다.",
    en: "Adds {site} to the trusted sites.",
  },
  "treat.about.site-wrong": {
    ko: "잘못 넣은 항목 {site}을(를) 신뢰할 수 있는 사이트에서 뺍니다.",
    en: "Takes the wrong entry {site} out of the trusted sites.",
  },
  "treat.about.site-elsewhere": {
    ko: "같은 사이트를 다른 영역({zone})에 둔 항목 {site}을(를) 뺍니다.",
    en: "Takes out {site}, which puts the same site into another zone ({zone}).",
  },
  "treat.about.popup-allowed": {
    ko: "{browser}에서 {site}의 팝업을 허용합니다.",
    en: "Lets {site} open pop-ups in {browser}.",
  },
  "treat.about.popup-policy": {
    ko: "이 PC의 모든 사용자에게 {browser}에서 {site}의 팝업을 허용합니다 (정책 {policy}).",
    en: "Lets {site} open pop-ups in {browser} for everybody on this PC (policy {policy}).",
  },
  "treat.about.opens-popups": {
    ko: "{browser}의 팝업 설정 화면을 엽니다. 바꾸는 것은 직접 하시면 됩니다.",
    en: "Opens the pop-up settings of {browser}. What is changed there is up to you.",
  },
  "treat.about.local-allowed": {
    ko: "이 PC의 모든 사용자에게 {browser}에서 {site}이(가) 이 PC의 보안프로그램에 접속하도록 허용합니다 (정책 {policy}).",
    en: "Lets {site} reach the security programs of this PC in {browser} for everybody on it (policy {policy}).",
  },
  "treat.about.cache-cleared": {
    ko: "Internet Explorer의 임시 파일, 쿠키, 검색 기록, 양식에 입력한 내용, 저장된 암호를 지웁니다.",
    en: "Deletes temporary files, cookies, history, form data and saved passwords of Internet Explorer.",
  },
  "treat.about.browser-reset": {
    ko: "Internet Explorer 초기화 창을 엽니다. 지금 설정 {count}묶음은 먼저 보관합니다.",
    en: "Opens the reset window of Internet Explorer. {count} groups of settings are kept first.",
  },
  "treat.about.program-removed": {
    ko: "{name}을(를) 그 프로그램의 제거 프로그램으로 지웁니다.",
    en: "Removes {name} with its own uninstaller.",
  },
  "treat.about.program-installed": {
    ko: "{file}(으)로 {name}을(를) 설치합니다.",
    en: "Installs {name} from {file}.",
  },
  "treat.about.file-sha256": {
    ko: "설치 파일의 SHA-256: {fingerprint}",
    en: "SHA-256 of the installer: {fingerprint}",
  },
  "treat.about.file-signer": {
    ko: "서명한 회사를 확인했습니다: {name}",
    en: "Its signature was checked; it is by {name}.",
  },
  "treat.about.root-machine": {
    ko: "이 PC 전체가 다음 루트 인증서를 믿게 합니다: {subject}",
    en: "Makes the whole PC trust this root certificate: {subject}",
  },
  "treat.about.root-user": {
    ko: "이 사용자가 다음 루트 인증서를 믿게 합니다: {subject}",
    en: "Makes this user trust this root certificate: {subject}",
  },
  "treat.about.root-validity": {
    ko: "유효 기간 {from:day} ~ {to:day}, 용도 {uses}",
    en: "Valid from {from:day} to {to:day}, for {uses}",
  },
  "treat.about.root-purpose": { ko: "필요한 이유: {purpose}", en: "What for: {purpose}" },
  "treat.about.root-sha256": {
    ko: "SHA-256 지문이 안내서와 같습니다: {fingerprint}",
    en: "Its SHA-256 is the guide's: {fingerprint}",
  },
  "treat.about.hosts-line": {
    ko: "hosts 파일에 {name} = {address} 줄을 더합니다.",
    en: "Adds the line {name} = {address} to the hosts file.",
  },
  "treat.about.proxy-bypass": {
    ko: "프록시 예외에 {names}을(를) 넣습니다.",
    en: "Adds {names} to the exceptions of the proxy.",
  },
  "treat.about.proxy-forced": {
    ko: "프록시 예외에서 {entry}을(를) 빼고 {names}을(를) 넣습니다.",
    en: "Takes {entry} out of the exceptions of the proxy, and adds {names}.",
  },
  "treat.about.service-started": {
    ko: "서비스 {name}을(를) 시작합니다.",
    en: "Starts the service {name}.",
  },

  "treat.page.internet-options-general": {
    ko: "인터넷 옵션의 ‘일반’ 화면을 엽니다. 창을 닫으면 계속합니다.",
    en: "Opens Internet Options, General. It goes on when the window is closed.",
  },
  "treat.page.internet-options-security": {
    ko: "인터넷 옵션의 ‘보안’ 화면을 엽니다. 창을 닫으면 계속합니다.",
    en: "Opens Internet Options, Security. It goes on when the window is closed.",
  },
  "treat.page.internet-options-privacy": {
    ko: "인터넷 옵션의 ‘개인 정보’ 화면을 엽니다. 창을 닫으면 계속합니다.",
    en: "Opens Internet Options, Privacy. It goes on when the window is closed.",
  },
  "treat.page.internet-options-connections": {
    ko: "인터넷 옵션의 ‘연결’ 화면을 엽니다. 창을 닫으면 계속합니다.",
    en: "Opens Internet Options, Connections. It goes on when the window is closed.",
  },
  "treat.page.internet-options-advanced": {
    ko: "인터넷 옵션의 ‘고급’ 화면을 엽니다. 창을 닫으면 계속합니다.",
    en: "Opens Internet Options, Advanced. It goes on when the window is closed.",
  },
  "treat.page.programs-and-features": {
    ko: "‘프로그램 및 기능’ 화면을 엽니다.",
    en: "Opens Programs and Features.",
  },
  "treat.page.date-and-time": {
    ko: "‘날짜 및 시간’ 화면을 엽니다. 창을 닫으면 계속합니다.",
    en: "Opens Date and Time. It goes on when the window is closed.",
  },
  "treat.page.services": { ko: "‘서비스’ 화면을 엽니다.", en: "Opens Services." },

  "treat.failed.changed-meanwhile": {
    ko: "확인한 뒤에 다른 프로그램이 바꾸었습니다.",
    en: "Something else has changed it since it was looked at.",
  },
  "treat.failed.file-changed": {
    ko: "확인한 뒤에 파일이 바뀌었습니다.",
    en: "The file has changed since it was checked.",
  },
  "treat.failed.not-started": {
    ko: "프로그램을 시작할 수 없습니다.",
    en: "The program could not be started.",
  },
  "treat.failed.exit-code": {
    ko: "프로그램이 오류로 끝났습니다.",
    en: "The program ended with an error.",
  },
  "treat.failed.not-seen": {
    ko: "실행했지만 바뀐 것이 보이지 않습니다.",
    en: "It ran, and yet nothing shows that anything has changed.",
  },
  "treat.failed.stopped": { ko: "중간에 멈추었습니다.", en: "It was stopped." },
  "treat.failed.journal": {
    ko: "되돌리기 기록을 쓸 수 없어 더 진행하지 않았습니다.",
    en: "The record for undoing could not be written, so nothing further was done.",
  },
  "treat.failed.not-verified": {
    ko: "다시 확인했지만 나아지지 않았습니다.",
    en: "Looked at again, nothing had got better.",
  },
  "treat.not-proven": {
    ko: "바꾼 것은 그대로 두었습니다. 도움이 되는지는 {words.name} 화면에서만 알 수 있습니다.",
    en: "The change stays. Only the {words.name} page itself can show whether it helps.",
  },
  "treat.not-seen": {
    ko: "나아졌는지는 여기서 확인할 수 없습니다. {words.act}을(를) 다시 해 보세요.",
    en: "Whether it helped cannot be seen from here; try {words.itself} again.",
  },
  "treat.next": {
    ko: "{words.itself}이(가) 되는지 보려면: jochi diagnose",
    en: "To see whether {words.bare} works: jochi diagnose",
  },
  "treat.asks-once": {
    ko: "{words.act}할 때 브라우저가 이 PC의 프로그램에 연결해도 되는지 한 번 물을 수 있습니다. 물으면 ‘허용’을 누르세요.",
    en: "While you {words.act}, the browser may ask once whether the page may reach programs on this PC. If it does, choose Allow.",
  },
  "treat.failed.not-permitted": {
    ko: "이 사용자에게는 바꿀 권한이 없습니다.",
    en: "This user may not change it.",
  },
  "treat.failed.timeout": {
    ko: "정해진 시간 안에 끝나지 않았습니다.",
    en: "It did not end in time.",
  },
  "treat.failed.unreadable": {
    ko: "지금 상태를 읽을 수 없습니다.",
    en: "How it is now could not be read.",
  },
  "treat.failed.other": { ko: "바꾸지 못했습니다.", en: "It could not be changed." },

  "treat.left.foreign": {
    ko: "그 뒤에 다른 사람이나 프로그램이 바꾼 것이라 그대로 둡니다.",
    en: "left as it is, because somebody else has changed it since",
  },
  "treat.left.lasting": {
    ko: "되돌릴 수 없는 일입니다.",
    en: "this cannot be undone",
  },
  "treat.left.not-ours": {
    ko: "조치가 바꾸는 곳이 아니라서 그대로 둡니다.",
    en: "left as it is, because it is nothing that Jochi changes",
  },

  "treat.exact.key": { ko: "레지스트리 {path}", en: "Registry {path}" },
  "treat.exact.file": { ko: "파일 {path}", en: "File {path}" },
  "treat.exact.run": { ko: "실행 {command}", en: "Runs {command}" },
  "treat.exact.copy": {
    ko: "{path}을(를) {copy}(으)로 복사해 다시 확인하고, 끝나면 복사본을 지움",
    en: "Copies {path} to {copy}, checks it again, and deletes the copy afterwards",
  },
  "treat.exact.back": { ko: "되돌릴 때 {command}", en: "To undo {command}" },
  "treat.exact.back-uninstall": {
    ko: "되돌릴 때 새로 설치된 프로그램의 제거 프로그램",
    en: "To undo: the uninstaller of what was installed",
  },
  "treat.exact.before": { ko: "전", en: "before" },
  "treat.exact.after": { ko: "후", en: "after" },
  "treat.exact.absent": { ko: "(없음)", en: "(absent)" },
  "treat.exact.empty": { ko: "(값 없음)", en: "(no values)" },
  "treat.exact.bytes": { ko: "{bytes}바이트", en: "{bytes} bytes" },
  "treat.lasting": { ko: "되돌릴 수 없습니다.", en: "Cannot be undone." },
};
