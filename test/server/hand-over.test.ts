import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { rowId, rowsOf } from "../../src/guide/guide.ts";
import { loadGuide } from "../../src/guide/load.ts";
import { handOverPlain } from "../../src/portal/hand-over.ts";
import { handOver } from "../../src/server/hand-over.ts";
import { run as jochi } from "../house/_run.ts";
import { call, guideName, type Served, served } from "./_served.ts";

/**
 * What a page hands to another team is what the command line writes, whoever makes it: the page
 * alone, the program behind it, or `jochi firewall request`. Read back by a program of another maker.
 */
const guide = loadGuide(guideName);
const all = rowsOf(guide).map(rowId);
const some = all.filter((row) => row.includes(":7443") || row.includes("52.79.192.248"));
const noPython = spawnSync("python3", ["--version"]).error ? "python3 is missing" : false;
const csvReader = `
import csv, io, json, sys
text = sys.stdin.buffer.read().decode("utf-8-sig")
print(json.dumps(list(csv.reader(io.StringIO(text, newline=""), strict=True))))
`;

function python(args: string[], input?: Uint8Array): unknown {
  const { stdout, stderr } = spawnSync("python3", args, { input, encoding: "utf8" });
  assert.equal(stderr, "");
  return JSON.parse(stdout);
}

const readCsv = (bytes: Uint8Array) => python(["-c", csvReader], bytes) as string[][];

describe("what is handed to another team", { skip: noPython }, () => {
  let one: Served;
  const folder = mkdtempSync(join(tmpdir(), "jochi-hand-over-"));
  before(async () => {
    one = await served();
  });
  after(async () => {
    await one.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** The table of an .xlsx file; merged cells are empty in all but the first of their rows. */
  function readXlsx(bytes: Uint8Array): string[][] {
    const file = join(folder, "request.xlsx");
    writeFileSync(file, bytes);
    const script = join(import.meta.dirname, "../firewall/_read-office.py");
    return (python([script, file]) as { rows: string[][] }).rows;
  }

  for (const lang of ["ko", "en"] as const)
    for (const [what, rows] of [
      ["everything", []],
      ["some rows", some],
      ["one row", all.slice(0, 1)],
    ] as const) {
      it(`${what}, ${lang}: the page alone, the program and the command line say the same`, async () => {
        const plain = handOverPlain(guide, "csv", rows, lang)!;
        const ask = { guide: guideName, lang, format: "csv", rows };
        const { status, text, headers } = await call(one, "POST", "/api/hand-over", ask);
        assert.equal(status, 200);
        assert.equal(text, new TextDecoder("utf-8", { ignoreBOM: true }).decode(plain.bytes));
        assert.ok(headers["content-disposition"]?.includes(`"${plain.name}"`));
        const [head, ...body] = readCsv(plain.bytes);
        const wanted = (rows.length > 0 ? rows : all).map((row) => row.split(/[|:]/)[1]);
        const asked = new Set(body.map((row) => row[3]));
        assert.deepEqual([...asked].sort(), [...new Set(wanted)].sort());

        const written = await jochi([
          ...["firewall", "request", "--format", "csv", "--source", "10.20.0.0/16"],
          ...["--guide", guideName, "--lang", lang],
        ]);
        const [cliHead, ...cliBody] = readCsv(new TextEncoder().encode(written.out));
        assert.deepEqual(head, cliHead);
        // Where from is what an applicant fills in, and the page leaves to him.
        const source = cliBody[0]!.findIndex((cell) => cell.includes("10.20.0.0"));
        assert.ok(source >= 0);
        const rest = (row: string[]) => JSON.stringify(row.slice(1).toSpliced(source - 1, 1));
        const known = new Set(cliBody.map(rest));
        if (rows.length === 0) assert.deepEqual(body.map(rest), cliBody.map(rest));
        // Ports of one address stand in one line, so that fewer rows may make a shorter one.
        for (const row of body) {
          const [host, address] = [row[2]!, row[3]!];
          assert.ok(cliBody.some((each) => each[2] === host && each[3] === address));
          if (rows.length === 0) assert.ok(known.has(rest(row)));
        }
      });

      it(`${what}, ${lang}: the spreadsheet has the rows of the list`, async () => {
        const { bytes } = await handOver(guide, {
          guide: guideName,
          lang,
          format: "xlsx",
          rows: [...rows],
        });
        const plain = handOverPlain(guide, "csv", rows, lang)!;
        const [head, ...body] = readCsv(plain.bytes);
        const sheet = readXlsx(bytes);
        const at = sheet.findIndex((row) => row.includes(head![3]!));
        assert.ok(at >= 0, "the head of the table");
        const table = sheet.slice(at + 1, at + 1 + body.length);
        const last: string[] = [];
        const filled = table.map((row) =>
          head!.map((_, column) => {
            const cell = row[column] ?? "";
            if (cell !== "") last[column] = cell;
            return cell === "" ? (last[column] ?? "") : cell;
          }),
        );
        assert.deepEqual(filled, body);
        const more = sheet.slice(at + 1 + body.length);
        const addresses = new Set(rowsOf(guide).map(({ address }) => address));
        assert.ok(!more.some((row) => row.some((cell) => addresses.has(cell))), "and no others");
      });
    }

  it("rows that the guide does not know are refused by whoever is asked", async () => {
    const rows = ["bent.example|10.0.0.1:443"];
    assert.equal(handOverPlain(guide, "csv", rows, "ko"), undefined);
    const ask = { guide: guideName, lang: "ko", format: "csv", rows };
    assert.equal((await call(one, "POST", "/api/hand-over", ask)).status, 400);
  });
});
