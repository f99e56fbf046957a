import { diagnose as judge } from "../../src/engine/diagnose.ts";
import type { Evidence } from "../../src/evidence/evidence.ts";
import type { CheckResult } from "../../src/evidence/report.ts";
import { toldAs, toldFacts } from "../../src/evidence/told.ts";
import type { Play } from "../../src/portal/stage/play.ts";
import { wayOut } from "../../src/server/way-out.ts";
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
  letter: () => playOf(["reset-and-mtu", "healthy"]),
  carried: () => carriedPlay("drop-group"),
  carriedHealthy: () => carriedPlay("healthy"),
  spokenAlone: async () => {
    const play = await carriedPlay("drop-group");
    return { ...play, wayOut: { ...play.wayOut!, series: null } };
  },
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

/** A play in which what is found can be carried out. */
async function carriedPlay(scenario: string): Promise<Play> {
  const play = await playOf([scenario, scenario]);
  // A key of its own, so that every picture of the page shows the same codes.
  const key = new Uint8Array(32).fill(7);
  return { ...play, wayOut: wayOut(play.guide, play.looks[0]!.judged.evidence, key) };
}
