import { redactHost } from "../host.ts";
import { type Pen, take } from "../pen.ts";
import { isToken } from "../token.ts";
import { type Detector, groupsOf, type Match } from "./detector.ts";
import { isKoreanName } from "./korean-name.ts";
import { afterLabel, labelled } from "./labelled.ts";
import { learn } from "./learn.ts";

/** What Windows calls people, machines and places: profiles, shares, accounts, SIDs, names of PCs. */
export const findWindowsNames: Detector = function* (text, pen) {
  yield* profiles(text, pen);
  yield* shares(text, pen);
  yield* slashed(text);
  for (const { start, end, value } of groupsOf(text, ownFolder, 1)) {
    if (isKoreanName(value, [3])) yield { start, end, kind: "person" };
  }
  yield* sids(text, pen);
  yield* accounts(text, pen);
  yield* directory(text);
  yield* machines(text, pen);
  yield* wireless(text);
};

const everybodys =
  /^(?:public|default|default user|all users|administrator|admin|defaultuser0|guest|공용|%\w+%|systemprofile|localservice|networkservice|profiles|shared)$/i;

/** A folder that is called after somebody: `D:\홍길동\…`. */
const ownFolder = /(?<=[A-Za-z가-힣0-9:_-][\\/]{1,2})([가-힣]{3,4})(?=[\\/])/dg;

