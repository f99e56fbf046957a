/** What may be told of a firewall table. */
export const tableNoteWords = {
  "address-again": [
    "error",
    "{first}번째 줄에 이미 있는 주소입니다: {address}",
    "the address {address} stands on line {first} already",
  ],
  "address-block": [
    "error",
    "주소 뒤의 숫자가 블록의 길이인지 다른 주소인지 알 수 없습니다: {address}",
    "‘{address}’: what follows the slash does not fit as the length of a block",
  ],
  "address-impossible": [
    "error",
    "IP 주소일 수 없습니다(0~255의 숫자 네 개여야 함): {address}",
    "‘{address}’ cannot be an IP address; it takes four numbers from 0 to 255",
  ],
  "address-missing": ["error", "{host}의 IP 주소가 없습니다", "there is no IP address for {host}"],
  "address-range": [
    "info",
    "범위를 주소와 블록 {blocks}개로 나누어 넣었습니다: {text}",
    "the range {text} was taken as {blocks} addresses and blocks",
  ],
  "address-shared": [
    "warning",
    "{first}번째 줄의 다른 호스트와 같은 주소입니다: {address}",
    "the address {address} is that of another host on line {first}",
  ],
  "address-short": [
    "warning",
    "끝자리만 적혀 앞 주소에 이어 보았습니다: {text} → {taken}",
    "only the last number {text} is there; taken to be {taken}",
  ],
  "address-unclear": [
    "error",
    "IP 칸에서 주소로 읽을 수 없는 말입니다: {text}",
    "words in the cell for addresses that are no address: {text}",
  ],
  "cell-unread": ["info", "표에서 읽지 않은 칸: {text}", "a cell that was not read: {text}"],
  "cells-too-many": [
    "error",
    "표의 머리글보다 칸이 많습니다: {text}",
    "the row has more cells than the table's heading: {text}",
  ],
  "columns-few": [
    "warning",
    "IP도 포트도 없는 표입니다",
    "the table has neither addresses nor ports",
  ],
  "columns-guessed": [
    "warning",
    "머리글이 없는 표라 칸의 모양으로 읽었습니다: {ko}",
    "the table has no heading; read by what its cells look like: {en}",
  ],
  "columns-twice": [
    "warning",
    "같은 것을 담은 칸이 또 있어 함께 넣었습니다: {title}",
    "another column holds the same; both were taken: {title}",
  ],
  "ditto-alone": [
    "error",
    "위에 되풀이할 것이 없는 ‘{text}’입니다",
    "there is nothing above for the ditto mark ‘{text}’ to repeat",
  ],
  "host-impossible": [
    "error",
    "호스트 이름일 수 없습니다: {host}",
    "‘{host}’ cannot be a host name",
  ],
  "host-merged": [
    "warning",
    "호스트 칸이 비어 있어 {first}번째 줄과 같다고 보았습니다: {host}",
    "the cell for the host is empty; taken to be {host} of line {first}",
  ],
  "host-missing": ["error", "이 줄의 호스트가 없습니다", "the row has no host"],
  "hosts-several": [
    "warning",
    "어느 주소가 어느 호스트의 것인지 없어 호스트마다 모두 넣었습니다",
    "which address is whose is not said; each host was given all of them",
  ],
  "path-dropped": [
    "info",
    "{host} 뒤의 경로는 방화벽 줄에 넣지 않았습니다: {path}",
    "the path {path} behind {host} was left out: a firewall row has none",
  ],
  "port-differs": [
    "error",
    "{host} 뒤에 적힌 포트가 포트 칸에 없습니다: {port}",
    "port {port} behind {host} does not stand in the cell for ports",
  ],
  "port-impossible": [
    "error",
    "1~65535가 아닌 포트입니다: {port}",
    "the port ‘{port}’ is not from 1 to 65535",
  ],
  "port-unclear": [
    "warning",
    "UDP인지 TCP인지 분명하지 않은 포트입니다: {port}",
    "whether port {port} is UDP or TCP is not clear",
  ],
  "port-unreadable": [
    "error",
    "포트를 읽을 수 없습니다: ‘{port}’",
    "a port that cannot be read: ‘{port}’",
  ],
  "ports-by-scheme": [
    "warning",
    "{host}의 포트가 없어 주소 앞부분(http, https)의 포트를 넣었습니다: {port}",
    "there is no port for {host}; {port} was taken from its scheme",
  ],
  "ports-merged": [
    "warning",
    "{host}의 포트 칸이 비어 있어 {first}번째 줄과 같다고 보았습니다",
    "the cell for the ports of {host} is empty; taken to be those of line {first}",
  ],
  "ports-missing": ["error", "{host}의 포트가 없습니다", "there is no port for {host}"],
  "ports-unsaid": [
    "error",
    "표에 포트 칸이 없어 {host}의 포트를 알 수 없습니다",
    "the table has no column for ports, and those of {host} are not known",
  ],
  "protocol-merged": [
    "warning",
    "프로토콜 칸이 비어 있어 윗줄과 같다고 보았습니다: {protocol}",
    "the cell for the protocol is empty; taken to be {protocol} as above",
  ],
  "protocol-unknown": [
    "error",
    "모르는 프로토콜입니다: {word}",
    "a protocol that is not known: {word}",
  ],
  "record-joined": [
    "warning",
    "이어진 {lines}줄의 ‘이름 : 값’을 한 서버의 것으로 보았습니다",
    "the words and values of {lines} lines in a row were taken to be of one server",
  ],
  "row-joined": [
    "warning",
    "두 줄로 나뉜 줄을 이어 읽었습니다: {text}",
    "a row that had become two lines was joined: {text}",
  ],
  "row-merged": [
    "warning",
    "호스트와 IP 칸이 비어 있어 {first}번째 줄의 {host}에 포트를 더했습니다",
    "host and address are empty; the ports were added to {host} of line {first}",
  ],
  "row-swapped": [
    "warning",
    "칸이 서로 바뀌어 있어 생김새대로 읽었습니다: {text}",
    "cells stand in one another's columns; read by what they look like: {text}",
  ],
  "row-unclear": [
    "error",
    "어느 칸의 것인지 알 수 없어 읽지 않았습니다: {text}",
    "in which columns this stands cannot be told, and it was not read: {text}",
  ],
  "row-wrapped": [
    "error",
    "윗줄의 어느 칸에서 이어지는지 알 수 없어 읽지 않았습니다: {text}",
    "which cell of the row above goes on here cannot be told; not read: {text}",
  ],
  "table-empty": [
    "error",
    "표의 머리글 아래에 줄이 없습니다",
    "nothing stands below the table's heading",
  ],
  "table-stacked": [
    "warning",
    "표가 한 칸에 한 줄씩 풀려 있어 {columns}칸 {rows}줄로 보았습니다",
    "the table has one cell a line; taken to be {rows} rows of {columns} columns",
  ],
} as const;
