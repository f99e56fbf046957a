import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import fc from "fast-check";
import { type Form, requestForm } from "../../src/report/request/form.ts";
import { formats } from "../../src/report/request/index.ts";
import { application, guide, rows } from "../../src/report/request/stage/filled-in.ts";
import { folder } from "../cli/_evidence.ts";

const where = folder();
const form = requestForm(guide, rows, [], application, "ko");

const has = (command: string) => spawnSync(command, ["--version"]).error === undefined;
const noPython = has("python3") ? false : "python3 is missing";
const noPoppler =
  spawnSync("pdftotext", ["-v"]).error === undefined ? false : "pdftotext is missing";

async function written(name: string, of: Form): Promise<string> {
  const file = join(where, `request.${name}`);
  writeFileSync(file, await formats[name]!.write(of));
  return file;
}

interface Told {
  rows: string[][];
  formulas?: number;
  first?: [string, number];
  kind?: string;
}

/** What a program says that shares no code with the writers. */
async function readBack(name: string, of: Form): Promise<Told> {
  const script = join(import.meta.dirname, "_read-office.py");
  const { stdout, stderr } = spawnSync("python3", [script, await written(name, of)], {
    encoding: "utf8",
    maxBuffer: 2 ** 26,
  });
  assert.equal(stderr, "");
  return JSON.parse(stdout) as Told;
}

/** White space may be laid out as lines; what was said is what is left. */
const said = (text: string) => text.replace(/[\s\u200b\u2060]+/g, "");

/** Every cell that the form shows, in its order, covered ones left out. */
function cellsOf(of: Form): string[] {
  return of.tables.flatMap((table) =>
    table.rows.flatMap((row) => row.flatMap((cell) => (cell ? [said(cell.text)] : []))),
  );
}

/** That all of `wanted` stand in `found` in this order, whatever stands between. */
function assertInOrder(found: readonly string[], wanted: readonly string[], name: string): void {
  let at = 0;
  for (const text of wanted.filter((each) => each !== "")) {
    const next = found.indexOf(text, at);
    assert.ok(next >= 0, `${name}: ${JSON.stringify(text)} is missing behind cell ${at}`);
    at = next + 1;
  }
}

describe("the request as office documents, read by an independent program", () => {
  for (const name of ["xlsx", "docx", "hwpx"]) {
    it(`${name}: every cell of the 17 rows comes back in order`, { skip: noPython }, async () => {
      assert.equal(rows.length, 17);
      const told = await readBack(name, form);
      assertInOrder(told.rows.flat().map(said), cellsOf(form), name);
      assert.equal(told.formulas ?? 0, 0);
      if (name !== "hwpx") return;
      assert.deepEqual(told.first, ["mimetype", 0], "the kind comes first, and is stored as it is");
      assert.equal(told.kind, "application/hwp+zip");
    });

    it(`${name}: whatever is typed comes back`, { skip: noPython }, async () => {
      const typed = fc.stringMatching(/^[=+@<>&"'가-힣a-z -]{1,24}$/);
      const sample = fc.sample(typed, { numRuns: 40, seed: 5 });
      const odd = rows.map((row, at) => ({ ...row, purpose: { ko: `x${sample[at]!}y` } }));
      const of = requestForm(guide, odd, odd.slice(0, 3), application, "ko");
      const told = await readBack(name, of);
      assertInOrder(told.rows.flat().map(said), cellsOf(of), name);
    });
  }

  it("pdf: tagged, titled, in Korean, and no word or number is broken", {
    skip: noPoppler,
  }, async () => {
    const file = await written("pdf", form);
    const info = spawnSync("pdfinfo", [file], { encoding: "utf8" }).stdout;
    assert.match(info, /Title:\s+방화벽 오픈 신청서/);
    assert.match(info, /Tagged:\s+yes/);
    const text = spawnSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" }).stdout;
    const words = new Set(text.split(/\s+/));
    for (const { address, host } of rows) {
      assert.ok(words.has(address), address);
      assert.ok(words.has(host), host);
    }
    for (const word of ["출발지", "목적지", "프로토콜", "신청자", "홍길동", "총무과"]) {
      assert.ok(words.has(word), word);
    }
  });

  it("the same form gives the same bytes", async () => {
    for (const { write } of Object.values(formats)) {
      assert.deepEqual(await write(form), await write(form));
    }
  });
});
