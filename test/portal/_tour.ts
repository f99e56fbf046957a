import type { Page } from "playwright-core";
import { diagnose as judge } from "../../src/engine/diagnose.ts";
import type { Evidence } from "../../src/evidence/evidence.ts";
import type { CheckResult } from "../../src/evidence/report.ts";
import { toldAs, toldFacts } from "../../src/evidence/told.ts";
import type { Play } from "../../src/portal/stage/play.ts";
import { installedPlay, playOf, treatedPlay, who } from "./_plays.ts";

/** The plays of the tour. */
export const plays: Record<string, () => Promise<Play>> = {
  treated: () => treatedPlay("trusted-sites"),
  installed: () => installedPlay(),
  asks: async () => {
    const play = await treatedPlay("trusted-sites");
    const { preview, lines, result } = play.remedies["trusted-sites"]!;
    const asks: CheckResult = {
      id: "local-programs",
      kind: "local-network-access",
      verdict: "pass",
      because: [{ key: "reason.pc.local-network.asks", with: { name: "edge" } }],
    };
    const open = { ...result, notProven: true as const, after: [...result.after, asks] };
    const looks = [play.looks[0]!, play.looks[0]!];
    return { ...play, looks, remedies: { "trusted-sites": { preview, lines, result: open } } };
  },
  several: () => playOf(["site-popup-program", "popup-blocked", "healthy"]),
  firewall: () => playOf(["drop-group", "drop-group", "healthy"]),
  healthy: () => playOf(["healthy"]),
  offline: () => playOf(["offline"]),
  slowTreated: async () => ({ ...(await treatedPlay("trusted-sites")), paceMs: 50 }),
  slow: async () => ({ ...(await playOf(["drop-group"])), paceMs: 5 }),
  endless: async () => ({ ...(await playOf(["drop-group"])), paceMs: -1 }),
  looking: async () => {
    const play = await playOf(["drop-group"]);
    return { ...play, who: { ...who, can: { ...who.can, treat: false, diagnose: true } } };
  },
  byHand: async () => {
    const play = await playOf(["popup-blocked", "healthy"]);
    return { ...play, who: { ...who, can: { ...who.can, treat: false } } };
  },
  asking: async () => {
    const play = await playOf(["healthy"]);
    const [look] = play.looks;
    const text = { key: "kind.popup" };
    const answers = [
      { id: "yes", text: { key: "check.pass" } },
      { id: "no", text: { key: "check.fail" } },
    ];
    const questions = [{ id: "popup", text, answers }];
    const notes = [{ key: "ui.unknown" }];
    return { ...play, looks: [{ ...look!, judged: { ...look!.judged, questions, notes } }] };
  },
  leading: async () => {
    const play = await playOf(["healthy"]);
    const { guide } = play;
    const told = (facts: Evidence["facts"]): Play["looks"][number] => {
      const evidence: Evidence = {
        ...play.looks[0]!.judged.evidence,
        platform: "browser",
        symptom: "certificate-window-missing",
        facts,
      };
      const { diagnosis } = judge(guide, evidence);
      return { events: [], judged: { evidence, diagnosis } };
    };
    const first = told([]);
    const { id } = first.judged.diagnosis.next!;
    const answer = guide.questions.find((one) => one.id === id)!.answers[0]!.id;
    const facts = toldFacts({ [`${toldAs.answer}${id}`]: answer });
    return { ...play, looks: [first, told(facts.map((fact) => ({ ...fact, at: 0, ms: 0 })))] };
  },
  busy: async () => ({ ...(await playOf(["healthy"])), troubles: { diagnose: { code: "busy" } } }),
  closed: async () => ({
    ...(await playOf(["healthy"])),
    troubles: { diagnose: { code: "gone" } },
  }),
  demo: async () => {
    const titles = ["A", "B"].map((id) => ({ id, title: { ko: `고장 ${id}`, en: `Fault ${id}` } }));
    const demo = { lab: "memory" as const, faults: titles, chosen: ["A"], shop: true };
    return { ...(await playOf(["popup-blocked"])), who: { ...who, demo } };
  },
};

/** Where a person can be: a play, and what is clicked to come there. */
export interface Place {
  name: string;
  play: string;
  symptom?: string;
  go(page: Page): Promise<void>;
}

const strong = async (page: Page) => page.click("main button.strong");
const shown = (page: Page, selector: string) => page.waitForSelector(selector);
const card = async (page: Page) => page.click(".card");

