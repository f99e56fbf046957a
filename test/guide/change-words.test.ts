import assert from "node:assert/strict";
import { test } from "node:test";
import { z } from "zod";
import { type Change, isWording } from "../../src/guide/diff/change.ts";
import { diffGuides } from "../../src/guide/diff/diff.ts";
import { lists } from "../../src/guide/diff/lists.ts";
import type { Guide } from "../../src/guide/guide.ts";
import { loadGuide } from "../../src/guide/load.ts";
import { checkWords } from "../../src/guide/schema/remedy.ts";
import { schemas } from "../../src/guide/schemas.ts";
import { changeWords } from "../../src/report/guide-change.ts";
import { changeGroups } from "../../src/report/guide-changes.ts";
import { hasSentence, strictWords } from "../../src/text/say.ts";
import { fullGuide } from "./_leaves.ts";

strictWords();

interface Schema {
  properties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: Schema[];
  enum?: unknown[];
  const?: unknown;
}

/** Every field of every file, with the values that it may have where they are a closed list. */
function fieldsOf(schema: Schema, into = new Map<string, Set<string>>()) {
  for (const [key, inner] of Object.entries(schema.properties ?? {})) {
    const values = into.get(key) ?? new Set();
    into.set(key, values);
    const own = inner.items ?? inner;
    for (const value of [...(own.enum ?? []), own.const]) {
      if (typeof value === "string") values.add(value);
    }
    fieldsOf(inner, into);
  }
  for (const inner of [schema.items, ...(schema.anyOf ?? [])]) if (inner) fieldsOf(inner, into);
  return into;
}

const fields = new Map<string, Set<string>>();
for (const schema of Object.values(schemas)) {
  fieldsOf(z.toJSONSchema(schema, { io: "input" }) as Schema, fields);
}

/** Of a text; they are told as one. */
const languages = ["ko", "en"];

test("every field of a guide has a word, and so has every list", () => {
  assert.ok(fields.size > 100);
  const named = new Set(lists.map(([what]) => what));
  for (const field of fields.keys()) {
    if (languages.includes(field)) continue;
    const keys = [`change.field.${field}`, ...(named.has(field) ? [`change.list.${field}`] : [])];
    assert.ok(
      keys.some((key) => hasSentence(key)),
      `${field} has no word in src/text/guide-change-words.ts`,
    );
  }
  for (const what of named) assert.ok(hasSentence(`change.list.${what}`), what);
});

test("every value of a closed list has a word, and so has what is checked again", () => {
  // A protocol is its own name, who acts has words already, and the format is a name.
  const otherwise = ["protocol", "owner", "schema"];
  for (const [field, values] of fields) {
    if (otherwise.includes(field)) continue;
    for (const value of values) {
      assert.ok(hasSentence(`change.of.${field}.${value}`), `${field}: ${value}`);
    }
  }
  for (const word of Object.keys(checkWords)) assert.ok(hasSentence(`change.of.verifies.${word}`));
});

function groupsOf(change: (copy: Guide) => void, lang: "ko" | "en" = "ko") {
  const [before, after] = [fullGuide(), fullGuide()];
  change(after);
  const groups = changeGroups(diffGuides(before, after), { before, after }, lang);
  return Object.fromEntries(groups.map(({ audience, lines }) => [audience, lines]));
}

test("an opening says whether it is needed, how sure that is, where to and what for", () => {
  const { network } = groupsOf(({ endpoints }) => {
    endpoints.push({
      ...structuredClone(endpoints[0]!),
      id: "crl",
      host: "crl.example.kr",
      addresses: [],
      ports: [{ port: 80, protocol: "http" }],
      purpose: { ko: "취소 목록을 받습니다.", en: "Revocation lists." },
      required: false,
      certainty: "inferred",
    });
  });
  assert.deepEqual(network, [
    "서버 ‘crl.example.kr’이 새로 들어왔습니다. 선택, 추정; 주소: 이름으로만 알려짐; 포트: 80(HTTP); 사용 목적: 취소 목록을 받습니다",
    "그대로인 줄 17개, 2018-11-01 뒤로 확인되지 않음",
  ]);
});

