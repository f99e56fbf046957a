/**
 * What a column of a firewall table holds. `server` is a title that may stand above names, addresses
 * or words: what its cells are tells. `mixed` holds names and addresses in one cell.
 */
export type Role =
  | "number"
  | "group"
  | "server"
  | "host"
  | "address"
  | "mixed"
  | "ports"
  | "protocol"
  | "direction"
  | "purpose"
  | "remark"
  | "source"
  | "former"
  | "other";

/** A column, by the words above it. */
export interface Column {
  role: Role;
  title: string;
}

/** Titles are words, not sentences. */
const mostTitleChars = 24;

const latin = (words: string) => `(?:^|[^a-z])(?:${words})(?:[^a-z]|$)`;
const ip = new RegExp(`아이피|${latin("ips?|ipv[46]|vip|ip ?address(?:es)?")}|대역`);
const port = new RegExp(`포트|${latin("ports?|port ?(?:no|number)s?")}`);
const name = new RegExp(`도메인|호스트|${latin("urls?|hosts?|host ?names?|fqdns?|domains?")}`);

/** The first that fits. */
const titles: [Role, (title: string) => boolean][] = [
  ["number", fits(/^(?:no|번호|연번|순번|일련번호|seq|#|nr)$/)],
  ["former", fits(new RegExp(`변경 ?전|기존|이전|폐지|${latin("old|former|before")}`))],
  ["source", fits(new RegExp(`출발|송신|${latin("source|src|from")}`))],
  ["source", (title) => /사용자|고객|신청 ?기관|내부|client/.test(title) && !port.test(title)],
  ["mixed", (title) => name.test(title) && ip.test(title)],
  ["address", (title) => ip.test(title)],
  ["host", (title) => name.test(title)],
  ["ports", fits(port)],
  [
    "protocol",
    fits(new RegExp(`프로토콜|통신 ?방식|전송 ?방식|${latin("protocols?")}|^tcp ?/ ?udp$`)),
  ],
  ["direction", fits(new RegExp(`방향|${latin("direction")}`))],
  [
    "purpose",
    fits(new RegExp(`용도|목적(?!지)|설명|내용|기능|${latin("purpose|description|usage|use")}`)),
  ],
  ["remark", fits(new RegExp(`비고|참고|${latin("remarks?|notes?|comments?")}`))],
  [
    "server",
    fits(
      new RegExp(
        `서버|주소|목적지|도착|대상|접속|연결|사이트|홈페이지|장비|${latin("servers?|address(?:es)?|destination|dest|dst|target|sites?")}`,
      ),
    ),
  ],
  [
    "group",
    fits(
      new RegExp(
        `구분|분류|업무|서비스|항목|시스템|프로그램|제품|기관|모듈|이름|명칭|${latin("service|category|system|type|module|name|group|product")}`,
      ),
    ),
  ],
];

function fits(pattern: RegExp): (title: string) => boolean {
  return (title) => pattern.test(title);
}

/** What stands below a title, as far as its words say. */
export function roleOf(title: string): Role {
  if (title.length > mostTitleChars) return "other";
  const bare = title
    .toLowerCase()
    .replace(/[()[\]{}<>*:._]+/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  return titles.find(([, test]) => test(bare))?.[0] ?? "other";
}
