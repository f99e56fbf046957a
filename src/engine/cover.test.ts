import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { EndpointResult } from "../evidence/report.ts";
import { rowId } from "../guide/guide.ts";
import { smallestCover } from "./cover.ts";

const hosts = ["a.example", "b.example", "c.example"];
const ports = [80, 443, 7443];

const world: EndpointResult[] = hosts.flatMap((host, h) =>
  [1, 2].flatMap((n) =>
    ports.map((port) => ({
      host,
      address: `192.0.${h}.${n}`,
      port,
      protocol: "https" as const,
      group: h < 2 ? "near" : "far",
      documented: true,
      verdict: "ok" as const,
      layers: { name: "ok", tcp: "ok", tls: "ok", app: "ok" },
      because: [],
      ms: 1,
    })),
  ),
);

function cover(isFailed: (row: EndpointResult) => boolean) {
  const failed = world.filter(isFailed);
  const passed = world.filter((row) => !isFailed(row));
  return smallestCover(failed, passed).map((rows) => rows.map(rowId));
}

test("a dropped address is one cause, not three", () => {
  const found = cover(({ address }) => address === "192.0.1.2");
  assert.equal(found.length, 1);
  assert.equal(found[0]?.length, 3);
});

test("a port dropped everywhere is one cause", () => {
  assert.equal(cover(({ port }) => port === 7443).length, 1);
});

test("everything dropped is one cause", () => {
  assert.equal(cover(() => true).length, 1);
});

test("two unrelated rows are two causes of one row each", () => {
  const found = cover(
    (row) => rowId(row) === "a.example|192.0.0.1:80" || rowId(row) === "c.example|192.0.2.2:443",
  );
  assert.deepEqual(
    found.map((rows) => rows.length),
    [1, 1],
  );
});

test("an address and one row elsewhere stay an address and one row", () => {
  const found = cover(
    (row) => row.address === "192.0.0.1" || rowId(row) === "c.example|192.0.2.1:7443",
  );
  assert.deepEqual(found.map((rows) => rows.length).sort(), [1, 3]);
});

test("every cover explains all that failed and nothing that passed, with no needless part", () => {
  fc.assert(
    fc.property(
      fc.array(fc.boolean(), { minLength: world.length, maxLength: world.length }),
      (bad) => {
        const failed = world.filter((_, index) => bad[index]);
        const passed = world.filter((_, index) => !bad[index]);
        const found = smallestCover(failed, passed);
        assert.deepEqual(new Set(found.flat()), new Set(failed));
        for (const [index, part] of found.entries()) {
          assert.ok(part.every((row) => !passed.includes(row)));
          const others = new Set(found.filter((_, at) => at !== index).flat());
          assert.ok(
            part.some((row) => !others.has(row)),
            "a part that the others explain already",
          );
        }
      },
    ),
    { numRuns: 300 },
  );
});
