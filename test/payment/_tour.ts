import assert from "node:assert/strict";
import type { Locator, Page } from "playwright-core";
import type { Finding } from "../../src/evidence/report.ts";
import type { Guide } from "../../src/guide/guide.ts";
import { faults } from "../../src/lab/faults/index.ts";
import { paymentTroubles } from "../../src/lab/payment/troubles.ts";
import { causeWords, findingWords, pick } from "../../src/report/words.ts";
import { sayOf } from "../../src/text/say.ts";
import type { Lang } from "../../src/text/words.ts";
import { type Case, isShown } from "./_case.ts";
import { type Site, violations } from "./_site.ts";

const patienceMs = 45_000;
/** More than there is to be focused on any screen, lists of rows included. */
const mostTabs = 80;
const approval = /승인번호 20181101000001/;

/**
 * From a symptom that a payer sees to a payment that is done, as a person goes: what is seen is
 * chosen on Jochi's page, the cause is read there, the remedy is gone through, and paid again.
 */
export async function tour(site: Site, guide: Guide, one: Case, lang: Lang): Promise<void> {
  const { page, wrong, close } = await site.open(lang);
  const person = personAt(page, guide, lang);
  try {
    await person.looks("start");
    if (one.later) await seeLater(site, person, one);
    else {
      await breakIt(site, person, one.chosen ?? one.faults ?? []);
      await see(site, guide, one);
    }
    await person.choosesSymptom(one.symptom);
    await person.isAsked(one);
    await person.reads(one);
    // Nothing but the remedy ends it.
    if (!one.later) await see(site, guide, one);
    await person.isLed(one);
    if (one.lasting) {
      await see(site, guide, one);
      await site.payer.close();
    }
    const { notices, paid, window } = await site.payer.pay(site.world());
    assert.match(paid ?? JSON.stringify({ notices, window }), approval);
    assert.deepEqual(notices, []);
    await person.saysItWorks();
    assert.deepEqual(wrong, []);
  } finally {
    if (one.lasting) await site.payer.close();
    await close();
  }
}

async function see(site: Site, guide: Guide, one: Case): Promise<void> {
  const { stopAt, waitAt, limitMs = patienceMs } = one;
  const manner = { limitMs, ...(stopAt && { stopAt }), ...(waitAt && { waitAt }) };
  const seen = await site.payer.pay(site.world(), manner);
  assert.ok(isShown(guide, one, seen), JSON.stringify(seen));
  assert.equal(seen.paid, undefined);
  if (!one.complains) return;
  const message = guide.symptoms.find(({ id }) => id === one.symptom)?.message;
  const said = await site.payer.complaints();
  assert.ok(
    message && said.some((text) => text.replaceAll("`", "").includes(message)),
    said.join(),
  );
}

/** It goes wrong while the payer is at it. */
async function seeLater(site: Site, person: Person, one: Case): Promise<void> {
  await breakIt(site, person, []);
  const before = await site.payer.pay(site.world(), { stopAt: one.stopAt! });
  assert.equal(before.window?.at, one.stopAt);
  await breakIt(site, person, one.later!);
  const seen = await site.payer.order({ do: "go-on", limitMs: patienceMs, waitAt: one.stopAt! });
  assert.ok(isShown(person.guide, one, seen), JSON.stringify(seen));
}

/** By the page's own chooser, which aims each fault at what is most usual; or aimed by its server. */
async function breakIt(site: Site, person: Person, names: string[]): Promise<void> {
  if (names.every((name) => !name.includes(":"))) return person.breaks(names);
  await site.practice.choose(names);
}

type Person = ReturnType<typeof personAt>;