test("the network part names what was verified, and ends with what nobody has verified since", () => {
  const verified = (copy: Guide) => {
    const one = copy.endpoints.find(({ id }) => id === "ds-yessign-or-kr")!;
    Object.assign(one, { verifiedOn: "2025-07-18", source: "jochi", certainty: "sourced" });
  };
  assert.deepEqual(groupsOf(verified).network, [
    "서버 ‘ds.yessign.or.kr’: 2025-07-18에 다시 확인했습니다(전에는 2018-11-01).",
    "그대로인 줄 17개 (16개는 2018-11-01 뒤로 확인되지 않음, 1개는 2025-07-18에 다시 확인)",
  ]);
  assert.equal(
    groupsOf(verified, "en").network!.at(-1),
    "Unchanged rows: 17 (16 not verified since 2018-11-01, 1 verified again on 2025-07-18)",
  );
  // A line that asks for another port is another line.
  const other = groupsOf(({ endpoints }) => {
    endpoints[0]!.ports.pop();
  });
  const left = 17 - fullGuide().endpoints[0]!.addresses.length;
  assert.match(other.network!.at(-1)!, new RegExp(`^그대로인 줄 ${left}개, `));
});

test("a text that says the same otherwise is counted; what could mean another thing is told", () => {
  const change = (before: object, after: object): Change => ({
    ...{ kind: "changed", what: "remedies", id: "a", field: "title", audience: ["payer"] },
    before,
    after,
  });
  const old = { ko: "이 가이드의 8080 포트", en: "Port 8080 of this guide" };
  const is = (after: object) => isWording(change(old, after));
  assert.equal(is({ ...old, ko: "이 안내서의 8080 포트" }), true);
  assert.equal(is({ ...old, en: "This guide's port 8080" }), true);
  assert.equal(is({ ko: old.ko }), true);
  assert.equal(is({ ...old, ko: "이 가이드의 8081 포트" }), false);
  assert.equal(is({ ...old, ko: "이 가이드의 8080 UDP 포트" }), false);
  assert.equal(is({ ko: "닫을 포트 8080", en: "Port 8080, to be closed" }), false);
  assert.equal(isWording(change({ ko: "허용합니다" }, { ko: "막습니다" })), false);

  const { network } = groupsOf(({ remedies }) => {
    const { steps } = remedies.find(({ id }) => id === "firewall-request")!;
    for (const { text } of steps) text.ko = `꼭 ${text.ko}`;
  });
  assert.match(network![0]!, /^글만 바뀐 것 [2-9] \(--json에서 보임\)$/);
});

test("a certificate that is gone and had lost its worth must not be installed any more", () => {
  const { admin } = groupsOf((copy) => {
    copy.edition = "2026.11";
    copy.certificates = [];
  });
  const [verisign, thawte, globalsign] = admin!;
  assert.match(
    verisign!,
    /‘VeriSign 루트 인증서’가 빠졌습니다\. 이제 설치하지 마세요: Microsoft가 2021년/,
  );
  assert.match(thawte!, /이제 설치하지 마세요: 2020년 12월 31일에 만료/);
  assert.equal(globalsign, "인증서 ‘GlobalSign 타임스탬프 루트 인증서’가 빠졌습니다.");
  const early = groupsOf((copy) => {
    copy.edition = "2020.6";
    copy.certificates = [];
  });
  for (const line of early.admin!) assert.doesNotMatch(line, /설치하지/);
});

test("estimates of questions and orders within entries are only counted", () => {
  const { payer } = groupsOf(({ questions, symptoms }) => {
    questions[0]!.where[0]!.chances = [0.4, 0.6];
    questions[0]!.otherwise = [0.5, 0.5];
    symptoms.find(({ causes }) => causes.length > 1)!.causes.reverse();
  });
  assert.deepEqual(payer, ["차례만 바뀐 곳 1", "순서를 정하는 어림값이 1곳 바뀌었습니다."]);
});

test("between the two editions of the transfer guide no word is data", () => {
  const before = loadGuide("bankpay-transfer@2018.11", { cache: false });
  const after = loadGuide("bankpay-transfer@2026.11", { cache: false });
  for (const change of diffGuides(before, after)) {
    for (const lang of ["ko", "en"] as const) {
      const words = changeWords(change, { before, after }, lang);
      assert.doesNotMatch(words, /onlyIn|pageSees|ie-mode|loopback-denied|[{}[\]]"|“‘|’”/, words);
    }
  }
});
