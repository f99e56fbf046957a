import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { textImporter } from "../../../src/guide/import/text/importer.ts";
import { noteWords } from "../../../src/guide/import/text/note-words.ts";
import { draftOf, guideOf, printed, toldOf } from "./_draft.ts";
import { defects } from "./defects.ts";

/** A small text for each trouble that no single change of the printed one makes. */
const texts: [kind: string, line: number, text: string][] = [
  ["title-missing", 1, "2018.05\n\n첫 번째. 쓸 수 있는 브라우저"],
  ["escalation-missing", 2, "조치방법 1. 지우기\n[도구]-[설정]에서 지우기"],
  ["host-missing", 3, "첫 번째. 주소\n구분\tURL\tIP\tPort\n이체\t\t192.0.2.1\t443"],
  ["table-empty", 2, "첫 번째. 주소\n구분\tURL\tIP\tPort\n\n끝"],
  ["line-long", 2, `조치방법 1. 지우기\n${"가나 ".repeat(400)}`],
  [
    "download-differs",
    5,
    [
      "조치방법 1. 깔기",
      "-Gureum SafeKey(GSK)",
      "https://a.example/gsk.exe",
      "-Gureum SafeKey(GSK)",
      "https://b.example/gsk.exe",
    ].join("\n"),
  ],
  ["wrong-unmeant", 3, "조치방법 1. 넣기\n[주의사항]\nhttp://*.gureum.example"],
  ["cell-unread", 2, "URL\tIP\tPort\t담당\na.example\t192.0.2.1\t443\t김하늘"],
  ["char-lost", 2, "첫 번째. 환경\n글자가 깨진 \ufffd 문장입니다"],
  ["title-first", 1, "납부 장애 해결 안내\n\n첫 번째. 환경"],
  ["entry-unclear", 3, "조치방법 1. 확인\n아래 주소가 열리는지 봅니다.\n*.a.example"],
  ["opening-in-text", 2, "첫 번째. 환경\n방화벽에서 192.0.2.1의 443 포트를 엽니다."],
  [
    "url-unopened",
    4,
    "첫 번째. 환경\nURL\tIP\tPort\na.example\t192.0.2.1\t443\nhttps://b.example/check 에서 확인합니다.",
  ],
  ["address-block", 2, "URL\tIP\tPort\na.example\t192.0.2.9/8\t443"],
  ["address-range", 2, "URL\tIP\tPort\na.example\t192.0.2.1~5\t443"],
  ["address-shared", 3, "URL\tIP\tPort\na.example\t192.0.2.1\t443\nb.example\t192.0.2.1\t443"],
  ["address-short", 2, "URL\tIP\tPort\na.example\t192.0.2.1, 2\t443"],
  ["address-unclear", 2, "URL\tIP\tPort\na.example\t유동 IP\t443"],
  ["columns-few", 1, "URL\t용도\nhttps://a.example\t이체"],
  ["columns-guessed", 1, "a.example\t192.0.2.1\t443"],
  ["columns-twice", 1, "URL\tIP\t예비 IP\tPort\na.example\t192.0.2.1\t192.0.2.2\t443"],
  ["ditto-alone", 2, "URL\tIP\tPort\na.example\t〃\t443"],
  ["host-merged", 3, "구분\tURL\tIP\tPort\n가\ta.example\t192.0.2.1\t443\n나\t\t192.0.2.2\t443"],
  ["hosts-several", 2, "URL\tIP\tPort\na.example, b.example\t192.0.2.1, 192.0.2.2\t443"],
  ["path-dropped", 2, "URL\tIP\tPort\na.example/pay\t192.0.2.1\t443"],
  ["port-differs", 2, "URL\tIP\tPort\na.example:80\t192.0.2.1\t443"],
  ["port-unclear", 2, "URL\tIP\tPort\na.example\t192.0.2.1\tUDP 500, 4500"],
  ["ports-by-scheme", 2, "URL\tIP\nhttps://a.example\t192.0.2.1"],
  ["ports-unsaid", 2, "URL\tIP\na.example\t192.0.2.1"],
  [
    "protocol-merged",
    3,
    "URL\tIP\t프로토콜\tPort\na.example\t192.0.2.1\tUDP\t500\n\t192.0.2.2\t\t53",
  ],
  ["protocol-unknown", 2, "URL\tIP\t프로토콜\tPort\na.example\t192.0.2.1\tICMP\t80"],
  ["record-joined", 2, "첫 번째. 접속\n- IP : 192.0.2.1\n- 포트 : 443"],
  ["row-joined", 2, "| URL | IP | Port |\n| a.\nexample | 192.0.2.1 | 443 |"],
  ["row-merged", 3, "URL\tIP\tPort\na.example\t192.0.2.1\t443\n\t\t80"],
  ["row-swapped", 2, "URL\tIP\tPort\n192.0.2.1\ta.example\t443"],
  ["row-unclear", 2, "구분\t용도\tURL\tIP\tPort\n예비\ta.example\t192.0.2.1\t443"],
  ["row-wrapped", 3, "URL\tIP\tPort\na.example\t192.0.2.1\t443\n예비용\nb.example\t192.0.2.2\t443"],
  ["table-stacked", 1, "URL\nIP\nPort\na.example\n192.0.2.1\n443"],
  ["symptom-uncaused", 2, "증상\t조치방법\n창이 하얗다\t조치방법 9\n\n조치방법 1. 지우기"],
];

