import type { Refused } from "../actions/action.ts";
import type { Change } from "../actions/change.ts";
import type { ProgressEvent } from "../doctor/diagnose.ts";
import type { FailedBecause } from "../doctor/driven.ts";
import type { Entry, LeftBecause } from "../doctor/journal.ts";
import type { Treated } from "../doctor/treat.ts";
import type { UndoStep } from "../doctor/undo.ts";
import type { Evidence } from "../evidence/evidence.ts";
import type { CheckResult, Diagnosis, Reason } from "../evidence/report.ts";
import type { Guide } from "../guide/guide.ts";
import type { ActionId } from "../guide/schema/action.ts";
import type { Text } from "../guide/schema/common.ts";
import type { Lang } from "../text/words.ts";

/**
 * Everything that goes between the page and whoever looks after the PC for it: types, no code.
 * Nothing here is in words of one language, so that the page can change its language in place.
 *
 * Calls (bodies and answers are JSON; `…-stream` answers are application/x-ndjson, one value a
 * line, the last of which is `report`, `treated`, `undone` or `error`):
 *
 *     POST /api/session      SessionAsk      -> Session            the only call without a token
 *     GET  /api/state                        -> State
 *     GET  /api/open                         -> OpenLine-stream    held as long as the page is open
 *     GET  /api/guide?name=                  -> Guide
 *     POST /api/diagnose     DiagnoseAsk     -> DiagnoseLine-stream
 *     POST /api/preview      PreviewAsk      -> Preview
 *     POST /api/treat        TreatAsk        -> TreatLine-stream
 *     GET  /api/journal                      -> JournalList
 *     POST /api/undo-preview UndoAsk         -> UndoPreview
 *     POST /api/undo         UndoAsk         -> UndoLine-stream
 *     POST /api/hand-over    HandOverAsk     -> the file's bytes
 *     POST /api/way-out      Evidence        -> WayOut
 *     POST /api/demo         DemoAsk         -> State
 *
 * Whatever goes wrong is answered with `{ error: Trouble }`.
 */

/** The closed list of what can go wrong between page and server. */
export const troubleCodes = [
  /** No token, a wrong one, or one that has run out: the page must be opened anew. */
  "no-session",
  /** The one-time code was used before or never given out. */
  "code-used",
  /** Not what the call takes. */
  "bad-request",
  "too-large",
  "unknown-guide",
  "unknown-remedy",
  "unknown-journal",
  /** Another diagnosis, treatment or undoing is under way. */
  "busy",
  /** This PC can be looked at only, not changed. */
  "cannot-treat",
  /** Things are no longer as the preview had shown them. */
  "preview-outdated",
  /** A treatment was cut off before; it has to be finished or taken back first. `detail`: its id. */
  "interrupted",
  /** A file that was given is no evidence, or of another version. `detail`: the place in it. */
  "bad-evidence",
  /** This kind of file cannot be made here. */
  "no-format",
  /** With people and places taken out, something else would be found. */
  "not-alike",
  /** The person stopped it. */
  "stopped",
  /** Nobody answers any more: the program has ended. The page finds this out by itself. */
  "gone",
  /** Something that nobody expected. `detail`: the error's name. */
  "surprise",
] as const;
export type TroubleCode = (typeof troubleCodes)[number];

export interface Trouble {
  code: TroubleCode;
  /** What it is about: an id, a place in a file, an error's name. Never a sentence. */
  detail?: string;
}

export interface Failed {
  error: Trouble;
}

export interface SessionAsk {
  /** The one-time code of the address's fragment. */
  once: string;
}

export interface Session {
  token: string;
}

/** Who stands behind the page, and what can be asked of it. */
export interface State {
  version: string;
  /** The language the program was started in; the page may have been told another. */
  lang: Lang;
  /** What is looked at. `browser`: only what a page itself can see. `none`: nothing but files. */
  platform: "windows" | "linux" | "memory" | "browser" | "none";
  guides: { id: string; edition: string; title: Text }[];
  can: {
    /** Look at this PC. */
    diagnose: boolean;
    /** Change it, and take back. */
    treat: boolean;
    /** Judge a saved evidence file. */
    judge: boolean;
    /** Kinds of files it makes for other teams, by the ending of their names. */
    formats: string[];
  };
  /** Where a simulated network stands behind the page; null on a real PC. */
  demo: Demo | null;
  /** What the page says at its foot of where it may connect to; absent: the program's own words. */
  about?: Reason;
}

/** Says now and then that the program is still there; when the stream ends, it has ended. */
export interface OpenLine {
  type: "open";
}

