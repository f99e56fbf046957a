import assert from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { commands } from "../../src/cli/commands.ts";
import { defaultOwner } from "../../src/engine/owner.ts";
import type { Guide } from "../../src/guide/guide.ts";
import { listGuides, loadGuide } from "../../src/guide/load.ts";

const guides = listGuides().map(({ folder }) => loadGuide(folder, { cache: false }));

/** Causes whose owner has no remedy of their own, each with the reason. None today. */
const exceptions: Record<string, string> = {};

const ownerOf = ({ id, owner }: Guide["causes"][number]) => owner ?? defaultOwner(id);

function remediesOf(guide: Guide, cause: Guide["causes"][number]) {
  return guide.remedies.filter(({ id }) => cause.remedies.includes(id));
}

for (const guide of guides) {
  const name = `${guide.id}@${guide.edition}`;

  test(`${name}: whoever a finding names has something to do`, () => {
    const idle = guide.causes
      .filter(({ id, remedies }) => remedies.length > 0 && exceptions[id] === undefined)
      .filter((cause) => !remediesOf(guide, cause).some(({ owner }) => owner === ownerOf(cause)))
      .map((cause) => `${cause.id}: ${ownerOf(cause)}`);
    assert.deepEqual(idle, []);
  });

  test(`${name}: nothing is called automatic that no action does`, () => {
    const folder = new URL("../../src/actions/", import.meta.url);
    const actions = existsSync(folder) ? readdirSync(folder) : [];
    const automatic = guide.remedies.filter((remedy) => remedy.automatic).map(({ id }) => id);
    if (actions.length === 0) assert.deepEqual(automatic, []);
  });

  test(`${name}: no sentence sends anybody to a command that does not exist`, () => {
    const named = JSON.stringify(guide).matchAll(/\bjochi ([a-z]+)/g);
    const unknown = [...named].map(([, word]) => word!).filter((word) => !(word in commands));
    assert.deepEqual(unknown, []);
  });
}

const transfer = loadGuide("bankpay-transfer@2018.11", { cache: false });

function remedyTexts(cause: string): { ids: string[]; ko: string; en: string } {
  const found = transfer.causes.find(({ id }) => id === cause)!;
  const remedies = remediesOf(transfer, found);
  const texts = remedies.flatMap(({ steps, warnings = [] }) =>
    [...warnings, ...steps].map(({ text }) => text),
  );
  return {
    ids: remedies.map(({ id }) => id),
    ko: texts.map(({ ko }) => ko).join(" "),
    en: texts.map(({ en }) => en).join(" "),
  };
}

test("a name that leads to a wrong server is reported, and never let through", () => {
  const { ids, ko, en } = remedyTexts("dns.hijack");
  assert.deepEqual(ids, ["report-hijack", "compare-dns-answers"]);
  assert.match(ko, /결제하지 말고/);
  assert.match(en, /do not pay/);
  assert.match(en, /not to be permitted as an exception/);
});

test("what may be an attack is exempted only after somebody has looked", () => {
  assert.match(remedyTexts("tls.intercepted").en, /^Do not pay until .+If it is, .+only these/);
  for (const cause of ["tls.untrusted", "tls.wrong-host", "tls.expired", "tls.not-yet-valid"]) {
    const { ids, en } = remedyTexts(cause);
    assert.match(en, /^Do not pay past a warning/, cause);
    assert.ok(!ids.some((id) => /ask-security-team|exemption/.test(id)), cause);
  }
  assert.match(remedyTexts("certificate.distrusted").en, /Never make Windows trust/);
});

test("a moved server is opened at its new address, once confirmed", () => {
  const { ids, en } = remedyTexts("ip.drift");
  assert.deepEqual(ids, ["open-new-address"]);
  assert.match(en, /confirm that it is theirs\. Nothing is opened before\..+author of this guide/);
});
