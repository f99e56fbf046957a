import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import type { Guide } from "../../src/guide/guide.ts";
import { faults } from "../../src/lab/faults/index.ts";
import { paymentTroubles } from "../../src/lab/payment/troubles.ts";
import { causeWords, pick } from "../../src/report/words.ts";
import { say } from "../../src/text/say.ts";
import type { Lang } from "../../src/text/words.ts";
import { type Site, violations } from "./_site.ts";
import { type Case, isShown } from "./_symptoms.ts";

const patienceMs = 45_000;
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
    await person.reads(one);
    // Nothing but the remedy ends it.
    if (!one.later) await see(site, guide, one);
    await person.isLed(one);
    const { notices, paid, window } = await site.payer.pay(site.world());
    assert.match(paid ?? JSON.stringify({ notices, window }), approval);
    assert.deepEqual(notices, []);
    await person.saysItWorks();
    assert.deepEqual(wrong, []);
  } finally {
    await close();
  }
}

async function see(site: Site, guide: Guide, one: Case): Promise<void> {
  const { stopAt, waitAt, limitMs = patienceMs } = one;
  const manner = { limitMs, ...(stopAt && { stopAt }), ...(waitAt && { waitAt }) };
  const seen = await site.payer.pay(site.world(), manner);
  assert.ok(isShown(guide, one, seen), JSON.stringify(seen));
  assert.equal(seen.paid, undefined);
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
  const t = (key: string, values?: Record<string, string>) => say(lang, `page.${key}`, values);
  const button = (key: string) => page.getByRole("button", { name: t(key), exact: true });
  const heading = (text: string) =>
    page.getByRole("heading", { level: 1, name: text, exact: true }).waitFor();

  /** Every state that is passed is looked at by axe. */
  async function looks(state: string): Promise<void> {
    assert.deepEqual(await violations(page), [], state);
    assert.equal(await page.locator(".trouble").textContent(), "", state);
  }

  async function agrees(remedy: string): Promise<boolean> {
    await button("task.show").click();
    const preview = page.locator(".preview");
    await preview.waitFor();
    await looks(`preview of ${remedy}`);
    const agree = button("preview.agree");
    if ((await agree.count()) === 0) return false;
    await agree.click();
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
      await page.locator(".search input").fill(message ?? pick(title, lang));
      const card = page.locator(".card", { hasText: pick(title, lang) });
      await card.click();
      await page
        .getByRole("heading", { level: 1 })
        .filter({ hasNotText: t("start.title") })
        .waitFor();
      await page.locator(".save").waitFor();
      await looks("result");
    },

    async reads({ cause, remains, owner }: Case): Promise<void> {
      const known = (cause ?? remains)!;
      const said = page.locator(".cause").first();
      assert.equal(await said.locator("h2").textContent(), causeWords(known, "title", guide, lang));
      const owners = said.locator("dd strong").first();
      assert.equal(await owners.textContent(), say(lang, `owner.${owner}`));
      // Of what only a person can tell the page is not so sure, and says it below.
      const place = cause ? page.locator(".note p").first() : said.locator("p").first();
      assert.equal(await place.textContent(), causeWords(known, "payer", guide, lang));
    },

    /** From step to step, until what was found is found no more. */
    async isLed({ cause, way }: Case): Promise<void> {
      const gone: string[] = [];
      await button("result.lead").click();
      for (const [at, [remedy, by]] of way.entries()) {
        const { title, owner } = guide.remedies.find(({ id }) => id === remedy)!;
        await heading(pick(title, lang));
        await looks(remedy);
        const isAuto = (await button("task.show").count()) > 0;
        if (isAuto) assert.equal(await agrees(remedy), by === "jochi", remedy);
        else if (owner !== "user") assert.ok(await page.inputValue("#message"));
        else assert.ok((await page.locator(".steps li").count()) > 0);
        if (by === "hand") await button("demo.done").click();
        await heading(t("after.title"));
        await looks(`after ${remedy}`);
        if (cause) {
          const list = page.locator(".changed", { hasText: t("after.gone") });
          gone.push(...(await list.locator("li").allTextContents()));
        }
        if (at + 1 < way.length) await page.locator("main button.strong").first().click();
      }
      if (cause) {
        // On a longer way it may leave behind another, such as the program that was removed.
        const title = causeWords(cause, "title", guide, lang);
        assert.ok(way.length > 1 ? gone.length > 0 : gone.includes(title), gone.join());
        for (const list of ["still", "unclear", "fresh"])
          assert.equal(await page.getByText(t(`after.${list}`)).count(), 0, list);
        await page.getByText(t("after.better")).waitFor();
      }
      await button("after.try").click();
      await heading(t("end.title"));
      await looks("end");
    },

    async saysItWorks(): Promise<void> {
      await button("end.yes").click();
      await heading(t("paid.title"));
      await looks("paid");
    },
  };
}
