import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { audienceOf } from "../../src/guide/diff/audience.ts";
import { type Change, diffGuides } from "../../src/guide/diff/diff.ts";
import { entriesOf, idOf, lists } from "../../src/guide/diff/lists.ts";
import type { Guide } from "../../src/guide/guide.ts";
import { changeWords } from "../../src/report/guide-change.ts";
import { changeGroups } from "../../src/report/guide-changes.ts";
import { strictWords } from "../../src/text/say.ts";
import { langs } from "../../src/text/words.ts";
import { fullGuide, leavesOf, mutated } from "./_leaves.ts";

strictWords();

const guide = fullGuide();
const leaves = leavesOf(guide);
const runs = Number(process.env.JOCHI_DIFF_RUNS ?? 150);

/** The change of one copy of the guide. */
function after(change: (copy: Guide) => void): Change[] {
  const copy = structuredClone(guide);
  change(copy);
  return diffGuides(guide, copy);
}

const endpoint = "pg-bankpay-or-kr";
const at = guide.endpoints.findIndex(({ id }) => id === endpoint);
const network = { what: "endpoints", id: endpoint, audience: ["network"] };

test("a guide and its copy do not differ", () => {
  assert.deepEqual(diffGuides(guide, structuredClone(guide)), []);
});

test("addresses and ports come and go one by one", () => {
  const port = { port: 9000, to: 9010, protocol: "udp" as const };
  const changes = after(({ endpoints }) => {
    endpoints[at]!.addresses = ["203.0.113.5"];
    endpoints[at]!.ports = [...endpoints[at]!.ports.slice(1), port];
  });
  const old = guide.endpoints[at]!;
  assert.deepEqual(changes, [
    { kind: "added", field: "addresses", after: "203.0.113.5", ...network },
    { kind: "removed", field: "addresses", before: old.addresses[0], ...network },
    { kind: "added", field: "ports", after: port, ...network },
    { kind: "removed", field: "ports", before: old.ports[0], ...network },
  ]);
});

test("what is spoken on a port changes where the port stays", () => {
  const changes = after(({ endpoints }) => {
    endpoints[at]!.ports[0]!.protocol = "https";
  });
  assert.deepEqual(changes, [
    { kind: "changed", field: "ports.0.protocol", before: "http", after: "https", ...network },
  ]);
});

test("another id for the same thing is a new name, not one gone and one come", () => {
  const changes = after(({ endpoints }) => {
    Object.assign(endpoints[at]!, { id: "payments", verifiedOn: "2026-11-26" });
  });
  const audience = ["network"];
  const named = { kind: "changed", what: "endpoints", id: "payments", audience };
  assert.deepEqual(changes, [
    { ...named, field: "id", before: endpoint, after: "payments" },
    {
      ...named,
      field: "provenance",
      before: { verifiedOn: "2018-11-01" },
      after: { verifiedOn: "2026-11-26" },
    },
  ]);
});

test("a step put in moves no other; a reworded one is one change for both languages", () => {
  const text = { ko: "새 단계", en: "A new step" };
  const changes = after(({ remedies }) => {
    remedies[0]!.steps.splice(1, 0, { text });
    remedies[0]!.steps[0]!.text = text;
  });
  const { id, steps } = guide.remedies[0]!;
  const common = { what: "remedies", id, audience: ["payer"] };
  assert.deepEqual(changes, [
    { kind: "changed", field: "steps.0.text", before: steps[0]!.text, after: text, ...common },
    { kind: "added", field: "steps.1", after: { text }, ...common },
  ]);
});

test("another order is told once, for a list and within an entry", () => {
  const changes = after(({ symptoms, causes }) => {
    symptoms.reverse();
    causes[1]!.remedies.reverse();
  });
  assert.deepEqual(
    changes.map(({ what, id, field }) => [what, id, field]),
    [
      ["symptoms", "*", "order"],
      ["causes", guide.causes[1]!.id, "remedies"],
    ],
  );
});

