import { tableNoteWords } from "./note-words-table.ts";

/** What a printed text may be told, by kind: how grave, in Korean, in English. */
export const noteWords = {
  ...tableNoteWords,
  "audience-missing": [
    "warning",
    "표지에 누구를 위한 안내서인지 없습니다 (“- … ver -” 꼴)",
    "the cover does not say for whom the guide is (as in “- … ver -”)",
  ],
  "bracket-open": [
    "error",
    "닫히지 않았거나 열리지 않은 대괄호가 있습니다: {text}",
    "a square bracket is not closed, or not opened: {text}",
  ],
  "browser-gap": [
    "warning",
    "{version} 이하는 지원하지 않고 {minimum} 이상은 지원한다는데, 그 사이는 말하지 않습니다",
    "up to {version} is not served and {minimum} or later is; nothing is said of those between",
  ],
  "browser-message": [
    "warning",
    "화면 메시지는 {version} 이상이라는데 지원 환경은 {minimum} 이상이라고 합니다",
    "the message on the screen says {version} or later, the supported versions say {minimum}",
  ],
  "browser-overlap": [
    "error",
    "{version} 이하는 지원하지 않는다는데 {minimum} 이상은 지원한다고 합니다",
    "up to {version} is said not to be served, and {minimum} or later is said to be",
  ],
  "char-lost": [
    "error",
    "옮기다 잃어버린 글자(U+FFFD)가 있습니다: {text}",
    "a character was lost when this was copied (U+FFFD): {text}",
  ],
  coverage: [
    "info",
    "글이 있는 {total}줄 가운데 {read}줄을 읽었습니다 ({percent}%)",
    "{read} of the {total} lines with text were read ({percent} %)",
  ],
  "download-differs": [
    "error",
    "‘{program}’의 내려받기 주소가 {first}번째 줄과 다릅니다",
    "the download address of ‘{program}’ is not that of line {first}",
  ],
  "edition-missing": [
    "error",
    "판(연도와 달)이 없습니다. 표지에 2018.11처럼 있어야 합니다",
    "there is no edition; the cover should have a year and a month such as 2018.11",
  ],
  encoding: [
    "info",
    "{encoding}에서 옮겼습니다. 글자가 이상하면 UTF-8로 저장해 다시 하십시오",
    "read as {encoding}; where characters look wrong, save the text as UTF-8 and import it again",
  ],
  "entry-unclear": [
    "warning",
    "무엇을 위한 주소인지 알 수 없어 넣지 않았습니다: {entry}",
    "what this address is for cannot be told, and it was left out: {entry}",
  ],
  "escalation-missing": [
    "warning",
    "모두 해 본 다음에 무엇을 하라는 말이 없습니다",
    "nothing says what to do when everything has failed",
  ],
  "file-differs": [
    "error",
    "내려받는 주소가 없는 파일입니다: {file} (이름이 비슷한 것: {near})",
    "no address leads to the file ‘{file}’; the nearest name is {near}",
  ],
  "host-unopened": [
    "warning",
    "{host}에서 내려받으라는데 방화벽 표에 여는 줄이 없습니다",
    "a download is from {host}, and no row of the firewall tables opens it",
  ],
  "line-long": [
    "error",
    "너무 긴 줄이라 읽지 않았습니다 ({length}자)",
    "the line is too long to be read ({length} characters)",
  ],
  "line-unread": ["info", "읽지 않은 줄: {text}", "not read: {text}"],
  "opening-in-text": [
    "warning",
    "표 밖의 문장에 적혀 방화벽 줄로 넣지 않았습니다: {text}",
    "this stands in a sentence outside of the tables and was not made a firewall row: {text}",
  ],
  "path-damaged": [
    "warning",
    "망가진 경로입니다(\\가 ₩나 W로 바뀜): {printed}. 고쳐 본 것: {path}",
    "a damaged path (a backslash became ₩ or W): {printed}; repaired: {path}",
  ],
  "quote-open": [
    "error",
    "닫히지 않았거나 열리지 않은 따옴표가 있습니다: {text}",
    "a quotation mark is not closed, or not opened: {text}",
  ],
  "remedy-skipped": [
    "error",
    "조치방법 {missing} 없이 {number}번이 나옵니다",
    "remedy {number} comes without a remedy {missing}",
  ],
  "remedy-twice": [
    "error",
    "{first}번째 줄에 이미 있는 번호입니다: 조치방법 {number}",
    "remedy {number} stands on line {first} already",
  ],
  "section-differs": [
    "error",
    "{number}번째 장의 제목이 {first}번째 줄과 다릅니다",
    "section {number} has another title on line {first}",
  ],
  "section-skipped": [
    "error",
    "{missing}번째 장 없이 {number}번째 장이 나옵니다",
    "section {number} comes without a section {missing}",
  ],
  "sites-miscounted": [
    "error",
    "주소가 {said}개라는데 {found}개가 있습니다",
    "{said} addresses are announced, and there are {found}",
  ],
  "symptom-uncaused": [
    "warning",
    "현상 ‘{text}’의 원인을 알 수 없어 넣지 않았습니다",
    "no cause is known for the symptom ‘{text}’, and it was left out",
  ],
  "symptoms-lost": [
    "warning",
    "현상을 보고 조치를 고르라는데 현상의 목록이 없습니다. 그림이었다면 원본에서 옮겨 주세요",
    "remedies are chosen by symptoms, and no symptom is listed; if it was a picture, take it over",
  ],
  "title-first": [
    "warning",
    "“…”로 묶인 제목이 없어 첫 줄을 제목으로 보았습니다: {text}",
    "there is no title in quotation marks; the first line was taken for it: {text}",
  ],
  "title-missing": [
    "warning",
    "표지에 “…”로 묶인 제목이 없습니다",
    "there is no title in quotation marks on the cover",
  ],
  "url-broken": ["error", "깨진 주소입니다: {url}", "a broken address: {url}"],
  "url-unopened": [
    "warning",
    "{host}에 접속하라는데 방화벽 표에 여는 줄이 없습니다",
    "the text leads to {host}, and no row of the firewall tables opens it",
  ],
  "wrong-is-right": [
    "error",
    "{first}번째 줄에서 맞다고 한 주소를 틀렸다고 합니다: {entry}",
    "‘{entry}’ is called right on line {first}",
  ],
  "wrong-twice": [
    "error",
    "{first}번째 줄에 이미 있는 잘못된 예입니다: {entry}",
    "the wrong entry ‘{entry}’ stands on line {first} already",
  ],
  "wrong-unmeant": [
    "warning",
    "‘{entry}’ 대신 무엇을 넣어야 하는지 없습니다",
    "nothing says what to enter instead of ‘{entry}’",
  ],
} as const satisfies Record<string, readonly ["error" | "warning" | "info", string, string]>;
