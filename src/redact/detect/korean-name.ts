/** The usual surnames of Korea, those of two syllables apart. */
const surnames =
  "김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민나진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용예경봉사부";
/** Surnames that few have, and that begin many other words: only in names of three syllables. */
const rareSurnames = "감옹온당계라피빈좌팽태목형음복범갈두";
const doubleSurnames = ["남궁", "황보", "제갈", "사공", "선우", "독고", "서문", "동방"];

/** Words that look like names and are none, by themselves or before a title. */
const others = new Set(
  (
    "고객 회원 관리자 담당자 사용자 신청자 방문자 이용자 지원자 구매자 주문자 민원인 소유자 이사장 임직원 정회원 변호사 공무원 한국인 " +
    "여러분 정보팀 전산팀 보안팀 총무팀 인사팀 영업팀 전산실 전산부 정보실 안전팀 하나 신한 우리 국민 서비스 이메일 이전 전자 지역 원격 " +
    "진행 계약 기본 기타 주의 주소 정책 안내 조회 최종 최초 전체 선택 설정 설치 실행 오류 장애 정상 연결 상태 차단 허용 금지 제한 접속 접근 " +
    "인증 인증서 주민등록 성공 실패 확인 필요 없음 있음 사이트 이상 미상 비공개 모름 알수없음 시스템 게스트 공용 손님 익명 이름 성명 부서 " +
    "전산 정보 보안 운영 지원 유지보수 서버 고장 문의 이니텍 안랩 유비 이지 한전 한컴 조직원 도구 모음 모드 이더넷 유선 무선 기업 개인 법인 표준 고급 사원 주민 현재 이용 사용 신청 변경 등록 문서 조치 주문 선택 전화 연락 안전 이유 사유 시간 기간 기준 지점 본점 경영 재무 인사 총무 영업 구매 생산 연구 개발 홍보 법무 감사 기획 전략 회계 자금 버전 예약 예정 " +
    "지정 공개 전송 발송 처리 반드시 한글 영문 국문 문자 이미지 이력서 이야기 주소록 오피스 백업용 설명서 공문서 정산서 견적서 계산서 문서함 " +
    "노트북 소만사 이니텍 이지스 이스트 소프트 하우리 유니온 이동 이체 금액 금융 은행 증권 보험 카드 조직 구성 도메인 서식함 강의실 신문사 " +
    "전자책 하나로 임시용 사진첩 백신 방화벽 진단 경고 경로 권한 공지 공유 국가 기관 기록 기한 남은 방문 변호 부재 사항 상담 선임 수신 수집 " +
    "신고 심의 안내문 양식 여부 연동 예외 온라인 완료 요청 원인 위치 유효 육아 의심 이름표 임직원 장소 재시도 저장 점검 정식 제공 제품 조건 " +
    "종료 주요 지금 차이 채널 추가 탐지 통신 표시 필수 도움말 계정 계좌 감염 감시 감지 당사 당일 당직 내용 내역 노출 도착 도움 마감 문구 민감 방금 방지 방화 배포 변조 보관 복구 부팅 비밀 사내 사본 사전 상세 상시 서명 " +
    "선불 설명 성능 소스 손상 송신 수동 수준 순서 신규 신뢰 심각 안정 양호 어제 언어 여러 연기 연도 예방 예비 오늘 오전 오후 완벽 왕복 요구 용량 용도 우선 운용 원본 위반 위험 유해 " +
    "육안 음성 의견 의무 이력 이중 인쇄 인원 임대 자격 자동 자료 자산 작성 작업 장기 장비 재발 전달 점유 제안 조정 종합 주간 주기 준비 중단 중복 증명 지연 진입 참고 창구 채팅 책임 " +
    "첨부 청구 초과 초기 총괄 최대 최소 추적 탐색 통합 특정 판단 편집 평가 포함 피해 필터 하드 학습 한도 함수 해제 허가 협의 형태 화상 확장 환경 황색 공격 공사 기능 기술 나머지 마스터 모바일 " +
    "민간 명령 명칭 목록 목적 남용 국번 구버전 신버전 정밀 정적 정지 조기 지문 차례 차세대 최적 추정 표준어 표기 하자 한계 함정 허위 현실 현장 안내됨 경찰 안됨 못함 이것 저것 검찰 감독 부서장 예금주 대표자 세대주 상담원 직원명 회원명 고객명 사용인 상대 관계 보호 소속 직급 직책 직위 성별 나이 유형 종류 구분 대상 공동 일반 전문 외부 내부 임시 정규 협력 위탁 파견 교육 강사 연락망 이메일 모니터 마우스 키보드 한국 국내 해외 인터넷 홈택스 민원 은행명 지점명 조사 연산 추천 심사 안심 공인 주식 지사 하단 상단 좌측 우측 이후 이전 이번 다음 유료 무료 전용 지하 지상 방법 방식 원격지 문제 진단서 안내서 신청서 위임장 동의서 하위 서울 부산 대구 인천 광주 대전 울산 세종 경기 강원 제주 수원 성남 안양 구미 전주 천안 청주 포항 창원 함께 해당 현황 형식 홈페이지 화면 회사 인사과 이곳 이것 여기 모든 모두 "
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
  if (/[님씨]$/.test(bare) && (bare.length === 2 || others.has(bare.slice(0, -1)))) return false;
  // A noun with its particle, or another noun behind it: `정보를`, `이메일로`, `조회불가`.
  if (/[를을은는이가의에로도와과만나]$/.test(bare) && others.has(bare.slice(0, -1))) return false;
  if (
    bare.length === 3 &&
    /[됨함임중별용시적들후전된할한형식률장자인본측팀내청값]$/.test(bare) &&
    others.has(bare.slice(0, 2))
  )
    return false;
  if (bare.length === 4 && (others.has(bare.slice(0, 2)) || others.has(bare.slice(0, 3))))
    return false;
  const double = doubleSurnames.some((name) => bare.startsWith(name));
  if (double) return bare.length >= 3 && bare.length <= 4;
  if (bare.length === 3 && rareSurnames.includes(bare[0] ?? "")) return syllables.includes(3);
  return syllables.includes(bare.length) && bare.length <= 4 && surnames.includes(bare[0] ?? "");
}
