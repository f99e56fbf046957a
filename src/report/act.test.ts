import assert from "node:assert/strict";
import { test } from "node:test";
import { defaultOwner } from "../engine/owner.ts";
import { localCauses, type Owner, verdicts } from "../evidence/verdict.ts";
import { sayOf, strictWords } from "../text/say.ts";
import { guide } from "./fixtures/guide.ts";

strictWords();

/** The word by which a sentence names who acts; the payer is spoken to and not named. */
const names: Record<Owner, RegExp> = {
  user: /^(?!(네트워크\(방화벽\)|DNS|보안|프록시) 담당자가|PC 관리자가|결제 서비스 제공사가)/,
  "pc-admin": /PC 관리자가/,
  network: /네트워크(\(방화벽\))? 담당자가/,
  dns: /DNS 담당자가/,
  security: /보안 담당자가/,
  proxy: /프록시 담당자가/,
  provider: /결제 서비스 제공사/,
};

test("who acts is the same in the words and in the engine", () => {
  for (const cause of [...verdicts, ...localCauses])
    if (cause !== "ok")
      assert.match(sayOf(guide, "ko", `verdict.${cause}.act`), names[defaultOwner(cause)], cause);
});
