import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { skip as noLab } from "../lab/_lab.ts";
import type { BrokenPc } from "./broken/case.ts";
import { guideFolder } from "./broken/guide.ts";
import { at } from "./broken/healthy.ts";
import { type Bench, onLinux, openBench } from "./broken/on-linux.ts";
import { onWine } from "./broken/on-wine.ts";
import { changed, found, type PlayedPc } from "./broken/play.ts";
import { onceMore } from "./stage/again.ts";
import { skip as noWine } from "./stage/wine-pc.ts";

/** Nobody has set anything of what the file sets. */
const bare: BrokenPc = {
  name: "no sites, and no pop-ups",
  registry: `[-${at.domains}]
[-${at.newWindows}\\Allow]
[${at.user}\\Zones\\2]
"1809"=dword:0
[-${at.edge}]
[-${at.chrome}]
`,
  finds: [],
};

describe("the administrator's .reg file, taken in by a PC and taken out again", {
  skip: noLab,
}, () => {
  const guide = guideFolder();
  let bench: Bench;
  before(async () => {
    bench = await openBench();
  });
  after(async () => {
    await bench?.lab.close();
    guide.remove();
  });

  it("on a PC of plain data", async () => check(await onLinux(bench, bare), guide.path));
  it("under Wine, by the very program", { skip: noWine, timeout: 300_000 }, (t) =>
    onceMore(t, async () => check(await onWine(bench.lab, bare), guide.path)),
  );
});

async function check(pc: PlayedPc, guide: string): Promise<void> {
  try {
    const of = ["--guide", pc.path(guide)];
    const start = await pc.snapshot();
    assert.deepEqual(await found(pc, of), [
      ["popup.blocked", "payment-popup", "user"],
      ["site.not-trusted", "lgcns bankpay", "user"],
    ]);
    const text = await takeIn(pc, "deploy.reg");
    assert.deepEqual(await found(pc, of), []);
    assert.notDeepEqual(changed(start, await pc.snapshot()), []);
    await takeIn(pc, "reverse.reg", "--reverse");
    const left = changed(start, await pc.snapshot(), 1_000).filter((line) => !isEmptyKey(line));
    // The switches are another's to decide on: they may switch on other lists too.
    assert.equal(left.filter((line) => line.startsWith("+")).length, 2, left.join("\n"));
    for (const name of ["ListBox_Support_ZoneMapKey", "ListBox_Support_Allow"]) {
      assert.ok(text.includes(name));
      assert.ok(left.some((line) => line.includes(name)));
    }
  } finally {
    await pc.close();
  }
}

/** Writes the file, and has the registry take it in. */
async function takeIn(pc: PlayedPc, name: string, ...more: string[]): Promise<string> {
  const file = pc.newFile(name);
  const words = [
    "guide",
    "deploy",
    "bankpay-transfer@2018.11",
    "--format",
    "reg",
    "--output",
    file,
  ];
  const { code, stderr } = await pc.jochi([...words, ...more]);
  assert.equal(code, 0, stderr);
  return pc.importFile(file);
}

/** What holds no value sets nothing. */
function isEmptyKey(line: string): boolean {
  return / \[\]$/.test(line) || /^\S+ \[[^\n]*\]$/.test(line);
}