export interface Demo {
  /** `real`: inside network namespaces; `memory`: made of plain data. */
  lab: "real" | "memory";
  faults: { id: string; title: Text }[];
  chosen: string[];
  /** Whether a browser can be opened on the simulated PC, at the shop in which to pay. */
  shop: boolean;
}

/** What is done to a simulated network, or in it. */
export type DemoAsk =
  /** Breaks it in these ways and no other; what was done to its PC is gone. */
  | { faults: string[] }
  /** Whoever a task belongs to has done it: what it is about is no longer broken. */
  | { done: string }
  /** Opens a browser on its PC, at the shop; one that was opened before is closed. */
  | { open: "shop" };

export interface DiagnoseAsk {
  /** `id@edition`. */
  guide: string;
  symptom?: string;
  /** What the person said to `questions`, by their ids. */
  answers?: Record<string, string>;
}

/** What was found, and from what. */
export interface Judged {
  diagnosis: Diagnosis;
  evidence: Evidence;
  /** What could not be seen from here, and why: keys of `src/text`. */
  notes?: Reason[];
  /** What only the person at the PC can say. Answers go into the next `DiagnoseAsk`. */
  questions?: Question[];
  /** It is of a PC and a time of which nothing more can be seen: it was saved. */
  fromFile?: true;
}

export interface Question {
  id: string;
  text: Reason;
  answers: { id: string; text: Reason }[];
}

export type DiagnoseLine =
  | ProgressEvent
  | ({ type: "report" } & Judged)
  | { type: "error"; error: Trouble };

export interface PreviewAsk {
  guide: string;
  remedy: string;
}

/** Exactly what a remedy would change now; nothing else is done when it is agreed to. */
export interface Preview {
  /** Goes back with the consent: only what was shown is done. */
  preview: string;
  remedy: string;
  entries: { action: ActionId; change: Change }[];
  refused: (Refused & { action: ActionId })[];
  /** Places in the remedy's steps of those that a person does afterwards. */
  byHand: number[];
}

export interface TreatAsk {
  guide: string;
  remedy: string;
  preview: string;
}

export type EntryState = Entry["state"];

/** How the entries of a journal stand, after each time it was written. */
export interface JournalLine {
  type: "journal";
  journal: string;
  direction: "forward" | "back";
  states: EntryState[];
}

/** One entry that could not be taken back. */
export interface Remains {
  change: Change;
  why: { left: LeftBecause } | { failed: FailedBecause; code?: string };
}

export interface TreatResult {
  outcome: Treated["outcome"];
  /** Under which it can be undone. */
  journal?: string;
  failure?: FailedBecause;
  code?: string;
  /** The change that failed. */
  at?: Change;
  before: CheckResult[];
  after: CheckResult[];
  /** It stays, and no check could show whether it helps. */
  notProven?: true;
  /** What stayed although it was to be taken back. */
  remains: Remains[];
}

/** A treatment and, after it, a whole new diagnosis: `treated` comes before that one's lines. */
export type TreatLine =
  | JournalLine
  /** All changes are made; the checks are looked at again. */
  | { type: "verifying" }
  | { type: "treated"; result: TreatResult }
  | DiagnoseLine;

export interface UndoAsk {
  id: string;
}

export interface UndoPreview {
  id: string;
  /** The newest change first. */
  steps: { change: Change; will: UndoStep["will"]; why?: LeftBecause; runs?: UndoStep["runs"] }[];
}

export interface UndoResult {
  outcome: "undone" | "undone-in-part" | "not-undone";
  remains: Remains[];
}

export type UndoLine =
  | JournalLine
  | { type: "undone"; result: UndoResult }
  | { type: "error"; error: Trouble };

export interface JournalItem {
  id: string;
  guide: { id: string; edition: string };
  remedy: string;
  /** ISO 8601, UTC. */
  startedAt: string;
  state: "open" | "undone" | "rolled-back" | "interrupted" | "lasting";
  changes: Change[];
}

export interface JournalList {
  /** The newest first. */
  items: JournalItem[];
  /** Files among the journals that cannot be read. */
  damaged: { file: string; problem: string }[];
}

export interface HandOverAsk {
  guide: string;
  lang: Lang;
  /** One of `State.can.formats`. */
  format: string;
  /** Rows that the file asks for (`host|address:port`); empty: all of the guide. */
  rows: string[];
}

/** A file to be saved. */
export interface Handed {
  name: string;
  /** Media type. */
  type: string;
  bytes: Uint8Array<ArrayBuffer>;
}

export type { CodePicture, RemovedThing, WayOut } from "./wire-way-out.ts";
export type { Guide };
