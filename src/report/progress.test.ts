import assert from "node:assert/strict";
import { test } from "node:test";
import { strictWords } from "../text/say.ts";
import { width } from "./columns.ts";
import { type ProgressEvent, progress } from "./progress.ts";

strictWords();

const esc = "\u001b";
const up = (lines: number) => `${esc}[${lines}A`;
const steering = new RegExp(`${esc}\\[\\d*[AK]|\\r`, "g");

const events: ProgressEvent[] = [
  {
    type: "start",
    groups: [
      { id: "pay", title: "BankPay서버\u001b[2J", rows: 2 },
      { id: "up", title: "업데이트", rows: 1 },
    ],
  },
  { type: "row", id: "a", group: "pay", verdict: "ok" },
  { type: "row", id: "b", group: "pay", verdict: "tcp" },
  { type: "row", id: "x", group: "no-such-group", verdict: "ok" },
  { type: "phase", key: "ui.phase.gather" },
  { type: "phase", key: "ui.phase.confirm" },
  { type: "row", id: "b", group: "pay", verdict: "tcp.drop" },
  { type: "done" },
];

test("a plain stream gets each group's count once, and every verdict at the end", () => {
  const next = progress({ columns: 80, isTTY: false, lang: "ko" });
  assert.equal(
    events.map(next).join(""),
    [
      "연결을 확인하고 있습니다…",
      "· BankPay서버 [2J  확인 2/2",
      "애매한 곳을 한 번 더 확인하고 있습니다…",
      "✗ BankPay서버 [2J  1/2  ✗ 1",
      "? 업데이트         0/1  ? 1",
      "확인을 마쳤습니다.",
      "",
    ].join("\n"),
  );
});

test("nothing is called fine or broken before all is judged, nor done where it was stopped", () => {
  for (const isTTY of [true, false]) {
    const next = progress({ columns: 80, isTTY, lang: "ko" });
    const stopped = events.slice(0, -1).map(next).join("");
    assert.doesNotMatch(stopped, /[✓✗?]|마쳤습니다/);
    assert.match(stopped, /확인 2\/2/);
    assert.match(next({ type: "done" }), /✗ BankPay[\s\S]*마쳤습니다/);
  }
});

test("a terminal gets one line per group, redrawn in place and never wrapped", () => {
  const next = progress({ columns: 24, isTTY: true, lang: "ko" });
  const drawn = events.map(next);
  assert.ok(!drawn[0]!.includes(up(3)));
  for (const text of drawn.slice(1)) assert.ok(text.startsWith(up(3)));
  for (const line of drawn.join("").split("\n"))
    assert.ok(width(line.replaceAll(steering, "")) < 24, line);
  assert.equal(drawn.at(-1)!.match(/\n/g)?.length, 3);
});
