import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { cases } from "./fixtures/cases.ts";
import { guide } from "./fixtures/guide.ts";
import { letterLines } from "./letter.ts";
import type { TaskView } from "./tasks.ts";
import { type CauseView, type View, view } from "./view.ts";

const shown = view(cases["no-route"]!, guide, "ko");
const rows = shown.rows;

function cause(id: string, more: Partial<CauseView> = {}): CauseView {
  return {
    cause: id,
    title: `제목 ${id}`,
    certainty: "confirmed",
    certaintyWords: "확인됨",
    owner: "network",
    ownerWords: "네트워크 담당자",
    payer: "",
    act: `부탁 ${id}`,
    engineer: `기술 ${id}`,
    because: [`근거 ${id}`],
    overturn: `시험 ${id}`,
    rows: [],
    others: [],
    remedies: [],
    ...more,
  };
}

const task = (remedy: string, steps: string[] = [`단계 ${remedy}`]): TaskView => ({
  of: { remedy },
  title: `조치 ${remedy}`,
  owner: "network",
  ownerWords: "네트워크 담당자",
  steps,
  warnings: [],
});

const letter = (causes: CauseView[], own: CauseView[], tasks: TaskView[] = []) => {
  const all: View = { ...shown, causes };
  return letterLines(all, own, tasks);
};

describe("a letter", () => {
  test("that asks one thing has no number and no headings", () => {
    const one = cause("tcp.drop", { rows: rows.slice(0, 2) });
    const lines = letter([one], [one]);
    assert.deepEqual(lines.slice(2, 6), [
      "문제: 제목 tcp.drop (확인됨)",
      "기술 tcp.drop",
      "요청: 부탁 tcp.drop",
      "대상:",
    ]);
    assert.ok(lines.every((line) => !line.startsWith("■") && !/^\d/.test(line)));
  });

  test("tells what was found before what is only suspected, whatever the plan's order", () => {
    const sure = cause("tcp.drop", { remedies: ["open"] });
    const maybe = cause("tls.mtu-blackhole", { certainty: "possible", remedies: ["mtu"] });
    const lines = letter([sure, maybe], [sure], [task("mtu"), task("open")]);
    const at = (text: string) => lines.findIndex((line) => line.startsWith(text));
    const order = ["■ 확인한 것", "1. 요청: 부탁 tcp.drop", "■ 의심되는 것", "2. 요청: 조치 mtu"];
    assert.deepEqual(
      order.map(at),
      order.map(at).toSorted((a, b) => a - b),
    );
    assert.ok(
      order.every((text) => at(text) >= 0),
      lines.join("\n"),
    );
    assert.ok(!lines.includes("기술 tls.mtu-blackhole"), "a guess was not measured");
    assert.ok(lines.includes("- 단계 mtu"));
  });

  test("has each row once, behind the numbers of all that need it", () => {
    const [a, b, c] = rows;
    const first = cause("tcp.drop", { rows: [a!, b!] });
    const second = cause("tls.sni-reset", { rows: [b!, c!] });
    const lines = letter([first, second], [first, second]);
    const table = lines.slice(lines.findIndex((line) => line.startsWith("대상 표")) + 1, -2);
    for (const { address } of [a!, b!, c!])
      assert.equal(table.join("\n").split(address).length, 2, `${address} once`);
    assert.ok(table.some((line) => line.startsWith("  [1, 2] ") && line.includes(b!.address)));
    assert.ok(table.some((line) => line.startsWith("  [1] ") && line.includes(a!.address)));
    const below = lines.filter((line) => line.includes("맨 아래 표"));
    assert.deepEqual(below, [
      "대상: 맨 아래 표에서 [1]이 붙은 줄",
      "대상: 맨 아래 표에서 [2]가 붙은 줄",
    ]);
  });

  test("names the ways where a cause has several, and their steps where no rows say it", () => {
    const one = cause("program.stopped", { remedies: ["start", "again"] });
    const lines = letter([one], [one], [task("start"), task("again")]);
    assert.ok(lines.includes("방법 1: 조치 start") && lines.includes("방법 2: 조치 again"));
    assert.equal(lines[lines.indexOf("- 단계 start") - 1], "안내서에 적힌 순서:");
    assert.equal(lines.filter((line) => line.startsWith("요청: ")).length, 1);
    const listed = { ...one, rows: rows.slice(0, 1) };
    assert.ok(!letter([listed], [listed], [task("start")]).includes("- 단계 start"));
  });

  test("tells a cause's evidence once, however many steps are against it", () => {
    const maybe = cause("program.missing", { certainty: "possible", remedies: ["a", "b"] });
    const lines = letter([maybe], [], [task("a"), task("b")]);
    assert.equal(lines.filter((line) => line === "문제: 제목 program.missing (확인됨)").length, 2);
    assert.equal(lines.filter((line) => line === "근거: 근거 program.missing").length, 1);
  });
});
