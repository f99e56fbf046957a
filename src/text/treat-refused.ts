import type { Table } from "./words.ts";

/** Why an action leaves its hands off: one sentence for each word of its closed list. */
export const treatRefused: Table = {
  "treat.refused.needs-admin": {
    ko: "{subject}: PC 관리자 권한이 필요합니다. PC 관리자에게 부탁하세요.",
    en: "{subject}: an administrator's rights are needed; ask the PC's administrator.",
  },
  "treat.refused.not-as-admin": {
    ko: "{subject}: 이 사용자에게만 설치된 프로그램이라 관리자 권한으로는 제거하지 않습니다. 조치를 관리자 권한 없이 다시 실행해 주세요.",
    en: "{subject}: installed for this user alone, so it is not removed with an administrator's rights; run Jochi again without them.",
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
    ko: "{subject}: 이 안내서에 확인할 지문이나 서명자가 없어 설치하지 않습니다.",
    en: "{subject}: not installed, because this guide pins neither its hash nor its signer.",
  },
  "treat.refused.wrong-hash": {
    ko: "{subject}: 안내서가 말하는 파일이 아닙니다: {file} (SHA-256 {fingerprint})",
    en: "{subject}: not the file that the guide means: {file} (SHA-256 {fingerprint})",
  },
  "treat.refused.signature-refused": {
    ko: "{subject}: 서명을 믿을 수 없어 실행하지 않습니다: {file} ({reason})",
    en: "{subject}: not run, because its signature is not to be trusted: {file} ({reason})",
  },
  "treat.refused.certificate-other": {
    ko: "{subject}: 안내서와 다른 인증서입니다: {file} (SHA-256 {fingerprint})",
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
};
