import type { Table } from "./words.ts";

/** What the firewall part says of flows, lines and proofs. */
export const firewall: Table = {
  "firewall.verdict.permitted": { ko: "허용", en: "permitted" },
  "firewall.verdict.denied": { ko: "차단", en: "denied" },
  "firewall.verdict.partly": { ko: "일부만 허용", en: "partly permitted" },
  "firewall.verdict.undetermined": { ko: "판단 불가", en: "cannot tell" },

  "firewall.all-permitted": {
    ko: "필요한 통신 {count}개가 모두 허용됩니다.",
    en: "All {count} flows are permitted.",
  },
  "firewall.not-all-permitted": {
    ko: "필요한 통신 {count}개 가운데 {bad}개가 온전히 허용되지 않습니다.",
    en: "{bad} of {count} flows are not wholly permitted.",
  },
  "firewall.not-all-told": {
    ko: "필요한 통신 {count}개 가운데 {untold}개는 이 설정만으로 판단할 수 없습니다.",
    en: "Whether {untold} of {count} flows pass, this configuration alone does not say.",
  },
  "firewall.of": {
    ko: "설정 {vendor} · 안내서 {guide} · 출발지 {sources}",
    en: "configuration {vendor}, guide {guide}, sources {sources}",
  },
  "firewall.today": {
    ko: "기한이 있는 규칙은 {today} 기준으로 따졌습니다.",
    en: "Rules that end on a day were judged as of {today}.",
  },
  "firewall.count": { ko: "{verdict} {count}건", en: "{count} {verdict}" },
  "firewall.line": { ko: "{line}행", en: "line {line}" },
  "firewall.line.default": { ko: "방화벽 기본 동작", en: "the firewall's default" },
  "firewall.line.reply": { ko: "{line}행 (응답 패킷)", en: "line {line} (answers)" },
  "firewall.line.default.reply": {
    ko: "방화벽 기본 동작 (응답 패킷)",
    en: "the firewall's default (answers)",
  },
  "firewall.example": {
    ko: "예: {source}:{sourcePort} → {address}:{port} ({protocol})",
    en: "e.g. {source}:{sourcePort} → {address}:{port} ({protocol})",
  },
  "firewall.share": {
    ko: "{percent}% 허용, 막히는 출발지: {sources}",
    en: "{percent}% permitted; not from: {sources}",
  },
  "firewall.more": { ko: "… 그 밖에 {count}개", en: "… and {count} more" },
  "firewall.permitted.these": { ko: "허용되는 통신 {count}개", en: "{count} flows permitted" },
  "firewall.crossing": {
    ko: "{input} → {output} 방향으로 지나간다고 보았습니다. 다르면 --in, --out으로 알려 주십시오.",
    en: "Taken to cross from {input} to {output}; if not, say so with --in and --out.",
  },
  "firewall.crossing.open": {
    ko: "어느 인터페이스로 지나가느냐에 따라 다릅니다. --in, --out으로 알려 주십시오.",
    en: "It depends on the interfaces it crosses; say which with --in and --out.",
  },

  "firewall.nothing-dropped": {
    ko: "{edition}판 뒤로 빠진 줄이 없어 회수할 것은 없습니다.",
    en: "No row was dropped since edition {edition}: there is nothing to close.",
  },
  "firewall.nothing-to-request": {
    ko: "신청할 것이 없습니다. 필요한 통신이 모두 이미 허용됩니다.",
    en: "Nothing to request: every required flow is permitted already.",
  },

  "firewall.excess.title": {
    ko: "필요 이상으로 열린 규칙 (넓은 것부터)",
    en: "Open beyond need, widest first",
  },
  "firewall.open": {
    ko: "{sources}에서 {addresses}(으)로, {protocol} {ports}",
    en: "{sources} → {addresses}, {protocol} {ports}",
  },
  "firewall.open.protocol": { ko: "모든 프로토콜", en: "every protocol" },
  "firewall.open.protocols": { ko: "프로토콜 {protocol}", en: "protocol {protocol}" },
  "firewall.open.ports": { ko: "모든 포트", en: "every port" },
  "firewall.open.port": { ko: "{ports}번 포트", en: "port {ports}" },
  "firewall.excess.default": {
    ko: "기본 동작이 허용입니다.",
    en: "The default is to permit.",
  },
  "firewall.excess.perhaps": { ko: "아마", en: "perhaps" },
  "firewall.excess.undecided": { ko: "끝까지 따지지 못함", en: "not followed to the end" },
  "firewall.excess.none": {
    ko: "이 출발지에서 필요 이상으로 열린 것은 없습니다.",
    en: "Nothing is open beyond need from these sources.",
  },
  "firewall.excess.incomplete": {
    ko: "규칙이 너무 복잡해 일부는 끝까지 따지지 못했습니다.",
    en: "Some rules were too complex to be followed to the end.",
  },
  "firewall.compare.same": {
    ko: "두 설정은 모든 패킷을 똑같이 다룹니다.",
    en: "Both configurations treat every packet alike.",
  },
  "firewall.compare.opened": { ko: "새로 허용됨", en: "newly permitted" },
  "firewall.compare.closed": { ko: "새로 차단됨", en: "newly denied" },
  "firewall.compare.perhaps": { ko: "달라졌을 수 있음", en: "perhaps changed" },
  "firewall.compare.incomplete": {
    ko: "너무 복잡해 끝까지 견주지 못했습니다. 다른 차이가 더 있을 수 있습니다.",
    en: "Too complex to be compared to the end; there may be more differences.",
  },
  "firewall.compare.interfaces": {
    ko: "규칙이 인터페이스를 가리는데 어디로 지나가는지 몰라, 그 차이는 견주지 못했습니다. --in, --out으로 알려 주십시오.",
    en: "Rules ask for interfaces, and which ones packets cross is not known, so that was not compared; say so with --in and --out.",
  },
  "firewall.compare.phase.reply": { ko: "(응답 패킷)", en: "(answers)" },
  "firewall.compare.phase.data": { ko: "(이어지는 패킷)", en: "(packets that follow)" },
  "firewall.compare.from": { ko: "들어오는 곳: {input}", en: "coming in by {input}" },
  "firewall.compare.to": { ko: "나가는 곳: {output}", en: "going out by {output}" },
  "firewall.compare.between": { ko: "{input}에서 {output}(으)로", en: "from {input} to {output}" },
  "firewall.compare.other": { ko: "그 밖의 인터페이스", en: "any other interface" },
  "firewall.compare.before": { ko: "이전 {place}  {text}", en: "before, {place}  {text}" },
  "firewall.compare.after": { ko: "이후 {place}  {text}", en: "after, {place}  {text}" },

  "firewall.shadowed.title": { ko: "아무 일도 하지 않는 규칙", en: "Lines that do nothing" },
  "firewall.shadowed.shadowed": {
    ko: "{line}: 앞에서 모두 걸러져 쓰이지 않습니다. 먼저 걸리는 곳: {by}",
    en: "{line}: never reached; what comes first: {by}",
  },
  "firewall.shadowed.redundant": {
    ko: "{line}: 없어도 결과가 같습니다. 대신 걸리는 곳: {by}",
    en: "{line}: nothing would change without it; what decides then: {by}",
  },
  "firewall.not-understood.title": {
    ko: "이해하지 못해 따지지 않은 줄",
    en: "Lines that were not understood and not counted",
  },

  "firewall.fix.title": { ko: "추가할 규칙", en: "Rules to add" },
  "firewall.fix.none": { ko: "추가할 규칙이 없습니다.", en: "There are no rules to add." },
  "firewall.fix.before": {
    ko: "{chain}의 {line}행보다 먼저 걸려야 합니다: {text}",
    en: "They must match before line {line} of {chain}: {text}",
  },
  "firewall.fix.end": {
    ko: "{chain} 어디에 넣어도 됩니다. 막는 줄이 없고 기본 동작만 막고 있습니다.",
    en: "Anywhere in {chain}, its end included: no line denies them, only the default.",
  },
  "firewall.fix.before.written": {
    ko: "{chain}의 {line}행보다 먼저 걸리도록 썼습니다: {text}",
    en: "Written so that they match before line {line} of {chain}: {text}",
  },
  "firewall.fix.end.written": {
    ko: "{chain}의 끝에 넣도록 썼습니다. 막는 줄이 없고 기본 동작만 막고 있습니다.",
    en: "Written for the end of {chain}: no line denies them, only the default.",
  },
  "firewall.fix.proved": {
    ko: "넣은 뒤에는 빠진 통신이 모두 허용됨을 같은 방법으로 확인했습니다.",
    en: "With it in place every missing flow is permitted, by the same proof.",
  },
  "firewall.fix.not-proved": {
    ko: "이것만으로는 모두 허용되지 않습니다. 남은 차단 줄을 함께 고쳐야 합니다.",
    en: "This alone does not permit everything; the other denying lines must change too.",
  },
  "firewall.fix.undetermined": {
    ko: "판단할 수 없는 통신 {count}개는 여기에 들어 있지 않습니다.",
    en: "The {count} flows about which nothing can be told are not in here.",
  },
  "firewall.fix.no-writer": {
    ko: "{vendor} 규칙을 쓰는 방법이 없어 추가할 규칙을 내지 못합니다.",
    en: "There is no writer for {vendor}, so the missing rules cannot be written.",
  },
  "firewall.person.name": {
    ko: "{host}: 이 방화벽은 이름으로 열 수 없습니다. 담당자가 주소를 정해야 합니다.",
    en: "{host}: this firewall cannot open a name; a person must decide on addresses.",
  },
  "firewall.person.wildcard": {
    ko: "{host}: 이 방화벽은 *가 든 이름을 열 수 없습니다. 담당자가 이름을 정해야 합니다.",
    en: "{host}: this firewall cannot open a pattern; a person must decide on names.",
  },
  "firewall.person.inbound": {
    ko: "{host}: 밖에서 들어오는 통신은 담당자가 열어야 합니다.",
    en: "{host}: what comes from outside must be opened by a person.",
  },

  "firewall.drift.name": { ko: "이름", en: "name" },
  "firewall.drift.port": { ko: "포트", en: "port" },
  "firewall.drift.address": { ko: "주소", en: "address" },
  "firewall.drift.documented": { ko: "문서", en: "documented" },
  "firewall.drift.resolved": { ko: "이름이 가리킴", en: "resolved" },
  "firewall.drift.connected": { ko: "연결됨", en: "connected" },
  "firewall.drift.advice": { ko: "할 일", en: "what to do" },
  "firewall.drift.inbound": { ko: "들어오는 연결", en: "inbound" },
  "firewall.drift.yes": { ko: "있음", en: "yes" },
  "firewall.drift.no": { ko: "없음", en: "no" },
  "firewall.drift.advice.keep": { ko: "그대로", en: "keep" },
  "firewall.drift.advice.request": { ko: "열기 신청", en: "request" },
  "firewall.drift.advice.remove": { ko: "회수 신청", en: "remove" },
  "firewall.drift.advice.check": { ko: "서비스 제공사에 확인", en: "ask the provider" },
  "firewall.drift.advice.refuse": { ko: "열지 않음", en: "never open" },
  "firewall.drift.advice.untold": {
    ko: "이 증거로는 알 수 없음",
    en: "this evidence cannot tell",
  },

  "firewall.person.udp": {
    ko: "{host}: 프록시는 UDP를 지나게 하지 못합니다. 담당자가 다른 길을 정해야 합니다.",
    en: "{host}: a proxy carries no UDP; a person must find another way.",
  },
  "firewall.person.family": {
    ko: "{host}: 출발지와 목적지에 같은 종류(IPv4, IPv6)의 주소가 없습니다.",
    en: "{host}: sources and destination share no family (IPv4, IPv6).",
  },
  "firewall.person.limit": {
    ko: "{host}: 이 방화벽의 규칙 개수 한도를 넘습니다. 담당자가 나누어야 합니다.",
    en: "{host}: over this firewall's limit of rules; a person must split them.",
  },

  "firewall.impossible.no-source-of-family": {
    ko: "출발지에 같은 종류(IPv4, IPv6)의 주소가 없습니다.",
    en: "The sources have no address of this family (IPv4, IPv6).",
  },
  "firewall.impossible.family-not-spoken": {
    ko: "이 설정은 그런 주소(IPv4, IPv6)를 다루지 않습니다.",
    en: "This configuration does not speak of this family (IPv4, IPv6).",
  },
  "firewall.impossible.too-complex": {
    ko: "규칙이 너무 잘게 나뉘어 끝까지 따지지 못했습니다.",
    en: "The rules cut this flow into too many pieces to follow.",
  },

  "firewall.unknown.application": { ko: "응용 프로그램 조건", en: "depends on the application" },
  "firewall.unknown.dynamic-group": { ko: "바뀌는 그룹", en: "a group that changes" },
  "firewall.unknown.fqdn": { ko: "방화벽이 찾는 이름", en: "a name the firewall resolves" },
  "firewall.unknown.geography": { ko: "국가 조건", en: "depends on the country" },
  "firewall.unknown.match": { ko: "이해하지 못한 조건", en: "a condition not understood" },
  "firewall.unknown.nat": { ko: "목적지 주소 변환(NAT)", en: "the destination is rewritten (NAT)" },
  "firewall.unknown.object-cyclic": { ko: "자기를 포함한 그룹", en: "a group inside itself" },
  "firewall.unknown.object-missing": { ko: "정의가 없는 객체", en: "an object not defined" },
  "firewall.unknown.program": { ko: "다른 프로그램이 결정", en: "another program decides" },
  "firewall.unknown.rate": { ko: "횟수 제한", en: "a rate limit" },
  "firewall.unknown.schedule": { ko: "시간 조건", en: "only at certain times" },
  "firewall.unknown.user": { ko: "사용자 조건", en: "depends on the user" },
  "firewall.unknown.value": { ko: "이해하지 못한 값", en: "a value not understood" },
};
