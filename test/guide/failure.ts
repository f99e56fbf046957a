import assert from "node:assert/strict";
import { oneLine } from "../../src/guide/error.ts";
import { GuideError, loadGuide } from "../../src/guide/load.ts";

/** The one line with which loading fails, without the folder's name. */
export function failure(folder: string): string {
  try {
    loadGuide(folder, { cache: false });
  } catch (error) {
    assert.ok(error instanceof GuideError, String(error));
    assert.equal(error.message, oneLine(error.message));
    assert.match(error.words.ko, /발견: .+, 필요: .+/);
    return error.message.replace(`${folder}/`, "").replace(folder, "FOLDER");
  }
  assert.fail("it loaded");
}
