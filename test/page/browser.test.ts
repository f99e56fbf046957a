import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, it } from "node:test";
import { diagnose } from "../../src/doctor/diagnose.ts";
import { loadScenarios } from "../../src/lab/scenario.ts";
import { memoryMachine } from "../../src/machine/memory.ts";
import { ownPath } from "../../src/own/files.ts";
import { documentOf } from "../../src/report/guide/document-of.ts";
import { view } from "../../src/report/view.ts";
import { command, put } from "../cli/_evidence.ts";
import type { Order, Played } from "./_driver.ts";
import { guide, paths } from "./_files.ts";
import { noPlay, play } from "./_play.ts";

interface Found {
  headline: string;
  causes: { title: string; facts: string[] }[];
  text: string;
  checks: string[];
}

interface Opened {
  start: string;
  guide: string;
  english: string;
  shape: { headings: number; links: number; dead: number };
  fonts: string[];
}

const kinds = ["chromium", "firefox"] as const;
/** How a sentence that is missing shows itself. */
const missing =
  /\[(?:page|reason|ui|kind|verdict|owner|certainty|treat|guide|request)\.[\w.-]+[^\]]*\]/;

describe("the file of a guide, opened from the disk", { skip: noPlay }, () => {
  let files: Awaited<ReturnType<typeof paths>>;
  before(async () => {
    files = await paths();
  });

  const played = async <T>(order: Order): Promise<T> => {
    const { seen, requests, wrong } = await play(order);
    assert.deepEqual(requests, [], "nothing is asked for");
    assert.deepEqual(wrong, []);
    assert.doesNotMatch(JSON.stringify(seen), missing);
    return seen as T;
  };

  for (const kind of kinds) {
    it(`works in ${kind}: symptoms, guide, both languages, own fonts, no request`, async () => {
      const seen = await played<Opened>({
        kind,
        file: files.plain,
        scene: "opens",
      });
      for (const { title } of guide.symptoms) assert.ok(seen.start.includes(title.ko), title.ko);
      assert.match(seen.start, /이 파일은 아무 데도 연결하지 않습니다/);
      for (const { title } of guide.sections) assert.ok(seen.guide.includes(title.ko), title.ko);
      const { headings, links, dead } = seen.shape;
      assert.deepEqual({ headings, dead }, { headings: 1, dead: 0 });
      assert.ok(links > 20, `${links} links in the guide`);
      assert.doesNotMatch(seen.guide, /이 파일 하나에 안내서 전체가/);
      const { sections } = documentOf(guide, "en");
      for (const { title } of sections) assert.ok(seen.english.includes(title), title);
      assert.deepEqual(
        seen.fonts.map((font) => font.replaceAll('"', "")),
        ["Jochi Gothic 400 loaded", "Jochi Gothic 700 loaded"],
      );
    });

    it(`judges a chosen evidence file as the command line does, in ${kind}`, async () => {
      const [{ world }] = loadScenarios(ownPath("scenarios"), guide).filter(
        ({ id }) => id === "three-layers",
      ) as [ReturnType<typeof loadScenarios>[number]];
      const { evidence, diagnosis } = await diagnose(memoryMachine(world, { seed: 1 }), guide);
      const file = put(files.folder, `${kind}.json`, evidence);
      const { out } = await command(["--evidence", file, "--json"], "ko");
      const wanted = view(diagnosis, guide, "ko");
      const { findings } = JSON.parse(out) as { findings: unknown[] };
      const order: Order = { kind, file: files.plain, scene: "chosen", given: { file } };
      const seen = await played<Found>(order);
      assert.equal(seen.causes.length, findings.length);
      assert.equal(seen.headline, wanted.headline);
      assert.deepEqual(
        seen.causes,
        wanted.causes.map(({ title, ownerWords, certaintyWords }) => ({
          title,
          facts: [ownerWords, certaintyWords],
        })),
      );
      assert.match(seen.text, /저장해 둔 파일로 판단한 결과입니다/);
    });

    it(`takes a dropped file, and says of a broken one where it is broken, in ${kind}`, async () => {
      const drop = (text: string) =>
        play({ kind, file: files.plain, scene: "dropped", given: { name: "a.json", text } });
      const { seen, requests } = await drop('{"schema": "jochi.evidence/1", }');
      assert.deepEqual(requests, []);
      assert.match(seen as string, /진단 파일이 아니거나 읽을 수 없습니다\. \(1:32\)/);
    });
  }

  it("is the whole guide without a script", async () => {
    const order: Order = { kind: "chromium", file: files.plain, scene: "plain", script: false };
    const shown = (await played<string>(order)).replace(/\s+/g, "");
    for (const lang of ["ko", "en"] as const) {
      const { title, sections } = documentOf(guide, lang);
      const titles = [title, ...sections.flatMap((each) => [each, ...each.sections])].map((each) =>
        typeof each === "string" ? each : each.title,
      );
      assert.ok(titles.length > 40);
      for (const each of titles) assert.ok(shown.includes(each.replace(/\s+/g, "")), each);
    }
  });

  it("stays the guide, without an error, in a browser that is too old for its script", async () => {
    for (const kind of kinds) {
      const order: Order = { kind, file: files.plain, scene: "older" };
      const { shown, started } = await played<{ shown: string; started: number }>(order);
      assert.equal(started, 0);
      for (const { title } of guide.sections) assert.ok(shown.includes(title.ko), title.ko);
    }
  });

  it("stays the guide where its texts are not those that its data counts on", async () => {
    const text = readFileSync(files.plain, "utf8");
    const file = join(files.folder, "translated.html");
    writeFileSync(file, text.replace('id="ko-guide">', 'id="ko-guide">another '));
    const shown = await played<string>({ kind: "chromium", file, scene: "plain" });
    assert.match(shown, /another /);
    for (const { title } of guide.sections) assert.ok(shown.includes(title.ko), title.ko);
  });

  it("tries the browser's own blocker, and judges what it is told", async () => {
    const answers = { "popup-test": "yes", clock: "no", "program:nos": "no" };
    const seen = await played<{ first: Found; second: Found; windows: number }>({
      kind: "chromium",
      file: files.plain,
      scene: "looks",
      given: answers,
    });
    assert.deepEqual(seen.first.causes, []);
    assert.match(seen.first.text, /이 파일은 서버에 연결해 보지 않았습니다/);
    assert.equal(seen.windows, 1, "one upon the click, none by itself");
    const { text, causes } = seen.second;
    assert.match(text, /저절로 열리는 창은 막힙니다/);
    assert.match(text, /누를 때 여는 창은 열렸습니다/);
    assert.match(text, /쿠키를 쓸 수 있습니다/);
    assert.deepEqual(causes.map(({ title }) => title).sort(), [
      "PC 시계가 맞지 않음",
      "필요한 프로그램이 없음",
    ]);
    for (const { facts } of causes) assert.equal(facts[1], "거의 확실함");
  });

  it("in its other build tries the guide's servers and nothing else", async () => {
    const { seen, requests, wrong } = await play({
      kind: "chromium",
      file: files.probe,
      scene: "looks",
      given: { clock: "yes" },
    });
    const allowed = /connect-src ([^;]*)/.exec(readFileSync(files.probe, "utf8"))![1]!.split(" ");
    const asked = new Set(requests.map((url) => new URL(url)).map(nameOf));
    assert.deepEqual(
      [...asked].filter((each) => !allowed.includes(each)),
      [],
    );
    assert.ok(asked.has("https://www.yessign.or.kr:443"), [...asked].join(" "));
    assert.deepEqual(
      wrong.filter((line) => /Content Security Policy/.test(line)),
      [],
    );
    const { first, second } = seen as { first: Found; second: Found };
    assert.match(first.text, /화면은 서버가 대답했는지까지만 볼 수 있습니다/);
    assert.ok(
      first.checks.some((line) => /www\.yessign\.or\.kr:443.*대답을 받지 못했습니다/.test(line)),
    );
    assert.match(second.text, /연결해 보는 파일입니다/);
  });

  it("lets nothing out even where a script tries", async () => {
    const text = readFileSync(files.plain, "utf8");
    // A script that has been changed is another one, which the policy keeps from running at all;
    // the guide is there all the same.
    const tries = `fetch("https://www.yessign.or.kr/").catch(()=>{});`;
    for (const [at, begin] of ["<body>\n<script>", 'id="script">'].entries()) {
      const file = join(files.folder, `changed-${at}.html`);
      assert.equal(text.split(begin).length, 2);
      writeFileSync(file, text.replace(begin, begin + tries));
      const order: Order = { kind: "chromium", file, scene: "plain" };
      const { seen, requests, wrong } = (await play(order)) as Played;
      assert.deepEqual(requests, []);
      assert.ok(
        wrong.some((line) => /Content Security Policy/.test(line)),
        wrong.join("\n"),
      );
      assert.match(String(seen), /이 파일 하나에 안내서 전체가 들어 있습니다/);
    }
  });
});

function nameOf({ protocol, hostname, port }: URL): string {
  return `${protocol}//${hostname}:${port || "443"}`;
}
