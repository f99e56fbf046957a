import type { Page } from "playwright-core";

/** Where a person can be: a play, and what is clicked to come there. */
export interface Place {
  name: string;
  play: string;
  symptom?: string;
  /** What a picture of it begins with; absent: the top of the page. */
  from?: string;
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
    name: "message-several",
    play: "letter",
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
  ...(
    [
      ["way-out", "summary", "td", ".way-out"],
      ["way-out-spoken", ".buttons button >> nth=0", ".spoken", ".way-out"],
      ["way-out-codes", ".buttons button >> nth=1", ".qr", ".codes-shown"],
    ] as const
  ).map(([name, pressed, seen, from]) => ({
    name,
    play: "carried",
    from,
    go: async (page: Page) => {
      await card(page);
      await page.click(".way-out .buttons button");
      await shown(page, ".way-out .fold");
      await page.click(`.way-out ${pressed}`);
      await shown(page, `.way-out ${seen}`);
    },
  })),
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
