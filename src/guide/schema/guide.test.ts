import assert from "node:assert/strict";
import { it } from "node:test";
import { ServiceWords } from "./guide.ts";

it("what a service is called can be seen, in either language", () => {
  const plain = { ko: "결제", en: "pay" };
  const words = (name: object) => ({ name, itself: plain, act: plain });
  for (const name of [plain, { ko: "119" }, { ko: "e-나라", en: "G4B" }])
    assert.ok(ServiceWords.safeParse(words(name)).success, JSON.stringify(name));
  for (const unseen of ["", " ", "\u200b", "\u3000", "\u202e", "-"]) {
    assert.ok(!ServiceWords.safeParse(words({ ko: unseen })).success, JSON.stringify(unseen));
    assert.ok(!ServiceWords.safeParse(words({ ...plain, en: unseen })).success);
  }
});
