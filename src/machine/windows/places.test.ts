import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { placesOf } from "./places.ts";
import type { RegAnswer } from "./reg-exe.ts";

type Answer = RegAnswer<ReadonlyMap<string, string>>;

const folders = new Map([
  ["programfilesdir", "D:\\Programs"],
  ["programfilesdir (x86)", "D:\\Programs (x86)"],
]);
/** What a process may have been given by whoever has started it. */
const env = {
  ProgramFiles: "C:\\Users\\Public\\x",
  "ProgramFiles(x86)": "C:\\Users\\Public\\x86",
  CommonProgramFiles: "C:\\Users\\Public\\common",
  ProgramData: "C:\\ProgramData",
};

/** A registry that gives these answers in turn, and counts how often it was asked. */
function registry(...answers: Answer[]) {
  const asked: string[] = [];
  const reg = {
    async texts(path: string, view: string | undefined) {
      asked.push(`${path} ${view}`);
      return answers[Math.min(asked.length, answers.length) - 1]!;
    },
  };
  return { asked, places: placesOf(env, reg) };
}

describe("the folders of programs", () => {
  it("are those of the registry, whatever the process was told, and are asked for once", async () => {
    const { asked, places } = registry({ state: "found", value: folders });
    for (const [path, whole] of [
      ["%ProgramFiles%\\Jochi\\x", "D:\\Programs\\Jochi\\x"],
      ["%PROGRAMFILES%", "D:\\Programs"],
      ["%ProgramW6432%\\x", "D:\\Programs\\x"],
      ["%ProgramFiles(x86)%\\x", "D:\\Programs (x86)\\x"],
    ] as const) {
      assert.deepEqual(await places.toRead(path), { whole }, path);
      assert.deepEqual(await places.toChange(path), { whole }, path);
    }
    assert.deepEqual(asked, ["HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion 64"]);
  });

  it("are not asked for where a path begins with something else", async () => {
    const { asked, places } = registry({ state: "found", value: folders });
    const path = "%ProgramData%\\x";
    assert.deepEqual(await places.toChange(path), { whole: "C:\\ProgramData\\x" });
    assert.deepEqual(await places.toChange("C:\\x"), { whole: "C:\\x" });
    assert.deepEqual(await places.toChange("x"), { code: "NOT_WHOLE" });
    assert.deepEqual(asked, []);
  });

  it("are believed of the process for looking only, where the registry says nothing", async () => {
    const damaged = new Map([["programfilesdir", "D:\\?????"]]);
    const relative = new Map([["programfilesdir", "Programs"]]);
    const answers: Answer[] = [
      { state: "refused", code: 1 },
      { state: "unreadable", failure: "timeout" },
      { state: "found", value: new Map() },
      { state: "found", value: damaged },
      { state: "found", value: relative },
    ];
    for (const answer of answers) {
      const { places } = registry(answer);
      const path = "%ProgramFiles%\\Jochi";
      assert.deepEqual(await places.toChange(path), { code: "PROGRAM_FILES_UNKNOWN" });
      assert.deepEqual(await places.toRead(path), { whole: "C:\\Users\\Public\\x\\Jochi" });
    }
  });

  it("are asked for again where the registry could not be read", async () => {
    const { asked, places } = registry(
      { state: "refused", code: 1 },
      { state: "found", value: folders },
    );
    const path = "%ProgramFiles%\\x";
    assert.deepEqual(await places.toChange(path), { code: "PROGRAM_FILES_UNKNOWN" });
    assert.deepEqual(await places.toChange(path), { whole: "D:\\Programs\\x" });
    assert.deepEqual(await places.toChange(path), { whole: "D:\\Programs\\x" });
    assert.equal(asked.length, 2);
  });
});