describe("kinds of notes", () => {
  for (const [kind, line, text] of texts) {
    it(`${kind} has its line`, () => {
      const told = toldOf(draftOf(text).notes);
      assert.ok(told.includes(`${line} ${kind}`), told.join(", "));
    });
  }

  it("each of the closed list is told by some text", () => {
    const spoilt = defects.flatMap(({ plant }) => {
      const lines = printed.split("\n");
      plant(lines);
      return draftOf(lines.join("\n")).notes;
    });
    const others = [draftOf(printed, "cp949"), ...texts.map(([, , text]) => draftOf(text))];
    const seen = [...spoilt, ...others.flatMap(({ notes }) => notes)];
    const kinds = new Set(seen.map(({ kind }) => kind));
    assert.deepEqual([...kinds].toSorted(), Object.keys(noteWords).toSorted());
    for (const { words } of seen) {
      assert.match(words.ko, /[가-힣]/);
      assert.doesNotMatch(words.ko + words.en, /\{\w+\}/);
    }
  });
});

describe("other ways to print the same things", () => {
  it("ports with labels, ranges, UDP and a column for the protocol", () => {
    const text = [
      "도메인\tIP주소\t포트\t프로토콜\t용도",
      "a.example\t192.0.2.1\tTCP 6000~6010, 443/TCP\tTCP\t파일 받기",
      "b.example\t192.0.2.2\t53, 8443\tUDP\t",
      "c.example\t192.0.2.0/28\tHTTPS(8443)\tTCP\t",
    ].join("\n");
    const { endpoints } = guideOf(draftOf(text));
    assert.deepEqual(
      endpoints.map(({ ports }) => ports),
      [
        [
          { port: 6000, to: 6010, protocol: "tcp", label: "TCP 6000~6010" },
          { port: 443, protocol: "tcp", label: "443/TCP" },
        ],
        [
          { port: 53, protocol: "udp" },
          { port: 8443, protocol: "udp" },
        ],
        [{ port: 8443, protocol: "https", label: "HTTPS(8443)" }],
      ],
    );
    assert.equal(endpoints[0]!.purpose.ko, "파일 받기");
    assert.deepEqual(endpoints[2]!.addresses, ["192.0.2.0/28"]);
  });

  it("chapters, a spelt date, other browsers and a table of symptoms", () => {
    const text = [
      "“온라인 납부 장애 안내”",
      "- 기관 직원용 -",
      "2020년 3월",
      "제1장 지원 환경",
      "Chrome 80 이상, Edge 79 이상 지원, Chrome 79 이하 미지원",
      "제2장 조치",
      "증상\t조치방법",
      "창이 열렸다가 닫힌다\t조치방법 1",
      "조치방법 1. 사이트 추가",
      '1) [설정] > [개인정보] > [사이트]에서 "추가" 버튼을 누릅니다.',
      "① *.gureum.example",
    ].join("\n");
    const { notes, files } = draftOf(text);
    const guide = guideOf({ id: "", edition: "", files, notes });
    assert.deepEqual(toldOf(notes), ["11 escalation-missing"]);
    assert.equal(guide.edition, "2020.03");
    assert.equal(guide.audience.ko, "기관 직원");
    assert.deepEqual(
      guide.browsers.map(({ browser, minimumVersion }) => `${browser} ${minimumVersion}`),
      ["chrome 80", "edge 79"],
    );
    assert.deepEqual(guide.symptoms[0]!.causes, ["site.not-trusted"]);
    const [step] = guide.remedies[0]!.steps;
    assert.deepEqual(step!.menu, ["설정", "개인정보", "사이트"]);
    assert.deepEqual(step!.buttons, ["추가"]);
    assert.equal(guide.sites[0]!.pattern, "*.gureum.example");
  });

  it("no edition is missed that was given", () => {
    const text = "조치방법 1. 지우기\n[도구]-[설정]에서 지우기";
    const options = { file: "printed.txt", day: "2026-11-01", id: "drafted" };
    const kinds = (more: { edition?: string }) =>
      textImporter.read(text, { ...options, ...more }).notes.map(({ kind }) => kind);
    assert.ok(kinds({}).includes("edition-missing"));
    assert.ok(!kinds({ edition: "2026.10" }).includes("edition-missing"));
  });

  it("a path with won signs", () => {
    const text = "조치방법 1. 폴더 보기\n내 PC에서 D:￦Gureum￦SafeKey 폴더를 확인";
    const { notes, files } = draftOf(text);
    const [file] = guideOf({ id: "", edition: "", files, notes }).files;
    assert.deepEqual(file!.paths, ["D:\\Gureum\\SafeKey"]);
    assert.equal(file!.printed, "D:￦Gureum￦SafeKey");
    assert.ok(toldOf(notes).includes("2 path-damaged"));
  });
});
