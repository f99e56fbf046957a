import type { NoteKind } from "../../../src/guide/import/text/notes.ts";

/** One way to spoil a printed guide's text; `plant` changes a line and gives its number. */
export interface Defect {
  name: string;
  kind: NoteKind;
  plant(lines: string[]): number;
}

/** In the first line that fits, the change; the number of that line. */
function change(lines: string[], fits: RegExp, from: RegExp | string, to: string, nth = 0): number {
  const at = lines
    .map((line, index) => (fits.test(line) ? index : -1))
    .filter((index) => index >= 0);
  const index = at.at(nth);
  if (index === undefined) throw new Error(`no line fits ${fits}`);
  const changed = lines[index]!.replace(from, to);
  if (changed === lines[index]) throw new Error(`${fits} leaves line ${index + 1} as it is`);
  lines[index] = changed;
  return index + 1;
}

/** Rows of the firewall tables: with a name of their own, and those that only add an address. */
const named = /^[^\t]*\t[a-z][\w.-]+\t\d+\.\d+\.\d+\.\d+/;
const added = /^\t\t\d+\.\d+\.\d+\.\d+/;
const lastPart = /\.\d+(?=\t|$)/;

/** Each fits any text in the shape of the printed guide, not only the one beside this file. */
export const defects: Defect[] = [
  {
    name: "an octet above 255",
    kind: "address-impossible",
    plant: (lines) => change(lines, added, lastPart, ".300"),
  },
  {
    name: "a missing octet",
    kind: "address-impossible",
    plant: (lines) => change(lines, named, /(\d+\.\d+\.\d+)\.\d+/, "$1", -1),
  },
  {
    name: "port 0",
    kind: "port-impossible",
    plant: (lines) => change(lines, /\t389$/, /389$/, "0"),
  },
  {
    name: "a port above 65535",
    kind: "port-impossible",
    plant: (lines) => change(lines, /\t80, \d+/, /80, (\d+)/, "80, 7$1$1"),
  },
  {
    name: "a port that is no number",
    kind: "port-unreadable",
    plant: (lines) => change(lines, /HTTP\(80\)$/, "(80)", "(8O)"),
  },
  {
    name: "a space in a host",
    kind: "host-impossible",
    plant: (lines) => change(lines, /^\tm/, /^\tm(\w*)\./, "\tm$1 ."),
  },
  {
    name: "a comma for a dot in a host",
    kind: "host-impossible",
    plant: (lines) => change(lines, /\tHTTP\(80\)$/, /\t([a-z]+)\./, "\t$1,"),
  },
  {
    name: "an address in two rows",
    kind: "address-again",
    plant(lines) {
      const first = lines.find((line) => named.test(line))!.split("\t")[2]!;
      return change(lines, added, /[\d.]+/, first, 1);
    },
  },
  {
    name: "a download from a host that no row opens",
    kind: "host-unopened",
    plant: (lines) =>
      change(lines, /^https:.*\.exe$/, /\/\/[^/]+/, "//files.elsewhere.example", -1),
  },
  {
    name: "a broken scheme",
    kind: "url-broken",
    plant: (lines) => change(lines, /^https:.*\.der$/, "https://", "htps:/", -1),
  },
  {
    name: "a row without an address",
    kind: "address-missing",
    plant: (lines) => change(lines, /\t443$/, /\t[\d.]+\t443$/, "\t\t443"),
  },
  {
    name: "a remedy's number twice",
    kind: "remedy-twice",
    plant: (lines) => change(lines, /조치방법 \d+\./, /조치방법 \d+\./, "조치방법 1.", -1),
  },
  {
    name: "a remedy's number left out",
    kind: "remedy-skipped",
    plant: (lines) => change(lines, /조치방법 \d+\./, /조치방법 (\d+)\./, "조치방법 1$1.", -1),
  },
  {
    name: "a wrong entry that is a right one",
    kind: "wrong-is-right",
    plant: (lines) => change(lines, /^http:\/\/\*\./, "http://", ""),
  },
  {
    name: "a wrong entry twice",
    kind: "wrong-twice",
    plant(lines) {
      const first = lines.find((line) => /^http:\/\/\*\./.test(line))!;
      return change(lines, /^https:\/\/\*\./, /.*/, first, -1);
    },
  },
  {
    name: "a version both served and not",
    kind: "browser-overlap",
    plant: (lines) => change(lines, /^※.*이하/, /\d+ 이하/, "12 이하"),
  },
  {
    name: "versions of which nothing is said",
    kind: "browser-gap",
    plant: (lines) => change(lines, /^※.*이하/, /\d+ 이하/, "6 이하"),
  },
  {
    name: "another version in the message",
    kind: "browser-message",
    plant: (lines) => change(lines, /^“.*\d+ 이상/, /\d+ 이상/, "7 이상"),
  },
  {
    name: "a file that is not the one of its address",
    kind: "file-differs",
    plant: (lines) =>
      change(lines, /^\w+\.exe |\w+\.exe\W+[가-힣]/, /(\w)(\w)\.exe/, "$2$1.exe", -1),
  },
  {
    name: "no edition",
    kind: "edition-missing",
    plant(lines) {
      change(lines, /^\d{4}\.\d\d$/, /.*/, "");
      return 1;
    },
  },
  {
    name: "no audience",
    kind: "audience-missing",
    plant(lines) {
      change(lines, /^- .* ver -$/, /.*/, "");
      return 1;
    },
  },
  {
    name: "a section's number left out",
    kind: "section-skipped",
    plant: (lines) => change(lines, /^네 번째/, "네", "여섯"),
  },
  {
    name: "a section's title not as before",
    kind: "section-differs",
    plant: (lines) => change(lines, /^“ 두 번째/, /두 번째\. \S+/, "두 번째. 다른"),
  },
  {
    name: "a bracket that is not closed",
    kind: "bracket-open",
    plant: (lines) => change(lines, /\[도구\]-\[인터넷옵션\]/, "[인터넷옵션]", "[인터넷옵션"),
  },
  {
    name: "a quotation mark that is not closed",
    kind: "quote-open",
    plant: (lines) => change(lines, /“저장”/, "”", ""),
  },
  {
    name: "more entries announced than there are",
    kind: "sites-miscounted",
    plant: (lines) => change(lines, /\[사이트\]에/, /\d개/, "7개"),
  },
  {
    name: "a cell too many",
    kind: "cells-too-many",
    plant: (lines) => change(lines, /\t389$/, /$/, "\t비고"),
  },
  {
    name: "no ports",
    kind: "ports-missing",
    plant: (lines) => change(lines, /\tHTTP\(80\), HTTPS\(443\)$/, /\t[^\t]*$/, ""),
  },
];

/** Twelve that lie on lines of their own, so that they can stand in one text. */
export const twelve: readonly string[] = [
  "an octet above 255",
  "a missing octet",
  "port 0",
  "a port above 65535",
  "a comma for a dot in a host",
  "a download from a host that no row opens",
  "a broken scheme",
  "a remedy's number twice",
  "a wrong entry that is a right one",
  "a version both served and not",
  "a section's number left out",
  "a bracket that is not closed",
];