test("each change says whom it concerns", () => {
  const of = (what: string, id: string) => audienceOf(what, id, [guide]);
  assert.deepEqual(of("sites", "bankpay"), ["payer"]);
  assert.deepEqual(of("certificates", "verisign-root"), ["admin"]);
  assert.deepEqual(of("localNetwork", "local-programs"), ["payer", "admin"]);
  assert.deepEqual(of("remedies", "firewall-request"), ["network"]);
  assert.deepEqual(of("remedies", "ask-site-policy"), ["admin"]);
  assert.deepEqual(of("causes", "site.not-trusted"), ["payer", "admin"]);
  assert.deepEqual(of("openQuestions", "which-host"), ["network"]);
  assert.deepEqual(of("sources", "jochi"), ["admin"]);
  assert.deepEqual(of("guide", guide.id), ["payer", "network", "admin"]);
});

/** The list and id that a leaf belongs to, in either of the two guides. */
function owners(path: (typeof leaves)[number], guides: Guide[]): string[] {
  const keys = lists.find(([what]) => what === path[0])?.[1];
  if (!keys) return [`guide ${guides[1]!.id}`];
  const what = String(path[0]);
  return guides.flatMap((one) =>
    entriesOf(one, what)
      .slice(Number(path[1]), Number(path[1]) + 1)
      .map((entry) => `${what} ${idOf(entry, what, keys)}`),
  );
}

test("whatever leaf of a guide is another one, the difference names what it belongs to", () => {
  // A guide without an id is no guide: a reader refuses it.
  const leaf = fc
    .record({ path: fc.constantFrom(...leaves), gone: fc.boolean() })
    .filter(({ path, gone }) => !(gone && path.join() === "id"));
  fc.assert(
    fc.property(leaf, ({ path, gone }) => {
      const other = mutated(guide, path, gone);
      const changes = diffGuides(guide, other);
      assert.ok(changes.length > 0, path.join("."));
      const meant = owners(path, [guide, other]);
      // Where another has the same name by now, a number follows.
      const named = changes.map(({ what, id }) => `${what} ${id.replace(/ #\d+$/, "")}`);
      assert.ok(
        named.every((one) => meant.includes(one)),
        `${path.join(".")}: ${named} is not ${meant}`,
      );
      for (const change of changes) assert.ok(change.audience.length > 0);
    }),
    { numRuns: runs },
  );
});

/** Some leaves of a guide changed, some entries gone, some lists turned round. */
const editions = fc
  .record({
    changed: fc.array(fc.constantFrom(...leaves), { maxLength: 6 }),
    gone: fc.array(
      fc.record({ what: fc.constantFrom(...lists.map(([what]) => what)), at: fc.nat(9) }),
      {
        maxLength: 3,
      },
    ),
    turned: fc.constantFrom("symptoms", "causes", "endpoints", "sites"),
  })
  .map(({ changed, gone, turned }) => {
    let copy = changed.reduce((one, path) => mutated(one, path), guide);
    copy = structuredClone(copy);
    for (const { what, at } of gone) entriesOf(copy, what).splice(at, 1);
    entriesOf(copy, turned).reverse();
    return copy;
  });

/** A change as it is told from the other side. Positions are those of the later edition. */
function seen({ kind, what, field = "", before, after }: Change, turned = false): string {
  const kinds = { added: "removed", removed: "added", changed: "changed" } as const;
  const place = field.replace(/\.\d+/g, ".#");
  const sides = turned ? [after, before] : [before, after];
  return JSON.stringify([turned ? kinds[kind] : kind, what, place, ...sides]);
}

test("the way back is the same with its sides turned, for the same people", () => {
  fc.assert(
    fc.property(editions, editions, (one, other) => {
      const there = diffGuides(one, other);
      const back = diffGuides(other, one);
      assert.deepEqual(
        there.map((change) => `${seen(change)} ${change.audience}`).sort(),
        back.map((change) => `${seen(change, true)} ${change.audience}`).sort(),
      );
    }),
    { numRuns: Math.ceil(runs / 5) },
  );
});