function personAt(page: Page, guide: Guide, lang: Lang) {
  const t = (key: string, values?: Record<string, string>) =>
    sayOf(guide, lang, `page.${key}`, values);
  const button = (key: string) => page.getByRole("button", { name: t(key), exact: true });
  const heading = (text: string) =>
    page.getByRole("heading", { level: 1, name: text, exact: true }).waitFor();

  /** Every state that is passed is looked at by axe. */
  async function looks(state: string): Promise<void> {
    assert.deepEqual(await violations(page), [], state);
    assert.equal(await page.locator(".trouble").textContent(), "", state);
  }

  /** Nobody touches a mouse: Tab goes on to it, and Enter presses it. */
  async function presses(target: Locator): Promise<void> {
    await tabTo(target);
    await page.keyboard.press("Enter");
  }

  async function tabTo(target: Locator): Promise<void> {
    await target.waitFor();
    const has = () => target.evaluate((element) => element.matches(":focus"));
    for (let count = 0; count < mostTabs; count += 1) {
      if (await has()) return;
      await page.keyboard.press("Tab");
    }
    assert.fail(`the keyboard never came to: ${await target.textContent()}`);
  }

  async function agrees(remedy: string): Promise<boolean> {
    await presses(button("task.show"));
    const preview = page.locator(".preview");
    await preview.waitFor();
    await looks(`preview of ${remedy}`);
    const agree = button("preview.agree");
    if ((await agree.count()) === 0) return false;
    await presses(agree);
    return true;
  }

  return {
    guide,
    looks,

    async breaks(names: string[]): Promise<void> {
      const form = page.locator(".demo form");
      for (const box of await form.getByRole("checkbox").all()) await box.uncheck();
      for (const name of names) {
        const known = [...faults, ...paymentTroubles(guide)].find(({ id }) => id === name)!;
        await form.getByLabel(pick(known.title, lang), { exact: true }).check();
      }
      await button("demo.set").click();
      await form.getByText(t("demo.state.set")).waitFor();
    },

    /** By the message on the screen where there is one, else by the card's own words. */
    async choosesSymptom(id: string): Promise<void> {
      const { title, message } = guide.symptoms.find((each) => each.id === id)!;
      // Before it lies the demonstration's own part, with a box for each fault: no payer sees that.
      await button("demo.set").focus();
      await tabTo(page.locator(".search input"));
      await page.keyboard.insertText(message ?? pick(title, lang));
      await presses(page.locator(".card", { hasText: pick(title, lang) }));
      await page
        .getByRole("heading", { level: 1 })
        .filter({ hasNotText: t("start.title") })
        .waitFor();
      await page.locator(".save").waitFor();
      await looks("result");
    },

    /** Each question as it comes, which leads to a result anew. */
    async isAsked({ answers = [] }: Case): Promise<void> {
      for (const [question, answer] of answers) {
        const { text, answers: known } = guide.questions.find(({ id }) => id === question)!;
        const asked = page.getByRole("heading", { name: pick(text, lang), exact: true });
        await asked.waitFor();
        const words = pick(known.find(({ id }) => id === answer)!.text, lang);
        await presses(page.locator(".questions").getByRole("button", { name: words, exact: true }));
        await page.getByText(t("answered"), { exact: true }).waitFor();
        await page.locator(".save").waitFor();
        await looks(`answered ${question}`);
      }
    },

    async reads({ cause, remains, owner, managed }: Case): Promise<void> {
      const known = (cause ?? remains)!;
      const words = (field: "title" | "payer") => {
        const remedies = guide.causes.find(({ id }) => id === known)?.managedRemedies ?? [];
        if (!managed) return causeWords(known, field, guide, lang);
        const finding = { cause: known, certainty: "confirmed", because: [], remedies };
        return findingWords(finding as unknown as Finding, field, guide, lang);
      };
      const said = page.locator(".cause").first();
      assert.equal(await said.locator("h2").textContent(), words("title"));
      const owners = said.locator("dd strong").first();
      assert.equal(await owners.textContent(), sayOf(guide, lang, `owner.${owner}`));
      // Of what only a person can tell the page is not so sure, and says it below.
      const place = cause ? page.locator(".note p").first() : said.locator("p").first();
      assert.equal(await place.textContent(), words("payer"));
    },

    /** From step to step, until what was found is found no more. */
    async isLed({ cause, way }: Case): Promise<void> {
      const gone: string[] = [];
      await presses(button("result.lead"));
      for (const [at, [remedy, by]] of way.entries()) {
        const { title, owner } = guide.remedies.find(({ id }) => id === remedy)!;
        await heading(pick(title, lang));
        await looks(remedy);
        const isAuto = (await button("task.show").count()) > 0;
        if (by === "instead") assert.ok(isAuto, remedy);
        else if (isAuto) assert.equal(await agrees(remedy), by === "jochi", remedy);
        else if (owner !== "user") assert.ok(await page.inputValue("#message"));
        else assert.ok((await page.locator(".steps li").count()) > 0);
        if (by !== "jochi") await presses(button("demo.done"));
        await heading(t("after.title"));
        await looks(`after ${remedy}`);
        if (cause) {
          const list = page.locator(".changed", { hasText: t("after.gone") });
          gone.push(...(await list.locator("li").allTextContents()));
        }
        if (at + 1 < way.length) await presses(page.locator("main button.strong").first());
      }
      if (cause) {
        // On a longer way it may leave behind another, such as the program that was removed.
        const title = causeWords(cause, "title", guide, lang);
        assert.ok(way.length > 1 ? gone.length > 0 : gone.includes(title), gone.join());
        for (const list of ["still", "unclear", "fresh"])
          assert.equal(await page.getByText(t(`after.${list}`)).count(), 0, list);
        await page.getByText(t("after.better")).waitFor();
      }
      await presses(button("after.try"));
      await heading(t("end.title"));
      await looks("end");
    },

    async saysItWorks(): Promise<void> {
      await presses(button("end.yes"));
      await heading(t("paid.title"));
      await looks("paid");
    },
  };
}
