import type { BrowserName, Draft, Said } from "./draft.ts";
import type { Notes } from "./notes.ts";

const names: [BrowserName, string][] = [
  ["ie", "Internet Explorer|인터넷 ?익스플로러|익스플로러|IE"],
  ["edge", "Microsoft Edge|Edge|엣지"],
  ["chrome", "Google Chrome|Chrome|크롬"],
  ["whale", "Whale|웨일"],
  ["firefox", "Firefox|파이어폭스"],
];
const titles: Record<BrowserName, string> = {
  ie: "Internet Explorer",
  edge: "Microsoft Edge",
  chrome: "Chrome",
  whale: "웨일",
  firefox: "Firefox",
};
const version = new RegExp(
  `(${names.map(([, name]) => name).join("|")})\\s*(\\d{1,3})(?:\\.\\d+)?\\s*(?:버전|버젼|ver\\.?)?\\s*(이상|이하|미만)`,
  "gi",
);

interface Version {
  browser: BrowserName;
  /** The first one served, or the last one not served. */
  number: number;
  served: boolean;
}

function versionsIn(text: string): Version[] {
  return [...text.matchAll(version)].map(([, name = "", digits = "", side]) => ({
    browser: names.find(([, pattern]) => new RegExp(`^(?:${pattern})$`, "i").test(name))![0],
    number: side === "미만" ? Number(digits) - 1 : Number(digits),
    served: side === "이상",
  }));
}

/** Takes what a line says of browsers; false where it says nothing. */
export function readBrowsers(draft: Draft, text: string, line: number): boolean {
  const found = /지원/.test(text) ? versionsIn(text) : [];
  for (const each of found) {
    const known = draft.browsers.find(({ browser }) => browser === each.browser);
    if (each.served) {
      if (known || each.number < 1) continue;
      const id = each.browser === "ie" ? "internet-explorer" : each.browser;
      const { browser, number: minimum } = each;
      const name = titles[browser];
      draft.browsers.push({ id, browser, name, minimum, from: line, to: line });
      continue;
    }
    if (!known) continue;
    known.unsupported = { text: String(each.number), from: line, to: line };
    known.to = line;
  }
  return found.length > 0;
}

/** The words that an unsupported browser shows. */
export function readMessage(draft: Draft, message: Said): boolean {
  const [told] = versionsIn(message.text);
  const browser =
    draft.browsers.find((each) => each.browser === told?.browser) ?? draft.browsers[0];
  if (!browser || browser.message) return false;
  browser.message = message;
  browser.to = Math.max(browser.to, message.to);
  return true;
}

/** What the text says of a browser in three places must be the same. */
export function checkBrowsers(draft: Draft, notes: Notes): void {
  for (const { browser, minimum, unsupported, message } of draft.browsers) {
    if (unsupported) {
      const last = Number(unsupported.text);
      const gaps = { version: last, minimum };
      if (last >= minimum) notes.add("browser-overlap", unsupported.from, gaps);
      if (last < minimum - 1) notes.add("browser-gap", unsupported.from, gaps);
    }
    for (const [at, text] of message?.text.split("\n").entries() ?? []) {
      const told = versionsIn(text).find((each) => each.browser === browser && each.served);
      if (!told || told.number === minimum) continue;
      const gaps = { version: told.number, minimum };
      notes.add("browser-message", message!.from + at, gaps);
    }
  }
}
