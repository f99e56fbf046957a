import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { draftOf, guideOf } from "./_draft.ts";

/** Rows as `host address,… port/protocol,… purpose`, and what was told of the table itself. */
function tableOf(text: string): { rows: string[]; told: string[] } {
  const drafted = draftOf(text);
  const rows = guideOf(drafted).endpoints.map(({ host, addresses, ports, purpose }) => {
    const said = ports.map(({ port, to, protocol }) => `${port}${to ? `-${to}` : ""}/${protocol}`);
    const what = purpose.ko.startsWith("[") ? "" : ` ${purpose.ko}`;
    return `${host} ${addresses.join(",") || "-"} ${said.join(",")}${what}`;
  });
  const cover = /^(?:title|audience|edition|escalation)-|^(?:coverage|line-unread)$/;
  const told = drafted.notes
    .filter(({ kind }) => !cover.test(kind))
    .map(({ line, kind }) => `${line} ${kind}`);
  return { rows, told };
}

interface Case {
  name: string;
  text: string[];
  rows: string[];
  told?: string[];
}

const cases = JSON.parse(
  readFileSync(new URL("table-cases.json", import.meta.url), "utf8"),
) as Case[];

describe("firewall tables of other shapes", () => {
  for (const { name, text, rows, told = [] } of cases) {
    it(name, () => {
      const read = tableOf(text.join("\n"));
      assert.deepEqual(read.rows, rows);
      assert.deepEqual(read.told.toSorted(), told.toSorted());
    });
  }

  it("what was guessed is marked in the draft, and inferred", () => {
    const { files } = draftOf("a.example\t192.0.2.1\t443");
    const written = files.find(({ name }) => name === "endpoints.yaml")!.text;
    assert.match(
      written,
      /# 확인: 머리글이 없는 표라 칸의 모양으로 읽었습니다\n {2}- id: a-example/,
    );
    assert.match(written, /certainty: inferred\n {4}source: printed#L1\n/);
  });

  it("remarks become notes, and a direction stays", () => {
    const text = "URL | IP | Port | 방향 | 비고\na.example | 192.0.2.1 | 443 | Inbound | 야간";
    const [own] = guideOf(draftOf(text)).endpoints;
    assert.deepEqual([own!.direction, own!.note?.ko], ["inbound", "야간"]);
  });

  it("a row whose remark says that it is optional is not required", () => {
    const text = [
      "URL | IP | Port | 비고",
      "a.example | 192.0.2.1 | 443 | 필수",
      "b.example | 192.0.2.2 | 443 | 선택",
      "c.example | 192.0.2.3 | 443 | 서버 선택 화면",
    ].join("\n");
    const { endpoints } = guideOf(draftOf(text));
    assert.deepEqual(
      endpoints.map(({ required }) => required),
      [true, false, true],
    );
  });

  it("no words of a table are a list of sites", () => {
    const text = "조치방법 1. 확인\n아래 주소가 열리는지 봅니다.\na.b.example\n*.c.example";
    const drafted = draftOf(text);
    assert.deepEqual(guideOf(drafted).sites, []);
    const told = drafted.notes.filter(({ kind }) => kind === "entry-unclear");
    assert.deepEqual(
      told.map(({ line }) => line),
      [3, 4],
    );
  });

  it("a row is the same wherever its columns stand", () => {
    const titles = {
      구분: "결제",
      URL: "a.example",
      IP: "192.0.2.1",
      Port: "80, 8443",
      용도: "이체",
    };
    const expected = tableOf(
      `${Object.keys(titles).join("\t")}\n${Object.values(titles).join("\t")}`,
    ).rows;
    assert.equal(expected.length, 1);
    for (const order of orders(Object.keys(titles) as (keyof typeof titles)[])) {
      for (const mark of ["\t", " | "]) {
        const { rows, told } = tableOf(
          `${order.join(mark)}\n${order.map((title) => titles[title]).join(mark)}`,
        );
        assert.deepEqual([rows, told], [expected, []], order.join(mark));
      }
    }
  });
});

function orders<T>(all: readonly T[]): T[][] {
  if (all.length === 0) return [[]];
  return all.flatMap((first) =>
    orders(all.filter((each) => each !== first)).map((rest) => [first, ...rest]),
  );
}
