import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { Collection } from "../../src/carry/collect.ts";
import { pack, unpack } from "../../src/carry/pack.ts";
import { bytesIn, matrixOf, paperSize, terminalSize } from "../../src/carry/qr.ts";
import { cut, type Series } from "../../src/carry/series.ts";
import { gather } from "../cli/_evidence.ts";
import { type Grey, greyOf, numbers, pgmOf, rgbaOf, stain } from "./_stained.ts";

/** A tenth of every code covered, a tenth of the codes missing. */
const share = 0.1;
const stains = 5;
const shades = [255, 0, 128];
/** Pictures of the larger codes twice, of the smaller ones once. */
const rounds = [2, 1];

const jsqr = createRequire(import.meta.url)("jsqr") as typeof import("jsqr").default;
const zbarimg = spawnSync("zbarimg", ["--version"]).status === 0;

/** What is left of a series: pictures of stained codes, some of which are gone. */
function remains({ texts }: Series, seed: number): Grey[] {
  const random = numbers(seed);
  const lost = Math.ceil(texts.length * share);
  const order = texts.map((text) => [random(), text] as const).sort(([a], [b]) => a - b);
  return order.slice(lost).map(([, text], at) => {
    const grey = greyOf(matrixOf(text));
    const covered = stain(grey, share, stains, shades[at % shades.length]!, random);
    assert.ok(covered >= share, `${covered}`);
    return grey;
  });
}

describe("a full report as codes, with a tenth of each covered and a tenth of them missing", () => {
  let json = "";
  let series: Series[] = [];
  const folder = mkdtempSync(join(tmpdir(), "jochi-carry-"));
  after(() => rmSync(folder, { recursive: true, force: true }));

  before(async () => {
    json = JSON.stringify(await gather(["tcp.drop", "dns.sinkhole", "program.missing"]));
    series = [paperSize, terminalSize].map((size) => cut(pack(json), bytesIn(size)));
  });

  /** Reads what is left with another decoder, and puts the report together again. */
  function restores(
    read: (left: Grey[]) => string,
    test: { diagnostic(line: string): void },
  ): void {
    for (const [at, one] of series.entries()) {
      for (let round = 1; round <= rounds[at]!; round += 1) {
        const left = remains(one, round);
        const collection = new Collection();
        collection.addText(read(left));
        const { taken, damaged, foreign } = collection.counts;
        const total = one.texts.length;
        test.diagnostic(`${left.length} of ${total} left, ${taken} read, ${one.needed} needed`);
        assert.deepEqual([damaged, foreign], [0, 0], "what is read is right");
        assert.equal(unpack(collection.packed(one.id)), json);
      }
    }
  }

  it("jsQR reads enough of them", (test) => {
    const one = (grey: Grey) => jsqr(rgbaOf(grey), grey.side, grey.side)?.data ?? "";
    restores((left) => left.map(one).join("\n"), test);
  });

  it("zbar reads enough of them", { skip: !zbarimg && "zbarimg is not installed" }, (test) => {
    restores((left) => {
      const files = left.map((grey, at) => {
        const file = join(folder, `${at}.pgm`);
        writeFileSync(file, pgmOf(grey));
        return file;
      });
      const options = ["--quiet", "--raw", "--nodbus"];
      const { stdout } = spawnSync("zbarimg", [...options, ...files], {
        timeout: 60_000,
        encoding: "utf8",
      });
      return stdout;
    }, test);
  });
});