export const places: readonly Place[] = [
  { name: "start", play: "treated", go: async () => {} },
  { name: "search", play: "treated", go: async (page) => page.fill(".search input", "프로그램") },
  {
    name: "search-nothing",
    play: "treated",
    go: async (page) => page.fill(".search input", "xyz"),
  },
  { name: "start-file", play: "treated", go: async (page) => page.click("summary") },
  { name: "demo", play: "demo", go: async () => {} },
  {
    name: "demo-task",
    play: "demo",
    go: async (page) => {
      await card(page);
      await strong(page);
      await shown(page, "section.demo");
    },
  },
  {
    name: "finding",
    play: "endless",
    go: async (page) => {
      await card(page);
      await shown(page, ".row-ok");
    },
  },
  {
    name: "stopped",
    play: "endless",
    go: async (page) => {
      await card(page);
      await page.click("main .buttons button");
      await shown(page, ".trouble .note");
    },
  },
  { name: "trouble", play: "busy", go: async (page) => void (await card(page)) },
  { name: "trouble-final", play: "closed", go: async (page) => void (await card(page)) },
  {
    name: "result",
    play: "firewall",
    symptom: "blank-window",
    go: async (page) => {
      await shown(page, ".cause");
      for (const fold of await page.locator("main summary").all()) await fold.click();
    },
  },
  {
    name: "result-several",
    play: "several",
    go: async (page) => {
      await card(page);
      await shown(page, ".cause");
    },
  },
  {
    name: "result-healthy",
    play: "healthy",
    go: async (page) => {
      await card(page);
      await shown(page, ".way");
    },
  },
  {
    name: "result-offline",
    play: "offline",
    go: async (page) => {
      await card(page);
      await shown(page, ".cause");
    },
  },
  {
    name: "result-questions",
    play: "asking",
    go: async (page) => {
      await card(page);
      await shown(page, ".questions");
    },
  },
  {
    name: "result-asks",
    play: "leading",
    go: async (page) => {
      await card(page);
      await shown(page, ".questions");
    },
  },
  {
    name: "result-answered",
    play: "leading",
    go: async (page) => {
      await card(page);
      await page.click(".questions button");
      await page.waitForFunction(() => document.querySelectorAll(".questions").length === 0);
      await shown(page, ".cause");
    },
  },
  {
    name: "task",
    play: "treated",
    go: async (page) => {
      await card(page);
      await strong(page);
      await shown(page, ".course");
    },
  },
  {
    name: "task-changes",
    play: "treated",
    go: async (page) => {
      await card(page);
      await strong(page);
      await shown(page, ".course");
      await strong(page);
      await shown(page, ".preview");
      for (const fold of await page.locator("main summary").all()) await fold.click();
    },
  },
  {
    name: "after",
    play: "treated",
    go: async (page) => {
      await card(page);
      await strong(page);
      await shown(page, ".course");
      await strong(page);
      await page.click(".preview button.strong");
      await shown(page, ".changed");
    },
  },
  {
    name: "after-asks",
    play: "asks",
    go: async (page) => {
      await card(page);
      await strong(page);
      await shown(page, ".course");
      await strong(page);
      await page.click(".preview button.strong");
      await shown(page, ".changed");
    },
  },
  {
    name: "journal",
    play: "treated",
    go: async (page) => {
      await page.click(".tools button >> nth=1");
      await page.click(".cause button");
      await shown(page, ".preview");
    },
  },
  {
    name: "journal-program",
    play: "installed",
    go: async (page) => {
      await page.click(".tools button >> nth=1");
      await page.click(".cause button");
      await shown(page, ".preview");
    },
  },
  {
    name: "undone",
    play: "treated",
    go: async (page) => {
      await page.click(".tools button >> nth=1");
      await page.click(".cause button");
      await page.click(".preview button.strong");
      await shown(page, ".note-good");
    },
  },
  {
    name: "task-by-hand",
    play: "byHand",
    go: async (page) => {
      await card(page);
      await strong(page);
      await shown(page, ".steps");
    },
  },
  {
    name: "message",
    play: "firewall",
    go: async (page) => {
      await card(page);
      await strong(page);
      await shown(page, ".message");
    },
  },
  {
    name: "after-same",
    play: "firewall",
    go: async (page) => {
      await card(page);
      await strong(page);
      await shown(page, ".message");
      await page.click("main > .buttons button >> nth=1");
      await shown(page, ".changed");
    },
  },
  {
    name: "end",
    play: "healthy",
    go: async (page) => {
      await card(page);
      await strong(page);
      await page.waitForFunction(
        () => document.querySelectorAll("main .buttons button").length === 3,
      );
    },
  },
  {
    name: "stuck",
    play: "healthy",
    go: async (page) => {
      await card(page);
      await strong(page);
      await page.waitForFunction(
        () => document.querySelectorAll("main .buttons button").length === 3,
      );
      await page.click("main .buttons button >> nth=1");
      await shown(page, ".steps");
    },
  },
  {
    name: "paid",
    play: "healthy",
    go: async (page) => {
      await card(page);
      await strong(page);
      await page.waitForFunction(
        () => document.querySelectorAll("main .buttons button").length === 3,
      );
      await strong(page);
      await shown(page, ".note-good");
    },
  },
  {
    name: "guide",
    play: "treated",
    go: async (page) => {
      await page.click(".tools button");
      await shown(page, ".guide");
    },
  },
];
