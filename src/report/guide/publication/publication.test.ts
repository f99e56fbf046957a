import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Guide } from "../../../guide/guide.ts";
import { listGuides, loadGuide } from "../../../guide/load.ts";
import { sayOf, strictWords } from "../../../text/say.ts";
import { langs } from "../../../text/words.ts";
import { width } from "../../columns.ts";
import { namesake } from "../stage/namesake.ts";
import { rendered, shown, squeezed, wordsOf } from "../stage/words.ts";
import { publicationHtml } from "./html.ts";
import { publicationMarkdown } from "./markdown.ts";
import { publicationOf } from "./of-guide.ts";
import { audiences, partsBelow } from "./publication.ts";
import { publicationText } from "./text.ts";

strictWords();

const guide = loadGuide("bankpay-transfer@2018.11");
const page = (of: Parameters<typeof publicationHtml>[0]) => publicationHtml(of, () => "hash");

for (const { id, edition, folder } of listGuides()) {
  for (const lang of langs) {
    it(`nothing that ${id}@${edition} says is missing when it is published (${lang})`, () => {
      const own = loadGuide(folder);
      const publication = publicationOf(own, { lang });
      const wanted = wordsOf(own, lang);
      assert.ok(wanted.length > 50, "the guide's words were not found");
      const said = {
        html: shown(page(publication)),
        md: rendered(publicationMarkdown(publication)),
      };
      for (const [name, text] of Object.entries(said)) {
        assert.deepEqual(
          wanted.filter((each) => !text.includes(squeezed(each))),
          [],
          name,
        );
      }
      // A drawn cell is broken between words only, so that each of them is there whole.
      const text = publicationText(publication);
      const pieces = new Set(wanted.flatMap((each) => each.split(/\s+/)));
      assert.deepEqual(
        [...pieces].filter((piece) => !text.includes(piece) && width(piece) < 60),
        [],
        "txt",
      );
    });
  }
}

describe("a published guide", () => {
  it("is the same text for the same guide", () => {
    for (const write of [page, publicationMarkdown, publicationText]) {
      const once = () => write(publicationOf(guide, { lang: "ko", today: "2026-11-26" }));
      assert.equal(once(), once());
    }
  });

  it("has the firewall tables in the printed shape, equal cells as one", () => {
    const [table] = partsBelow(publicationOf(guide, { lang: "ko" }).parts).find(
      ({ id }) => id === "openings-ipinside",
    )!.blocks;
    assert.ok(table?.kind === "table");
    assert.deepEqual(table.head, ["구분", "URL", "IP", "Port"]);
    const cell = (line: string, span?: number) => ({ lines: [line], ...(span && { span }) });
    assert.deepEqual(table.rows, [
      [
        cell("BankPay서버", 2),
        cell("pg.bankpay.or.kr"),
        cell("203.175.190.200"),
        cell("80, 8080, 5310, 443, 7443", 2),
      ],
      [cell("mobile.bankpay.or.kr"), cell("203.175.190.213")],
      [cell("Yessign서버", 2), cell("ds.yessign.or.kr"), cell("203.233.91.35"), cell("389")],
      [cell("www.yessign.or.kr"), cell("203.233.91.168"), cell("443")],
    ]);
  });

  it("cannot be made into markup by a guide's words", () => {
    const evil = `<script>x()</script>"'&|*`;
    const hostile: Guide = {
      ...guide,
      title: { ko: evil },
      symptoms: guide.symptoms.map((symptom) => ({ ...symptom, message: evil })),
    };
    const publication = publicationOf(hostile, { lang: "ko" });
    assert.ok(!page(publication).includes("<script>"));
    assert.match(publicationMarkdown(publication).split("\n")[0]!, /^# \\<script\\>/);
  });

  it("is, as text, at most 80 columns wide but for what is copied whole", () => {
    for (const lang of langs) {
      const wide = publicationText(publicationOf(guide, { lang }))
        .split("\n")
        .filter((line) => width(line) > 80 && !/https?:\/\/|:\\/.test(line));
      assert.deepEqual(wide, [], lang);
    }
  });

  it("asks what is open, with whom to ask", () => {
    const [question] = [
      {
        id: "which",
        text: { ko: "어느 인증서입니까?", en: "Which certificate is it?" },
        asks: { ko: "금융결제원", en: "KFTC" },
        about: ["verisign-root", "update-roots", "tcp.drop"],
        since: "2026-11-26",
        source: "jochi",
      },
    ];
    const own = { ...guide, openQuestions: [question!] };
    const text = publicationText(publicationOf(own, { lang: "en" }));
    for (const words of [
      "Which certificate is it?",
      "KFTC",
      "VeriSign root certificate",
      "2026-11-26",
    ])
      assert.ok(text.includes(words), words);
    assert.ok(!publicationText(publicationOf(guide, { lang: "en" })).includes("Open questions"));
  });

  it("tells what it changes against the edition before, for whom", () => {
    const before = structuredClone(guide);
    before.edition = "2017.01";
    before.endpoints[0]!.addresses = ["192.0.2.1"];
    const told = (audience?: "payer" | "network") =>
      partsBelow(publicationOf(guide, { lang: "ko", audience }, before).parts).filter(({ id }) =>
        id.startsWith("changes"),
      );
    assert.match(JSON.stringify(told()), /2017\.01판.*192\.0\.2\.1/);
    assert.match(JSON.stringify(told("network")), /192\.0\.2\.1/);
    assert.doesNotMatch(JSON.stringify(told("payer")), /192\.0\.2\.1/);
  });
});

describe("a guide published for one audience", () => {
  const of = (audience: (typeof audiences)[number]) =>
    publicationOf(guide, { lang: "ko", audience });
  const ids = (audience: (typeof audiences)[number]) =>
    new Set(partsBelow(of(audience).parts).map(({ id }) => id));

  it("says for whom, and links lead only to what it has", () => {
    const before = { ...guide, edition: "2017.01", remedies: guide.remedies.slice(1) };
    for (const [own, audience] of [guide, namesake(guide)].flatMap((each) =>
      [undefined, ...audiences].map((one) => [each, one] as const),
    )) {
      const publication = publicationOf(own, { lang: "ko", audience }, before);
      const name = audience ?? "all";
      if (audience)
        assert.ok(
          publication.title.endsWith(`(${sayOf(guide, "ko", `publication.for.${audience}`)})`),
        );
      for (const text of [page(publication), publicationMarkdown(publication)]) {
        const targets = [...text.matchAll(/(?:href="#|\]\(#)([^")]+)/g)].map(([, id]) => id!);
        const all = [...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!);
        assert.equal(new Set(all).size, all.length, `an id stands twice (${name})`);
        assert.ok(targets.length > 5);
        assert.deepEqual(
          targets.filter((id) => !all.includes(id)),
          [],
          name,
        );
      }
    }
  });

  it("has what that audience can do, and says who does the rest", () => {
    const trusted = "remedy-trusted-sites";
    const install = "remedy-install-programs";
    const [payer, network, admin] = audiences.map(ids);
    assert.ok(payer!.has(trusted) && payer!.has("symptom-popup-window-blocked"));
    assert.ok(!payer!.has("openings-nos") && !payer!.has(install));
    assert.ok(network!.has("openings-nos") && network!.has("remedy-firewall-request"));
    assert.ok(!network!.has(trusted) && !network!.has("certificates"));
    assert.ok(admin!.has("certificates") && admin!.has("program-nos") && admin!.has(install));
    assert.ok(!admin!.has("openings-nos") && !admin!.has(trusted));
    assert.match(publicationText(of("payer")), /설치프로그램 수동 설치 \(하는 사람: PC 관리자\)/);
  });

  it("chooses by list and id, as another list may have the same id", () => {
    const own = namesake(guide);
    const [remedy] = own.remedies;
    assert.equal(own.symptoms.at(-1)!.id, remedy!.id);
    const of = (audience: (typeof audiences)[number]) =>
      partsBelow(publicationOf(own, { lang: "ko", audience }).parts).map(({ id }) => id);
    for (const audience of ["network", "admin"] as const)
      assert.ok(!of(audience).includes(`symptom-${remedy!.id}`), audience);
    const forNetwork = { ...remedy!, owner: "network" as const };
    own.remedies = [forNetwork, ...own.remedies.slice(1)];
    assert.ok(of("payer").includes(`symptom-${remedy!.id}`));
    assert.ok(!of("payer").includes(`remedy-${remedy!.id}`));
  });

  it("leaves no remedy out of all three", () => {
    const all = new Set(audiences.flatMap((audience) => [...ids(audience)]));
    assert.deepEqual(
      guide.remedies.filter(({ id }) => !all.has(`remedy-${id}`)).map(({ id }) => id),
      [],
    );
  });
});

