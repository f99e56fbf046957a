import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, describe, it } from "node:test";
import { memorySource, type Source } from "../container/source.ts";
import { frameBytes } from "./frame.ts";
import { scanFile } from "./scan.ts";
import { noise, workshop } from "./stage/set.ts";
import { surveySets } from "./survey.ts";

const shop = workshop();
after(() => shop.remove());

/** A drive that gives up on whatever touches a sector that it cannot read. */
function scratched(bytes: Buffer, sectors: readonly number[]): Source {
  const sound = memorySource(bytes);
  return {
    ...sound,
    async read(into, offset) {
      const bad = sectors.some(
        (sector) =>
          sector * frameBytes < offset + into.length && (sector + 1) * frameBytes > offset,
      );
      if (bad) throw Object.assign(new Error("read"), { code: "EIO" });
      return sound.read(into, offset);
    },
  };
}

describe("a part on a scratched disc", () => {
  it("is read around the sectors that the drive gives up on", async () => {
    const { parts } = await shop.stage(noise(200_000));
    const [found] = await surveySets(parts);
    const bytes = readFileSync(parts[0]!);
    const taken = new Set<number>();
    const report = await scanFile(
      scratched(bytes, [4, 5, 9]),
      "disc",
      found!,
      (index) => taken.add(index),
      () => {},
    );
    assert.deepEqual(report.damaged, [
      { from: 4 * frameBytes, to: 6 * frameBytes },
      { from: 9 * frameBytes, to: 10 * frameBytes },
    ]);
    // The first frame says what the part is; the fourth behind it is number 3.
    assert.deepEqual(
      [2, 3, 4, 5, 8].map((index) => taken.has(index)),
      [true, false, false, true, false],
    );
  });

  it("is not read on where the trouble is another", async () => {
    const { parts } = await shop.stage(noise(200_000));
    const [found] = await surveySets(parts);
    const source = {
      ...memorySource(noise(9)),
      read: () => Promise.reject(Object.assign(new Error("gone"), { code: "EBADF" })),
    };
    await assert.rejects(
      scanFile(
        source,
        "disc",
        found!,
        () => {},
        () => {},
      ),
      { code: "EBADF" },
    );
  });
});
