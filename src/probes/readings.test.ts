import assert from "node:assert/strict";
import { test } from "node:test";
import type { Machine } from "../machine/machine.ts";
import { createPace } from "./pace.ts";
import { proxySettings } from "./readings.ts";

function hands(pacUrl: string) {
  const machine = {
    proxySettings: async () => ({ state: "found", value: { bypass: [], pacUrl } }),
  } as unknown as Machine;
  return { machine, pace: createPace(), signal: new AbortController().signal };
}

test("evidence keeps the address of a PAC file without the secrets it may carry", async () => {
  const seen = await proxySettings.gather(
    hands("http://user:secret@proxy.lan:8080/a.pac?token=secret"),
    {},
  );
  assert.deepEqual(seen, {
    state: "found",
    value: { bypass: [], pacUrl: "http://proxy.lan:8080/a.pac" },
  });
  assert.ok(
    !JSON.stringify(await proxySettings.gather(hands("::secret::"), {})).includes("secret"),
  );
});
