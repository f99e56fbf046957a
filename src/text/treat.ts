import type { Table } from "./words.ts";

/** What is said before, while and after something is changed on a PC, and when it is taken back. */
export const treat: Table = {
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
  "treat.about.opens-popups": {
    ko: "{browser}의 팝업 설정 화면을 엽니다. 바꾸는 것은 직접 하시면 됩니다.",
    en: "Opens the pop-up settings of {browser}. What is changed there is up to you.",
  },
  "treat.about.local-allowed": {
    ko: "{browser}에서 {site}이(가) 이 PC의 보안프로그램에 접속하도록 허용합니다 (정책 {policy}).",
    en: "Lets {site} reach the security programs of this PC in {browser} (policy {policy}).",
  },
  "treat.about.cache-cleared": {
    ko: "Internet Explorer의 임시 파일, 쿠키, 검색기록, 저장된 암호를 지웁니다.",
    en: "Deletes temporary files, cookies, history and saved passwords of Internet Explorer.",
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
    ko: "SHA-256 지문이 가이드와 같습니다: {fingerprint}",
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

  "treat.refused.needs-admin": {
    ko: "{subject}: PC 관리자 권한이 필요합니다.",
    en: "{subject}: an administrator's rights are needed.",
  },
  "treat.refused.policy-rules": {
    ko: "{subject}: 회사 정책({policy})이 정하고 있어 여기서 바꿀 수 없습니다.",
    en: "{subject}: a policy ({policy}) decides this, so it cannot be changed here.",
  },
  "treat.refused.machine-zones-only": {
    ko: "{subject}: 이 PC는 관리자가 넣은 사이트만 인정합니다 (Security_HKLM_only).",
    en: "{subject}: this PC goes by the administrator's sites only (Security_HKLM_only).",
  },
  "treat.refused.not-windows": {
    ko: "{subject}: Windows에만 있는 설정입니다.",
    en: "{subject}: only Windows has this setting.",
  },
  "treat.refused.unreadable": {
    ko: "{subject}: 지금 상태를 읽지 못해 그대로 두었습니다 ({code}).",
    en: "{subject}: left alone, because how it is now could not be read ({code}).",
  },
  "treat.refused.no-files-folder": {
    ko: "{subject}: 파일이 있는 폴더를 --files로 알려 주세요.",
    en: "{subject}: say with --files in which folder the file is.",
  },
  "treat.refused.file-missing": {
    ko: "{subject}: 파일이 없습니다: {file}",
    en: "{subject}: there is no file {file}",
  },
  "treat.refused.file-too-large": {
    ko: "{subject}: 파일이 너무 큽니다: {file} (최대 {most}바이트)",
    en: "{subject}: the file is too large: {file} (at most {most} bytes)",
  },
  "treat.refused.no-pin": {
    ko: "{subject}: 이 가이드에 확인할 지문이나 서명자가 없어 설치하지 않습니다.",
    en: "{subject}: not installed, because this guide pins neither its hash nor its signer.",
  },
  "treat.refused.wrong-hash": {
    ko: "{subject}: 가이드가 말하는 파일이 아닙니다: {file} (SHA-256 {fingerprint})",
    en: "{subject}: not the file that the guide means: {file} (SHA-256 {fingerprint})",
  },
  "treat.refused.signature-refused": {
    ko: "{subject}: 서명을 믿을 수 없어 실행하지 않습니다: {file} ({reason})",
    en: "{subject}: not run, because its signature is not to be trusted: {file} ({reason})",
  },
  "treat.refused.certificate-other": {
    ko: "{subject}: 가이드와 다른 인증서입니다: {file} (SHA-256 {fingerprint})",
    en: "{subject}: not the guide's certificate: {file} (SHA-256 {fingerprint})",
  },
  "treat.refused.certificate-malformed": {
    ko: "{subject}: 인증서 파일이 아닙니다: {file}",
    en: "{subject}: not a certificate: {file}",
  },
  "treat.refused.certificate-expired": {
    ko: "{subject}: {day:day}에 만료된 인증서라 넣지 않습니다.",
    en: "{subject}: not imported, because it expired on {day:day}.",
  },
  "treat.refused.certificate-not-yet-valid": {
    ko: "{subject}: {day:day}부터 유효한 인증서라 넣지 않습니다. PC 시계를 확인하세요.",
    en: "{subject}: not imported, because it is valid from {day:day}; look at the clock of the PC.",
  },
  "treat.refused.certificate-distrusted": {
    ko: "{subject}: Windows가 더는 믿지 않는 인증서라 넣지 않습니다.",
    en: "{subject}: not imported, because Windows has stopped trusting it.",
  },
  "treat.refused.no-uninstaller": {
    ko: "{subject}: 등록된 제거 프로그램이 없습니다.",
    en: "{subject}: it has registered no uninstaller.",
  },
  "treat.refused.uninstaller-missing": {
    ko: "{subject}: 제거 프로그램 파일이 없습니다: {file}",
    en: "{subject}: its uninstaller is not there: {file}",
  },
  "treat.refused.uninstaller-unclear": {
    ko: "{subject}: 등록된 제거 명령이 안전한지 알 수 없어 실행하지 않습니다.",
    en: "{subject}: not run, because its uninstall command cannot be told to be safe.",
  },
  "treat.refused.service-missing": {
    ko: "{subject}: 서비스가 설치되어 있지 않습니다.",
    en: "{subject}: its service is not installed.",
  },
  "treat.refused.service-disabled": {
    ko: "{subject}: 관리자가 사용하지 않도록 해 둔 서비스입니다.",
    en: "{subject}: an administrator has disabled this service.",
  },
  "treat.refused.hosts-taken": {
    ko: "{subject}: hosts 파일에 이미 다른 주소 {address}이(가) 있습니다.",
    en: "{subject}: the hosts file already has another address, {address}.",
  },
  "treat.refused.hosts-encoding": {
    ko: "{subject}: hosts 파일의 글자 형식(UTF-16)을 Windows가 읽지 못합니다.",
    en: "{subject}: it is in UTF-16, which Windows does not read.",
  },
  "treat.refused.too-much": {
    ko: "{subject}: 설정이 {most}개보다 많아 먼저 보관할 수 없습니다.",
    en: "{subject}: more than {most} groups of settings, too many to be kept first.",
  },
  "treat.refused.script-decides": {
    ko: "{subject}: 자동 설정(PAC)이 정합니다. 그것을 관리하는 사람에게 부탁하세요: {url}",
    en: "{subject}: an automatic script (PAC) decides; ask whoever keeps it: {url}",
  },

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
    ko: "그 뒤에 다른 사람이나 프로그램이 바꾸어 그대로 두었습니다.",
    en: "left as it is, because somebody else has changed it since",
  },
  "treat.left.lasting": {
    ko: "되돌릴 수 없는 일입니다.",
    en: "this cannot be undone",
  },
  "treat.left.not-ours": {
    ko: "조치가 바꾸는 곳이 아니라서 그대로 두었습니다.",
    en: "left as it is, because it is nothing that Jochi changes",
  },

  "treat.exact.key": { ko: "레지스트리 {path}", en: "Registry {path}" },
  "treat.exact.file": { ko: "파일 {path}", en: "File {path}" },
  "treat.exact.run": { ko: "실행 {command}", en: "Runs {command}" },
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
