// npm run bench:page: what the file of the guide weighs, and when a click on a symptom is answered after
// the file was asked for, with Chromium's processor slowed down four times; beside it an empty page. With --served: how soon the page that
// `jochi start --demo` serves shows something after the click, in the real lab.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { allOfflineFiles, offlineParts } from "../../scripts/build/page.ts";
import { noPlay, play } from "../../test/page/_play.ts";
import type { Looks } from "./served.ts";

/** As little as can be clicked: what is left is the browser's own. */
const empty = `<!DOCTYPE html><html lang="ko"><head><meta charset="utf-8"><title>-</title></head>
<body><div id="page"></div><script type="module">
document.getElementById("page").innerHTML = "<div class='cards'><button>-</button></div>";
document.querySelector("button").onclick = () => document.getElementById("page").replaceChildren();
</script></body></html>`;

const usage =
  "npm run bench:page -- [--rounds N] [--slower TIMES | --served]   (default 11 and 4)\n";
const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "11" },
    slower: { type: "string", default: "4" },
    served: { type: "boolean", default: false },
  },
});
const rounds = Number(values.rounds);
if (!Number.isInteger(rounds) || rounds < 1 || noPlay) {
  process.stderr.write(noPlay ? `bench: ${noPlay}\n` : usage);
  process.exitCode = 2;
} else if (values.served) benchServed();
else await bench();

/** Each round starts the program anew, in a network of its own; figures in ms. */
function benchServed(): void {
  const script = fileURLToPath(new URL("served.ts", import.meta.url));
  const alone = ["-n", "sh", "-c", 'ip link set lo up; exec "$@"', "sh", process.execPath, script];
  const all = Array.from({ length: rounds }, () => {
    const env = { ...process.env, JOCHI_NETWORK: "none" };
    return JSON.parse(execFileSync("unshare", alone, { env, encoding: "utf8" })) as Looks;
  });
  process.stdout.write(`lab: ${[...new Set(all.map(({ lab }) => lab))].join(", ")}\n`);
  for (const which of ["first", "second"] as const)
    for (const what of [
      "firstWord",
      "firstRow",
      "result",
      "longestTask",
      "longestFrame",
    ] as const) {
      const figures = all.map((looks) => Math.round(looks[which][what])).sort((a, b) => a - b);
      const [median, most] = [figures[figures.length >> 1], figures.at(-1)];
      process.stdout.write(`${which} look, ${what}: median ${median}, most ${most} ms\n`);
    }
  process.stdout.write(`${cpus().length} processors, load ${loadavg()[0]!.toFixed(1)}\n`);
}

async function bench(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "jochi-bench-"));
  try {
    const files = { "empty.html": empty, ...allOfflineFiles(await offlineParts()) };
    for (const [name, text] of Object.entries(files)) {
      const file = join(folder, name);
      writeFileSync(file, text);
      const bare = text.replace(/base64,[A-Za-z0-9+/=]{1000,}/g, "base64,");
      const [whole, without] = [text, bare].map((each) => gzipSync(each, { level: 9 }).length);
      const seen: Seen[] = [];
      for (let round = 0; round < rounds; round += 1) {
        const given = { times: values.slower };
        seen.push((await play({ kind: "chromium", file, scene: "slowly", given })).seen as Seen);
      }
      process.stdout.write(
        `${name}: gzip ${whole} bytes, without fonts ${without}; at 1/${values.slower} speed a click counts ` +
          `${told(seen.map(({ usable }) => usable))}, its answer stands there ` +
          `${told(seen.map(({ answered }) => answered))}\n`,
      );
    }
    process.stdout.write(`${cpus().length} processors, load ${loadavg()[0]!.toFixed(1)}\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Seen {
  usable: number;
  answered: number;
}

function told(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b).map(Math.round);
  return `after ${sorted[sorted.length >> 1]} ms (${sorted[0]} to ${sorted.at(-1)})`;
}
