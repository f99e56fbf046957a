import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { describe, test } from "node:test";
import { loadGuide } from "../../src/guide/load.ts";
import { house, noBrowser } from "./_browser.ts";
import { places } from "./_tour.ts";
import { plays } from "./_tour-plays.ts";
import { languageOf, listen, type Node, operated, treeOf } from "./_tree.ts";

/** What screen readers are given: names, headings, languages, announcements, and whole screens. */
const { open } = house(plays);
const of = (name: string) => places.find((place) => place.name === name)!;
const folder = new URL("goldens/", import.meta.url);
const command = "JOCHI_UPDATE_GOLDENS=1 bash scripts/test.sh unit test/portal/tree.test.ts";

/** The screens that a person passes on the way, as a screen reader goes through them. */
const main = [
  ...["start", "search", "finding", "trouble", "result", "result-healthy", "task", "task-changes"],
  ...["after", "after-asks", "message", "journal-program", "undone", "end"],
];

/** What is amiss with a tree, one line for each. */
function amiss(nodes: readonly Node[]): string[] {
  const nameless = nodes
    .filter(({ role, name }) => operated.has(role) && name.trim() === "")
    .map(({ role }) => `a ${role} without a name`);
  const levels = nodes.flatMap(({ role, level, name }) =>
    role === "heading" ? [{ level: level ?? 0, name }] : [],
  );
  const first = levels.filter(({ level }) => level === 1).length;
  const left = levels.flatMap(({ level, name }, at) =>
    level > (levels[at - 1]?.level ?? 0) + 1 ? [`a level is left out before: ${name}`] : [],
  );
  const empty = levels.filter(({ name }) => name.trim() === "").map(() => "an empty heading");
  return [...nameless, ...(first === 1 ? [] : [`${first} first headings`]), ...left, ...empty];
}

const { sources, toolbars } = loadGuide("bankpay-transfer@2018.11");
/** Names are the same in every language (WCAG 3.1.2 leaves proper names out). */
const properNames = new Set([
  ...sources.map(({ publisher }) => publisher),
  ...toolbars.flatMap(({ names }) => names),
]);

/** What is wholly Korean, apart from figures and signs. */
const isKorean = (name: string) =>
  /[가-힣]/.test(name) && !/[A-Za-z]{2}/.test(name) && !properNames.has(name.trim());

describe("what a screen reader is given", { skip: noBrowser }, () => {
  for (const { name, play, symptom, go } of places)
    test(`${name}: names, headings and languages, in both languages`, async () => {
      const { page, close } = await open(play, { ...(symptom !== undefined && { symptom }) });
      try {
        await go(page);
        const session = await page.context().newCDPSession(page);
        await session.send("DOM.enable");
        assert.deepEqual(amiss(await treeOf(session)), []);
        assert.equal(await page.getAttribute("html", "lang"), "ko");
        await page.click(".tools button[lang=en]");
        await page.waitForFunction(() => document.documentElement.lang === "en");
        const english = await treeOf(session);
        assert.deepEqual(amiss(english), []);
        // Titles of windows, button labels and messages stand in English sentences as they are.
        // Inside of a field stands what a person has typed.
        for (const node of english.filter(({ element, name }) => element > 0 && isKorean(name)))
          assert.match(
            await languageOf(session, node),
            /^(ko|typed)$/,
            `${node.role}: ${node.name}`,
          );
      } finally {
        await close();
      }
    });

  for (const lang of ["ko", "en"] as const)
    for (const name of main)
      test(`${name}.${lang}: the screen as it is read`, async () => {
        const { play, symptom, go } = of(name);
        const { page, close } = await open(play, {
          lang,
          ...(symptom !== undefined && { symptom }),
        });
        await go(page);
        // What is large is drawn a moment after the rest.
        await page.waitForTimeout(500);
        const now = `${await page.locator("body").ariaSnapshot()}\n`;
        const file = new URL(`${name}.${lang}.aria.yaml`, folder);
        if (process.env.JOCHI_UPDATE_GOLDENS) {
          mkdirSync(folder, { recursive: true });
          writeFileSync(file, now);
        }
        assert.equal(now, readFileSync(file, "utf8"), `if this is meant: ${command}`);
        await close();
      });

  test("says what is being done, what was found of each place, and what came of it", async () => {
    const { page, close } = await open("slow");
    const said = await listen(page);
    await page.click(".card");
    await page.waitForSelector(".cause");
    const heard = (await said()).join("\n");
    for (const words of [
      "결제에 필요한 서버에 하나씩 연결해 보고 있습니다.",
      "이 PC 확인: 정상.",
      "회사 네트워크와 방화벽 확인: 막는 곳이 있음.",
      "곳을 보았습니다.",
    ])
      assert.ok(heard.includes(words), `${words}\n${heard}`);
    const focused = await page.evaluate(() => document.activeElement?.textContent);
    assert.equal(focused, await page.textContent("h1"), "the result is read from its heading on");
    assert.match(focused ?? "", /./);
    await close();
  });

  test("says trouble at once, and what becomes of a change", async () => {
    const troubled = await open("busy");
    const alarm = await listen(troubled.page);
    await troubled.page.click(".card");
    await troubled.page.waitForSelector("[role=alert] .note");
    assert.ok((await alarm()).some((words) => words.length > 10));
    await troubled.close();
    const { page, close } = await open("slowTreated");
    await of("task-changes").go(page);
    const said = await listen(page);
    await page.click(".preview button.strong");
    await page.waitForSelector(".changed");
    const heard = (await said()).join("\n");
    assert.match(heard, /바꾸는 중입니다|확인하는 중입니다/);
    await close();
  });
});

test("what is amiss with a tree is noticed", () => {
  const node = (role: string, name: string, level?: number): Node => ({
    role,
    name,
    element: 1,
    ...(level !== undefined && { level }),
  });
  assert.deepEqual(amiss([node("heading", "A", 1), node("button", "B")]), []);
  assert.deepEqual(amiss([node("heading", "A", 1), node("heading", "B", 3), node("link", " ")]), [
    "a link without a name",
    "a level is left out before: B",
  ]);
  assert.deepEqual(amiss([node("button", "B")]), ["0 first headings"]);
  assert.ok(isKorean("팝업 차단") && !isKorean("press “허용” (Allow)"));
});
