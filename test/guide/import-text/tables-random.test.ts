import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { draftOf, guideOf } from "./_draft.ts";

interface Row {
  host: string;
  addresses: string[];
  ports: number[];
  purpose: string;
}

const titles = {
  group: ["구분", "서비스", "업무 구분", "Category"],
  host: ["URL", "도메인", "호스트명", "Host name", "목적지 도메인"],
  address: ["IP", "아이피", "목적지 IP 주소", "IP address", "IP 대역"],
  ports: ["Port", "포트", "포트 번호", "서비스 포트"],
  purpose: ["용도", "설명", "Description"],
} as const;
type Part = keyof typeof titles;
const parts = Object.keys(titles) as Part[];

const words = fc.constantFrom("결제 서버", "인증", "파일 내려받기", "전자문서(예비)", "조회 업무");
const port = fc.integer({ min: 1, max: 65_535 });
const table = fc.record({
  rows: fc.array(
    fc.record({
      group: words,
      count: fc.integer({ min: 1, max: 3 }),
      ports: fc.uniqueArray(port, { minLength: 1, maxLength: 3 }),
      purpose: words,
    }),
    { minLength: 1, maxLength: 6 },
  ),
  order: fc.shuffledSubarray(parts, { minLength: parts.length }),
  named: fc.record(
    Object.fromEntries(parts.map((part) => [part, fc.constantFrom(...titles[part])])) as Record<
      Part,
      fc.Arbitrary<string>
    >,
  ),
  mark: fc.constantFrom("\t", " | ", "|", "   "),
  isFramed: fc.boolean(),
  isNumbered: fc.boolean(),
  /** Each address in a row of its own, under cells that are merged. */
  isMerged: fc.boolean(),
});

describe("any table of any order", () => {
  it("gives its rows, and nothing is told of them", () => {
    fc.assert(
      fc.property(table, ({ rows, order, named, mark, isFramed, isNumbered, isMerged }) => {
        const expected: Row[] = [];
        const spaced = mark.trim() === "" && mark !== "\t";
        const lines = [[...(isNumbered ? ["No."] : []), ...order.map((part) => named[part])]];
        for (const [at, { group, count, ports, purpose }] of rows.entries()) {
          const host = `h${at}.gureum.example`;
          const addresses = Array.from({ length: count }, (_, each) => `192.0.2.${at * 4 + each}`);
          expected.push({ host, addresses, ports, purpose });
          const cells: Record<Part, string> = {
            group: `${group} ${at}`,
            host,
            address: isMerged && !spaced ? addresses[0]! : addresses.join(", "),
            ports: ports.join(", "),
            purpose,
          };
          lines.push([
            ...(isNumbered ? [String(at + 1)] : []),
            ...order.map((part) => cells[part]),
          ]);
          if (!isMerged || spaced) continue;
          for (const address of addresses.slice(1)) {
            const own = order.map((part) => (part === "address" ? address : ""));
            lines.push([...(isNumbered ? [""] : []), ...own]);
          }
        }
        const frame = isFramed && mark.includes("|");
        const text = lines
          .map((cells) => (frame ? `| ${cells.join(mark)} |` : cells.join(mark)))
          .join("\n");
        const drafted = draftOf(text);
        const read = guideOf(drafted).endpoints.map(({ host, addresses, ports, purpose }) => ({
          host,
          addresses,
          ports: ports.map((each) => each.port),
          purpose: purpose.ko,
        }));
        assert.deepEqual(read, expected, text);
        const told = drafted.notes.filter(({ line }) => line > 1 && line < lines.length);
        assert.deepEqual(
          told.filter(({ severity }) => severity !== "info"),
          [],
          text,
        );
      }),
      { numRuns: Number(process.env.JOCHI_IMPORT_RUNS ?? 150) },
    );
  });
});
