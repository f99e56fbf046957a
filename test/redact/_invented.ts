import { seededRandom } from "../../src/machine/memory/random.ts";

/** A text with what is asked about between ⟦ and ⟧, and the place of the evidence it stands in. */
export type Marked = [place: string, text: string];

/** Draws from one seed: the corpus is the same on every run. */
class Draw {
  private readonly random: () => number;
  constructor(seed: number) {
    this.random = seededRandom(seed);
  }
  upTo(count: number): number {
    return Math.floor(this.random() * count);
  }
  of<T>(list: readonly T[]): T {
    return list[this.upTo(list.length)] as T;
  }
  digits(count: number): string {
    return Array.from({ length: count }, () => this.upTo(10)).join("");
  }
  letters(count: number, from = "abcdefghijklmnopqrstuvwxyz0123456789"): string {
    return Array.from({ length: count }, () => this.of([...from])).join("");
  }
  two(least: number, most: number): string {
    return String(least + this.upTo(most - least + 1)).padStart(2, "0");
  }
}

const surnames = [
  ..."김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허남심노하곽성차주우구민나진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕",
];
const first = [..."가나다라미보서소수아여예온이재지찬채태하해현혜호희빛솔별달샘"];
const second = [..."람윤연율은원준진찬채현호환훈휘라미나림봄솔온울결"];

const person = (d: Draw) => d.of(surnames) + d.of(first) + d.of(second);
const latin = (d: Draw) =>
  d.of(["areum", "haneul", "garam", "saebom", "dasom", "mireu", "boram", "sora"]) +
  d.of([".kim", ".han", "77", "_hb", "2018"]);
const company = (d: Draw) =>
  d.of(["hanbit", "saeron", "dorai", "mirinae", "narsha", "onsaem", "byeolha"]) +
  d.of(["tech", "corp", "mart", "soft", "chem"]);

/** With a right check digit, as given before October 2020. */
function resident(d: Draw, gap: string): string {
  const head =
    d.two(50, 99) + d.two(1, 12) + d.two(1, 28) + d.of(["1", "2", "5", "6"]) + d.digits(5);
  const weights = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5];
  const sum = weights.reduce((all, weight, at) => all + weight * Number(head[at]), 0);
  const check = (((11 - (sum % 11)) % 10) + (/[56]/.test(head[6] ?? "") ? 2 : 0)) % 10;
  return `${head.slice(0, 6)}${gap}${head.slice(6)}${check}`;
}

function card(d: Draw, gap: string): string {
  const head = d.of(["4", "5", "62", "94", "35"]);
  const digits = head + d.digits(15 - head.length);
  const sum = [...digits].reduce((all, digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 2 : 1);
    return all + (value > 9 ? value - 9 : value);
  }, 0);
  return (digits + ((10 - (sum % 10)) % 10)).replace(/\d{4}(?=\d)/g, `$&${gap}`);
}

function business(d: Draw): string {
  const head = d.digits(9);
  const weights = [1, 3, 7, 1, 3, 7, 1, 3, 5];
  const sum = weights.reduce((all, weight, at) => all + weight * Number(head[at]), 0);
  const check = (10 - ((sum + Math.floor((Number(head[8]) * 5) / 10)) % 10)) % 10;
  return `${head.slice(0, 3)}-${head.slice(3, 5)}-${head.slice(5)}${check}`;
}

const mac = (d: Draw, sign: string) =>
  Array.from({ length: 6 }, () => d.letters(2, "0123456789abcdef")).join(sign);
const inside = (d: Draw) =>
  d.of([
    `10.${d.upTo(256)}.${d.upTo(256)}.${1 + d.upTo(254)}`,
    `192.168.${d.upTo(256)}.${1 + d.upTo(254)}`,
    `172.${16 + d.upTo(16)}.${d.upTo(256)}.${1 + d.upTo(254)}`,
  ]);
