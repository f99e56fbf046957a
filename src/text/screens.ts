/** What stands on a Korean Windows screen, to the letter, and is drawn so in either language. */
export const screenWords = {
  alert: "웹 페이지 메시지",
  ok: "확인",
  pay: "결제",
  wallet: "전자지갑",
  install: "설치",
  download: "보안프로그램 설치",
  certificates: "인증서 선택",
  easy: "간편결제",
  unreachable: "페이지를 표시할 수 없습니다",
  remote: "원격 데스크톱 연결",
} as const;

/** Each language by its own name. */
export const langNames = { ko: "한국어", en: "English" } as const;
