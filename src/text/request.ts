import type { Table } from "./words.ts";

/** Words of the firewall request form; the columns are those Korean offices use. */
export const request: Table = {
  "request.title": { ko: "방화벽 오픈 신청서", en: "Firewall opening request" },
  "request.title.close": { ko: "방화벽 회수 신청서", en: "Firewall removal request" },
  "request.table.open": { ko: "열어 주십시오", en: "To be opened" },
  "request.table.close": { ko: "닫아 주십시오", en: "To be closed" },
  "request.guide": { ko: "안내서", en: "Guide" },
  "request.department": { ko: "부서", en: "Department" },

  "request.group": { ko: "구분", en: "Group" },
  "request.source": { ko: "출발지", en: "Source" },
  "request.destination": { ko: "목적지", en: "Destination" },
  "request.ip": { ko: "IP 주소", en: "IP address" },
  "request.port": { ko: "포트", en: "Port" },
  "request.protocol": { ko: "프로토콜", en: "Protocol" },
  "request.direction": { ko: "방향", en: "Direction" },
  "request.purpose": { ko: "사용 목적", en: "Purpose" },
  "request.period": { ko: "기간", en: "Period" },
  "request.applicant": { ko: "신청자", en: "Applicant" },
  "request.remarks": { ko: "비고", en: "Remarks" },

  "request.outbound": { ko: "나감(Outbound)", en: "outbound" },
  "request.inbound": { ko: "들어옴(Inbound)", en: "inbound" },
  "request.required": { ko: "필수", en: "required" },
  "request.optional": { ko: "선택", en: "optional" },
  "request.by-name": { ko: "이름으로 (FQDN)", en: "by name (FQDN)" },
  "request.see-note": { ko: "아래 참고", en: "see the note" },

  "request.note.address": {
    ko: "목적지 이름과 IP 주소는 같은 서버를 가리킵니다. 방화벽이 이름을 쓸 수 있으면 이름으로, 아니면 주소로 여시면 됩니다.",
    en: "Name and IP address are the same server: open by name where the firewall can, else by address.",
  },
  "request.note.narrow": {
    ko: "적힌 출발지, 주소, 포트만 필요합니다. 응답 패킷 말고는 더 열지 않으셔도 됩니다.",
    en: "Only these sources, addresses and ports are needed, and nothing more but the answers.",
  },
  "request.sign.applicant": { ko: "신청", en: "Applicant" },
  "request.sign.security": { ko: "보안 검토", en: "Security" },
  "request.sign.approval": { ko: "승인", en: "Approval" },
};