const outside = (d: Draw) => `211.${d.upTo(256)}.${d.upTo(256)}.${1 + d.upTo(254)}`;

const removing: ((d: Draw) => Marked)[] = [
  (d) => [
    "body",
    `${d.of(["주민등록번호", "주민번호", "확인번호", "번호"])}: ⟦${resident(d, d.of(["-", "-", "- ", " - "]))}⟧ ${d.of(["확인", "", "(본인)"])}`,
  ],
  (d) => ["body", `고객 확인 ⟦${resident(d, "")}⟧`],
  (d) => [
    "body",
    `${d.of(["신규", "재발급", "등록"])} ⟦${d.two(20, 26)}${d.two(10, 12)}${d.two(1, 28)}-${d.of(["3", "4"])}${d.digits(6)}⟧`,
  ],
  (d) => ["body", `승인 ⟦${card(d, d.of(["-", " ", ""]))}⟧ 완료`],
  (d) => [
    "body",
    `${d.of(["입금 계좌", "계좌번호:", "환불계좌 :", "국민은행"])} ⟦${d.of([`${d.digits(6)}-${d.digits(2)}-${d.digits(6)}`, `${d.digits(3)}-${d.digits(3)}-${d.digits(6)}`, `3${d.digits(2)}-${d.digits(4)}-${d.digits(4)}-${d.digits(2)}`, `3333-${d.two(1, 29)}-${d.digits(7)}`, d.digits(12)])}⟧`,
  ],
  (d) => [
    "body",
    `${d.of(["연락처", "휴대폰", "Mobile", "담당"])} ⟦010${d.of(["-", "-", ".", " ", ""])}${2 + d.upTo(8)}${d.digits(3)}-${d.digits(4)}⟧`,
  ],
  (d) => [
    "body",
    `사무실 ⟦${d.of(["02", "031", "032", "042", "051", "053", "062", "064", "070"])}-${2 + d.upTo(7)}${d.digits(d.of([2, 3]))}-${d.digits(4)}⟧`,
  ],
  (d) => [
    "body",
    `⟦+82-${d.of(["10", "2", "31", "51"])}-${2 + d.upTo(7)}${d.digits(3)}-${d.digits(4)}⟧`,
  ],
  (d) => [
    "body",
    `여권 ⟦M${d.of([d.digits(8), `${d.digits(3)}${d.letters(1, "ABCDEFGH")}${d.digits(4)}`])}⟧`,
  ],
  (d) => ["body", `면허 ⟦${d.two(11, 28)}-${d.digits(2)}-${d.digits(6)}-${d.digits(2)}⟧`],
  (d) => ["body", `공급자 ⟦${business(d)}⟧`],
  (d) => [
    "body",
    `${d.of(["성명", "예금주", "신청자", "담당자", "사용자명", "이름"])} ${d.of([":", " :", "="])} ⟦${person(d)}⟧${d.of(["", " (영업부)", " 님", "\n부서: 전산팀"])}`,
  ],
  (d) => [
    "body",
    `${d.of(["승인", "결재", "문의"])} ⟦${person(d)}⟧ ${d.of(["대리", "과장", "부장", "팀장", "차장"])}${d.of(["", "에게", "님"])}`,
  ],
  (d) => [
    "body",
    `${d.of(["User", "Username", "로그인 ID", "사용자 ID", "계정명", "아이디"])}: ⟦${latin(d)}⟧`,
  ],
  (d) => ["body", `메일 ⟦${latin(d)}@${company(d)}.${d.of(["co.kr", "com", "kr"])}⟧`],
  (d) => [
    "body",
    `내 IP ⟦${inside(d)}⟧ / ${d.of(["MAC", "물리적 주소"])} ⟦${mac(d, d.of([":", "-"]))}⟧`,
  ],
  (d) => ["body", `공인 IP ⟦${outside(d)}⟧`],
  (d) => [
    "body",
    `⟦2001:2d8:${d.letters(4, "123456789abcdef")}:${d.letters(3, "123456789abcdef")}::${d.letters(2, "123456789abcdef")}⟧ 에서`,
  ],
  (d) => [
    "body",
    `→ http://block.⟦${company(d)}⟧.co.kr/warn.jsp?uid=⟦${latin(d)}⟧&cip=⟦${inside(d)}⟧`,
  ],
  (d) => [
    "location",
    `https://deny.⟦${company(d)}⟧.com:8443/notice?id=⟦${d.letters(24)}⟧&src=⟦${inside(d)}⟧`,
  ],
  (d) => [
    "subject",
    `CN=⟦${person(d)}()${d.digits(20)}⟧, OU=⟦${d.of(["KB", "우리은행", "SHB", "NH"])}⟧, OU=personal4IB, O=yessign, C=kr`,
  ],
  (d) => ["path", `C:\\Users\\⟦${d.of([person(d), latin(d)])}⟧\\AppData\\LocalLow\\NPKI\\yessign`],
  (d) => [
    "uninstall",
    `"C:\\Users\\⟦${d.of([person(d), latin(d)])}⟧\\AppData\\Local\\Temp\\unins000.exe"`,
  ],
  (d) => ["proxy", `⟦${d.of([`${company(d)}px`, inside(d), `px.${company(d)}`])}⟧:8080`],
  (d) => ["pacUrl", `http://⟦pac.${company(d)}⟧.co.kr/proxy.pac?id=⟦${d.letters(12)}⟧`],
  (d) => ["route", `PROXY ⟦${d.of([inside(d), `gw1.${company(d)}`])}⟧:3128; DIRECT`],
  (d) => [
    "entry",
    `${d.of(["*.", "https://", "http://*."])}⟦${company(d)}⟧.${d.of(["co.kr", "com", "local"])}`,
  ],
  (d) => ["bypass", `${d.of(["*.", "."])}⟦${company(d)}⟧.local`],
  (d) => ["resolver", `⟦${d.of([inside(d), outside(d)])}⟧`],
  (d) => ["body", `⟦S-1-5-21-${d.digits(9)}-${d.digits(9)}-${d.digits(9)}⟧-${1000 + d.upTo(500)}`],
  (d) => [
    "body",
    `\\\\⟦${company(d)}-fs${d.upTo(9)}⟧\\⟦${d.of(["share", "공용", "dept"])}${d.upTo(99)}⟧`,
  ],
  (d) => [
    "body",
    `${d.of(["Cookie: JSESSIONID", "token", "password", "access_token", "PHPSESSID"])}=⟦${d.letters(20)}⟧`,
  ],
  (d) => [
    "body",
    `${d.of(["PC명", "컴퓨터 이름", "Computer Name"])}: ⟦${company(d).toUpperCase()}-${d.digits(4)}⟧`,
  ],
  (d) => ["body", `접속 단말 ⟦DESKTOP-${d.letters(7, "ABCDEFGHJKLMNPQRSTUVWXYZ0123456789")}⟧`],
];

