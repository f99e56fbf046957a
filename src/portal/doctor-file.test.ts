import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { loadGuide } from "../guide/load.ts";
import { fileDoctor } from "./doctor-file.ts";
import { offlineDoctor } from "./doctor-offline.ts";

const guide = loadGuide("bankpay-transfer@2018.11");
const name = "bankpay-transfer@2018.11";

function doctor() {
  const data = { version: "1.2.3", guide, clock: { earliest: 0, latest: 1 }, probe: false };
  const asked = { times: 0 };
  const own = fileDoctor(data, async () => {
    asked.times += 1;
    return offlineDoctor(data);
  });
  return { own, asked };
}

describe("the doctor of a file", () => {
  it("answers what the first screen asks without another being read", async () => {
    const { own, asked } = doctor();
    const state = await own.state();
    assert.ok(state.ok);
    assert.deepEqual(state.value.can, {
      diagnose: true,
      treat: false,
      judge: true,
      formats: ["csv", "md"],
    });
    assert.deepEqual(await own.guide(name), { ok: true, value: guide });
    assert.equal(asked.times, 0);
  });

  it("has another read for everything else, and says what that one says", async () => {
    const { own, asked } = doctor();
    const refused = (code: string, detail?: string) => ({
      ok: false,
      trouble: { code, ...(detail !== undefined && { detail }) },
    });
    assert.deepEqual(await own.guide("other@1"), refused("unknown-guide", "other@1"));
    assert.deepEqual(await own.judge("{"), refused("bad-evidence", "1:2"));
    const signal = new AbortController().signal;
    const cannot = [
      own.diagnose({ guide: name }, () => {}, signal),
      own.preview({ guide: name, remedy: "a" }),
      own.treat({ guide: name, remedy: "a", preview: "b" }, () => {}, signal),
      own.journal(),
      own.previewUndo({ id: "a" }),
      own.undo({ id: "a" }, () => {}),
      own.demo({ faults: [] }),
    ];
    for (const answer of await Promise.all(cannot))
      assert.deepEqual(answer, refused("cannot-treat"));
    const handed = await own.handOver({ guide: name, lang: "ko", rows: [], format: "csv" });
    assert.ok(handed.ok);
    assert.equal(asked.times, 10);
  });
});
