/** The usual surnames of Korea, those of two syllables apart. */
const surnames =
  "김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민나진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용예경봉사부";
const doubleSurnames = ["남궁", "황보", "제갈", "사공", "선우", "독고", "서문", "동방"];

/** Words that look like names and are none, by themselves or before a title. */
const others = new Set(
  (
    "고객 회원 관리자 담당자 사용자 신청자 방문자 이용자 지원자 구매자 주문자 민원인 소유자 이사장 임직원 정회원 변호사 공무원 한국인 " +
    "여러분 정보팀 전산팀 보안팀 총무팀 인사팀 영업팀 전산실 전산부 정보실 안전팀 하나 신한 우리 국민 서비스 이메일 이전 전자 지역 원격 " +
    "진행 계약 기본 기타 주의 주소 정책 안내 조회 최종 최초 전체 선택 설정 설치 실행 오류 장애 정상 연결 상태 차단 허용 금지 제한 접속 접근 " +
    "인증 인증서 주민등록 성공 실패 확인 필요 없음 있음 사이트 이상 미상 비공개 모름 알수없음 시스템 게스트 공용 손님 익명 이름 성명 부서 " +
    "전산 정보 보안 운영 지원 유지보수 서버 고장 문의 이니텍 안랩 유비 이지 한전 한컴 조직원 도구 모음 모드 이더넷 유선 무선 기업 개인 법인 표준 고급 사원 주민 현재 이용 사용 신청 변경 등록 문서 조치 주문 선택 전화 연락 안전 이유 사유 시간 기간 기준 지점 본점 경영 재무 인사 총무 영업 구매 생산 연구 개발 홍보 법무 감사 기획 전략 회계 자금 버전 예약 예정 "
  ).split(" "),
);

/** Whether a Hangul word is written as names are: a surname, and one or two syllables more. */
export function isKoreanName(word: string, syllables: readonly number[] = [2, 3, 4]): boolean {
  const bare = word.replace(/\s/g, "");
  if (
    !/^[가-힣]{2,5}$/.test(bare) ||
    others.has(bare) ||
    /(팀|부|과|실|처|센터|본부|지점|은행)$/.test(bare)
  ) {
    return false;
  }
  // A noun with its particle: `정보를`, `주소는`.
  if (bare.length === 3 && /[를을은는가의에로도와과만]$/.test(bare) && others.has(bare.slice(0, 2)))
    return false;
  const double = doubleSurnames.some((name) => bare.startsWith(name));
  if (double) return bare.length >= 3 && bare.length <= 4;
  return syllables.includes(bare.length) && bare.length <= 4 && surnames.includes(bare[0] ?? "");
}