/** The folder of a user: `C:\Users\홍길동\…`. */
function* profiles(text: string, pen: Pen): Generator<Match> {
  const windows =
    /(?:(?<![A-Za-z])[A-Za-z]:|%SystemDrive%|HarddiskVolume\d{1,3}|\\\\[^\\\s]{1,80})[\\/]{1,2}(?:Users|사용자|Documents and Settings|home)[\\/]{1,2}([^\\/:*?"<>|\r\n,;]{1,64})/dgi;
  const unix = /(?<![\w/.:~-])\/(?:home|Users)\/([^\\/:*?"<>|\s,;]{1,64})/dg;
  for (const pattern of [windows, unix]) {
    for (const { start, end, value } of labelled(text, pattern)) {
      // Without a separator behind it a sentence may go on: then only the first word is a name.
      const ends = /[\\/]/.test(text[end] ?? "");
      const name = ends ? value : (/^\S+/.exec(value)?.[0] ?? value).replace(/[).\]'”]+$/, "");
      if (name === "" || everybodys.test(name) || isToken(name)) continue;
      learn(pen, name, isKoreanName(name) ? "person" : "user");
      yield {
        start,
        end: start + name.length,
        kind: isKoreanName(name) ? "person" : "user",
      };
    }
  }
  for (const { start, end, value } of groupsOf(
    text,
    /(?:[\\/]|^|\s)OneDrive - ([^\\/:*?"<>|\r\n]{1,64})/dg,
    1,
  )) {
    if (!isToken(value)) yield { start, end, kind: "organisation" };
  }
}

const systemShares = /^(?:[a-z]\$|admin\$|ipc\$|print\$|netlogon|sysvol|pipe|mailslot|wkssvc)$/i;

/** `\\server\share\folder\file.ext`: everything but the ending goes. */
function* shares(text: string, pen: Pen): Generator<Match> {
  const pattern =
    /(?<![\\:\w])(\\{2,4})(?![?.\\])([^\\/\s:*?"<>|(){},;]{1,253})(\\{1,2})([^\\/:*?"<>|\r\n,;\s]{1,80}(?:\\{1,2}[^\\/:*?"<>|\r\n,;]{1,120}(?=\\|$|[\r\n"<>|])|\\{1,2}[^\\/:*?"<>|\r\n,;\s]{1,120}){0,12})/dg;
  for (const {
    0: whole,
    index,
    1: head = "",
    2: server = "",
    3: gap = "",
    4: rest = "",
  } of text.matchAll(pattern)) {
    learn(pen, server.split(".")[0] ?? "", "machine");
    const put = () => head + redactHost(pen, server) + gap + redactFolders(pen, rest);
    yield { start: index, end: index + whole.length, kind: "path", put };
  }
}

function redactFolders(pen: Pen, folders: string): string {
  return folders
    .split(/(\\{1,2})/)
    .map((part) => (/^\\*$/.test(part) || systemShares.test(part) ? part : redactPart(pen, part)))
    .join("");
}

function redactPart(pen: Pen, part: string): string {
  const [, name = "", ending = ""] = /^(.*?)(\.[A-Za-z0-9]{1,5})?$/s.exec(part) ?? [];
  return name === "" ? part : take(pen, "path", name) + ending;
}

/** The part of a SID that stands for the machine or the domain; the kind of account stays. */
function* sids(text: string, pen: Pen): Generator<Match> {
  const pattern =
    /(?<![A-Za-z0-9])S-1-(?:5-21|12-1)-(\d{1,10}-\d{1,10}-\d{1,10})(?=-\d{1,10}(?!\d)|(?![\d-]))/dgi;
  for (const { start, end } of labelled(text, pattern)) {
    yield {
      start,
      end,
      kind: "sid",
      put: (original) => take(pen, "sid", original),
    };
  }
}

const notDomains =
  /^(?:HKLM|HKCU|HKCR|HKU|HKCC|HKEY_\w+|SOFTWARE|SYSTEM|SYSTEM32|WINDOWS|WINNT|PROGRAM|FILES|DRIVERS|TEMP|TMP|USERS|AUTHORITY|BUILTIN|SERVICE|APPPOOL|IIS|NT|COM|DEVICE|DOSDEVICES|GLOBAL|LOCAL|REGISTRY|MACHINE|CLASSES|SECURITY|SAM|BIN|LIB|SRC|NPKI|KICA|GPKI|EPKI|YESSIGN|SIGNKOREA|CROSSCERT|TRADESIGN|NCASIGN|INIPASS|USER|APPDATA|ROOT|MY|CA)$/i;

/** `HANBIT\gildong` */
function* accounts(text: string, pen: Pen): Generator<Match> {
  const pattern =
    /(?<=(?:user|runas|\/u):|[^:\\/\w가-힣.%-]|^)([A-Z][A-Z0-9-]{1,14})(\\{1,2})([A-Za-z가-힣][\w.가-힣-]{1,63}\$?|\d{4,12})(?![\\\w])/g;
  for (const { 0: whole, 1: domain = "", 2: gap = "", 3: user = "", index } of text.matchAll(
    pattern,
  )) {
    if (
      notDomains.test(domain) ||
      isToken(user) ||
      /\.(?:exe|dll|sys|ini|log|cer|crt|pac|reg|der|key)$/i.test(user)
    )
      continue;
    learn(pen, domain, "machine");
    learn(pen, user, "user");
    const put = () => `${take(pen, "host", domain)}${gap}${take(pen, "user", user)}`;
    yield { start: index, end: index + whole.length, kind: "user", put };
  }
}

/** `WinNT://domain/user,user`, as scripts call accounts. */
function* directory(text: string): Generator<Match> {
  const pattern = /(?<![A-Za-z0-9])WinNT:\/\/([^\s,"'<>]{1,120})/dgi;
  for (const { start, end, value } of labelled(text, pattern)) {
    if (!isToken(value)) yield { start, end, kind: "user" };
  }
}

const machineLabels =
  "(?:컴퓨터|PC|호스트|단말기?|장치|디바이스|기기|노트북|워크스테이션|서버)\\s?(?:이름|명|name)|(?:computer|host|machine|device|client|pc|node|workstation|station|terminal|netbios|src|source|endpoint)[\\s_-]?(?:host)?[\\s_-]?name|computer|workstation|[sd]host|devname|devid|hostname|netbios(?:\\s?이름)?|logon\\s?server|로그온\\s?서버|인증\\s?서버\\s?이름|(?:user|logon|dns|ad|nt|windows)?[\\s_-]?domain(?:[\\s_-]?name)?|도메인(?:\\s?이름|명)?|작업\\s?그룹|workgroup|(?:액세스|무선)\\s?포인트|\\bap[\\s_-]?name";
const machineAnnouncement = afterLabel(
  machineLabels,
  "\\\\{0,4}[A-Za-z0-9가-힣][\\w가-힣-]{1,62}(?![\\w.]|-\\w)",
);
/** After a label without a sign, only what is written as machines are called: letters, hyphens, digits. */
const machineBeside = afterLabel(
  `${machineLabels}|host|호스트|node|노드|sys(?:tem)?\\s?name|device|장치|단말기?|ap|proxy|via|by|server|서버|서버명|장비(?:명)?|스위치|게이트웨이|[가-힣]{2,4}\\s?호스트`,
  "(?!\\w{1,20}\\()(?=[\\w-]{0,30}[\\d-])[A-Za-z][\\w-]{3,30}(?![\\w.-]|\\/\\d)",
  true,
);
/** Names of machines as offices make them up: where, for whom, which one. */
const typical3 =
  /(?<![\w.\\/:-])(?!(?:ISO|CVE|RFC|KS|IEEE|TLS|SSL|AES|SHA|EN|UTF|IBM|PKCS|ERR|MS|ECDHE|DHE|RSA|PSK|DES|CAMELLIA|ARIA|SEED|CHACHA\d{0,4}|X509|HTTP|INC|ORD|REQ|SR|TC|DOC|COL|BTN|GRID)-)([A-Z]{2,10}(?:-[A-Z][A-Z0-9]{0,7}){1,3}-\d{1,4})(?![\w-]|\.\w)/g;
/** A machine beside its address: `px01/10.0.0.1`, `10.0.0.1 (px01)`. */
const besideAddress =
  /(?<![\w.\\/-])((?=[\w-]{0,30}\d)[A-Za-z][a-z0-9]{1,20}(?:-[A-Za-z0-9]{1,12}){1,3})(?=\s?[/(]\s?\d{1,3}(?:\.\d{1,3}){3}(?!\d))/dg;

/** `Via: 1.1 px01 (squid)` within a page. */
const relayed = /\bVia: ?(?:HTTP\/)?\d\.\d ([A-Za-z][\w-]{1,62})(?![\w.-])/dg;

const everyMachine =
  /^(?:workgroup|localhost|unknown|none|null|없음|not|name|is|and|default|user|local|invalid|알|\d{1,3})$/i;

function* machines(text: string, pen: Pen): Generator<Match> {
  const typical =
    /(?<![A-Za-z0-9-])(?:(?:DESKTOP|LAPTOP|NOTEBOOK)-[A-Z0-9]{5,10}|WIN-[A-Z0-9]{11}|MININT-[A-Z0-9]{7})(?![A-Za-z0-9-])/g;
  for (const { 0: whole, index } of text.matchAll(typical)) {
    learn(pen, whole, "machine");
    yield { start: index, end: index + whole.length, kind: "machine" };
  }
  for (const pattern of [machineAnnouncement, machineBeside]) {
    for (const { end, value, groups } of labelled(text, pattern)) {
      const name = value.replace(/^\\+/, "");
      if (isToken(name) || everyMachine.test(name) || /\.$/.test(name)) continue;
      // A word that nothing else tells is a name only where the label asks for one.
      const word = /^[A-Z]?[a-z]+$/.test(name);
      if (word && !/name|이름|명|domain|도메인|그룹/i.test(groups[0].slice(0, -name.length)))
        continue;
      learn(pen, name, "machine");
      yield { start: end - name.length, end, kind: "machine" };
    }
  }
  for (const { start, end, value } of groupsOf(text, logHost, 1)) {
    if (!isToken(value)) yield { start, end, kind: "machine" };
  }
  for (const { start, end, value } of groupsOf(text, relayed, 1)) {
    if (!isToken(value) && !/^(?:squid|varnish|google|proxy|cache|nginx)$/i.test(value))
      yield { start, end, kind: "machine" };
  }
  for (const pattern of [typical3, besideAddress]) {
    for (const { 0: whole, index } of text.matchAll(pattern)) {
      learn(pen, whole, "machine");
      yield { start: index, end: index + whole.length, kind: "machine" };
    }
  }
  const domain = /(?:로그온\s?|AD\s?)?도메인\s{1,2}([A-Z][A-Z0-9-]{2,14})(?![\w.-])/dg;
  for (const { start, end, value } of groupsOf(text, domain, 1)) {
    learn(pen, value, "machine");
    yield { start, end, kind: "machine" };
  }
  const alone = /(?<![\\\w:])\\\\([A-Za-z][\w-]{3,30})(?![\w\\.-])/dg;
  for (const { start, end, value } of groupsOf(text, alone, 1)) {
    if (isToken(value) || !/[A-Z\d-]/.test(value)) continue;
    learn(pen, value, "machine");
    yield { start, end, kind: "machine" };
  }
}

/** `//server/share/file.ext`, as some programs write shares. */
function* slashed(text: string): Generator<Match> {
  const pattern =
    /(?<=^|[\s"'(=])\/\/([A-Za-z가-힣][\w가-힣-]{1,30}(?:\/[^\s/"'<>|?*]{1,80}){1,8})/dgm;
  for (const { start, value } of labelled(text, pattern)) {
    const [, stem = value] = /^(.*?)(?:\.[A-Za-z0-9]{1,5})?$/s.exec(value) ?? [];
    if (!isToken(stem)) yield { start, end: start + stem.length, kind: "path" };
  }
}

const wirelessLabels =
  "E?SSID(?:\\s?이름)?|Wi-?Fi(?:\\s?(?:이름|명|name))?|와이파이(?:\\s?(?:이름|명))?|무선|무선\\s?(?:랜|네트워크|AP)(?:\\s?이름|명)?|wlan(?:\\s?(?:profile|name))?|(?:wireless|wi-?fi)\\s?(?:network|profile)(?:\\s?name)?|(?:연결된\\s?)?네트워크(?:\\s?이름)?|network\\s?name|connected\\s?to|(?:무선\\s?|연결\\s?)?프로필";
const wirelessAnnouncement = afterLabel(wirelessLabels, "[^\"'”“\\\\\\r\\n,;<>()\\]]{1,32}");
const wirelessBeside = afterLabel(
  wirelessLabels,
  "(?=[\\w-]{0,31}[\\d_])(?![56]\\b|802|[256]\\.?4?\\s?G)[A-Za-z][\\w-]{3,31}(?![\\w-])",
  true,
);
const wirelessQuoted = new RegExp(
  `(?<![A-Za-z가-힣])(?:${wirelessLabels})\\s{0,3}["'“‘]([^"'”’\\r\\n<>]{2,32})["'”’]`,
  "gdi",
);

/** `<14>Nov 20 09:31:02 host program:` */
const logHost =
  /(?<=^|[\s>])(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) {1,2}\d{1,2} \d\d:\d\d:\d\d ([A-Za-z][\w-]{2,62}) (?=[\w/-]{1,30}(?:\[\d{1,8}\])?:)/dg;

const organisationStates =
  /^(?:없음|미\S*|알 수 없음|확인\S*.*|조회\S*.*|필요|필수|선택|입력\S*.*|오류|실패|불일치|일치|unknown|none|n\/a|required|(?:name|org|account)-[a-z]{8}.*)$/i;
const organisation = afterLabel(
  "registered\\s?organi[sz]ation|등록\\s?(?:조직|단체)|예금주(?:명)?|입금자(?:명)?|송금인|(?:보내는|받는)\\s?(?:분|사람)|수취인|거래처(?:명)?|회사명|기관명|업체명|상호(?:명)?|company\\s?name|organi[sz]ation\\s?name",
  "[A-Za-z가-힣(][^\"'”\\\\\\r\\n,;<>|]{1,40}",
);

function* wireless(text: string): Generator<Match> {
  for (const { start, value } of labelled(text, organisation)) {
    const bare = value.trimEnd().replace(/\s[/|].*$/, "");
    if (!isToken(bare) && !organisationStates.test(bare))
      yield { start, end: start + bare.length, kind: "organisation" };
  }
  const states =
    /^(?:연결\S*.*|끊\S*|켜\S*|꺼\S*|사용\S*.*|숨[김겨]\S*|없음|식별\S*.*|(?:공용|개인|도메인|회사|내부|외부|업무|게스트|기본)\s?(?:네트워크|망)?|.*(?:오류|장애|불가|실패|필요|설정|안 됨|중)$|not .*|public.*|private.*|domain.*|lan|ethernet|유선.*|이더넷.*|\d.*|도메인|개인|공용|공개|기본\S*|미\S*|비활성\S*|활성\S*|알 수 없음|해제\S*|hidden|on|off|connected|disconnected|enabled|disabled|none|unknown|yes|no|n\/a|true|false|[-*]+)$/i;
  for (const pattern of [wirelessAnnouncement, wirelessBeside, wirelessQuoted]) {
    for (const { start, value } of labelled(text, pattern)) {
      const bare = value.replace(/\s+(?:에|에서|으로|로|\/).*$/, "").trimEnd();
      if (bare === "" || states.test(bare) || isToken(bare)) continue;
      yield { start, end: start + bare.length, kind: "network" };
    }
  }
}