describe("the age of what is published", () => {
  const text = (today?: string) => publicationText(publicationOf(guide, { lang: "ko", today }));

  it("is told by days alone where no day to judge by is given", () => {
    assert.match(text(), /마지막 확인: 2018-11-01/);
    assert.doesNotMatch(text(), /에 확인된/);
  });

  it("is told in words against a day", () => {
    assert.match(text("2026-11-26"), /2018년 11월에 확인된 주소입니다/);
    // A year, as everywhere else: see docs/age.md.
    assert.doesNotMatch(text("2019-11-01"), /에 확인된/);
    assert.match(text("2019-11-02"), /2018년 11월에 확인된 주소입니다/);
    const [first, ...rest] = guide.remedies;
    const due = { ...first!, reviewBy: "2026-01-31", expires: "2026-06-30" };
    const told = publicationText(
      publicationOf({ ...guide, remedies: [due, ...rest] }, { lang: "en", today: "2026-11-26" }),
    ).replace(/\s+/g, " ");
    assert.match(told, /These addresses were last verified in 11\/2018\./);
    assert.match(told, /To be reviewed by: 2026-01-31 · Ends on: 2026-06-30/);
    assert.match(told, /It ended on 2026-06-30/);
    assert.match(told, /reviewed by 2026-01-31, which has passed/);
  });

  it("is no matter before a day of review, where there is one", () => {
    const reviewBy = "2027-01-31";
    const reviewed = {
      ...guide,
      endpoints: guide.endpoints.map((endpoint) => ({ ...endpoint, reviewBy })),
    };
    const on = (today: string) =>
      publicationText(publicationOf(reviewed, { lang: "ko", today })).replace(/\s+/g, " ");
    assert.doesNotMatch(on(reviewBy), /에 확인된 주소입니다|2027-01-31\)이 지났습니다/);
    assert.match(on("2027-02-01"), /2027-01-31\)이 지났습니다/);
  });
});
