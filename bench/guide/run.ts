// npm run bench:guide: what reading and linting guides of thousands of rows takes.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { flowsOf } from "../../src/firewall/flow.ts";
import { listGuides } from "../../src/guide/find.ts";
import { m365 } from "../../src/guide/import/m365.ts";
import { lintGuide } from "../../src/guide/lint.ts";
import { loadGuide } from "../../src/guide/load.ts";
import { ownPath } from "../../src/own/files.ts";
import { publishedList } from "../../test/guide/import/published-list.ts";

const day = "2026-11-26";
const rounds = 7;
const main = ownPath("src/cli/main.ts");

const place = mkdtempSync(join(tmpdir(), "jochi-bench-"));
try {
  const made = [90, 490].map((records) => [`made, ${records} records`, syntheticIn(records)]);
  const shipped = listGuides().map(({ id, edition, folder }) => [`${id}@${edition}`, folder]);
  const lines = [...shipped, ...made].map(([name, folder]) => row(name!, folder!));
  const head = ["guide", "hosts", "rows", "load, ms", "lint, ms", "jochi guide lint, ms"];
  const rule = head.map((_, at) => (at === 0 ? "---" : "---:"));
  const table = [head, rule, ...lines].map((cells) => `| ${cells.join(" | ")} |`);
  process.stdout.write(`${table.join("\n")}\n`);
} finally {
  rmSync(place, { recursive: true });
}

/** A guide of the importer's fixture: as many hosts and blocks as anybody publishes, or more. */
function syntheticIn(records: number): string {
  const folder = join(place, `list-${records}`, "2026.11");
  mkdirSync(folder, { recursive: true });
  const text = JSON.stringify(publishedList(records));
  for (const file of m365.read(text, { file: "list.json", day }).files) {
    writeFileSync(join(folder, file.name), file.text);
  }
  return folder;
}

function row(name: string, folder: string): string[] {
  const guide = loadGuide(folder, { cache: false });
  const load = median(() => loadGuide(folder, { cache: false }));
  const lint = median(() => lintGuide(folder, { today: day }));
  const whole = median(() => {
    const argv = [main, "guide", "lint", folder, "--today", day];
    const { status } = spawnSync(process.execPath, argv, { env: { PATH: process.env.PATH } });
    if (status === null || status > 1) throw new Error(`jochi guide lint ${folder}: ${status}`);
  });
  const counts = [guide.endpoints.length, flowsOf(guide).length];
  return [name, ...counts.map(String), ...[load, lint, whole].map((ms) => ms.toFixed(0))];
}

function median(work: () => unknown): number {
  const times = Array.from({ length: rounds }, () => {
    const begun = performance.now();
    work();
    return performance.now() - begun;
  });
  return times.toSorted((a, b) => a - b)[rounds >> 1]!;
}
