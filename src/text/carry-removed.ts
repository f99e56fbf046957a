import type { Table } from "./words.ts";

/** What was taken out of evidence before it was carried out, by its kind. */
export const carryRemoved: Table = {
  "carry.removed.address": { ko: "IP 주소", en: "IP address" },
  "carry.removed.mac": { ko: "장치 주소", en: "device address" },
  "carry.removed.host": { ko: "서버 이름", en: "host name" },
  "carry.removed.email": { ko: "전자우편", en: "mail address" },
  "carry.removed.url": { ko: "웹 주소의 일부", en: "part of a web address" },
  "carry.removed.person": { ko: "사람 이름", en: "a person's name" },
  "carry.removed.user": { ko: "사용자 이름", en: "user name" },
  "carry.removed.machine": { ko: "PC 이름", en: "PC name" },
  "carry.removed.organisation": { ko: "기관 이름", en: "organisation" },
  "carry.removed.network": { ko: "네트워크 이름", en: "network name" },
  "carry.removed.path": { ko: "폴더 이름", en: "folder name" },
  "carry.removed.sid": { ko: "계정 식별자", en: "account identifier" },
  "carry.removed.certificate": { ko: "인증서", en: "certificate" },
  "carry.removed.secret": { ko: "암호나 열쇠", en: "password or key" },
  "carry.removed.resident-number": { ko: "주민등록번호", en: "resident number" },
  "carry.removed.passport": { ko: "여권 번호", en: "passport number" },
  "carry.removed.licence": { ko: "운전면허 번호", en: "driving licence number" },
  "carry.removed.account": { ko: "계좌 번호", en: "account number" },
  "carry.removed.card": { ko: "카드 번호", en: "card number" },
  "carry.removed.phone": { ko: "전화번호", en: "telephone number" },
  "carry.removed.business-number": { ko: "사업자등록번호", en: "business number" },
  "carry.removed.text": { ko: "그 밖의 글", en: "other text" },
};
