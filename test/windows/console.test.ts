import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe } from "node:test";
import { stripVTControlCharacters } from "node:util";
import { dialogueText } from "../../src/cli/dialogue-text.ts";
import { wineIt } from "./stage/again.ts";
import { environment, exe, programs } from "./stage/wine.ts";
import { skip, type WinePc, winePc } from "./stage/wine-pc.ts";

const { ko } = dialogueText;
const limitMs = 60_000;
const typeEveryMs = 500;

interface Typed {
  /** Everything the console showed, without what steers it. */
  shown: string;
  code: number | null;
}

/**
 * Runs it in a console of its own. Whenever the next of `words` is the last thing that was shown, Enter
 * is typed; again and again, because a console that nobody reads from yet forgets what is typed.
 */
async function typeEnter(
  pc: WinePc,
  argv: string[],
  words: string[],
  { key = "\r", until }: { key?: string; until?: RegExp } = {},
): Promise<Typed> {
  const command = argv.map((word) => `'${word}'`).join(" ");
  // script(1) gives it a terminal, which Wine makes a Windows console of.
  const child = spawn("script", ["-qefc", command, "/dev/null"], {
    env: environment(pc.folder),
    stdio: ["pipe", "pipe", "inherit"],
    timeout: limitMs,
    killSignal: "SIGKILL",
  });
  let shown = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    shown += text;
  });
  const typed = new Set<string>();
  const typing = setInterval(() => {
    // What never ends by itself is closed as the user closes the window.
    if (until?.test(shown)) child.kill("SIGKILL");
    const word = words.find((one) => flat(shown).endsWith(flat(one)));
    if (word === undefined) return;
    typed.add(word);
    child.stdin.write(word === words[0] ? key : "\r");
  }, typeEveryMs);
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  clearInterval(typing);
  assert.deepEqual([...typed], words, shown);
  return { shown: stripVTControlCharacters(shown), code };
}

/** Without what steers a terminal, its echo of Enter, and the line breaks that a console makes. */
function flat(text: string): string {
  return stripVTControlCharacters(text).replace(/\s+|\^[JM]/g, "");
}

describe("a console", { skip }, () => {
  wineIt("opened by a double click: greets, waits, and opens the page", async (t) => {
    const pc = await winePc(t);
    const until = /http:\/\/127\.0\.0\.1:\d+\//;
    const { shown } = await typeEnter(pc, pc.command([]).argv, [ko.start], { until });
    assert.ok(flat(shown).includes(flat(ko.greeting)));
    assert.match(shown, until);
  });

  wineIt("diagnoses in words where the user wants that, and stays until Enter", async (t) => {
    const pc = await winePc(t);
    const words = [ko.start, ko.close];
    const { shown, code } = await typeEnter(pc, pc.command([]).argv, words, { key: "1\r" });
    assert.ok(flat(shown).includes(flat(ko.greeting)));
    const [before, behind] = flat(shown).split(flat(ko.start));
    assert.doesNotMatch(before!, /무엇이문제인가요/);
    assert.match(behind!, /무엇이문제인가요/);
    assert.equal(code, 1);
  });

  wineIt("shows Korean right, whatever its own code page is", async (t) => {
    const pc = await winePc(t);
    pc.putFile("C:\\jochi.exe", readFileSync(exe));
    for (const page of ["949", "437", "65001"]) {
      const words = ["cmd", "/c", `chcp ${page} && C:\\jochi.exe guide list`];
      const { shown, code } = await typeEnter(pc, [programs.wine, ...words], []);
      assert.equal(code, 0);
      assert.match(shown, new RegExp(page));
      assert.match(shown, /계좌이체 결제 오류 발생시 자가조치 가이드/);
    }
  });
});
