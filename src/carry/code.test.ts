import assert from "node:assert/strict";
import { test } from "node:test";
import { certainties, knownCauses, owners } from "../evidence/verdict.ts";
import { rowId, rowsOf } from "../guide/guide.ts";
import { loadGuide } from "../guide/load.ts";
import { digitsIn, guideNumber, readCode, spokenCode } from "./code.ts";
import { CarryFault } from "./fault.ts";

const guide = loadGuide("bankpay-transfer@2018.11");
const rows = rowsOf(guide).map(rowId);
type Said = Parameters<typeof spokenCode>[1][number];

/** Findings without end, the same in every run. */
function finding(seed: number): Said {
  const pick = <T>(all: readonly T[], step: number) => all[(seed * step + seed) % all.length]!;
  return {
    cause: pick(knownCauses, 7),
    certainty: pick(certainties.slice(0, 3), 5),
    owner: pick(owners, 3),
    subjects:
      seed % 3 === 0 ? [guide.programs[0]!.id] : rows.slice(seed % 9, (seed % 9) + 1 + (seed % 4)),
  };
}

const codes = Array.from({ length: 60 }, (_, seed) =>
  spokenCode(
    guide,
    Array.from({ length: seed % 5 }, (_, at) => finding(seed * 5 + at)),
    "unknown",
  ),
);

const faultOf = (typed: string): string => {
  try {
    readCode(typed, guide);
  } catch (error) {
    if (error instanceof CarryFault) return error.code;
    throw error;
  }
  return "none";
};

test("groups of four, at most 24 digits for up to three findings", () => {
  for (const code of codes) assert.match(code, /^\d{4}( \d{4}){1,5}$/);
  assert.ok(codes.some((code) => code.length === 29));
});

test("what was found comes back: cause, certainty, owner, place, and that there is more", () => {
  for (let seed = 0; seed < 400; seed += 1) {
    const findings = Array.from({ length: seed % 5 }, (_, at) => finding(seed * 7 + at));
    const spoken = readCode(spokenCode(guide, findings, "healthy"), guide);
    assert.equal(spoken.status, findings.length === 0 ? "healthy" : "found");
    assert.equal(spoken.more, findings.length > 3);
    const core = ({ cause, certainty, owner }: Omit<Said, "subjects">) => [cause, certainty, owner];
    assert.deepEqual(spoken.findings.map(core), findings.slice(0, 3).map(core));
  }
  assert.equal(readCode(spokenCode(guide, [], "unknown"), guide).status, "unknown");
  const ruledOut: Said = { ...finding(1), certainty: "ruled-out" };
  assert.equal(readCode(spokenCode(guide, [ruledOut], "healthy"), guide).status, "healthy");
});

test("the place is as narrow as the guide has a word for", () => {
  const where = (subjects: string[]) => {
    const { findings } = readCode(
      spokenCode(guide, [{ ...finding(1), subjects }], "healthy"),
      guide,
    );
    const [one] = findings;
    return [one?.where, one?.whole];
  };
  const host = guide.endpoints[0]!.host;
  const ofHost = rows.filter((id) => id.startsWith(`${host}|`));
  assert.deepEqual(where(rows), [{ kind: "all" }, true]);
  assert.deepEqual(where(rows.slice(1)), [{ kind: "all" }, false]);
  assert.deepEqual(where([rows.at(-1)!])[1], true);
  assert.deepEqual(where([`${host}|192.0.2.1:443`]), [
    { kind: "host", id: host },
    ofHost.length === 0,
  ]);
  assert.deepEqual(where([guide.programs[0]!.id]), [
    { kind: "requirement", id: guide.programs[0]!.id },
    true,
  ]);
  assert.deepEqual(where(["proxy-something"]), [{ kind: "none" }, false]);
  assert.deepEqual(where([]), [{ kind: "none" }, false]);
});

test("every single wrong digit and every swap of two digits is noticed", () => {
  let tried = 0;
  for (const code of codes) {
    const digits = code.replaceAll(" ", "");
    for (let at = 0; at < digits.length; at += 1) {
      for (const digit of "0123456789") {
        if (digit === digits[at]) continue;
        assert.equal(faultOf(digits.slice(0, at) + digit + digits.slice(at + 1)), "code-check");
        tried += 1;
      }
      for (let other = at + 1; other < digits.length; other += 1) {
        if (digits[at] === digits[other]) continue;
        const swapped = [...digits];
        [swapped[at], swapped[other]] = [digits[other]!, digits[at]!];
        assert.equal(faultOf(swapped.join("")), "code-check");
        tried += 1;
      }
    }
  }
  assert.ok(tried > 15_000, `${tried}`);
});

test("a digit too many or too few, letters and nothing at all are no code", () => {
  const [code = ""] = codes;
  for (const bad of [
    "",
    "1",
    code.slice(1),
    `${code}1`,
    `${code} 1234 5678 9012 3456 7890`,
    "가나다라",
  ]) {
    assert.equal(faultOf(bad), "code-form", bad);
  }
  assert.equal(digitsIn(code.replaceAll(" ", "-")), code.replaceAll(" ", ""));
});

test("a code of another edition is not read with this one", () => {
  const other = { ...guide, edition: "2031.01" };
  assert.notEqual(guideNumber(other), guideNumber(guide));
  assert.equal(faultOf(spokenCode(other, [finding(3)], "healthy")), "code-guide");
  const corrected = { ...guide, programs: guide.programs.slice(1) };
  assert.equal(faultOf(spokenCode(corrected, [finding(3)], "healthy")), "code-guide");
});

test("a guide with thousands of rows still says it in 24 digits", () => {
  const [endpoint] = guide.endpoints;
  const endpoints = Array.from({ length: 3_000 }, (_, at) => ({
    ...endpoint!,
    id: `e${at}`,
    host: `h${at}.example`,
    addresses: [`192.0.2.${at % 250}`],
  }));
  const large = { ...guide, endpoints };
  const subjects = rowsOf(large).map(rowId).slice(0, 2);
  const code = spokenCode(
    large,
    [1, 2, 3].map((seed) => ({ ...finding(seed), subjects })),
    "healthy",
  );
  assert.ok(code.length <= 29);
  assert.equal(readCode(code, large).findings.length, 3);
});
