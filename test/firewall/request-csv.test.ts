import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { describe, it } from "node:test";
import fc from "fast-check";
import { formRows } from "../../src/firewall/form.ts";
import { loadGuide } from "../../src/guide/load.ts";
import { requestCsv } from "../../src/report/request/csv.ts";
import { requestForm } from "../../src/report/request/form.ts";

const guide = loadGuide("bankpay-transfer@2018.11");
const rows = formRows(guide);
const reader = `
import csv, io, json, sys
text = sys.stdin.buffer.read().decode("utf-8-sig")
print(json.dumps(list(csv.reader(io.StringIO(text, newline=""), strict=True))))
`;
const skip = spawnSync("python3", ["--version"]).error ? "python3 is missing" : false;

describe("the request as CSV, read by an independent program", () => {
  it("says every row in full, and nothing that is a formula", { skip }, () => {
    const typed = fc.stringMatching(/^[=+@<>&"',;|가-힣a-z\r\n\t -]{0,24}$/);
    const purposes = fc.sample(typed, { numRuns: rows.length, seed: 9 });
    const odd = rows.map((row, at) => ({ ...row, purpose: { ko: purposes[at]! } }));
    const application = {
      applicant: "=1+1",
      department: "",
      from: "",
      until: "",
      sources: ["any"],
    };
    const form = requestForm(guide, odd, [], application, "ko");
    const { stdout, stderr } = spawnSync("python3", ["-c", reader], {
      input: requestCsv(form),
      encoding: "utf8",
    });
    assert.equal(stderr, "");
    const [head, ...body] = JSON.parse(stdout) as string[][];
    assert.deepEqual(head, [...form.tables[0]!.columns]);
    assert.equal(body.length, rows.length);
    for (const [at, cells] of body.entries()) {
      const { host, address, ports } = rows[at]!;
      assert.deepEqual(cells.slice(2, 5), [host, address, ports]);
      assert.equal(cells[9], "'=1+1");
      const purpose = purposes[at]!.replace(/\r\n?/g, "\n").replaceAll("\t", " ");
      assert.equal(cells[7]!.replace(/^'(?=[=+\-@])/, ""), purpose);
      for (const cell of cells) assert.doesNotMatch(cell, /^[=+\-@\t\r]/);
    }
  });
});
