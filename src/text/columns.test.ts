import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { columnsOf, tableOf } from "./columns.ts";
import { sentences } from "./sentences.ts";

describe("sentences as a file carries them", () => {
  it("come back as they were: all, a few, and a verdict of which a field is missing", () => {
    const all = Object.keys(sentences);
    const few = ["reason.ok", "verdict.tcp.drop.title", "owner.user.can"];
    for (const keys of [all, few, ["owner.user"], []]) {
      const back = tableOf(JSON.parse(JSON.stringify(columnsOf(sentences, keys))));
      assert.deepEqual(back, Object.fromEntries(keys.map((key) => [key, sentences[key]])));
    }
  });

  it("say a key of a verdict once for all of its fields", () => {
    const { verdicts, keys } = columnsOf(sentences, Object.keys(sentences));
    assert.ok(verdicts.split(" ").includes("ip.drift.unproved"));
    assert.doesNotMatch(keys, /(?:^| )verdict\./);
  });
});
