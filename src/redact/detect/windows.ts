import { redactHost } from "../host.ts";
import { type Pen, take } from "../pen.ts";
import { isToken } from "../token.ts";
import { type Detector, groupsOf, type Match } from "./detector.ts";
import { isKoreanName } from "./korean-name.ts";

/** What Windows calls people, machines and places: profiles, shares, accounts, SIDs, names of PCs. */
export const findWindowsNames: Detector = function* (text, pen) {
  yield* profiles(text, pen);
  yield* shares(text, pen);
  yield* sids(text, pen);
  yield* accounts(text, pen);
  yield* machines(text, pen);
  yield* wireless(text);
};

const everybodys =
  /^(?:public|default|default user|all users|administrator|admin|defaultuser0|guest|공용|%\w+%|systemprofile|localservice|networkservice|profiles|shared)$/i;

/** The folder of a user: `C:\Users\홍길동\…`. */
function* profiles(text: string, pen: Pen): Generator<Match> {
  const windows =
    /(?:(?<![A-Za-z])[A-Za-z]:|%SystemDrive%|\\\\[^\\\s]{1,80})[\\/]{1,2}(?:Users|사용자|Documents and Settings|home)[\\/]{1,2}([^\\/:*?"<>|\r\n,;]{1,64})/dgi;
  const unix = /(?<![\w/.:~-])\/(?:home|Users)\/([^\\/:*?"<>|\s,;]{1,64})/dg;
  for (const pattern of [windows, unix]) {
    for (const { start, end, value } of groupsOf(text, pattern, 1)) {
      // Without a separator behind it a sentence may go on: then only the first word is a name.
      const ends = /[\\/]/.test(text[end] ?? "");
      const name = ends ? value : (/^\S+/.exec(value)?.[0] ?? value).replace(/[).\]'”]+$/, "");
      if (name === "" || everybodys.test(name) || isToken(name)) continue;
      learn(pen, name, isKoreanName(name) ? "person" : "user");
      yield { start, end: start + name.length, kind: isKoreanName(name) ? "person" : "user" };
    }
  }
  for (const { start, end, value } of groupsOf(
    text,
    /[\\/]OneDrive - ([^\\/:*?"<>|\r\n]{1,64})/dg,
    1,
  )) {
    if (!isToken(value)) yield { start, end, kind: "organisation" };
  }
}

/** A name that is found once goes everywhere, where it is long enough to be nothing else. */
function learn(pen: Pen, name: string, kind: "person" | "user" | "machine"): void {
  const least = /^[가-힣]+$/.test(name) ? 3 : 5;
  const usual =
    /^(?:users?|owner|admin|test|guest|default|public|windows|local|office|server|client|manager)\d*$/i;
  if (name.length < least || usual.test(name) || /^\d+$/.test(name) || pen.words.says(name)) return;
  pen.learned.set(name.toLowerCase(), kind);
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
  for (const { start, end } of groupsOf(text, pattern, 1)) {
    yield { start, end, kind: "sid", put: (original) => take(pen, "sid", original) };
  }
}

const notDomains =
  /^(?:HKLM|HKCU|HKCR|HKU|HKCC|HKEY_\w+|SOFTWARE|SYSTEM|SYSTEM32|WINDOWS|WINNT|PROGRAM|FILES|DRIVERS|TEMP|TMP|USERS|AUTHORITY|BUILTIN|SERVICE|APPPOOL|IIS|NT|COM|DEVICE|DOSDEVICES|GLOBAL|LOCAL|REGISTRY|MACHINE|CLASSES|SECURITY|SAM|BIN|LIB|SRC|NPKI|KICA|GPKI|EPKI|YESSIGN|SIGNKOREA|CROSSCERT|TRADESIGN|NCASIGN|INIPASS|USER|APPDATA|ROOT|MY|CA)$/i;

/** `HANBIT\gildong` */
function* accounts(text: string, pen: Pen): Generator<Match> {
  const pattern =
    /(?<![\\/:\w가-힣.%-])([A-Z][A-Z0-9-]{1,14})(\\{1,2})([A-Za-z가-힣][\w.가-힣-]{1,63}\$?)(?![\\\w])/g;
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

const machineLabels =
  "(?:컴퓨터|PC|호스트|단말기?|장치|디바이스)\\s?(?:이름|명)|computer\\s?name|host\\s?name|machine\\s?name|device\\s?name|workstation(?:\\s?name)?|netbios(?:\\s?name)?|도메인(?:\\s?이름|명)?|작업\\s?그룹|domain|workgroup";

const machineAnnouncement = new RegExp(
  `(?<![A-Za-z가-힣])(?:${machineLabels})\\s{0,3}[:=]\\s{0,3}["'“]?([A-Za-z0-9가-힣][\\w가-힣-]{1,62})(?![\\w.-])`,
  "gid",
);

function* machines(text: string, pen: Pen): Generator<Match> {
  const typical =
    /(?<![A-Za-z0-9-])(?:(?:DESKTOP|LAPTOP)-[A-Z0-9]{7}|WIN-[A-Z0-9]{11}|MININT-[A-Z0-9]{7})(?![A-Za-z0-9-])/g;
  for (const { 0: whole, index } of text.matchAll(typical)) {
    learn(pen, whole, "machine");
    yield { start: index, end: index + whole.length, kind: "machine" };
  }
  for (const { start, end, value } of groupsOf(text, machineAnnouncement, 1)) {
    if (isToken(value) || /^(?:workgroup|localhost|unknown|none|없음|\d{1,3})$/i.test(value))
      continue;
    learn(pen, value, "machine");
    yield { start, end, kind: "machine" };
  }
}

function* wireless(text: string): Generator<Match> {
  const pattern =
    /(?<![A-Za-z가-힣])(?:SSID(?:\s?이름)?|Wi-?Fi(?:\s?(?:이름|명|name))?|와이파이(?:\s?이름)?|무선\s?(?:랜|네트워크)(?:\s?이름|명)?)\s{0,3}[:=]\s{0,3}["'“]?([^"'”\r\n,;<>()]{1,32})/dgi;
  const states =
    /^(?:연결\S*.*|끊\S*|켜\S*|꺼\S*|사용\S*.*|없음|on|off|connected|disconnected|enabled|disabled|none|yes|no)$/i;
  for (const { start, value } of groupsOf(text, pattern, 1)) {
    const bare = value.trimEnd();
    if (bare === "" || states.test(bare) || isToken(bare)) continue;
    yield { start, end: start + bare.length, kind: "network" };
  }
}
