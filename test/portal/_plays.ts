import { diagnose, type ProgressEvent } from "../../src/doctor/diagnose.ts";
import { openJournals } from "../../src/doctor/journal.ts";
import { type Prepared, prepare } from "../../src/doctor/prepare.ts";
import { treat } from "../../src/doctor/treat.ts";
import { previewUndo } from "../../src/doctor/undo.ts";
import type { Guide } from "../../src/guide/guide.ts";
import { loadGuide } from "../../src/guide/load.ts";
import { loadScenarios } from "../../src/lab/scenario.ts";
import type { Machine } from "../../src/machine/machine.ts";
import type { SystemWorld } from "../../src/machine/memory/system-world.ts";
import { memoryMachine } from "../../src/machine/memory.ts";
import { ownPath } from "../../src/own/files.ts";
import type { Play } from "../../src/portal/stage/play.ts";
import type { JournalItem, State } from "../../src/portal/wire.ts";
import { patient, sz, uninstall, windowsPc } from "../doctor/_patient.ts";
import { filesFolder, installer, pinnedGuide, withInstaller } from "../doctor/_pins.ts";

/** Plays written down by the real doctor, which looks after PCs made of plain data. */
const guide = loadGuide("bankpay-transfer@2018.11");
const scenarios = loadScenarios(ownPath("scenarios"), guide);

/** A PC whose registry can be changed, on a network where everything answers. */
function onHealthyNetwork(world: SystemWorld): Machine {
  const { system, pc, platform } = patient({ world: structuredClone(world) }).machine;
  return { ...machineOf("healthy"), system, pc, platform };
}

export const who: State = {
  version: "0.1.0",
  lang: "ko",
  platform: "windows",
  guides: [{ id: guide.id, edition: guide.edition, title: guide.title }],
  can: { diagnose: true, treat: true, judge: true, formats: ["csv", "md"] },
  demo: null,
};

export function machineOf(scenario: string): Machine {
  const found = scenarios.find(({ id }) => id === scenario);
  if (!found) throw new Error(`no such scenario: ${scenario}`);
  return memoryMachine(found.world, { seed: 1 });
}

async function look(machine: Machine, symptom?: string): Promise<Play["looks"][number]> {
  const events: ProgressEvent[] = [];
  const judged = await diagnose(machine, guide, {
    symptom,
    provisional: true,
    onEvent: (each) => events.push(each),
  });
  return { events, judged };
}

/** One scenario as it is, and each further one as what is found at the next look. */
export async function playOf(names: readonly string[], symptom?: string): Promise<Play> {
  return playOn(names.map(machineOf), symptom);
}

async function playOn(machines: readonly Machine[], symptom?: string): Promise<Play> {
  const looks = [];
  for (const each of machines) looks.push(await look(each, symptom));
  const machine = machines[0]!;
  const play: Play = {
    who,
    guide,
    looks,
    remedies: {},
    journal: { items: [], damaged: [] },
    paceMs: 0,
  };
  for (const { remedy } of looks[0]!.judged.diagnosis.plan) {
    const own = guide.remedies.find(({ id }) => id === remedy);
    if (!own?.steps.some(({ action }) => action !== undefined)) continue;
    const prepared = await prepare({ machine }, guide, own);
    const entries = prepared.entries.length;
    play.remedies[remedy] = {
      preview: {
        preview: remedy,
        remedy,
        entries: prepared.entries,
        refused: prepared.refused,
        byHand: prepared.byHand.map((step) => own.steps.indexOf(step)),
      },
      lines: Array.from({ length: entries + 1 }, (_, done) => ({
        type: "journal" as const,
        journal: "play",
        direction: "forward" as const,
        states: prepared.entries.map((_each, at) => (at < done ? "done" : "planned")),
      })),
      result: { outcome: "done", journal: "play", before: [], after: [], remains: [] },
    };
  }
  return play;
}

/** A play in which a remedy was really carried out, with its journal and the way back. */
export async function treatedPlay(
  remedy: string,
  world = windowsPc(),
  { pinned = guide, files }: { pinned?: Guide; files?: string } = {},
): Promise<Play> {
  const machine = onHealthyNetwork(world);
  const first = await look(machine);
  const own = pinned.remedies.find(({ id }) => id === remedy)!;
  const prepared = await prepare({ machine }, pinned, own, files);
  const journals = openJournals(machine.system);
  const signal = new AbortController().signal;
  const treated = await treat(prepared, { machine, guide: pinned, journals, signal });
  const second = await look(machine);
  const [kept] = (await journals.list()).kept;
  if (!kept) throw new Error(`nothing was written down for ${remedy}`);
  const steps = await previewUndo(machine, kept);
  const play = await playOn([onHealthyNetwork(world)]);
  const { outcome, journal, before, after, notProven } = treated;
  const item: JournalItem = {
    id: kept.journal.id,
    guide: kept.journal.guide,
    remedy,
    startedAt: kept.journal.startedAt,
    state: "open",
    changes: kept.journal.entries.map(({ change }) => change),
  };
  return {
    ...play,
    looks: [first, second],
    remedies: {
      ...play.remedies,
      [remedy]: {
        ...written(prepared),
        result: {
          outcome,
          ...(journal !== undefined && { journal }),
          ...(notProven && { notProven }),
          before,
          after,
          remains: [],
        },
      },
    },
    journal: { items: [item], damaged: [] },
    undo: {
      preview: {
        id: item.id,
        steps: steps.map(({ entry, will, why, runs }) => ({
          change: entry.change,
          will,
          ...(why && { why }),
          ...(runs && { runs }),
        })),
      },
      result: { outcome: "undone", remains: [] },
    },
  };
}

/** A play in which a program was installed, whose own uninstaller undoing would start. */
export function installedPlay(): Promise<Play> {
  const pinned = pinnedGuide();
  const world = withInstaller(windowsPc({ elevated: true }), installer);
  const values = [
    sz("DisplayName", "nProtect Online Security V1.0(PFS)"),
    sz("UninstallString", `"${uninstaller}" /silent`),
  ];
  world.programs.push({
    path: `${filesFolder}\\nos_setup.exe`,
    code: 0,
    effects: [
      { do: "file", path: uninstaller, base64: Buffer.from("MZ").toString("base64") },
      { do: "key", path: `${uninstall}\\NOS`, values },
    ],
  });
  return treatedPlay("install-programs", world, { pinned, files: filesFolder });
}

/** Where the installed program of that play has its uninstaller. */
export const uninstaller = "C:\\Program Files\\NOS\\un.exe";

function written({ remedy, entries, refused, byHand }: Prepared) {
  return {
    preview: {
      preview: remedy.id,
      remedy: remedy.id,
      entries,
      refused,
      byHand: byHand.map((step) => remedy.steps.indexOf(step)),
    },
    lines: [
      {
        type: "journal" as const,
        journal: "play",
        direction: "forward" as const,
        states: entries.map(() => "done" as const),
      },
      { type: "verifying" as const },
    ],
  };
}