const surviving: ((d: Draw) => Marked)[] = [
  (d) => ["body", `버전 ⟦${d.upTo(200)}.${d.upTo(20)}.${d.upTo(10_000)}.${d.upTo(200)}⟧`],
  (d) => ["version", `⟦${1 + d.upTo(20)}.${d.upTo(20)}.${d.upTo(20)}.${d.upTo(200)}⟧`],
  (d) => ["body", `⟦KB${d.of(["40", "50"])}${d.digits(5)}⟧ 설치됨`],
  (d) => ["body", `오류 ⟦0x8${d.letters(7, "0123456789ABCDEF")}⟧ (⟦${d.digits(5)}⟧)`],
  (d) => ["body", `SHA-256: ⟦${d.letters(64, "0123456789abcdef")}⟧`],
  (d) => ["body", `지문 ⟦${d.letters(40, "0123456789ABCDEF")}⟧`],
  (d) => [
    "body",
    `지문 ⟦${Array.from({ length: 20 }, () => d.letters(2, "0123456789ABCDEF")).join(":")}⟧`,
  ],
  (d) => [
    "body",
    `⟦{${d.letters(8, "0123456789ABCDEF")}-${d.digits(4)}-4${d.letters(3, "0123456789ABCDEF")}-8${d.digits(3)}-${d.letters(12, "0123456789ABCDEF")}}⟧`,
  ],
  (d) => [
    "body",
    `일시 ⟦20${d.two(20, 29)}-${d.two(1, 12)}-${d.two(1, 28)} ${d.two(0, 23)}:${d.two(0, 59)}:${d.two(0, 59)}⟧`,
  ],
  (d) => [
    "body",
    `⟦20${d.two(20, 29)}-${d.two(1, 12)}-${d.two(1, 28)}T${d.two(0, 23)}:${d.two(0, 59)}:${d.two(0, 59)}.${d.digits(3)}Z⟧`,
  ],
  (d) => [
    "body",
    `접수 ⟦20${d.two(20, 29)}${d.two(1, 12)}${d.two(1, 28)}${d.two(0, 23)}${d.two(0, 59)}${d.two(0, 59)}⟧`,
  ],
  (d) => ["body", `포트 ⟦${1 + d.upTo(65_000)}⟧, 소요 ⟦${d.upTo(9000)}.${d.upTo(9)}ms⟧`],
  (d) => [
    "body",
    `⟦${d.of(["203.175.190.200", "203.175.190.213", "52.79.192.248", "61.111.25.11"])}⟧:${d.of([80, 443, 8080])} 응답 없음`,
  ],
  (d) => ["body", `⟦${d.of(["pg", "www", "mobile"])}.bankpay.or.kr⟧ 접속 불가`],
  (d) => ["body", `epoch ⟦17${d.two(60, 99)}${d.digits(6)}⟧ / ⟦17${d.two(60, 99)}${d.digits(9)}⟧`],
  (d) => ["body", `금액 ⟦${1 + d.upTo(900)},${d.digits(3)},${d.digits(3)}원⟧`],
  (d) => ["body", `문의 ⟦1${d.of(["5", "6", "8"])}${d.digits(2)}-${d.digits(4)}⟧`],
  (d) => [
    "key",
    `⟦HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\${d.of(["nProtect", "IPinside", "TouchEn"])}_is${d.upTo(9)}⟧`,
  ],
  (d) => [
    "program",
    `⟦${d.of(["AhnLab", "Google", "Microsoft", "INISAFE"])} ${d.of(["Safe", "Web", "Update", "Cross"])} ${d.upTo(20)}.${d.upTo(20)}⟧`,
  ],
  (d) => [
    "code",
    `⟦${d.of(["ERR_TLS_CERT_ALTNAME_INVALID", "EHOSTUNREACH", "SELF_SIGNED_CERT_IN_CHAIN", "HPE_INVALID_CONSTANT"])}⟧`,
  ],
  (d) => [
    "issuer",
    `⟦CN=${d.of(["DigiCert TLS RSA", "GlobalSign GCC", "Sectigo RSA", "Thawte TLS"])} CA ${d.upTo(5)}, O=${d.of(["DigiCert Inc", "GlobalSign nv-sa", "Sectigo Limited"])}, C=US⟧`,
  ],
];

/** So many texts of every kind with something that must go. */
export function inventedRemovals(each: number): Marked[] {
  const draw = new Draw(20_261_126);
  return removing.flatMap((make) => Array.from({ length: each }, () => make(draw)));
}

/** So many texts of every kind with something that looks alike and must stay. */
export function inventedSurvivors(each: number): Marked[] {
  const draw = new Draw(61_126_202);
  return surviving.flatMap((make) => Array.from({ length: each }, () => make(draw)));
}