test("every change has words in both languages, and looks alike the second time", () => {
  fc.assert(
    fc.property(editions, (other) => {
      const guides = { before: guide, after: other };
      const changes = diffGuides(guide, other);
      assert.deepEqual(diffGuides(guide, other), changes);
      for (const change of changes) {
        for (const lang of langs) {
          const words = changeWords(change, guides, lang);
          assert.doesNotMatch(words, /undefined|\[object|\{|\n|‘’/, words);
          if (lang === "ko") assert.match(words, /[가-힣]/);
        }
      }
    }),
    { numRuns: Math.ceil(runs / 5) },
  );
});

test("words name address, port and day", () => {
  const copy = structuredClone(guide);
  copy.endpoints[at]!.addresses = ["203.0.113.5"];
  copy.endpoints[at]!.ports.pop();
  for (const site of copy.sites) site.verifiedOn = "2026-11-26";
  const guides = { before: guide, after: copy };
  const groups = changeGroups(diffGuides(guide, copy), guides, "ko");
  assert.deepEqual(groups, [
    {
      audience: "payer",
      title: "결제하시는 분에게",
      lines: [
        "2곳을 2026-11-26에 다시 확인했습니다(전에는 2018-11-01): 신뢰할 수 있는 사이트 ‘*.lgcns.com’, 신뢰할 수 있는 사이트 ‘*.bankpay.or.kr’",
      ],
    },
    {
      audience: "network",
      title: "네트워크 담당자에게",
      lines: [
        "서버 ‘pg.bankpay.or.kr’: 주소에 203.0.113.5가 더해졌습니다.",
        "서버 ‘pg.bankpay.or.kr’: 주소에서 203.175.190.200이 빠졌습니다.",
        "서버 ‘pg.bankpay.or.kr’: 포트에서 7443(HTTPS)가 빠졌습니다.",
        "그대로인 줄 16개, 2018-11-01 뒤로 확인되지 않음",
      ],
    },
  ]);
  assert.deepEqual(changeGroups(diffGuides(guide, copy), guides, "ko", "admin"), []);
});

test("for people, many changes of one entry are one line, and numbers and sources come together", () => {
  const copy = structuredClone(guide);
  const remedy = copy.remedies[0]!;
  Object.assign(remedy, { title: { ko: "새 제목", en: "New" }, minutes: 9, automatic: false });
  remedy.steps.pop();
  copy.efforts[0]!.disruption = 7;
  copy.likelihoods[0]!.weight = 8;
  copy.sources[0]!.url = "https://example.kr/1";
  copy.sources[1]!.url = "https://example.kr/2";
  copy.causes.reverse();
  const changes = diffGuides(guide, copy);
  const groups = changeGroups(changes, { before: guide, after: copy }, "ko");
  const all = groups.flatMap(({ lines }) => lines);
  const steps = guide.remedies[0]!.steps.length;
  assert.deepEqual(
    all.filter((line) => !line.startsWith("출처에서 바뀐 것")),
    [
      "차례가 바뀐 목록: 원인",
      `조치 ‘새 제목’에서 바뀐 것: 제목, 걸리는 시간(분), 자동으로 함, 단계 ${steps}`,
      "순서를 정하는 어림값이 1곳 바뀌었습니다.",
      "순서를 정하는 어림값이 1곳 바뀌었습니다.",
      "그대로인 줄 17개, 2018-11-01 뒤로 확인되지 않음",
    ],
  );
  assert.match(all.find((line) => line.startsWith("출처에서 바뀐 것 2: 출처 ‘"))!, /’, 출처 ‘/);
});

test("of a long text only what differs is quoted; one language alone is said to be that", () => {
  const copy = structuredClone(guide);
  const about = copy.sources[0]!.about!;
  about.ko = `${"가".repeat(300)} 하나 ${"나".repeat(300)}`;
  const other = structuredClone(copy);
  other.sources[0]!.about!.ko = about.ko.replace("하나", "둘");
  const [change] = diffGuides(copy, other);
  const words = changeWords(change!, { before: copy, after: other }, "ko");
  assert.match(words, /전에는 “…가+ 하나 나+…”, 이제는 “…가+ 둘 나+…”$/);
  assert.ok(words.length < 260);
  assert.match(
    changeWords(change!, { before: copy, after: other }, "en"),
    /only the Korean of about/,
  );
});
