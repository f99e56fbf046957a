import type { ProgressEvent } from "../doctor/diagnose.ts";
import type { Evidence, Fact } from "../evidence/evidence.ts";
import type { FactOf, Given, PageProbeId } from "../evidence/facts.ts";
import type { PageFact } from "../evidence/page-outcome.ts";
import type { Browser } from "../evidence/pc-outcome.ts";
import { isOfGuide } from "../evidence/told.ts";
import { type Guide, rowId, rowsOf } from "../guide/guide.ts";
import type { OfflineData } from "../report/guide/offline-page.ts";
import { popupTest, questionsFor, sameBrowser } from "./ask.ts";
import { worthAsking } from "./ask-what.ts";
import type { Doctor } from "./doctor.ts";
import { judgedOf, offlineDoctor, refused } from "./doctor-offline.ts";
import { fileState } from "./file-state.ts";
import { knock } from "./probes/agents.ts";
import { readBrowser } from "./probes/browser.ts";
import { readLoopback } from "./probes/loopback.ts";
import { tryWindows } from "./probes/popup.ts";
import { reach, type Target } from "./probes/reach.ts";
import type { DiagnoseAsk } from "./wire.ts";

/** Everything that a look may take, ms; what has not answered by then is not looked at. */
const budgetMs = 15_000;

/**
 * A doctor that sees what a browser shows of itself, asks the person for the rest, and judges saved
 * evidence. Only where the file is the one that may probe does it try the guide's servers and the
 * programs on this PC.
 */
export function browserDoctor(data: OfflineData, page: Window & typeof globalThis): Doctor {
  const { guide, probe } = data;
  const offline = offlineDoctor(data);
  return {
    ...offline,
    state: async () => ({ ok: true, value: fileState(data) }),
    async diagnose(ask, onEvent, signal) {
      // Before anything is waited for: the click that led here must still count.
      const windows = ask.answers?.[popupTest] === "yes" ? tryWindows(page) : undefined;
      const begun = new page.Date();
      onEvent({ type: "start", groups: groupsOf(guide) });
      onEvent({ type: "phase", key: "local" });
      onEvent({ type: "place", place: "pc", stands: "looked" });
      const browser = readBrowser(page);
      const questions = questionsFor(guide, browser, begun);
      const facts = openFacts(begun, page);
      const popup = await windows;
      const loopback = await readLoopback(page);
      const { clock } = data;
      const cookies = page.navigator.cookieEnabled;
      facts.add("page", {}, { loopback, cookies, clock, ...(popup && { popup }) });
      if (browser && counts(guide, browser, ask)) facts.addBrowser(browser);
      for (const { id } of questions) {
        const answer = ask.answers?.[id];
        if (answer === undefined || id === popupTest) continue;
        facts.add("told", { question: id }, { answer });
      }
      for (const [question, answer] of Object.entries(ask.answers ?? {})) {
        if (isOfGuide(question)) facts.add("told", { question }, { answer });
      }
      if (probe) await tryConnections(guide, page, { loopback, facts, onEvent, signal });
      if (signal.aborted) return refused("stopped");
      onEvent({ type: "phase", key: "judging" });
      const evidence = facts.evidence(data, ask.symptom);
      onEvent({ type: "done" });
      const told = evidence.facts.some((each) => each.probe === "told");
      const notes = ["cannot", probe ? "reach" : "closed", ...(told ? ["told"] : [])];
      const judged = judgedOf(guide, evidence);
      const value = {
        ...judged,
        notes: notes.map((note) => ({ key: `page.note.${note}` })),
        questions: worthAsking(questions, guide, judged.diagnosis, ask.answers),
      };
      return { ok: true, value };
    },
  };
}

/**
 * Whether what is known of this browser says something of the payment: where the guide serves it, or
 * where it is the one that the person pays with. Which others the PC has, a page cannot see.
 */
function counts({ browsers }: Guide, { id, version }: Browser, { answers }: DiagnoseAsk): boolean {
  const served = browsers.some(
    (rule) => rule.browser === id && Number(version) >= rule.minimumVersion,
  );
  return served || answers?.[sameBrowser] === "yes";
}

function groupsOf(guide: Guide): Extract<ProgressEvent, { type: "start" }>["groups"] {
  const rows = rowsOf(guide);
  return guide.groups
    .map(({ id, title }) => ({ id, title, rows: rows.filter(({ group }) => group === id).length }))
    .filter(({ rows: count }) => count > 0);
}

interface Trying {
  loopback: PageFact["loopback"];
  facts: Facts;
  onEvent(event: ProgressEvent): void;
  signal: AbortSignal;
}

async function tryConnections(
  guide: Guide,
  page: Window & typeof globalThis,
  { loopback, facts, onEvent, signal }: Trying,
): Promise<void> {
  onEvent({ type: "phase", key: "network" });
  const stop = new page.AbortController();
  const timer = page.setTimeout(() => stop.abort(), budgetMs);
  const leave = () => stop.abort();
  signal.addEventListener("abort", leave, { once: true });
  const rows = rowsOf(guide).filter(({ protocol }) => protocol === "https");
  const targets = new Map(
    rows.map(({ host, port }): [string, Target] => [`${host}:${port}`, { host, port }]),
  );
  await Promise.all([
    reach(page, [...targets.values()], stop.signal, (target, seen) => {
      facts.add("page-reach", target, seen);
      for (const row of rows) {
        if (row.host !== target.host || row.port !== target.port) continue;
        onEvent({ type: "row", id: rowId(row), group: row.group, verdict: "insufficient" });
      }
    }),
    knock(page, guide, loopback).then((roles) => {
      for (const { role, answer } of roles) facts.add("page-agents", { role }, { answer });
    }),
  ]);
  page.clearTimeout(timer);
  signal.removeEventListener("abort", leave);
}

interface Facts {
  add<P extends PageProbeId>(probe: P, given: Given<P>, fact: FactOf<P>): void;
  addBrowser(browser: Browser): void;
  evidence(data: Pick<OfflineData, "version" | "guide">, symptom?: string): Evidence;
}

function openFacts(begun: Date, page: Window): Facts {
  const facts: Fact[] = [];
  const start = page.performance.now();
  const at = () => Math.round(page.performance.now() - start);
  return {
    add: (probe, given, fact) => {
      facts.push({ probe, with: given, at: at(), ms: 0, fact });
    },
    addBrowser: (browser) => {
      const fact: FactOf<"browsers"> = { state: "found", value: [browser] };
      facts.push({ probe: "browsers", with: {}, at: at(), ms: 0, fact });
    },
    evidence: ({ version, guide: { id, edition } }, symptom) => ({
      schema: "jochi.evidence/1",
      gatheredBy: version,
      guide: { id, edition },
      platform: "browser",
      ...(symptom !== undefined && { symptom }),
      startedAt: begun.toISOString(),
      durationMs: at(),
      incomplete: false,
      facts,
    }),
  };
}
