// npm run bench:page: when the file of the guide can be used after it was opened, with Chromium's
// processor slowed down four times, and what it weighs.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { allOfflineFiles, offlineParts } from "../../scripts/build/page.ts";
import { noPlay, play } from "../../test/page/_play.ts";

const usage = "npm run bench:page -- [--rounds N] [--slower TIMES]   (default 5 and 4)\n";
const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "5" },
    slower: { type: "string", default: "4" },
  },
});
const rounds = Number(values.rounds);
if (!Number.isInteger(rounds) || rounds < 1 || noPlay) {
  process.stderr.write(noPlay ? `bench: ${noPlay}\n` : usage);
  process.exitCode = 2;
} else await bench();

async function bench(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "jochi-bench-"));
  try {
    for (const [name, text] of Object.entries(allOfflineFiles(await offlineParts()))) {
      const file = join(folder, name);
      writeFileSync(file, text);
      const bare = text.replace(/base64,[A-Za-z0-9+/=]{1000,}/g, "base64,");
      const [whole, without] = [text, bare].map((each) => gzipSync(each, { level: 9 }).length);
      const times: number[] = [];
      for (let round = 0; round < rounds; round += 1) {
        const given = { times: values.slower };
        const { seen } = await play({ kind: "chromium", file, scene: "slowly", given });
        times.push(Math.round(seen as number));
      }
      times.sort((a, b) => a - b);
      process.stdout.write(
        `${name}: gzip ${whole} bytes, without fonts ${without}; usable after ${times.join(", ")} ms ` +
          `at 1/${values.slower} speed\n`,
      );
    }
    process.stdout.write(`${cpus().length} processors, load ${loadavg()[0]!.toFixed(1)}\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
