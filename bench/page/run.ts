// npm run bench:page: what the files of the guides and their parts weigh, and when a click on a symptom is answered
// after the default guide's file was asked for, with Chromium's processor slowed down four times; beside it an empty
// page, and any other --file. With --served: how soon the page that
// `jochi start --demo` serves shows something after the click, in the real lab.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { allOfflineFiles, offlineParts } from "../../scripts/build/page.ts";
import { loadGuide } from "../../src/guide/load.ts";
import { noPlay, play } from "../../test/page/_play.ts";
import type { Looks } from "./served.ts";

/** As little as can be clicked: what is left is the browser's own. */
const empty = `<!DOCTYPE html><html lang="ko"><head><meta charset="utf-8"><title>-</title></head>
<body><div id="page"></div><script type="module">
document.getElementById("page").innerHTML = "<div class='cards'><button>-</button></div>";
document.querySelector("button").onclick = () => document.getElementById("page").replaceChildren();
</script></body></html>`;

/** The parts of a file, by what stands around them. */
const parts = {
  "guide as HTML": /<body>\n<script>[\s\S]*?<\/script>([\s\S]*?)<\/noscript>/,
  "guide and sentences as data": /id="data">([\s\S]*?)<\/script>/,
  "script of the first screen": /id="script">([\s\S]*?)<\/script>/,
  "script of the rest": /id="later">([\s\S]*?)<\/script>/,
  style: /<style>([\s\S]*?)<\/style>/,
};

const usage =
  "npm run bench:page -- [--rounds N] [--slower TIMES] [--file FILE]... | --served   (default 11 and 4)\n";
const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "11" },
    slower: { type: "string", default: "4" },
    file: { type: "string", multiple: true, default: [] },
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
    const all = allOfflineFiles(await offlineParts());
    for (const [name, text] of Object.entries(all)) tellWeight(name, text);
    const { id, edition } = loadGuide("bankpay-transfer");
    const own = `jochi-${id}-${edition}.html`;
    const others = values.file.map((file): [string, string] => [file, readFileSync(file, "utf8")]);
    const files = [["an empty page", empty], [own, all[own]!], ...others] as [string, string][];
    const played = files.map(([name, text], at) => {
      const file = join(folder, `${at}.html`);
      writeFileSync(file, text);
      return { name, file, usable: [], answered: [], busy: [] } as Played;
    });
    // In turns, so that what else the machine does hits all of them.
    for (let round = 0; round < rounds; round += 1)
      for (const each of played) {
        const { file } = each;
        const given = { times: values.slower };
        const slow = await play({ kind: "chromium", file, scene: "slowly", given });
        const quick = await play({ kind: "chromium", file, scene: "busy" });
        const seen = { ...(slow.seen as object), ...(quick.seen as object) } as Seen;
        for (const what of ["usable", "answered", "busy"] as const) each[what].push(seen[what]);
      }
    for (const { name, usable, answered, busy } of played)
      process.stdout.write(
        `${name}: at 1/${values.slower} speed a click counts after ${told(usable)}, its answer stands ` +
          `there after ${told(answered)}; main thread at full speed until then ${told(busy)}\n`,
      );
    process.stdout.write(`${cpus().length} processors, load ${loadavg()[0]!.toFixed(1)}\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Seen {
  usable: number;
  answered: number;
  busy: number;
}

type Played = { name: string; file: string } & Record<keyof Seen, number[]>;

/** Each part weighs what the file is lighter without it. */
function tellWeight(name: string, text: string): void {
  const bare = text.replace(/base64,[A-Za-z0-9+/=]{1000,}/g, "base64,");
  const without = weightOf(bare);
  const each = Object.entries(parts).map(([part, pattern]) => {
    const [, own] = pattern.exec(bare)!;
    return `${part} ${without - weightOf(bare.replace(own!, () => ""))}`;
  });
  process.stdout.write(
    `${name}: gzip ${weightOf(text)} bytes, without fonts ${without}: ${each.join(", ")}\n`,
  );
}

function weightOf(text: string): number {
  return gzipSync(text, { level: 9 }).length;
}

function told(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b).map(Math.round);
  return `${sorted[sorted.length >> 1]} ms (${sorted[0]} to ${sorted.at(-1)})`;
}
